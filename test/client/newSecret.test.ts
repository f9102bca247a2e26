import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { removeSecret, writeNewSecret } from '../../client/src/passfile/newSecret.js';

describe('the file for a password', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'new-secret-test-'));
    file = path.join(folder, 'secret1');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('can be read by its owner alone', async function () {
    if (process.platform === 'win32') this.skip();
    const before = process.umask(0);
    try {
      assert.equal(await writeNewSecret(file, 'ünlaut\n'), true);
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.equal(readFileSync(file, 'utf8'), 'ünlaut\n');
    } finally {
      process.umask(before);
    }
  });

  it('is written over nothing, and behind no link', async () => {
    writeFileSync(file, 'other');
    assert.equal(await writeNewSecret(file, 'x'), false);
    assert.equal(readFileSync(file, 'utf8'), 'other');
    const link = path.join(folder, 'link');
    symlinkSync(path.join(folder, 'elsewhere'), link);
    assert.equal(await writeNewSecret(link, 'x'), false);
    assert.equal(existsSync(path.join(folder, 'elsewhere')), false);
  });

  it('is an error where its folder is none, and goes again', async () => {
    await assert.rejects(writeNewSecret(path.join(folder, 'none', 'x'), 'x'), { code: 'ENOENT' });
    await writeNewSecret(file, 'x');
    await removeSecret(file);
    assert.equal(existsSync(file), false);
  });
});
