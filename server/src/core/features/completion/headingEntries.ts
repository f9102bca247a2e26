import { findOption, optionFacts } from '../../catalogue/options.js';
import { columnNamed } from '../../syntax/table/columns.js';
import type { CompletionEntry } from './entry.js';
import { optionUsage } from './optionUsage.js';
import type { HeadingPlace } from './place.js';

const accountColumns = ['host1', 'user1', 'passfile1', 'host2', 'user2', 'passfile2'];

/** The columns that an account table does not have yet: those of an account, further options, then any option. */
export function headingEntries({ others, separator, range }: HeadingPlace): readonly CompletionEntry[] {
  const named = others.map((heading) => columnNamed(heading, range)).filter(({ name }) => name !== '');
  const given = new Set(named.map(({ name }) => findOption(name)?.name ?? name));
  const entries: CompletionEntry[] = [];
  const add = (name: string, detail: string, text = name): void => {
    entries.push({
      label: text,
      kind: 'column',
      detail,
      hint: null,
      change: { range, newText: text },
      filterText: text,
      ...(findOption(name) === undefined ? {} : { explained: { option: name } }),
    });
  };
  if (others.every((other) => other === '')) {
    const line = [...accountColumns, 'options'].join(separator);
    add('', 'a whole header line: the accounts, then further options', line);
  }
  for (const name of accountColumns) if (!given.has(name)) add(name, findOption(name)!.summary);
  if (!named.some(({ kind }) => kind === 'options')) add('options', 'further options of the row, parted by blanks');
  const rest = optionFacts.filter(
    ({ name, noEffect }) => !accountColumns.includes(name) && !given.has(name) && !noEffect,
  );
  rest.sort((a, b) => (optionUsage[b.name] ?? 0) - (optionUsage[a.name] ?? 0));
  for (const { name, summary } of rest) add(name, summary);
  return entries;
}
