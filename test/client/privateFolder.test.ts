import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PrivateFolder, removeStaleFolders } from '../../client/src/dryPass/privateFolder.js';

const windows = process.platform === 'win32';

describe('the private folder of a pass', () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(path.join(os.tmpdir(), 'private-folder-test-'));
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('is open to its owner alone, and so are the files and folders in it', async function () {
    if (windows) this.skip();
    const before = process.umask(0);
    try {
      const folder = await PrivateFolder.create(parent);
      const file = path.join(folder.path, 'pass1');
      const cache = path.join(folder.path, 'tmp');
      await folder.fill({ files: [{ path: file, content: 'secret\n' }], folders: [cache] });
      assert.equal(statSync(folder.path).mode & 0o777, 0o700);
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.equal(statSync(cache).mode & 0o777, 0o700);
      assert.equal(readFileSync(file, 'utf8'), 'secret\n');
    } finally {
      process.umask(before);
    }
  });

  it('writes over nothing, and follows no link that lies in its place', async () => {
    const folder = await PrivateFolder.create(parent);
    const file = path.join(folder.path, 'pass1');
    symlinkSync(path.join(parent, 'elsewhere'), file);
    await assert.rejects(folder.fill({ files: [{ path: file, content: 'secret' }], folders: [] }), { code: 'EEXIST' });
    assert.equal(existsSync(path.join(parent, 'elsewhere')), false);
  });

  it('takes no file outside', async () => {
    const folder = await PrivateFolder.create(parent);
    for (const outside of [path.join(parent, 'x'), path.join(folder.path, '..', 'x'), folder.path]) {
      await assert.rejects(folder.fill({ files: [{ path: outside, content: '' }], folders: [] }), RangeError);
    }
  });

  it('goes with everything in it, at leisure or at once', async () => {
    for (const end of ['remove', 'removeNow'] as const) {
      const folder = await PrivateFolder.create(parent);
      await folder.fill({
        files: [{ path: path.join(folder.path, 'a'), content: '' }],
        folders: [path.join(folder.path, 'b')],
      });
      await folder[end]();
      assert.equal(existsSync(folder.path), false);
      await folder[end]();
    }
  });

  it('is deleted by the next process when its own has ended, but not before', async () => {
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    const stale = path.join(parent, `imapsync-lint-${ended}-aB3xY9`);
    mkdirSync(stale);
    writeFileSync(path.join(stale, 'pass1'), 'secret');
    const live = await PrivateFolder.create(parent);
    const others = [
      'imapsync-lint-aB3xY9',
      `imapsync-lint-${ended}-vscode`.slice(0, -1),
      'imapsync-lint-vscode-aB3xY9',
    ];
    for (const name of others) mkdirSync(path.join(parent, name));
    assert.deepEqual(await removeStaleFolders(parent), [stale]);
    assert.equal(existsSync(stale), false);
    for (const name of [...others, path.basename(live.path)]) assert.ok(existsSync(path.join(parent, name)), name);
  });

  it('leaves a link that bears the name of a stale folder alone', async () => {
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    const target = path.join(parent, 'target');
    mkdirSync(target);
    symlinkSync(target, path.join(parent, `imapsync-lint-${ended}-aB3xY9`));
    assert.deepEqual(await removeStaleFolders(parent), []);
    assert.ok(existsSync(target));
  });
});
