import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Dialect, FileDialect } from '../../server/src/core/syntax/dialect.js';
import { isQuotable, quoteWord, splitLikeShell } from '../../server/src/core/syntax/quote.js';
import { read } from './notation.js';

/** Where a word of a dialect stands that is no file of its own. */
const surroundings: Partial<Record<Dialect, readonly [FileDialect, (source: string) => string]>> = {
  json: ['dockerfile', (source) => `CMD ["imapsync", "--first", ${source}]\n`],
  yaml: ['yaml', (source) => `command: [imapsync, --first, ${source}]\n`],
  systemd: ['systemd', (source) => `ExecStart=imapsync --first ${source}\n`],
};

/** What reading the word that `source` is gives; the word must be the only one. */
function readBack(source: string, dialect: Dialect): string | null | undefined {
  const around = surroundings[dialect];
  if (around !== undefined) {
    const found = read(around[1](source), around[0]).invocations[0]!.words;
    return found.length === 2 ? found[1]!.value : undefined;
  }
  return dialect === 'json' ? undefined : readInFile(source, dialect);
}

function readInFile(source: string, dialect: FileDialect): string | null | undefined {
  const text = dialect === 'profile' ? `--first ${source}\n` : `imapsync --first ${source}\n`;
  const words = read(text, dialect).invocations[0]!.words;
  return words.length === 2 ? words[1]!.value : undefined;
}

describe('quoting words', function () {
  this.timeout(60_000);

  it('leaves words alone that need no quotes', () => {
    for (const dialect of ['posix', 'profile'] as const) {
      assert.equal(quoteWord('--host1', dialect), '--host1');
      assert.equal(quoteWord('a@b.c:993/x_y,z=1%+', dialect), 'a@b.c:993/x_y,z=1%+');
    }
  });

  it('uses single quotes unless told otherwise', () => {
    assert.equal(quoteWord("it's $x", 'posix'), "'it'\\''s $x'");
    assert.equal(quoteWord('$x "`\\', 'posix', 'double'), '"\\$x \\"\\`\\\\"');
    assert.equal(quoteWord('a b*', 'posix', 'bare'), 'a\\ b\\*');
    assert.equal(quoteWord('', 'posix'), "''");
    assert.equal(quoteWord("it's", 'profile'), "'it'\\''s'");
    assert.equal(quoteWord('a "b" $c\\', 'profile', 'double'), '"a "\\""b"\\"" $c\\"');
  });

  it('writes a batch file with double quotes, doubled percent signs and carets', () => {
    assert.equal(quoteWord('C:\\x\\y', 'cmd'), 'C:\\x\\y');
    assert.equal(quoteWord('a b', 'cmd'), '"a b"');
    assert.equal(quoteWord('a b', 'cmd', 'single'), '"a b"');
    assert.equal(quoteWord('C:\\a b\\', 'cmd'), '"C:\\a b\\\\"');
    assert.equal(quoteWord('50%', 'cmd'), '"50%%"');
    assert.equal(quoteWord('a&b^', 'cmd', 'bare'), 'a^&b^^');
    assert.equal(quoteWord('say "a & b"', 'cmd'), '^"say \\^"a ^& b\\^"^"');
    assert.equal(quoteWord('', 'cmd'), '""');
  });

  it('refuses what a batch file can not hold', () => {
    for (const value of ['a\nb', 'a\rb', 'a\0b']) assert.throws(() => quoteWord(value, 'cmd'), RangeError);
  });

  it('knows what means something to PowerShell', () => {
    const quoted = (value: string): string => quoteWord(value, 'powershell');
    for (const value of ['--host1', 'user@a.example', 'C:\\imapsync\\pass1', '993', '-ssl2', './a/b=c', '--a.b']) {
      assert.equal(quoted(value), value);
    }
    assert.equal(quoted('a,b'), "'a,b'");
    assert.equal(quoted('@args'), "'@args'");
    assert.equal(quoted('-host1=a.b'), "'-host1=a.b'");
    assert.equal(quoted('{x}'), "'{x}'");
    assert.equal(quoted(''), "''");
    assert.equal(quoted("it's \u2019"), "'it''s \u2019\u2019'");
    assert.equal(quoteWord('a "$x" `y`', 'powershell', 'double'), '"a `"`$x`" ``y``"');
    assert.equal(quoteWord('a b;\n', 'powershell', 'bare'), 'a` b`;`n');
    assert.equal(quoteWord('a*', 'powershell', 'bare'), "'a*'");
  });

  it('quotes an item of a list where the list would take it for something else', () => {
    assert.equal(quoteWord('--dry', 'json'), '"--dry"');
    assert.equal(quoteWord('--dry', 'yaml'), '--dry');
    assert.equal(quoteWord('--dry', 'yaml', 'double'), '"--dry"');
    for (const value of ['993', 'true', 'No', 'null', '~', '-', '', '#x', '*', 'a: b', 'a:', '{x}', '1e3', '.5']) {
      assert.equal(quoteWord(value, 'yaml'), `'${value}'`);
    }
    assert.equal(quoteWord("it's", 'yaml'), "'it''s'");
    assert.equal(quoteWord('a\nb', 'yaml'), '"a\\nb"');
    assert.equal(quoteWord('50% $x', 'systemd'), "'50%% $$x'");
  });

  it('refuses a dialect that is not read', () => {
    assert.throws(() => quoteWord('a b', 'table'), RangeError);
  });

  it('refuses what the options of an account table can not hold, and quotes nothing there', () => {
    for (const value of ['', 'a b', 'a\n', 'a;b', 'a,b', 'a|b', 'a:b', 'a\tb', '"a"']) {
      assert.equal(isQuotable(value, 'table'), false);
      assert.throws(() => quoteWord(value, 'table'), RangeError);
    }
    for (const value of ['--dry', "s/'//", 'a\\b', '$x', '*']) {
      assert.equal(isQuotable(value, 'table'), true);
      assert.equal(quoteWord(value, 'table', 'single'), value);
    }
    assert.equal(isQuotable('a b', 'posix'), true);
  });

  const special = fc.constantFrom(
    ...' \t\n\r\'"\\$`#~*?[]{},;&|<>()!=%^a1-/@.\u2018\u2019\u201d\u2013\u2014\u00e9\u00a0\ufeff\v\f'.split(''),
    '\r\n',
    '\\\n',
    '😀',
    '\ud800',
  );
  const values = fc.oneof(
    fc.array(special, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
  );
  const written = (dialect: Dialect): fc.Arbitrary<string> =>
    dialect === 'cmd'
      ? values.map((text) => text.replace(/[\r\n]/g, ''))
      : // Kubernetes has a meaning of its own for `$(`, in whatever quotes, and edits keep clear of it.
        dialect === 'yaml'
        ? values.map((text) => text.replaceAll('$(', '('))
        : values;
  for (const dialect of ['posix', 'profile', 'cmd', 'powershell', 'json', 'yaml', 'systemd'] as const) {
    for (const style of [undefined, 'single', 'double', 'bare'] as const) {
      it(`is undone by reading: ${dialect}, ${style ?? 'no style'}`, () => {
        fc.assert(
          fc.property(written(dialect), (value) =>
            assert.equal(readBack(quoteWord(value, dialect, style), dialect), value),
          ),
          { numRuns: 500 },
        );
      });
    }
  }
});

describe('splitting as a shell splits a value', () => {
  it('separates at blanks, tabs and line ends and gives quotes no meaning', () => {
    const text = `  --dry\t'a b'\n--x  `;
    assert.deepEqual(
      splitLikeShell(text).map(({ value, range }) => [value, text.slice(range.start, range.end)]),
      [
        ['--dry', '--dry'],
        ["'a", "'a"],
        ["b'", "b'"],
        ['--x', '--x'],
      ],
    );
    assert.deepEqual(splitLikeShell(' \n'), []);
  });
});
