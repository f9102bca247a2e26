import { readdirSync, readFileSync } from 'node:fs';
import type { Severity } from '../../server/src/core/rules/rule.js';
import type { FileDialect } from '../../server/src/core/syntax/dialect.js';

const folder = new URL('../../../docs/rules/', import.meta.url);
const dialects: Readonly<Record<string, FileDialect>> = {
  sh: 'posix',
  imapsync: 'profile',
  'imapsync-table': 'table',
  'options-extra': 'options-extra',
  bat: 'cmd',
  powershell: 'powershell',
  dockerfile: 'dockerfile',
  yaml: 'yaml',
  systemd: 'systemd',
};

/** A problem that an example marks by carets below it: `    ^^^^^^^^^ messageKey severity`. */
export interface Mark {
  /** Zero-based line and columns (UTF-16) of the example without its mark lines. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity: Severity | null;
}

/** A fenced block: ```sh bad, ```sh bad crlf, ```sh good, ```sh fix, ```sh suggestion 2; the dialect is one of those above. */
export interface Example {
  readonly kind: 'bad' | 'good' | 'fix' | 'suggestion';
  /** Which suggestion was taken, from 1. */
  readonly number: number;
  readonly dialect: FileDialect;
  /** The text to lint, mark lines left out. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The lines of the example end as on Windows. */
  readonly windows: boolean;
  /** Line of the fence in the page, from 1. */
  readonly at: number;
}

export interface RulePage {
  readonly id: string;
  readonly text: string;
  readonly examples: readonly Example[];
}

/** All pages but the overview. */
export function readRulePages(): readonly RulePage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return { id: name.slice(0, -'.md'.length), text, examples: readExamples(text) };
    });
}

/** The examples of a page; throws for a fence whose words are not known. */
export function readExamples(page: string): readonly Example[] {
  const examples: Example[] = [];
  const lines = page.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const fence = /^```(\S*)\s*(.*)$/.exec(lines[index]!);
    if (fence === null) continue;
    const at = index + 1;
    const body: string[] = [];
    while (lines[++index] !== '```') {
      if (index >= lines.length) throw new Error(`the fence of line ${at} is not closed`);
      body.push(lines[index]!);
    }
    if (fence[2] === '') continue;
    const dialect = dialects[fence[1]!];
    const kind = /^(?:(bad|good|fix)|(suggestion) ([1-9]))( crlf)?$/.exec(fence[2]!);
    if (dialect === undefined || kind === null)
      throw new Error(`line ${at}: nobody knows what "${lines[at - 1]}" means`);
    examples.push({
      kind: (kind[1] ?? kind[2]) as Example['kind'],
      number: Number(kind[3] ?? 0),
      dialect,
      ...splitMarks(body),
      windows: kind[4] !== undefined,
      at,
    });
  }
  return examples;
}

function splitMarks(body: readonly string[]): Pick<Example, 'text' | 'marks'> {
  const text: string[] = [];
  const marks: Mark[] = [];
  for (const line of body) {
    const mark = /^ *(\^+)((?: +\^+)*) +(\w+)(?: (error|warning|info|hint))?$/.exec(line);
    if (mark === null) {
      text.push(line);
      continue;
    }
    for (const carets of line.matchAll(/\^+/g)) {
      marks.push({
        line: text.length - 1,
        start: carets.index,
        end: carets.index + carets[0].length,
        message: mark[3]!,
        severity: (mark[4] as Severity | undefined) ?? null,
      });
    }
  }
  return { text: `${text.join('\n')}\n`, marks };
}
