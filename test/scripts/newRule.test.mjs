// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { formatted } from '../../scripts/generate/formatted.mjs';
import { ruleSkeleton } from '../../scripts/generate/ruleSkeleton.mjs';
import { projectRoot } from '../../scripts/projectRoot.mjs';

/** @param {string[]} args */
function newRule(...args) {
  return spawnSync(process.execPath, [path.join(projectRoot, 'scripts', 'new-rule.mjs'), ...args], {
    encoding: 'utf8',
  });
}

describe('npm run new-rule', () => {
  it('writes a rule and its page, and never over others', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'new-rule-'));
    try {
      assert.equal(newRule('short-timeout', folder).status, 0);
      const page = path.join(folder, 'docs', 'rules', 'short-timeout.md');
      const rule = path.join(folder, 'server', 'src', 'core', 'rules', 'short-timeout.ts');
      assert.match(readFileSync(rule, 'utf8'), /export const shortTimeout = defineRule/);
      assert.match(readFileSync(page, 'utf8'), /^# short-timeout\n/);
      const again = newRule('short-timeout', folder);
      assert.equal(again.status, 1);
      assert.match(again.stderr, /is there already/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const name of ['', 'Short', 'short_timeout', '../short', 'short-', 'index.generated']) {
    it(`refuses ${JSON.stringify(name)} as a name`, () => assert.equal(newRule(name).status, 2));
  }

  it('writes a rule that loads as it is, formatted', async () => {
    const [rule] = ruleSkeleton('short-timeout');
    assert.ok(rule);
    assert.equal(await formatted(rule.file, rule.text), rule.text);
    const { outputFiles } = await build({
      stdin: { contents: rule.text, resolveDir: path.join(projectRoot, 'server/src/core/rules'), loader: 'ts' },
      bundle: true,
      format: 'esm',
      write: false,
    });
    const { shortTimeout } = await import(
      `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')}`
    );
    assert.equal(shortTimeout.id, 'short-timeout');
  });

  it('writes a page that the tests of pages refuse until it is filled in', () => {
    const page = ruleSkeleton('short-timeout')[1]?.text ?? '';
    assert.doesNotMatch(page, /^Level: .*\bSince release \d+\.\d+\.\d+\./m, 'no release yet');
    assert.doesNotMatch(page, /^ *\^+ +\w+$/m, 'bad examples without marks');
    assert.doesNotMatch(page, /^```\w+ good$/m, 'no good example');
    assert.ok(page.split('FILL IN').length > 5, 'it says what to fill in');
  });
});
