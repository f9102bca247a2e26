import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = 'imapsync --host1 h1 --user1 u1 --host2 h2 --user2 u2 --delete2\n';
/** As whom a process runs that permissions can stop: root is stopped by none. */
const lockedOut = process.platform === 'win32' ? null : process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

const programs = ['out/server/src/platform/node/commandLine.js', 'dist/cli.cjs'];

for (const name of programs) {
  const program = join(process.cwd(), name);
  const built = existsSync(program);

  describe(`${name}${built ? '' : ' (skipped: not built)'}`, function () {
    this.timeout(30_000);
    let directory: string;

    before(function () {
      if (!built) this.skip();
      directory = mkdtempSync(join(tmpdir(), 'imapsync-lint-cli-'));
      writeFileSync(join(directory, 'a.sh'), script);
    });

    after(() => {
      if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
    });

    const run = (words: readonly string[], input = '') =>
      spawnSync(process.execPath, [program, ...words], { cwd: directory, input, encoding: 'utf8' });

    it('lints files of the disk and standard input', () => {
      const { status, stdout } = run(['a.sh', '-'], script);
      assert.equal(status, 1);
      assert.match(stdout, /^a\.sh:1:\d+: error: /m);
      assert.match(stdout, /^-:1:\d+: error: /m);
      assert.match(stdout, /^2 errors, .*in 2 files\.$|^2 errors in 2 files\.$/m);
    });

    it('does not go round in circles', () => {
      const circle = join(directory, 'circle');
      mkdirSync(join(circle, 'deep'), { recursive: true });
      symlinkSync(circle, join(circle, 'deep', 'up'));
      symlinkSync('loop.sh', join(circle, 'loop.sh'));
      writeFileSync(join(circle, 'b.sh'), script);
      const { status, stdout } = run(['circle', '--format', 'json']);
      assert.equal(status, 1);
      assert.deepEqual(
        JSON.parse(stdout).files.map(({ path }: { path: string }) => path),
        ['circle/b.sh'],
      );
      assert.equal(run(['circle/loop.sh']).status, 2);
    });

    it(`says what it may not read${lockedOut === null ? ' (skipped: no user without permissions here)' : ''}`, function () {
      const locked = join(directory, 'locked.sh');
      writeFileSync(locked, script);
      chmodSync(locked, 0o000);
      chmodSync(directory, 0o755);
      const asUser = { ...lockedOut, cwd: directory, encoding: 'utf8' } as const;
      const works = lockedOut !== null && spawnSync(process.execPath, [program, '--version'], asUser).status === 0;
      if (!works) this.skip();
      const { status, stderr } = spawnSync(process.execPath, [program, 'locked.sh'], asUser);
      assert.equal(status, 2);
      assert.match(stderr, /^locked\.sh: Permission to read it is denied\.$/m);
    });

    it('plans, parses and lists', () => {
      assert.equal(JSON.parse(run(['plan', 'a.sh']).stdout).argv[0], '--dry');
      assert.equal(JSON.parse(run(['parse', 'a.sh']).stdout).invocations.length, 1);
      assert.match(run(['options', 'dry']).stdout, /^--dry\n/);
      assert.equal(run(['--nonsense']).status, 2);
    });

    it('ends quietly when its reader has seen enough', async () => {
      writeFileSync(join(directory, 'long.sh'), script.repeat(3000));
      const child = spawn(process.execPath, [program, 'long.sh'], {
        cwd: directory,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.stdout.once('data', () => child.stdout.destroy());
      await new Promise((resolve) => child.once('close', resolve));
      assert.equal(stderr, '');
      assert.equal(child.signalCode, null);
    });

    it('prints all of a long report into a pipe', () => {
      writeFileSync(join(directory, 'long.sh'), script.repeat(3000));
      const stdout = execFileSync('sh', ['-c', `"${process.execPath}" "${program}" --format json long.sh | cat`], {
        cwd: directory,
        encoding: 'utf8',
        maxBuffer: 1e9,
      });
      assert.equal(JSON.parse(stdout).summary.errors, 3000);
    });
  });
}
