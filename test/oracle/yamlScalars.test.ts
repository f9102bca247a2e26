import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import type { YamlNode } from '../../server/src/core/syntax/embedded/yaml/nodes.js';
import { parseYaml } from '../../server/src/core/syntax/embedded/yaml/parseYaml.js';
import { scalarText } from '../../server/src/core/syntax/embedded/yaml/scalarText.js';

/** What our reading of a text holds; null for what only another place of the file knows. */
function plain(text: string, node: YamlNode | null): unknown {
  if (node === null || node.kind === 'alias') return null;
  if (node.kind === 'scalar') return scalarText(text, node).text;
  if (node.kind === 'list') return node.items.map((item) => plain(text, item));
  return Object.fromEntries(node.entries.map(({ key, value }) => [scalarText(text, key).text, plain(text, value)]));
}

const words = fc.constantFrom(
  'imapsync',
  '--host1',
  'a b',
  'x: y',
  '# c',
  "it's",
  '"q"',
  '\\',
  '\t',
  'é😀',
  '-',
  '--- x',
  '[a]',
  '{b}',
  '',
  ' ',
  'a#b',
  'a:b',
  '%',
  '$X',
  '\n',
  '\n\n',
  '- z',
);
const values = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(''));

const scalar = (indent: number): fc.Arbitrary<string> => {
  const pad = ' '.repeat(indent);
  const block = fc
    .array(fc.tuple(fc.constantFrom('', '', ' ', '  '), fc.constantFrom('imapsync --a \\', '--b', '', 'c d')), {
      minLength: 1,
      maxLength: 5,
    })
    .map((lines) => {
      const body = lines.map(([more, text], index) => (text === '' ? '' : pad + (index === 0 ? '' : more) + text));
      return body[0] === '' ? [`${pad}x`, ...body.slice(1)] : body;
    });
  return fc.oneof(
    values.map((value) => JSON.stringify(value)),
    values.map((value) => `'${value.replaceAll("'", "''").replace(/[\n\t]/g, ' ')}'`),
    fc.constantFrom(
      'imapsync --a',
      '--b',
      'c#d',
      'e:f',
      '-g',
      `imapsync\n${pad} --h`,
      `"i\n${pad}  j\\\n${pad} k"`,
      `'l\n\n${pad} m'`,
    ),
    fc.tuple(fc.constantFrom('|', '>', '|-', '>-'), block).map(([sign, body]) => `${sign}\n${body.join('\n')}`),
  );
};

const node = (indent: number, depth: number): fc.Arbitrary<string> => {
  const pad = ' '.repeat(indent);
  if (depth === 0) return scalar(indent + 2).map((text) => ` ${text}\n`);
  const inner = fc.oneof(
    scalar(indent + 2).map((text) => ` ${text}\n`),
    node(indent + 2, depth - 1),
  );
  const comment = fc.constantFrom('', '', `${pad}# note\n`, '\n');
  return fc.oneof(
    fc
      .array(fc.tuple(comment, inner), { minLength: 1, maxLength: 4 })
      .map((items) => `\n${items.map(([note, text]) => `${note}${pad}-${text}`).join('')}`),
    fc
      .array(fc.tuple(comment, inner), { minLength: 1, maxLength: 4 })
      .map((entries) => `\n${entries.map(([note, text], index) => `${note}${pad}k${index}:${text}`).join('')}`),
    fc
      .array(
        values.map((value) => JSON.stringify(value)),
        { maxLength: 4 },
      )
      .map((items) => ` [${items.join(', ')}] # c\n`),
    fc.constantFrom(
      ' {a: b, "c": [d, \'e\']}\n',
      ` [\n${pad}  a,\n${pad}  b c, # d\n${pad} ]\n`,
      '\n',
      ' # only a comment\n',
    ),
  );
};

describe('YAML as the package yaml reads it', function () {
  this.timeout(60_000);

  it('gives the same strings, lists and maps', () => {
    const files = fc
      .array(node(2, 3), { minLength: 1, maxLength: 3 })
      .map((nodes) => nodes.map((text, index) => `top${index}:${text}`).join(''));
    let compared = 0;
    fc.assert(
      fc.property(files, (text) => {
        const [document] = parseAllDocuments(text, { schema: 'failsafe' });
        if (document === undefined || !('contents' in document) || document.errors.length > 0) return;
        compared += 1;
        // A key or an item with nothing behind it holds the empty string there, and nothing here.
        const expected = JSON.parse(JSON.stringify(document.toJS()), (_, value) =>
          value === '' ? null : value,
        ) as unknown;
        const ours = JSON.parse(JSON.stringify(plain(text, parseYaml(text, () => undefined)[0] ?? null)), (_, value) =>
          value === '' ? null : value,
        ) as unknown;
        assert.deepEqual(ours, expected, text);
      }),
      { numRuns: 1500 },
    );
    assert.ok(compared > 1000, `${compared} texts were compared`);
  });
});
