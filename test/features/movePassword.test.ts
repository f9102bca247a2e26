import assert from 'node:assert/strict';
import {
  analyse,
  applyChanges,
  createLanguageService,
  type FileDialect,
} from '../../server/src/core/languageService.js';

const service = createLanguageService();

/** What the file holds and the text that is left; null where the password of the side can not be moved. */
function move(text: string, side: 1 | 2 = 1, dialect: FileDialect = 'posix', file = '/home/me/p 1') {
  const moved = service.movePasswordAt(analyse(text, dialect), { start: 0, end: text.length }, { side, file });
  return moved === null ? null : [moved.content, applyChanges(text, moved.edits)];
}

describe('moving a password into a file', () => {
  it('names the file in place of the password, in the quoting of each dialect', () => {
    const cases: readonly [FileDialect, string, string][] = [
      ['posix', "imapsync --password1 's3 c' --dry\n", "imapsync --passfile1 '/home/me/p 1' --dry\n"],
      ['posix', 'imapsync --PASSWORD1="s3 c" --dry\n', "imapsync --passfile1 '/home/me/p 1' --dry\n"],
      [
        'cmd',
        'imapsync.exe --password1 "s3 c" ^\r\n --dry\r\n',
        'imapsync.exe --passfile1 "/home/me/p 1" ^\r\n --dry\r\n',
      ],
      ['powershell', "imapsync.exe --password1 's3 c'\n", "imapsync.exe --passfile1 '/home/me/p 1'\n"],
      ['profile', '# x\n--password1 s3\\ c\n', "# x\n--passfile1 '/home/me/p 1'\n"],
      ['crontab', "0 3 * * * imapsync --password1 's3 c'\n", "0 3 * * * imapsync --passfile1 '/home/me/p 1'\n"],
      ['makefile', "a:\n\timapsync --password1 's3 c'\n", "a:\n\timapsync --passfile1 '/home/me/p 1'\n"],
    ];
    for (const [dialect, before, after] of cases) assert.deepEqual(move(before, 1, dialect), ['s3 c\n', after], before);
    assert.deepEqual(move('imapsync --password2 x\n', 2, 'posix', '/p'), ['x\n', 'imapsync --passfile2 /p\n']);
  });

  it('writes the password as imapsync uses it, without blanks around it', () => {
    assert.equal(move("imapsync --password1 ' a b\t'\n")?.[0], 'a b\n');
    assert.equal(move("imapsync --password1 '\u00a0é\"$x'\n")?.[0], '\u00a0é"$x\n');
  });

  it('is not possible where the password is not known, is not the one that counts, or imapsync may not see the file', () => {
    for (const text of [
      'imapsync --password1 "$P"\n',
      "imapsync --password1 '$P'\n",
      'imapsync --password1 %P%\n',
      'P=\'x\'\nimapsync --password1 "$P"\n',
      "imapsync --password1 ''\n",
      "imapsync --password1 'a\nb'\n",
      'imapsync --password1 a --password1 b\n',
      'imapsync --password1 a --passfile1 b\n',
      'IMAPSYNC_PASSWORD1=a imapsync --password1 b\n',
      'docker run gilleslamiral/imapsync imapsync --password1 b\n',
      'imapsync --password2 b\n',
      'echo\n',
    ]) {
      assert.equal(move(text), null, text);
    }
    assert.equal(move('FROM x\nRUN imapsync --password1 b\n', 1, 'dockerfile'), null);
    assert.equal(move('```sh\nimapsync --password1 b\n```\n', 1, 'markdown'), null);
    assert.equal(move('imapsync --password1 b\n', 1, 'posix', 'a\nb'), null);
  });

  it('is offered for each side to an editor that asks for the file, without the password in the title', () => {
    const analysis = analyse('echo\nimapsync --password1 s3cret --password2 hunter2\n', 'posix');
    const place = { start: 7, end: 7 };
    const questions = service
      .rewrites(analysis, place, { asksForPassfile: true })
      .filter(({ kind }) => kind === 'passfile-question');
    assert.deepEqual(questions, [
      { kind: 'passfile-question', title: 'Move the password of the source to a file…', line: 1, side: 1 },
      { kind: 'passfile-question', title: 'Move the password of the destination to a file…', line: 1, side: 2 },
    ]);
    assert.ok(service.rewrites(analysis, place).every(({ kind }) => kind !== 'passfile-question'));
  });
});
