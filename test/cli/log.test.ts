import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cli } from './support/memoryHost.js';

const folder = new URL('../../../test/fixtures/logs/', import.meta.url);
const bytes = (name: string): Uint8Array => readFileSync(new URL(`${name}.txt`, folder));

describe('imapsync-lint log', () => {
  const files = { '/base/log.txt': bytes('dry-automap') };

  it('prints a report, the verdict first', async () => {
    const { code, stdout, stderr } = await cli(['log', 'log.txt'], { files });
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^\*\*The dry pass came to its end without errors: imapsync would copy 116 messages, /);
    assert.equal((await cli(['log', '--format', 'markdown', 'log.txt'], { files })).stdout, stdout);
  });

  it('prints JSON with names in their order', async () => {
    const { code, stdout } = await cli(['log', '--format', 'json', '-'], { stdin: bytes('dry-delete2folders') });
    assert.equal(code, 0);
    const summary = JSON.parse(stdout);
    assert.deepEqual(Object.keys(summary), [
      ...['outcome', 'dry', 'folders', 'messagesToCopy', 'messagesNotSimulated', 'couldBe', 'foldersToCreate'],
      ...['duplicates', 'ignoredNoHeader', 'deletions', 'foldersOnlyOnHost2', 'sizesBefore', 'errors', 'final'],
    ]);
    assert.deepEqual(summary.deletions.host2Folders, ['Old stuff/2019', 'Old stuff', '&AMk-tudes']);
  });

  it('reads what is cut anywhere, also inside a character', async () => {
    const whole = bytes('dry-automap');
    for (const end of [0, 1, 50, whole.indexOf(0xc3) + 1, whole.length - 1]) {
      const { code, stdout } = await cli(['log', '--format=json', '-'], { stdin: whole.subarray(0, end) });
      assert.equal(code, 0, `${end}`);
      assert.equal(JSON.parse(stdout).outcome, end < whole.length - 1 ? 'interrupted' : 'completed');
    }
  });

  it('reads what Windows has written: a byte order mark, UTF-16', async () => {
    const text = readFileSync(new URL('dry-automap.txt', folder), 'utf8');
    const { stdout } = await cli(['log', '-'], { stdin: text });
    assert.equal((await cli(['log', '-'], { stdin: `\ufeff${text}` })).stdout, stdout);
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    assert.equal((await cli(['log', '-'], { stdin: utf16 })).stdout, stdout);
  });

  it('reads an output of many megabytes', async () => {
    const line = 'msg INBOX/7 copying to INBOX \t(not really since --dry mode) \n';
    const stdin = `++++ Looping on each one of 1 folders to sync\n${line.repeat(60_000)}`;
    const { stdout } = await cli(['log', '--format', 'json', '-'], { stdin });
    assert.deepEqual(JSON.parse(stdout).messagesToCopy, { INBOX: { count: 1, uids: '7' } });
  });

  it('refuses what is no output of imapsync, and wrong usage', async () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['log', 'notes.txt'], /notes\.txt: This is no output of imapsync\./],
      [['log', 'missing.txt'], /missing\.txt: /],
      [['log'], /Name one output/],
      [['log', 'log.txt', 'notes.txt'], /Name one output/],
      [['log', '--format', 'sarif', 'log.txt'], /--format takes markdown or json/],
    ];
    for (const [words, message] of cases) {
      const { code, stdout, stderr } = await cli(words, {
        files: { ...files, '/base/notes.txt': '[notes]\nimapsync --dry\n' },
      });
      assert.deepEqual([code, stdout], [2, ''], words.join(' '));
      assert.match(stderr, message);
    }
    assert.match((await cli(['log', '--help'])).stdout, /^Usage: imapsync-lint log /);
  });

  it('lints no log that lies among the scripts', async () => {
    const { code, stdout } = await cli(['lint', '.'], {
      files: {
        '/base/LOG_imapsync/a.txt': bytes('justlogin-password-equals-leak'),
        '/base/a.sh': 'imapsync --version\n',
      },
    });
    assert.equal(code, 0, stdout);
    assert.doesNotMatch(stdout, /LOG_imapsync/);
  });
});
