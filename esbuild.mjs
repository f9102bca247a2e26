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
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] };

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

await Promise.all([
  build({ ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.cjs' }),
  build({ ...browser, format: 'cjs', entryPoints: ['client/src/extension.web.ts'], outfile: 'dist/client.web.cjs' }),
  build({
    ...node,
    entryPoints: ['server/src/platform/node/languageServer.ts'],
    outfile: 'dist/server.cjs',
    plugins: [oneProtocol],
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({
    ...browser,
    format: 'iife',
    entryPoints: ['server/src/platform/browser/languageServer.ts'],
    outfile: 'dist/server.web.js',
    plugins: [oneProtocol],
  }),
  build({
    ...node,
    entryPoints: ['server/src/platform/node/commandLine.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);
