// @ts-check
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../projectRoot.mjs';

const noRules = ['rule.ts', 'index.generated.ts'];

/** The ids of all rules: the names of their files. */
async function ruleIds() {
  const entries = await readdir(path.join(projectRoot, 'server', 'src', 'core', 'rules'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !noRules.includes(entry.name))
    .map((entry) => entry.name.slice(0, -'.ts'.length))
    .sort();
}

/** The module that lists all rules; each file exports its rule under its name in camel case. */
export async function ruleIndex() {
  const rules = (await ruleIds()).map((id) => ({ file: `./${id}.js`, names: `{ ${camelCase(id)} }` }));
  const imports = [...rules, { file: './rule.js', names: 'type { Rule }' }]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, names }) => `import ${names} from '${file}';`);
  return `// Written by scripts/generate.mjs from the names of the files beside it.
${imports.join('\n')}

/** All rules, by id. */
export const rules: readonly Rule[] = [
${rules.map(({ names }) => `  ${names.slice(2, -2)},`).join('\n')}
];
`;
}

/** @param {string} id */
export function camelCase(id) {
  return id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
