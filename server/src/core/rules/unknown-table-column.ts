import { findOption } from '../catalogue/options.js';
import { optionTableOf } from '../catalogue/optionTables.js';
import { nearNames } from '../getopt/nearNames.js';
import type { OptionTable } from '../getopt/optionTable.js';
import type { TextRange } from '../text/range.js';
import { defineRule, type FileContext } from './rule.js';

const longestName = 40;
const mostSuggestions = 3;

export const unknownTableColumn = defineRule({
  id: 'unknown-table-column',
  severity: 'warning',
  category: 'usage',
  dialects: ['table'],
  summary: 'A column of an account table names no option, or one that another column names too.',
  messages: {
    unknown:
      'imapsync has no option --{name}, so the fields of this column are left out.{meant} A column for further options is called "options".',
    repeated:
      'The column --{name} stands more than once; where several of its fields are filled, imapsync will use the last one.',
  },
  checkFile(context) {
    const seen = new Set<string>();
    for (const { kind, name, range } of context.source.table?.columns ?? []) {
      if (range === null) continue;
      if (kind === 'unknown') reportUnknown(name, range, context);
      const fact = findOption(name);
      if (fact === undefined || fact.repeatable || kind === 'options') continue;
      if (seen.has(fact.name)) context.report({ range, message: 'repeated', data: { name } });
      seen.add(fact.name);
    }
  },
});

function reportUnknown(name: string, range: TextRange, { invocations, report }: FileContext): void {
  const candidates = meantBy(name, optionTableOf(invocations[0]?.release ?? null));
  const meant = candidates.map((each) => `--${each}`).join(' or ');
  report({
    range,
    message: 'unknown',
    data: {
      name: name.length > longestName ? `${name.slice(0, longestName)}…` : name,
      meant: meant === '' ? '' : ` Did you mean ${meant}?`,
    },
    // A column of notes is nothing to be warned of.
    ...(meant === '' ? { severity: 'info' } : {}),
    suggestions: () => candidates.map((each) => ({ title: `Change to ${each}`, edits: [{ range, newText: each }] })),
  });
}

/** The options that a heading can stand for: a shortened name is spelled out, since columns need whole names. */
function meantBy(name: string, table: OptionTable): readonly string[] {
  const found = table.lookUp(name);
  if (found !== undefined && 'definition' in found) return [found.definition.name];
  return nearNames(name, table).candidates.slice(0, mostSuggestions);
}
