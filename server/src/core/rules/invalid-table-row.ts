import type { RowDefect } from '../syntax/table/tableRow.js';
import { defineRule } from './rule.js';

const unread = 'so the row is not read';

export const invalidTableRow = defineRule({
  id: 'invalid-table-row',
  severity: 'error',
  category: 'usage',
  dialects: ['table'],
  summary: 'The fields of a row in an account table do not fit its columns.',
  messages: {
    tooFew: `This row has {found} fields, separated by {separator}, where {columns} are needed: nobody can tell which is missing, ${unread}. {advice}`,
    tooMany: `Something stands behind the last column, ${unread}. A password or a name that holds {separator} falls apart there, and all fields behind it move on. {repair}`,
    noOptions: `This field is for further options, which begin with a hyphen, and it holds something else, ${unread}. A password or a name that holds {separator} falls apart there, and all fields behind it move on. {repair}`,
    openQuote: `A field that begins with a double quote ends with one, directly before the next {separator}, and holds two for each of its own. This one does not, ${unread}.`,
    noSwitch: `--{column} is a switch and this field says neither yes nor no, ${unread}. Write yes or no, or leave the field empty.`,
  },
  check({ range, syntax }, { report, source }) {
    const defect = syntax.table?.defect;
    const table = source.table;
    if (defect == null || table === undefined) return;
    const named = table.header !== null;
    const separator = separatorNames[table.separator] ?? 'the separator';
    const columns = table.columns.filter(({ kind }) => kind !== 'options').map(({ name }) => name || '(unnamed)');
    report({
      range: defect.range.start === defect.range.end ? range : defect.range,
      message: keys[defect.kind],
      data: {
        separator,
        found: 'found' in defect ? String(defect.found) : '',
        columns: `${columns.length} (${columns.join(', ')})`,
        column: 'column' in defect ? defect.column : '',
        advice: named
          ? 'Keep the separators of empty fields.'
          : 'Keep the separators of empty fields, or name other columns in a header line.',
        repair: named ? 'Put that field into double quotes.' : `Separate all columns by a sign that no field holds.`,
      },
    });
  },
});

const keys: Readonly<Record<RowDefect['kind'], string>> = {
  'too-few-fields': 'tooFew',
  'too-many-fields': 'tooMany',
  'no-options': 'noOptions',
  'open-quote': 'openQuote',
  'no-switch': 'noSwitch',
};

const separatorNames: Readonly<Record<string, string>> = {
  ';': 'a semicolon',
  ',': 'a comma',
  '|': 'a vertical bar',
  ':': 'a colon',
  '\t': 'a tab',
};
