// @ts-check
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startGroup, stopGroup } from '../../scripts/process/group.mjs';
import { withLock } from '../../scripts/process/lock.mjs';
import { capture, run } from '../../scripts/process/run.mjs';

describe('running programs', () => {
  it('answers the exit code and both output streams', async () => {
    const result = await capture('/bin/sh', ['-c', 'echo out; echo err >&2; exit 3']);
    assert.equal(result.code, 3);
    assert.deepEqual(result.text.split('\n').sort(), ['', 'err', 'out']);
    assert.equal(result.timedOut, false);
  });

  it('answers 127 for a program that is not there', async () => {
    const { code } = await run('/nowhere/program', [], { output: () => {} });
    assert.equal(code, 127);
  });

  it('gives a program no standard input', async () => {
    const { code, text } = await capture('/bin/sh', ['-c', 'cat; echo done']);
    assert.equal(code, 0);
    assert.equal(text, 'done\n');
  });

  it('ends a program that takes too long', async () => {
    const { timedOut, code } = await capture('/bin/sh', ['-c', 'sleep 60'], { timeout: 100 });
    assert.equal(timedOut, true);
    assert.notEqual(code, 0);
  });

  it('ends what a program has started, too', async () => {
    const child = startGroup('/bin/sh', ['-c', 'sleep 60 & echo $!; wait'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [printed] = await new Promise((resolve) => child.stdout?.once('data', (data) => resolve([String(data)])));
    const grandchild = Number(printed);
    process.kill(grandchild, 0);
    await stopGroup(child);
    const deadline = Date.now() + 5000;
    while (isRunning(grandchild) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(isRunning(grandchild), false);
  });
});

describe('a lock file', () => {
  /** @type {string} */
  let folder;
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'imapsync-lint-lock-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('lets one in at a time and is gone afterwards', async () => {
    const file = path.join(folder, 'lock');
    /** @type {string[]} */
    const events = [];
    /** @param {string} name */
    const work = (name) =>
      withLock(
        file,
        () => {},
        async () => {
          events.push(`${name} in`);
          await new Promise((resolve) => setTimeout(resolve, 50));
          events.push(`${name} out`);
        },
      );
    await Promise.all([work('a'), work('b')]);
    assert.deepEqual(events, ['a in', 'a out', 'b in', 'b out']);
    assert.equal(existsSync(file), false);
  });

  it('is taken over from an owner that has died', async () => {
    const file = path.join(folder, 'stale');
    const { text } = await capture('/bin/sh', ['-c', 'echo $$']);
    writeFileSync(file, text.trim());
    assert.equal(
      await withLock(
        file,
        () => {},
        async () => 'taken',
      ),
      'taken',
    );
  });

  it('is released when the work fails', async () => {
    const file = path.join(folder, 'failing');
    const failing = withLock(
      file,
      () => {},
      async () => {
        throw new Error('no');
      },
    );
    await assert.rejects(failing, /no/);
    assert.equal(existsSync(file), false);
  });
});

/** A process that has ended but was not waited for counts as ended. @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}
