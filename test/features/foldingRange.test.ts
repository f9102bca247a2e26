import assert from 'node:assert/strict';
import { analyse, createLanguageService, type FileDialect } from '../../server/src/core/languageService.js';
import { samples } from './dialectSamples.js';

const service = createLanguageService();

/** Each fold by its first and last line, counted from 0, and its kind. */
function folds(text: string, dialect: FileDialect = 'posix'): readonly string[] {
  return service
    .foldingRanges(analyse(text, dialect))
    .map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === null ? '' : ` ${kind}`}`);
}

describe('folding', () => {
  it('hides the lines of a command behind its first', () => {
    assert.deepEqual(folds('imapsync \\\n--host1 a \\\n--host2 b\necho done\n'), ['0-2']);
    assert.deepEqual(folds('imapsync ^\r\n--host1 a ^\r\n--host2 b\r\n', 'cmd'), ['0-2']);
    assert.deepEqual(folds('& imapsync `\n--host1 a\n', 'powershell'), ['0-1']);
    assert.deepEqual(folds('imapsync --host1 a\n'), []);
  });

  for (const { what, dialect, text, rows } of samples) {
    it(`covers the command in ${what}`, () => {
      const analysis = analyse(text, dialect);
      const [invocation] = analysis.invocations;
      const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
      const start = lineOf(invocation!.range.start);
      const end = lineOf(invocation!.range.end);
      const found = service.foldingRanges(analysis).find(({ startLine }) => startLine === start);
      if (start === end || rows === true) assert.equal(found, undefined);
      else assert.equal(found?.endLine, end);
    });
  }

  it('finds here-documents and values of several lines', () => {
    assert.deepEqual(folds("cat <<A <<-'B'\nx\nA\n\ty\n\tB\nimapsync --dry\n"), ['0-2', '2-4']);
    assert.deepEqual(folds('OPTS="--dry\n--ssl1"\nARGS=(\n--ssl2\n)\nimapsync $OPTS "${ARGS[@]}"\n'), ['0-1', '2-4']);
    assert.deepEqual(folds('echo "<<A"\nx\nA\nimapsync --dry\n'), []);
    assert.deepEqual(folds("$text = @'\n--dry\n'@\nimapsync $text\n", 'powershell'), ['0-2']);
  });

  it('keeps here-documents in place while the text around them is edited', () => {
    const text = 'imapsync --dry\ncat <<A\nx\nA\nimapsync --dry\ncat <<B\ny\nB\nimapsync --dry\n';
    const edited = text.replace('imapsync --dry\ncat <<B', 'echo\nimapsync --dry --ssl1\ncat <<B');
    const analysis = analyse(edited, 'posix', analyse(text, 'posix'));
    assert.deepEqual(
      service.foldingRanges(analysis).map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [1, 3],
        [6, 8],
      ],
    );
  });

  it('finds blocks of comments, of which a directive is none', () => {
    assert.deepEqual(folds('# a\n# b\nimapsync --dry\n# c\n\n# d\n'), ['0-1 comment']);
    assert.deepEqual(folds('# a\n# imapsync-lint: disable-file\n# b\nimapsync --dry\n'), []);
    assert.deepEqual(folds('rem a\n:: b\nimapsync --dry\n', 'cmd'), ['0-1 comment']);
    assert.deepEqual(folds('imapsync --dry # a\nimapsync --dry # b\n'), []);
  });

  it('finds what each marker of the phase speaks for', () => {
    const text = [
      '# imapsync-lint: pre-cutover until 2026-12-01',
      'imapsync --dry',
      '',
      '',
      '# imapsync-lint: post-cutover',
      'imapsync --dry',
      'imapsync --dry',
      '',
    ].join('\n');
    assert.deepEqual(folds(text), ['0-1 region', '4-6 region']);
    assert.deepEqual(folds('# imapsync-lint: post-cutover\n'), []);
  });

  it('groups the lines of a profile and the rows of a table under their comments', () => {
    assert.deepEqual(
      folds('# source\n# old\n--host1 a\n--user1 b\n\n--host2 a\n--user2 b\n# pace\n--maxsize 5\n', 'profile'),
      [...['0-3', '5-6', '7-8']],
    );
    assert.deepEqual(
      folds('host1;user1;host2;user2\n# sales\na;b;c;d\na;e;c;f\n\n# one\na;b;c;d\n# two\na;b;c;d\na;b;c;d\n', 'table'),
      ['1-3', '5-6', '7-9'],
    );
  });

  it('finds what is indented, since an editor that is told ranges looks for none', () => {
    assert.deepEqual(folds('for a in b\ndo\n  if x; then\n\timapsync --dry\n  fi\n\ndone\n'), ['1-4', '2-3']);
    assert.deepEqual(folds('a:\n  b:\n    command: imapsync --dry\n\nc: d\n', 'yaml'), ['0-2', '1-2']);
    assert.deepEqual(folds('# x\n\n- a\n  b\n\n```sh\nimapsync --dry\n```\n', 'markdown'), []);
  });

  it('counts lines as the protocol does', () => {
    const text = '# a\n# b\nimapsync --dry \\\n --ssl1\n';
    assert.deepEqual(folds(text.replaceAll('\n', '\r\n')), folds(text));
    assert.deepEqual(folds('# a\rb\nimapsync --dry \\\n --ssl1\n'), ['0-1 comment', '2-3']);
  });

  it('gives one fold for each line, the longest', () => {
    for (const { dialect, text } of samples) {
      const lines = service.foldingRanges(analyse(text, dialect)).map(({ startLine }) => startLine);
      assert.deepEqual(
        lines,
        [...new Set(lines)].sort((a, b) => a - b),
      );
    }
    assert.deepEqual(folds('# imapsync-lint: post-cutover\n# more\nimapsync --dry\n'), ['0-2 region']);
  });
});
