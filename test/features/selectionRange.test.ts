import assert from 'node:assert/strict';
import { createLanguageService, type FileDialect } from '../../server/src/core/languageService.js';
import { marked } from './cursor.js';
import { samples } from './dialectSamples.js';

const service = createLanguageService();

/** What is selected from step to step at the mark, without the whole file at the end. */
function steps(source: string, dialect: FileDialect = 'posix'): readonly string[] {
  const { text, offset, analysis } = marked(source, dialect);
  const ranges = service.selectionRanges(analysis, offset);
  assert.deepEqual(ranges.at(-1), { start: 0, end: text.length });
  return ranges.slice(0, -1).map(({ start, end }) => text.slice(start, end));
}

describe('selection ranges', () => {
  it('grow from a piece of a word over value and option to the command', () => {
    assert.deepEqual(steps('sudo imapsync --user1 "an|na@$DOMAIN" --dry # x\n'), [
      ...['anna@', 'anna@$DOMAIN', '"anna@$DOMAIN"', '--user1 "anna@$DOMAIN"'],
      ...['sudo imapsync --user1 "anna@$DOMAIN" --dry', 'sudo imapsync --user1 "anna@$DOMAIN" --dry # x'],
    ]);
    assert.deepEqual(steps('imapsync --user1=an|na --dry\n').slice(0, 3), [
      ...['anna', '--user1=anna', 'imapsync --user1=anna --dry'],
    ]);
    assert.deepEqual(steps('imapsync --us|er1=anna --dry\n').slice(0, 2), ['--user1', '--user1=anna']);
  });

  for (const { what, dialect, text, rows } of samples) {
    it(`know word, option and command in ${what}`, () => {
      const at = text.indexOf('anna') + 1;
      const found = steps(`${text.slice(0, at)}|${text.slice(at)}`, dialect);
      assert.ok(found.includes('anna'));
      if (rows !== true)
        assert.ok(
          found.some((one) => /^"?--user1"?(?: |, |\s+- )"?anna"?$/.test(one)),
          found.join('\n'),
        );
      assert.ok(found.some((one) => /imap\.a\.example.*--delete2/s.test(one)));
    });
  }

  it('go on with the blocks of the script', () => {
    const loop = 'for u in a; do\n  { imapsync --user1 x; }\ndone';
    assert.deepEqual(steps(`f() {\n${loop.replace('x', 'x|')}\n}\necho\n`).slice(2), [
      ...['imapsync --user1 x', '{ imapsync --user1 x; }', '  { imapsync --user1 x; }', loop, `f() {\n${loop}\n}`],
    ]);
    assert.deepEqual(steps('function F {\n  imapsync --d|ry\n}\n', 'powershell').slice(-1), [
      'function F {\n  imapsync --dry\n}',
    ]);
    assert.deepEqual(steps('for %%a in (x) do (\n  imapsync --d|ry\n)\n', 'cmd').slice(-1), [
      'for %%a in (x) do (\n  imapsync --dry\n)',
    ]);
  });

  it('know what variables hold, and assignments', () => {
    assert.deepEqual(steps('OPTS="--maxsize 5|0 --dry"\nimapsync $OPTS\n'), [
      ...['50', '--maxsize 50', 'OPTS="--maxsize 50 --dry"'],
    ]);
    assert.deepEqual(steps('OPTS="--dry"\nimapsync $OP|TS\n').slice(0, 2), ['$OPTS', 'imapsync $OPTS']);
  });

  it('know comments, directives and the rules in them', () => {
    assert.deepEqual(steps('  # imapsync-lint: disable=del|ete-2 -- why\nimapsync --dry\n'), [
      ...['delete-2', 'imapsync-lint: disable=delete-2 -- why', '# imapsync-lint: disable=delete-2 -- why'],
      '  # imapsync-lint: disable=delete-2 -- why',
    ]);
  });

  it('select the field of a table without its quotes first', () => {
    assert.deepEqual(steps('host1;user1;host2\n"a|";b;c\n', 'table'), ['a', '"a"', '"a";b;c']);
  });
});
