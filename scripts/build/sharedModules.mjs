// @ts-check
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../projectRoot.mjs';

/**
 * Modules that two bundles have in common. They go into one file, which both load: they are most of each, and would weigh
 * twice in the package.
 * @typedef {object} SharedModules
 * @property {string} entry a module that exports them as `shared`
 * @property {(shared: string) => import('esbuild').Plugin} plugin takes them from an expression, the value of `shared`
 */

/**
 * Finds the modules that two bundles share. `lazily`: each is run when a bundle first asks for it.
 * @param {import('esbuild').BuildOptions} one
 * @param {import('esbuild').BuildOptions} other
 * @param {{ lazily: boolean }} manner
 * @returns {Promise<SharedModules>}
 */
export async function sharedModules(one, other, { lazily }) {
  const [mine, theirs] = await Promise.all([inputsOf(one), inputsOf(other)]);
  const entries = [one, other].flatMap(({ entryPoints }) => /** @type {string[]} */ (entryPoints));
  const shared = new Set(Object.keys(mine).filter((name) => name in theirs && !entries.includes(name)));
  const border = [...new Set([...borderOf(mine, shared), ...borderOf(theirs, shared)])].sort();
  const files = border.map((name) => path.join(projectRoot, name));
  return {
    entry: lazily ? lazyEntry(files) : eagerEntry(files),
    plugin: (expression) => takeShared(files, expression),
  };
}

/** @param {import('esbuild').BuildOptions} options */
async function inputsOf(options) {
  const { metafile } = await build({ ...options, absWorkingDir: projectRoot, write: false, metafile: true });
  return metafile.inputs;
}

/**
 * The shared modules that one of the others imports.
 * @param {import('esbuild').Metafile['inputs']} inputs
 * @param {ReadonlySet<string>} shared
 */
function borderOf(inputs, shared) {
  return Object.entries(inputs)
    .filter(([name]) => !shared.has(name))
    .flatMap(([, { imports }]) => imports.map((each) => each.path).filter((name) => shared.has(name)));
}

/** @param {readonly string[]} files */
function lazyEntry(files) {
  return `export const shared = [${files.map((file) => `() => require(${JSON.stringify(file)})`).join(', ')}];`;
}

/** @param {readonly string[]} files */
function eagerEntry(files) {
  const imports = files.map((file, index) =>
    isCommonJs(file)
      ? `const m${index} = require(${JSON.stringify(file)});`
      : `import * as m${index} from ${JSON.stringify(file)};`,
  );
  return `${imports.join('\n')}\nexport const shared = [${files.map((_, index) => `() => m${index}`).join(', ')}];`;
}

/** @param {string} file */
function isCommonJs(file) {
  return file.includes(`${path.sep}node_modules${path.sep}`);
}

/**
 * @param {readonly string[]} files
 * @param {string} expression
 * @returns {import('esbuild').Plugin}
 */
function takeShared(files, expression) {
  return {
    name: 'shared-modules',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
        if (pluginData === 'resolving' || rest.kind === 'entry-point') return undefined;
        const found = await resolve(path, { ...rest, pluginData: 'resolving' });
        const index = files.indexOf(found.path);
        return index < 0 ? found : { path: String(index), namespace: 'shared-modules' };
      });
      onLoad({ filter: /./, namespace: 'shared-modules' }, ({ path }) => ({
        contents: `module.exports = ${expression}[${path}]();`,
      }));
    },
  };
}
