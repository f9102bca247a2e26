import assert from 'node:assert/strict';
import type { FileDialect } from '../../server/src/core/languageService.js';
import { rewritten } from './rewriting.js';

const format = (text: string, dialect?: FileDialect): string | null => rewritten(text, 'format', dialect);

describe('formatting of lists', () => {
  it('puts one option with its value on a line of an array of bash', () => {
    assert.equal(
      format('A=(\n  --dry --user1 "$U" --ho¦st1 \'a b\'\n)\nimapsync "${A[@]}" --x 1\n'),
      'A=(\n  --host1 \'a b\'\n  --user1 "$U"\n  --dry\n)\nimapsync "${A[@]}" --x 1\n',
    );
    assert.equal(
      format('f() {\n  local A=(--dry --host1 a¦)\n  imapsync "${A[@]}"\n}\nf\n'),
      'f() {\n  local A=(--host1 a\n    --dry)\n  imapsync "${A[@]}"\n}\nf\n',
    );
  });

  it('puts one option with its value on a line of an array of PowerShell', () => {
    assert.equal(
      format("$o = @('--dry', '--ho¦st1', 'a', '--host2', $h)\nimapsync @o\n", 'powershell'),
      "$o = @('--host1', 'a',\n  '--dry',\n  '--host2', $h)\nimapsync @o\n",
    );
    assert.equal(
      format("$o = @('--dry', '--ho¦st1', 'a',\n '--host2', 'b')\nimapsync @o\n", 'powershell'),
      "$o = @('--host1', 'a',\n '--host2', 'b',\n '--dry')\nimapsync @o\n",
    );
  });

  it('puts one option with its value on a line of a list in brackets', () => {
    assert.equal(
      format('FROM x\nENTRYPOINT ["imapsync"]\nCMD ["--dry", "--ho¦st1", "a"]\n', 'dockerfile'),
      'FROM x\nENTRYPOINT ["imapsync"]\nCMD ["--host1", "a", \\\n  "--dry"]\n',
    );
    assert.equal(
      format(
        'services:\n  a:\n    image: gilleslamiral/imapsync\n    command: [imap¦sync, --dry, --host1, "a"]\n',
        'yaml',
      ),
      'services:\n  a:\n    image: gilleslamiral/imapsync\n    command: [imapsync, --host1, "a",\n      --dry]\n',
    );
  });

  it('leaves an option in its place whose value comes from elsewhere, and what is behind an unknown word', () => {
    assert.equal(
      format('A=(--dry --ho¦st1 a --user1)\nimapsync "${A[@]}" x\n'),
      'A=(--host1 a\n  --dry\n  --user1)\nimapsync "${A[@]}" x\n',
    );
    assert.equal(
      format('A=(--dry $X --ho¦st1 a)\nimapsync "${A[@]}"\n'),
      'A=(--dry\n  $X\n  --host1 a)\nimapsync "${A[@]}"\n',
    );
  });

  it('changes no array that another command would take otherwise', () => {
    assert.equal(format('A=(x --dry --ho¦st1 a)\nimapsync --user1 "${A[@]}"\nimapsync "${A[@]:1}"\n'), null);
    assert.equal(format('A=(--dry --ho¦st1 a)\nimapsync "${A[@]}"\nimapsync "${A[1]}" b\n'), null);
    assert.equal(format('A=(--dry --ho¦st1 a)\necho $A\nimapsync "${A[@]}"\n'), null);
    assert.equal(format('set -- --dry --ho¦st1 a\nimapsync "$@"\n'), null);
    assert.equal(format("$o = @('--dry', '--ho¦st1', 'a')\nimapsync @o\necho $o[0]\n", 'powershell'), null);
  });

  it('is not offered for an array with comments, for lists with dashes, and for values that are split', () => {
    assert.equal(format('A=(\n  --dry # x\n  --ho¦st1 a\n)\nimapsync "${A[@]}"\n'), null);
    assert.equal(
      format(
        'services:\n  a:\n    image: gilleslamiral/imapsync\n    command:\n      - --d¦ry\n      - --host1\n      - a\n',
        'yaml',
      ),
      null,
    );
    assert.equal(format('A="--dry --ho¦st1 a"\nimapsync $A\n'), null);
    assert.equal(format('A=(--dry --ho¦st1 a)\n'), null);
  });

  it('is stable', () => {
    const text = 'A=(\n  --dry --host1 ¦a\n)\nimapsync "${A[@]}"\n';
    const after = format(text)!;
    assert.equal(format(after.replace('--host1', '--ho¦st1')), null);
  });
});
