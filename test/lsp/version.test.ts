import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { version } from '../../server/src/core/languageService.js';

const program = new URL('../../server/src/platform/node/languageServer.js', import.meta.url).pathname;

function run(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
}

describe('the language server as a program', function () {
  this.timeout(30_000);

  it('has the version of the package', () => {
    const manifest: { version: string } = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    );
    assert.equal(version, manifest.version);
    assert.equal(run('--version').stdout, `imapsync-language-server ${manifest.version}\n`);
  });

  it('explains itself', () => {
    const { status, stdout } = run('--help');
    assert.equal(status, 0);
    assert.match(stdout, /--stdio/);
  });

  it('refuses to start without a way to speak', () => {
    const { status, stdout, stderr } = run('--bogus');
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^Usage: /);
  });
});
