// @ts-check
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../projectRoot.mjs';

const begin = '<!-- table written by scripts/generate.mjs: begin -->';
const end = '<!-- table written by scripts/generate.mjs: end -->';

/**
 * docs/rules/README.md with its table of rules; everything else in it is written by hand.
 * @param {readonly import('./levels.mjs').Rule[]} rules
 */
export async function ruleTable(rules) {
  const file = path.join(projectRoot, 'docs', 'rules', 'README.md');
  const text = await readFile(file, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} has lost the comments around its table`);
  const rows = rules.map(
    ({ id, category, severity, summary }) => `| [${id}](${id}.md) | ${category} | ${severity} | ${summary} |`,
  );
  const table = ['| rule | category | level | what goes wrong |', '| --- | --- | --- | --- |', ...rows];
  return `${text.slice(0, from + begin.length)}\n${table.join('\n')}\n${text.slice(to)}`;
}
