import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { askRelease } from '../../client/src/release/askRelease.js';

describe('asking imapsync for its release', () => {
  let root: string;
  const at = (...parts: string[]): string => path.join(root, ...parts);

  /** A program that prints `output` and notes how it was called. */
  function program(name: string, output: string, ending = 0): string {
    const file = at(name);
    writeFileSync(
      file,
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${at('argv')}'\nenv > '${at('env')}'\nprintf '${output}'\nexit ${ending}\n`,
    );
    chmodSync(file, 0o755);
    return file;
  }

  before(function () {
    if (process.platform === 'win32') this.skip();
    root = mkdtempSync(path.join(os.tmpdir(), 'ask-release-test-'));
    mkdirSync(at('bin'));
  });
  after(() => {
    if (root !== undefined) rmSync(root, { recursive: true, force: true });
  });

  it('takes the number that it prints, and gives it --version alone', async () => {
    const file = program('bin/imapsync', '2.314\\n');
    assert.equal(await askRelease([], { PATH: `${at('bin')}:/bin:/usr/bin` }), '2.314');
    assert.equal(readFileSync(at('argv'), 'utf8'), '--version\n');
    assert.equal(await askRelease([file, 'one; two'], { PATH: '/bin:/usr/bin' }), '2.314');
    assert.equal(readFileSync(at('argv'), 'utf8'), 'one; two\n--version\n');
  });

  it('hands no password on, nor what makes imapsync a web page', async () => {
    const file = program('secret', '2.229\\n');
    const environment = { PATH: '/bin:/usr/bin', IMAPSYNC_PASSWORD1: 'x', SERVER_SOFTWARE: 'x', OTHER: 'kept' };
    assert.equal(await askRelease([file], environment), '2.229');
    const env = readFileSync(at('env'), 'utf8');
    assert.match(env, /^OTHER=kept$/m);
    assert.doesNotMatch(env, /IMAPSYNC_PASSWORD1|SERVER_SOFTWARE/);
  });

  it('knows nothing of a program that is missing, fails or prints something else', async () => {
    const environment = { PATH: `${at('bin')}:/bin:/usr/bin` };
    assert.equal(await askRelease([at('missing')], environment), null);
    assert.equal(await askRelease([program('failing', '2.229\\n', 1)], environment), null);
    assert.equal(await askRelease([program('other', 'imapsync, a tool\\n')], environment), null);
    assert.equal(await askRelease([program('long', `${'2.229 '.repeat(2000)}`)], environment), null);
  });

  it('follows no relative path', async () => {
    program('bin/imapsync', '2.314\\n');
    assert.equal(await askRelease([path.relative(os.homedir(), at('bin/imapsync'))], { PATH: '' }), null);
  });
});
