import { build } from 'esbuild';

/** @type {import('esbuild').BuildOptions} */
const shared = { bundle: true, minify: true, sourcemap: false, legalComments: 'none', logLevel: 'warning' };

/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] };

/** @type {import('esbuild').BuildOptions} */
const browser = { ...shared, platform: 'browser', target: 'es2022', external: ['vscode'] };

await Promise.all([
  build({ ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.cjs' }),
  build({ ...browser, format: 'cjs', entryPoints: ['client/src/extension.web.ts'], outfile: 'dist/client.web.cjs' }),
  build({
    ...node,
    entryPoints: ['server/src/platform/node/languageServer.ts'],
    outfile: 'dist/server.cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({
    ...browser,
    format: 'iife',
    entryPoints: ['server/src/platform/browser/languageServer.ts'],
    outfile: 'dist/server.web.js',
  }),
  build({
    ...node,
    entryPoints: ['server/src/platform/node/commandLine.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);
