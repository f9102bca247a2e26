// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { columnNames } from './generate/columnNames.mjs';
import { configSchema } from './generate/configSchema.mjs';
import { extensionManifest } from './generate/extensionManifest.mjs';
import { formatted } from './generate/formatted.mjs';
import { loadRules } from './generate/loadRules.mjs';
import { ruleIndex } from './generate/ruleIndex.mjs';
import { ruleTable } from './generate/ruleTable.mjs';
import { tableGrammar } from './generate/tableGrammar.mjs';
import { projectRoot } from './projectRoot.mjs';

// `npm run generate [-- --check]`: writes what follows from the catalogue of options and from the files in
// server/src/core/rules. With --check it writes nothing and fails when something is stale.
const check = process.argv.includes('--check');

/** @type {string[]} */
const stale = [];

/**
 * @param {string} file relative to the project
 * @param {string} text
 */
async function put(file, text) {
  const target = path.join(projectRoot, file);
  const wanted = await formatted(file, text);
  const present = await readFile(target, 'utf8').catch(() => null);
  if (present === wanted) return;
  stale.push(file);
  if (!check) await writeFile(target, wanted);
}

await put('server/src/core/syntax/table/columnNames.generated.ts', await columnNames());
await put('syntaxes/imapsync-table.tmLanguage.json', tableGrammar());
await put('server/src/core/rules/index.generated.ts', await ruleIndex());
if (!check || stale.length === 0) {
  const rules = await loadRules();
  await put('package.json', await extensionManifest(rules));
  await put('schemas/imapsync-lint.schema.json', configSchema(rules));
  await put('docs/rules/README.md', await ruleTable(rules));
}
for (const file of stale) console.log(check ? `stale: ${file} (npm run generate)` : `written: ${file}`);
process.exitCode = check && stale.length > 0 ? 1 : 0;
