import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSource } from '../../server/src/core/syntax/readSource.js';
import type { SourceFile } from '../../server/src/core/syntax/source.js';
import { checkInvariants, read } from './notation.js';

const row = 'imap.a;anna;p1;imap.b;bert;p2';
const argv = ['--host1', 'imap.a', '--user1', 'anna', '--password1', 'p1', '--host2', 'imap.b', '--user2', 'bert'];
const whole = [...argv, '--password2', 'p2'];

function argvs(text: string): (string | null)[][] {
  return read(text, 'table').invocations.map(({ words }) => words.map(({ value }) => value));
}

function defects(text: string): (string | undefined)[] {
  return read(text, 'table').invocations.map(({ table }) => table?.defect?.kind);
}

describe('account tables', () => {
  it('have the columns of the examples of imapsync where no header line names others', () => {
    assert.deepEqual(argvs(row), [whole]);
    assert.deepEqual(argvs(`${row};`), [whole]);
    assert.deepEqual(argvs(`${row};;`), [whole]);
    assert.deepEqual(argvs(`${row};--dry --subfolder2 foo;`), [[...whole, '--dry', '--subfolder2', 'foo']]);
    assert.deepEqual(argvs(`${row};;this is behind`), [[]]);
    assert.deepEqual(argvs('imap.a;anna;;imap.b;bert;;'), [
      [...argv.map((word) => (word === 'p1' ? '' : word)), '--password2', ''],
    ]);
  });

  it('may hold comments, blank lines, CRLF and a byte order mark', () => {
    const text = `\ufeff# note\r\n\r\n${row};\r\n  \r\n#${row}\r\n${row}`;
    assert.deepEqual(argvs(text), [whole, whole]);
    assert.deepEqual(
      read(text, 'table').comments.map(({ text: comment, ownLine }) => [comment, ownLine]),
      [
        [' note', true],
        [row, true],
      ],
    );
  });

  it('take a blank in front of a comment sign for what imapsync would get', () => {
    assert.deepEqual(defects(`${row}\n # note\n`), [undefined, 'too-few-fields']);
  });

  for (const separator of [';', ',', '|', ':', '\t']) {
    it(`are parted by ${JSON.stringify(separator)} where that gives six fields`, () => {
      const text = row.replaceAll(';', separator);
      assert.deepEqual(argvs(`# a;b;c;d;e;f;g\n${text}${separator}`), [whole]);
      assert.equal(read(text, 'table').table?.separator, separator);
    });
  }

  it('are parted by one separator in all rows, whatever passwords hold', () => {
    const text = 'imap.a;anna;p,,,,,,;imap.b;bert;p||||||\nimap.a;carl;x;imap.b;carl;y\n';
    assert.equal(read(text, 'table').table?.separator, ';');
    const commas = text.replaceAll(';', '/').replaceAll(',', ';').replaceAll('/', ',');
    assert.equal(read(commas, 'table').table?.separator, ',');
  });

  it('are parted by colons only where nothing else parts the rows', () => {
    const separatorOf = (text: string): string | undefined => read(text, 'table').table?.separator;
    assert.equal(separatorOf('2001:db8::1;anna;p1;2001:db8::2;bert;p2'), ';');
    assert.equal(separatorOf('2001:db8::1;anna;p1;2001:db8::2;bert'), ';');
    assert.equal(separatorOf('[::1]:993,anna,a:b:c:d'), ',');
    assert.equal(separatorOf('imap.a:anna:p1:imap.b:bert:p2'), ':');
  });

  it('keep blanks and quotes of fields as a shell does that reads them', () => {
    const text = 'imap.a; anna ;"p1";imap.b;bert;p"2';
    assert.deepEqual(argvs(text)[0], [
      ...['--host1', 'imap.a', '--user1', ' anna ', '--password1', '"p1"'],
      ...['--host2', 'imap.b', '--user2', 'bert', '--password2', 'p"2'],
    ]);
  });

  it('split further options at blanks and know no quotes there', () => {
    assert.deepEqual(argvs(`${row};\t--a  "b c" 'd'\\e ;`)[0]!.slice(12), ['--a', '"b', 'c"', "'d'\\e"]);
  });

  it('name their columns in a header line, in any order', () => {
    assert.deepEqual(argvs('USER2;--user1; port1 ;Extra Options\nbert;anna;993;--dry\n'), [
      ['--user2', 'bert', '--user1', 'anna', '--port1', '993', '--dry'],
    ]);
    assert.deepEqual(argvs('options,user1,user2\n--subfolder2,anna,bert\n'), [
      ['--user1', 'anna', '--user2', 'bert', '--subfolder2'],
    ]);
  });

  it('leave out what a header line does not name as an option, and empty fields', () => {
    assert.deepEqual(argvs('note;user1;;user2;port1;\nx;anna;y;bert;;\n'), [['--user1', 'anna', '--user2', 'bert']]);
  });

  it('write yes or no into the columns of switches', () => {
    const rows = ['yes', 'NO', '1', 'off', '', 'x'].map((value) => `anna;bert;${value};${value};${value}`);
    assert.deepEqual(
      argvs(['user1;user2;ssl1;gmail1;nossl2', ...rows].join('\n')).map((words) => words.slice(4).join(' ')),
      ['--ssl1 --gmail1 --nossl2', '--nossl1', '--ssl1 --gmail1 --nossl2', '--nossl1', '', '--ssl1 --gmail1 --nossl2'],
    );
    assert.deepEqual(defects('user1;user2;ssl1\na;b;c'), ['no-switch']);
  });

  it('may quote fields below a header line as spreadsheets do', () => {
    const text = 'user1,user2,options\n"an,""na""",bert,"--f1f2 ""a""=b --dry"\n';
    assert.deepEqual(argvs(text), [['--user1', 'an,"na"', '--user2', 'bert', '--f1f2', '"a"=b', '--dry']]);
    const [invocation] = read(text, 'table').invocations;
    const [dry] = invocation!.words.slice(-1);
    assert.equal(text.slice(dry!.range.start, dry!.range.end), '--dry');
    assert.deepEqual(defects('user1,user2\n"a,b\n"a"b,c\na,"b"\n'), ['open-quote', 'open-quote', undefined]);
  });

  it('place each option at its field', () => {
    const [invocation] = read(`${row};--dry`, 'table').invocations;
    const text = `${row};--dry`;
    assert.deepEqual(
      invocation!.words.map(({ range }) => text.slice(range.start, range.end)),
      [...row.split(';').flatMap((field) => [field, field]), '--dry'],
    );
    assert.deepEqual(invocation!.range, { start: 0, end: text.length });
  });

  it('have no words in rows that do not fit', () => {
    const text = [row, 'imap.a;anna;p1;imap.b;bert', `${row};p3`, `${row};--dry;;x`, row].join('\n');
    assert.deepEqual(defects(text), [undefined, 'too-few-fields', 'no-options', 'too-many-fields', undefined]);
    assert.deepEqual(
      argvs(text).map((words) => words.length),
      [12, 0, 0, 0, 12],
    );
  });

  it('complain once where hardly any row fits', () => {
    assert.deepEqual(defects('a;b;c\nd;e;f\ng;h;i\n'), ['too-few-fields', undefined, undefined]);
  });

  const line = fc.array(
    fc.constantFrom(
      row,
      ';',
      ',',
      ':',
      '|',
      '\t',
      '"',
      '""',
      ' ',
      '#',
      'user1',
      'user2',
      'yes',
      '--dry',
      '\r',
      '\0',
      'ü',
      '\ud800',
      '\ufeff',
      '',
    ),
    { maxLength: 9 },
  );
  const table = fc
    .array(
      line.map((parts) => parts.join('')),
      { maxLength: 8 },
    )
    .map((lines) => lines.join('\n'));

  it('are read whatever they hold, every range inside the text', () => {
    fc.assert(
      fc.property(table, (text) => void read(text, 'table')),
      { numRuns: 2000 },
    );
  });

  it('are read the same where only changes are read anew', () => {
    const view = ({ invocations, comments, lines, table: format }: SourceFile): unknown =>
      structuredClone({
        invocations: invocations.map(({ range, words, table: facts }) => ({
          range,
          facts,
          words: words.map(({ range: at, value, pieces }) => ({ at, value, pieces })),
        })),
        comments,
        lines: [...(lines?.offsets ?? [])],
        format,
      });
    fc.assert(
      fc.property(table, fc.array(fc.tuple(fc.nat(), fc.nat(12), line), { maxLength: 8 }), (start, edits) => {
        let text = `${row}\n${row}\n${start}`;
        let file = readSource(text, 'table');
        for (const [at, removed, parts] of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + parts.join('') + text.slice(from + removed);
          file = readSource(text, 'table', file);
          checkInvariants(file);
          assert.deepEqual(view(file), view(readSource(text, 'table')));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('take linear time for any number of quotes and separators', () => {
    for (const part of [';', '"', '",', '""', ';"', '\n', ',\n', '"\n', 'x\n', '#', '# \n', ' ', '\t', 'user1;']) {
      for (const head of ['', 'user1,user2,options\n', `${row}\n`]) {
        const text = head + part.repeat(50_000);
        assert.equal(readSource(text, 'table').text, text);
      }
    }
  });
});
