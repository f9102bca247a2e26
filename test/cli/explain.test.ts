import assert from 'node:assert/strict';
import { cli } from './support/memoryHost.js';

const script = `#!/bin/sh
imapsync --gmail1 --user1 a@x.org --passfile1 a.1 --host2 mail.example --user2 b \\
  --password2 Canary --delete2 --ssl2

IMAPSYNC_PASSWORD1=Canary imapsync --host1 h1 --user1 u1 "$@"
`;
const files = { '/base/a.sh': script, '/base/extra': '--timeout 7 --nossl2\n--timeout 9\n', '/base/empty.sh': ':\n' };

/** The row of an option in a table, its columns parted by single blanks. */
function rowOf(output: string, option: string): string | undefined {
  return output
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .find((line) => line.startsWith(`--${option} `));
}

describe('imapsync-lint explain', () => {
  it('prints every setting with its value, place and origin', async () => {
    const { code, stdout, stderr } = await cli(['explain', 'a.sh:3'], { files });
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^a\.sh:2:1: a@x\.org → b@mail\.example\n\n {2}--host1 /);
    assert.equal(rowOf(stdout, 'host1'), '--host1 imap.gmail.com 2:10 preset --gmail1');
    assert.equal(rowOf(stdout, 'host2'), '--host2 mail.example 2:51 written');
    assert.equal(rowOf(stdout, 'password1'), '--password1 ? 2:35 from --passfile1; the first line of the file');
    assert.equal(rowOf(stdout, 'uidexpunge2'), '--uidexpunge2 on 3:22 by --delete2');
    assert.equal(rowOf(stdout, 'port2'), '--port2 993 default');
    assert.equal(rowOf(stdout, 'timeout1'), '--timeout1 120 default');
  });

  it('aligns its columns and puts defaults last', async () => {
    const { stdout } = await cli(['explain', 'a.sh:2'], { files });
    const [, given = '', left = ''] = stdout.split('\n\n');
    const places = given.split('\n').map((line) => line.search(/ \d+:\d+ /));
    assert.equal(new Set(places).size, 1, given);
    assert.doesNotMatch(given, / default$/m);
    for (const line of left.trimEnd().split('\n')) assert.match(line, / default/);
  });

  it('explains every command of the file without a line, and says what is not known', async () => {
    const { code, stdout } = await cli(['explain', 'a.sh'], { files });
    assert.equal(code, 0);
    assert.deepEqual(stdout.match(/^a\.sh:\d+:\d+/gm), ['a.sh:2:1', 'a.sh:5:27']);
    assert.match(stdout, /^! More options can come from what only the script knows/m);
    assert.match(stdout, /--timeout1 +\? +120 unless the script adds the option/);
  });

  it('prints JSON in which every field is there', async () => {
    const { code, stdout } = await cli(['explain', '--format', 'json', 'a.sh:2'], { files });
    assert.equal(code, 0);
    const output = JSON.parse(stdout);
    assert.deepEqual(Object.keys(output), ['path', 'dialect', 'release', 'imapsyncVersion', 'invocations']);
    const [invocation] = output.invocations;
    assert.deepEqual(Object.keys(invocation), ['range', 'headRange', 'accounts', 'open', 'remarks', 'settings']);
    const fields = ['option', 'value', 'shown', 'origin', 'by', 'range', 'adds', 'certain', 'note', 'overrides'];
    for (const setting of invocation.settings) assert.deepEqual(Object.keys(setting), fields);
    const host = invocation.settings.find(({ option }: { option: string }) => option === 'host1');
    assert.deepEqual(host, {
      option: 'host1',
      value: 'imap.gmail.com',
      shown: null,
      origin: 'preset',
      by: 'gmail1',
      range: { start: { line: 1, character: 9 }, end: { line: 1, character: 17 } },
      adds: false,
      certain: true,
      note: null,
      overrides: null,
    });
  });

  it('names the fields of its JSON in the help', async () => {
    const { stdout } = await cli(['explain', '--help']);
    for (const field of ['release', 'headRange', 'remarks', 'shown', 'overrides', 'options-extra'])
      assert.ok(stdout.includes(field), field);
  });

  it('takes the first line of the options_extra.txt that is named, and looks for none unasked', async () => {
    const named = await cli(['explain', 'a.sh:2', '--options-extra', 'extra'], { files });
    assert.equal(rowOf(named.stdout, 'timeout'), '--timeout 7 from options_extra.txt');
    assert.equal(rowOf(named.stdout, 'timeout1'), '--timeout1 7 by --timeout');
    assert.equal(rowOf(named.stdout, 'ssl2'), '--ssl2 off from options_extra.txt; instead of on (written)');
    const unasked = await cli(['explain', 'a.sh:2'], { files: { ...files, '/base/options_extra.txt': '--timeout 7' } });
    assert.equal(rowOf(unasked.stdout, 'timeout'), '--timeout 120 default');
  });

  it('reads standard input', async () => {
    const { code, stdout } = await cli(['explain', '-', '--stdin-filename', 'b.imapsync'], { stdin: '--dry\n' });
    assert.equal(code, 0);
    assert.equal(rowOf(stdout, 'dry1'), '--dry1 on 1:1 by --dry');
  });

  it('never prints a password', async () => {
    for (const format of ['pretty', 'json']) {
      const { stdout } = await cli(['explain', '--format', format, 'a.sh'], { files });
      assert.doesNotMatch(stdout, /Canary/);
      assert.match(stdout, /••••/);
    }
  });

  it('shows no control characters of a value', async () => {
    const { stdout } = await cli(['explain', '-'], { stdin: "imapsync --host1 $'a\\e[31mb' --user1 'x\ny'\n" });
    assert.doesNotMatch(stdout, /\u001b/);
    assert.equal(stdout.match(/^ {2}--user1 /gm)?.length, 1);
    assert.doesNotMatch(stdout, /^y/m);
  });

  it('answers wrong usage with exit code 2', async () => {
    for (const [words, message] of [
      [[], /Name one file/],
      [['a.sh', 'empty.sh'], /Name one file/],
      [['empty.sh'], /no imapsync command/],
      [['empty.sh:1'], /no imapsync command/],
      [['a.sh:4'], /line 2, 5/],
      [['a.sh:0'], /line 2, 5/],
      [['none.sh'], /no such file/],
      [['a.sh', '--format', 'xml'], /pretty or json/],
      [['a.sh', '--options-extra', 'none'], /--options-extra none/],
      [['a.sh', '--nonsense'], /no option --nonsense/],
    ] as const) {
      const { code, stdout, stderr } = await cli(['explain', ...words], { files });
      assert.deepEqual([code, stdout], [2, ''], words.join(' '));
      assert.match(stderr, message);
    }
  });
});
