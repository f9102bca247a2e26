import { type Rule, rules } from '../../core/languageService.js';
import { type ExitCode, exitCode, UsageProblem } from '../exitCode.js';
import { columns } from '../formats/columns.js';
import type { CliHost } from '../host.js';
import { type OptionShapes, oneOf, readArguments } from '../readArguments.js';

export const rulesHelp = `Usage: imapsync-lint rules [--format pretty|json] [NAME]

Lists the rules, or prints the page of one, which is Markdown.

  --format pretty|json   how to print (default: pretty)
  -h, --help             print this text
`;

const shapes: OptionShapes = { format: { value: true } };

/** Lists the rules or describes one. */
export async function runRules(words: readonly string[], host: CliHost): Promise<ExitCode> {
  const read = readArguments(words, shapes);
  const json = oneOf(read, 'format', ['pretty', 'json']) === 'json';
  const [name] = read.rest;
  if (read.rest.length > 1) throw new UsageProblem('Name one rule, or none for all of them.');
  if (name === undefined) {
    const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
    host.stdout.write(
      json ? jsonText(sorted.map(brief)) : columns(sorted.map((rule) => [rule.id, rule.severity, rule.summary])),
    );
    return exitCode.clean;
  }
  const rule = rules.find(({ id }) => id === name);
  if (rule === undefined) throw new UsageProblem(`There is no rule "${name}"; imapsync-lint rules lists them.`);
  host.stdout.write(json ? jsonText(whole(rule)) : (host.rulePage(rule.id)?.text ?? described(rule)));
  return exitCode.clean;
}

function brief({ id, severity, category, summary }: Rule) {
  return { name: id, severity, category, summary };
}

function whole(rule: Rule) {
  return { ...brief(rule), dialects: rule.dialects ?? null, messages: rule.messages };
}

function described(rule: Rule): string {
  const messages = Object.values(rule.messages).map((message) => `  - ${message}\n`);
  const dialects = rule.dialects === undefined ? '' : `Applies to: ${rule.dialects.join(', ')}\n`;
  return `${rule.id} (${rule.severity}, ${rule.category})\n${rule.summary}\n${dialects}\nIt says:\n${messages.join('')}`;
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
