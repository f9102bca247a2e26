import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findExecutable } from '../../client/src/dryPass/findExecutable.js';

describe('finding the program of a pass', () => {
  let root: string;
  const at = (...parts: string[]): string => path.join(root, ...parts);
  before(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'find-executable-test-'));
    for (const folder of ['first', 'second', 'second/imapsync-folder', 'with space']) mkdirSync(at(folder));
    for (const file of ['first/plain', 'second/imapsync', 'with space/imapsync', 'second/plain'])
      writeFileSync(at(file), '');
    for (const file of ['second/imapsync', 'with space/imapsync', 'second/plain']) chmodSync(at(file), 0o755);
  });
  after(() => rmSync(root, { recursive: true, force: true }));
  const search = (program: string, folders: readonly string[] = ['first', 'second']): Promise<string | undefined> =>
    findExecutable(program, { folder: root, env: { PATH: folders.map((folder) => at(folder)).join(path.delimiter) } });

  it('searches a name on PATH, past files that can not be run', async function () {
    if (process.platform === 'win32') this.skip();
    assert.equal(await search('imapsync'), at('second/imapsync'));
    assert.equal(await search('plain'), at('second/plain'));
  });

  it('takes a path as it is, and a relative one from the folder', async () => {
    assert.equal(await search(at('with space/imapsync')), at('with space/imapsync'));
    assert.equal(await search('./second/imapsync', []), at('second/imapsync'));
  });

  it('finds nothing where there is nothing to run', async function () {
    if (process.platform === 'win32') this.skip();
    for (const program of ['imapsync-folder', at('second'), at('first/plain'), at('missing'), 'missing']) {
      assert.equal(await search(program), undefined, program);
    }
    assert.equal(await search('imapsync', []), undefined);
  });

  it('searches no current folder for an empty entry of PATH', async () => {
    const here = { folder: at('second'), env: { PATH: path.delimiter } };
    assert.equal(await findExecutable('imapsync', here), undefined);
  });
});
