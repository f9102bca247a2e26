import type { TextRange } from '../../text/range.js';
import { columnNames } from './columnNames.generated.js';

/**
 * What the fields of a column are: the value of an option, yes or no for a switch (one with a no-form is `negatable`),
 * further options, nothing that imapsync has a name for, or a heading without a word.
 */
export type ColumnKind = 'value' | 'switch' | 'negatable' | 'options' | 'unknown' | 'unnamed';

export interface TableColumn {
  readonly kind: ColumnKind;
  /** In lower case and without dashes; of an option column a name or an alias of the option. */
  readonly name: string;
  /** The name in the header line; null where there is no such line. */
  readonly range: TextRange | null;
}

/** How the rows of an account table are to be read. */
export interface TableFormat {
  readonly separator: string;
  /** The header line, without its line end. */
  readonly header: TextRange | null;
  readonly columns: readonly TableColumn[];
  /** Most rows have as many fields as there are columns. */
  readonly fits: boolean;
}

const kinds = new Map<string, ColumnKind>();
for (const kind of ['value', 'switch', 'negatable'] as const) {
  for (const name of columnNames[kind].split(' ')) {
    kinds.set(name, kind);
    if (kind === 'negatable') kinds.set(`no${name}`, 'switch').set(`no-${name}`, 'switch');
  }
}
for (const name of ['options', 'extra', 'extras', 'extraoptions']) kinds.set(name, 'options');

/** A column by its heading: any name of an option, with or without dashes, in any letter case. */
export function columnNamed(heading: string, range: TextRange): TableColumn {
  const name = heading
    .trim()
    .replace(/^-{1,2}(?=[a-z])/i, '')
    .toLowerCase();
  if (name === '') return { kind: 'unnamed', name, range };
  const kind = kinds.get(name) ?? (kinds.get(name.replace(/[ _-]/g, '')) === 'options' ? 'options' : 'unknown');
  return { kind, name, range };
}

/** Without a header line: the order of `file.txt` among imapsync's examples, a column for further options at the end. */
export const usualColumns: readonly TableColumn[] = [
  ...['host1', 'user1', 'password1', 'host2', 'user2', 'password2'].map(
    (name): TableColumn => ({ kind: 'value', name, range: null }),
  ),
  { kind: 'options', name: 'options', range: null },
];

const accountNames = new Set(['host1', 'host2', 'user1', 'user2', 'password1', 'password2', 'passfile1', 'passfile2']);

/** How many of the columns name options; 0 where none of those is about an account. */
export function countNamed(columns: readonly TableColumn[]): number {
  if (!columns.some(({ name }) => accountNames.has(name))) return 0;
  return columns.filter(({ kind }) => kind !== 'unknown' && kind !== 'unnamed').length;
}
