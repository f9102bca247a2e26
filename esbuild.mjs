import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { sharedModules } from './scripts/build/sharedModules.mjs';

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  sourcemap: false,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20' };

/** @type {import('esbuild').BuildOptions} */
const browser = { ...shared, platform: 'browser', target: 'es2022', external: ['vscode'] };

/**
 * Takes the protocol from where the server library takes it. Client and server library bring different releases, and
 * without this a server would hold both.
 * @type {import('esbuild').Plugin}
 */
const oneProtocol = {
  name: 'one-protocol',
  setup({ onResolve, resolve }) {
    const resolveDir = path.join(import.meta.dirname, 'node_modules', 'vscode-languageserver');
    onResolve({ filter: /^vscode-languageserver-protocol$/ }, ({ path, kind, importer }) => {
      const isOurs = importer !== '' && !importer.includes('node_modules');
      return isOurs ? resolve(path, { kind, resolveDir }) : undefined;
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const nodeServer = { ...node, entryPoints: ['server/src/platform/node/languageServer.ts'] };
/** @type {import('esbuild').BuildOptions} */
const webServer = { ...browser, format: 'iife', entryPoints: ['server/src/platform/browser/languageServer.ts'] };
/** @type {import('esbuild').BuildOptions} */
const nodeClient = { ...node, external: ['vscode'], entryPoints: ['client/src/extension.ts'] };
/** @type {import('esbuild').BuildOptions} */
const webClient = { ...browser, format: 'cjs', entryPoints: ['client/src/extension.web.ts'] };

/**
 * In a web worker the core is what the worker starts with; the address of the server comes as the first message, since a
 * worker may not know where its own script came from.
 */
const coreFooter = `if (typeof module === 'object') module.exports = imapsyncLintCore;
else self.onmessage = ({ data }) => { self.onmessage = null; importScripts(data); };`;

/** @param {string} contents */
const from = (contents) => ({ stdin: { contents, resolveDir: import.meta.dirname } });

await mkdir('dist', { recursive: true });
// The core is no ES module, whatever the package says of files that end so.
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');

const [servers, clients] = await Promise.all([
  sharedModules({ ...nodeServer, plugins: [oneProtocol] }, { ...webServer, plugins: [oneProtocol] }, { lazily: false }),
  sharedModules(nodeClient, webClient, { lazily: true }),
]);

await Promise.all([
  build({
    ...browser,
    ...from(servers.entry),
    format: 'iife',
    globalName: 'imapsyncLintCore',
    footer: { js: coreFooter },
    outfile: 'dist/core.js',
    plugins: [oneProtocol],
  }),
  build({
    ...nodeServer,
    outfile: 'dist/server.cjs',
    external: ['./core.js'],
    plugins: [oneProtocol, servers.plugin("require('./core.js').shared")],
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({
    ...webServer,
    outfile: 'dist/server.web.js',
    plugins: [oneProtocol, servers.plugin('imapsyncLintCore.shared')],
  }),
  // A web extension is one file; what VS Code on a machine loads takes from it what both have in common.
  build({
    ...browser,
    ...from(`export * from './client/src/extension.web.ts';\n${clients.entry}`),
    format: 'cjs',
    outfile: 'dist/client.web.cjs',
  }),
  build({
    ...nodeClient,
    outfile: 'dist/client.cjs',
    external: ['vscode', './client.web.cjs'],
    plugins: [clients.plugin("require('./client.web.cjs').shared")],
  }),
  build({
    ...node,
    entryPoints: ['server/src/platform/node/commandLine.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);
