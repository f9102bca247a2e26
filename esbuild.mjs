import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

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

/**
 * Takes the core from a file that the servers for Node and for web workers share: it is most of each, and would weigh
 * twice in the package.
 * @param {string} core an expression
 * @returns {import('esbuild').Plugin}
 */
const sharedCore = (core) => ({
  name: 'shared-core',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/core\/languageService\.js$/ }, ({ path }) => ({ path, namespace: 'shared-core' }));
    onLoad({ filter: /./, namespace: 'shared-core' }, () => ({ contents: `module.exports = ${core};` }));
  },
});

/**
 * In a web worker the core is what the worker starts with; the address of the server comes as the first message, since a
 * worker may not know where its own script came from.
 */
const coreFooter = `if (typeof module === 'object') module.exports = imapsyncLintCore;
else self.onmessage = ({ data }) => { self.onmessage = null; importScripts(data); };`;

await mkdir('dist', { recursive: true });
// The core is no ES module, whatever the package says of files that end so.
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');

await Promise.all([
  build({
    ...browser,
    format: 'iife',
    globalName: 'imapsyncLintCore',
    footer: { js: coreFooter },
    entryPoints: ['server/src/core/languageService.ts'],
    outfile: 'dist/core.js',
  }),
  build({ ...node, external: ['vscode'], entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.cjs' }),
  build({ ...browser, format: 'cjs', entryPoints: ['client/src/extension.web.ts'], outfile: 'dist/client.web.cjs' }),
  build({
    ...node,
    entryPoints: ['server/src/platform/node/languageServer.ts'],
    outfile: 'dist/server.cjs',
    external: ['./core.js'],
    plugins: [oneProtocol, sharedCore("require('./core.js')")],
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({
    ...browser,
    format: 'iife',
    entryPoints: ['server/src/platform/browser/languageServer.ts'],
    outfile: 'dist/server.web.js',
    plugins: [oneProtocol, sharedCore('imapsyncLintCore')],
  }),
  build({
    ...node,
    entryPoints: ['server/src/platform/node/commandLine.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);
