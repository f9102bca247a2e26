// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { findCycles } from './layers/cycles.mjs';
import { importsOf, runtimeImportsOf } from './layers/imports.mjs';
import { isBarrel, namesImpure } from './layers/purity.mjs';
import { explainImport } from './layers/rules.mjs';
import { projectRoot } from './projectRoot.mjs';

// Fails when an import runs against the layers, when the core names what only a platform has, when a file of the core
// does nothing but pass on others, or when modules import each other in a circle.

/** @type {string[]} */
const violations = [];
/** @type {Map<string, readonly string[]>} */
const graph = new Map();

for (const folder of ['server/src', 'client/src']) {
  const names = await readdir(path.join(projectRoot, folder), { recursive: true });
  for (const name of names.filter((each) => each.endsWith('.ts')).sort()) {
    const file = path.posix.join(folder, name.split(path.sep).join('/'));
    const text = await readFile(path.join(projectRoot, file), 'utf8');
    graph.set(
      file,
      runtimeImportsOf(text).map((specifier) => resolve(file, specifier)),
    );
    for (const specifier of importsOf(text)) {
      const target = resolve(file, specifier);
      const reason = explainImport(file, target);
      if (reason !== null) violations.push(`${file} imports ${target}: ${reason}`);
    }
    if (file.startsWith('server/src/core/')) {
      for (const name of await namesImpure(text)) violations.push(`${file} uses ${name}: the core is pure`);
      if (isBarrel(text) && file !== 'server/src/core/languageService.ts') {
        violations.push(`${file} only passes on other modules`);
      }
    }
  }
}
for (const cycle of findCycles(graph)) {
  if (isOneGrammar(cycle)) continue;
  violations.push(`modules import each other: ${cycle.join(' → ')}`);
}

for (const violation of violations) console.log(violation);
console.log(`${graph.size} modules, ${violations.length} violations of the layers`);
process.exitCode = violations.length > 0 ? 1 : 0;

/**
 * The scanners of one dialect call each other as its grammar nests.
 * @param {readonly string[]} cycle
 */
function isOneGrammar(cycle) {
  const folders = new Set(cycle.map((file) => path.posix.dirname(file)));
  return folders.size === 1 && /^server\/src\/core\/syntax\/\w+$/.test([...folders].join());
}

/**
 * The imported file relative to the project, or the name of a package.
 * @param {string} file
 * @param {string} specifier
 */
function resolve(file, specifier) {
  if (!specifier.startsWith('.')) return specifier;
  return path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts');
}
