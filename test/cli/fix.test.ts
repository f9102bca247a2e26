import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from './support/memoryHost.js';

const accounts = '--host1 h1 --user1 u1 --passfile1 p1 --host2 h2 --user2 u2 --passfile2 p2';
const twice = ' --timeout1 60';
const clean = `#!/bin/sh\nimapsync ${accounts} --dry${twice}\n`;
const fixable = clean.replace(twice, twice + twice);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index++) view.setUint16(2 + index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
}

const bytesOf = (content: unknown): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : (content as Uint8Array);

describe('imapsync-lint --fix', () => {
  const fixedBytes = async (content: string | Uint8Array, ...words: string[]) => {
    const { files, code, stderr } = await cli(['--fix', ...words, 'a.sh'], { files: { '/base/a.sh': content } });
    return { bytes: bytesOf(files['/base/a.sh']), code, stderr };
  };

  it('writes what is safe, and reports what is left', async () => {
    const { files, stdout, code } = await cli(['--fix', '.'], {
      files: { '/base/a.sh': fixable, '/base/b.sh': clean.replace('--dry', '--delete2') },
    });
    assert.equal(new TextDecoder().decode(bytesOf(files['/base/a.sh'])), clean);
    assert.match(stdout, /^b\.sh:2:\d+: error/);
    assert.doesNotMatch(stdout, /a\.sh/);
    assert.equal(code, 1);
  });

  it('keeps byte order marks, encodings and line ends', async () => {
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    const astral = (text: string): string => text.replace('\n', '\n# 😀\n');
    for (const [before, after] of [
      [windows(fixable), windows(clean)],
      [`\ufeff${fixable}`, `\ufeff${clean}`],
      [utf16(astral(fixable), true), utf16(astral(clean), true)],
      [utf16(astral(fixable), false), utf16(astral(clean), false)],
    ] as const) {
      const { bytes, stderr } = await fixedBytes(before);
      assert.deepEqual([...bytes], [...bytesOf(after)]);
      assert.equal(stderr, '');
    }
  });

  it('touches no file that is no text of its encoding', async () => {
    const bytes = new TextEncoder().encode(`# x\n${fixable}`);
    bytes[2] = 0xff;
    const latin = await fixedBytes(bytes);
    assert.deepEqual([...latin.bytes], [...bytes]);
    assert.deepEqual(
      [latin.code, latin.stderr],
      [2, 'a.sh: It holds bytes that are no text in its encoding, so it is not fixed.\n'],
    );
    const odd = new Uint8Array([...utf16(fixable, true), 0x41]);
    assert.deepEqual([...(await fixedBytes(odd)).bytes], [...odd]);
  });

  it('touches no file that has nothing to fix, or nothing loud enough', async () => {
    const { files } = await cli(['--fix', '--min-severity', 'warning', 'a.sh'], { files: { '/base/a.sh': fixable } });
    assert.equal(files['/base/a.sh'], fixable);
  });
});

describe('imapsync-lint --fix-dry-run', () => {
  it('refuses to show what git would not apply', async () => {
    const { stdout, stderr, code, files } = await cli(['--fix-dry-run', 'a.sh'], {
      files: { '/base/a.sh': utf16(fixable, true) },
    });
    assert.deepEqual([stdout, code], ['', 2]);
    assert.match(stderr, /^a\.sh: It can be fixed, but/);
    assert.ok(files['/base/a.sh'] instanceof Uint8Array);
  });

  it('refuses to show a password, and leaves out lines around a change that hold one', async () => {
    const words = accounts.replace('--passfile1 p1', '--password1 canary');
    const onLine = `imapsync ${words} --dry${twice}${twice}\n`;
    const refused = await cli(['--fix-dry-run', 'a.sh'], { files: { '/base/a.sh': onLine } });
    assert.deepEqual([refused.stdout, refused.code], ['', 2]);
    assert.match(refused.stderr, /^a\.sh: .* would show a password/);
    const near = `imapsync ${words} --dry\n\n${fixable}`;
    const shown = await cli(['--fix-dry-run', 'a.sh'], { files: { '/base/a.sh': near } });
    assert.match(shown.stdout, /^-imapsync /m);
    assert.doesNotMatch(shown.stdout + refused.stderr, /canary/);
    const variable = onLine.replace('canary', '"$PASSWORD"');
    assert.match((await cli(['--fix-dry-run', 'a.sh'], { files: { '/base/a.sh': variable } })).stdout, /^\+imapsync /m);
  });

  it('prints nothing where there is nothing to fix', async () => {
    const { stdout, code } = await cli(['--fix-dry-run', 'a.sh'], { files: { '/base/a.sh': clean } });
    assert.deepEqual([stdout, code], ['', 0]);
  });

  it('prints the changes of standard input under its name', async () => {
    const { stdout } = await cli(['--fix-dry-run', '--stdin-filename', './in put.sh', '-'], { stdin: fixable });
    assert.match(stdout, /^--- a\/in put\.sh\t?\n\+\+\+ b\/in put\.sh\t?\n@@ -1,2 \+1,2 @@\n/);
  });
});

describe('fixing files of the disk', function () {
  this.timeout(30_000);
  const program = join(process.cwd(), 'out/server/src/platform/node/commandLine.js');
  let directory: string;
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [program, ...words], { cwd: directory, encoding: 'utf8' });

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'imapsync-lint-fix-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('keeps permissions and links, and leaves nothing else behind', () => {
    mkdirSync(join(directory, 'real'));
    const real = join(directory, 'real', 'a.sh');
    writeFileSync(real, fixable);
    chmodSync(real, 0o750);
    symlinkSync(join('real', 'a.sh'), join(directory, 'link.sh'));
    assert.equal(run('--fix', 'link.sh').status, 0);
    assert.equal(readFileSync(real, 'utf8'), clean);
    if (process.platform !== 'win32') assert.equal(statSync(real).mode & 0o777, 0o750);
    assert.ok(lstatSync(join(directory, 'link.sh')).isSymbolicLink());
    assert.deepEqual(readdirSync(join(directory, 'real')), ['a.sh']);
  });

  it('prints a patch that git applies, whatever the line ends', () => {
    const originals: Readonly<Record<string, string>> = {
      'plain.sh': fixable,
      'windows.sh': fixable.replaceAll('\n', '\r\n'),
      'endless.sh': fixable.trimEnd(),
      'marked.sh': `\ufeff${fixable}`,
      'long.sh': `${fixable}${'# a line\n'.repeat(30)}${fixable}`,
      'deep/with blank.sh': fixable,
    };
    mkdirSync(join(directory, 'deep'));
    for (const [name, text] of Object.entries(originals)) writeFileSync(join(directory, name), text);
    const { stdout, status, stderr } = run('--fix-dry-run', '.');
    assert.deepEqual([status, stderr], [0, '']);
    for (const [name, text] of Object.entries(originals)) {
      assert.equal(readFileSync(join(directory, name), 'utf8'), text);
    }
    execFileSync('git', ['init', '-q'], { cwd: directory });
    execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '-'], { cwd: directory, input: stdout });
    for (const [name, text] of Object.entries(originals)) {
      assert.equal(readFileSync(join(directory, name), 'utf8'), text.replaceAll(twice + twice, twice), name);
    }
  });
});
