import { quote } from 'shell-quote';
import type { PassPlan } from '../../../server/src/core/passes/passPlan.js';
import { passNames } from './passNames.js';

/** A plan in Markdown: the command with its private files by name, its folder, environment and changes. */
export function describePlan(title: string, plan: PassPlan): string {
  const lines = [`# ${passNames[plan.pass]}: ${escapeMarkdown(title)}`, ''];
  lines.push(
    'This is what will be started, without a shell. `{private}` is a folder that only you can read; it is deleted after the pass.',
    '',
  );
  lines.push('```sh', quoteCommand([plan.executable, ...plan.argv]), '```', '');
  lines.push(`Folder: ${code(plan.cwd)}`, '');
  const env = Object.entries(plan.env);
  if (env.length > 0) {
    lines.push('## Environment', '');
    for (const [name, value] of env) lines.push(`- ${code(name)}: ${value === null ? 'kept away' : code(value)}`);
    lines.push('');
  }
  lines.push('## Changed for this pass', '');
  for (const { option, action, reason } of plan.changes)
    lines.push(`- ${code(option)} ${action}: ${escapeMarkdown(reason)}`);
  return `${lines.join('\n')}\n`;
}

/** One option a line, so that long commands can be read; the slot of the private folder stays as it is. */
function quoteCommand(words: readonly string[]): string {
  let text = '';
  for (const [index, word] of words.entries()) {
    if (index > 0) text += word.startsWith('--') ? ' \\\n  ' : ' ';
    text += isPlain(word) ? word : quote([word]).replaceAll('\\{private\\}', '{private}');
  }
  return text;
}

/** No shell makes anything of it, so it needs no quotes. */
function isPlain(word: string): boolean {
  return /^[\w@%+=:,./-]+$/.test(word.replaceAll('{private}', 'private'));
}

function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${fence === '``' ? ` ${text} ` : text}${fence}`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&');
}
