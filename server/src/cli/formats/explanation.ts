import type { ExplainedInvocation, ExplainedSetting, ExplainOutput } from '../../core/languageService.js';
import { columns } from './columns.js';
import { harmless } from './snippet.js';

/** For people: for each command a table of what it says and what follows from that, then one of what is left to defaults. */
export function explanation(output: ExplainOutput & { readonly path: string }): string {
  return output.invocations.map((invocation) => commandText(invocation, output.path)).join('\n');
}

function commandText({ headRange, accounts, remarks, settings }: ExplainedInvocation, path: string): string {
  const { line, character } = headRange.start;
  const given = settings.filter((setting) => !isDefault(setting));
  const left = settings.filter(isDefault);
  return [
    `${harmless(path)}:${line + 1}:${character + 1}: ${harmless(accounts)}\n`,
    ...remarks.map((remark) => `! ${harmless(remark)}\n`),
    '\n',
    columns(given.map(row)),
    given.length > 0 && left.length > 0 ? '\n' : '',
    columns(left.map(row)),
  ].join('');
}

/** Nobody said anything about it. */
function isDefault({ origin, by, overrides }: ExplainedSetting): boolean {
  return (origin === 'default' || (origin === 'unknown' && by === null)) && overrides === null;
}

function row(setting: ExplainedSetting): readonly string[] {
  const { option, note, range, overrides } = setting;
  const place = range === null ? '' : `${range.start.line + 1}:${range.start.character + 1}`;
  const remarks = [
    ...(setting.origin === 'unknown' && note !== null ? [] : [originText(setting)]),
    ...(note === null ? [] : [note]),
    ...(overrides === null ? [] : [`instead of ${valueText(overrides)} (${originText(overrides)})`]),
  ];
  return [`  --${option}`, valueText(setting), place, harmless(remarks.join('; '))];
}

const longestValue = 60;

function valueText({ value, shown }: ExplainedSetting): string {
  if (value === true) return 'on';
  if (value === false) return 'off';
  const text = value ?? shown;
  if (text === null) return '?';
  if (text === '') return "''";
  const safe = harmless(text);
  return safe.length > longestValue ? `${safe.slice(0, longestValue - 1)}…` : safe;
}

function originText({ origin, by, certain }: ExplainedSetting): string {
  const maybe = certain ? '' : ', unless something unseen says otherwise';
  switch (origin) {
    case 'written':
      return 'written';
    case 'options-extra':
      return `from ${by}`;
    case 'preset':
      return `preset ${dashed(by)}${maybe}`;
    case 'implied':
      return `by ${dashed(by)}${maybe}`;
    case 'environment':
      return `variable ${by}`;
    case 'passfile':
      return `from ${dashed(by)}`;
    case 'default':
      return 'default';
    case 'unknown':
      return 'not known';
  }
}

/** `gmail1+gmail2` → `--gmail1 --gmail2` */
function dashed(by: string | null): string {
  return (by ?? '')
    .split('+')
    .map((name) => `--${name}`)
    .join(' ');
}
