// @ts-check
import assert from 'node:assert/strict';
import { findCycles } from '../../scripts/layers/cycles.mjs';
import { importsOf, runtimeImportsOf } from '../../scripts/layers/imports.mjs';
import { isBarrel, namesImpure } from '../../scripts/layers/purity.mjs';
import { explainImport } from '../../scripts/layers/rules.mjs';

const core = 'server/src/core';

describe('the check of layers', () => {
  /** @type {readonly (readonly [string, string])[]} */
  const allowed = [
    [`${core}/syntax/word.ts`, `${core}/text/range.ts`],
    [`${core}/rules/a.ts`, `${core}/rules/rule.ts`],
    [`${core}/rules/a.ts`, `${core}/rules/shared/b.ts`],
    [`${core}/rules/index.generated.ts`, `${core}/rules/a.ts`],
    [`${core}/linter.ts`, `${core}/rules/index.generated.ts`],
    [`${core}/languageService.ts`, `${core}/features/hover.ts`],
    [`${core}/features/a.ts`, `${core}/passes/b.ts`],
    [`${core}/passes/plan.ts`, 'shell-quote'],
    ['server/src/lsp/a.ts', `${core}/languageService.ts`],
    ['server/src/lsp/a.ts', 'vscode-languageserver'],
    ['server/src/platform/node/a.ts', 'node:fs'],
    ['client/src/a.ts', 'vscode'],
    ['client/src/a.ts', `${core}/passes/passPlan.ts`],
  ];
  for (const [file, target] of allowed) {
    it(`lets ${file} import ${target}`, () => assert.equal(explainImport(file, target), null));
  }

  /** @type {readonly (readonly [string, string])[]} */
  const refused = [
    [`${core}/syntax/word.ts`, `${core}/getopt/result.ts`],
    [`${core}/rules/a.ts`, `${core}/linter.ts`],
    [`${core}/rules/a.ts`, `${core}/rules/b.ts`],
    [`${core}/rules/shared/a.ts`, `${core}/rules/b.ts`],
    [`${core}/passes/a.ts`, `${core}/features/b.ts`],
    [`${core}/rules/a.ts`, 'node:fs'],
    [`${core}/rules/a.ts`, 'shell-quote'],
    [`${core}/linter.ts`, 'server/src/lsp/a.ts'],
    ['server/src/lsp/a.ts', `${core}/linter.ts`],
    ['server/src/cli/a.ts', 'server/src/lsp/b.ts'],
    ['server/src/cli/a.ts', 'node:fs'],
    ['server/src/lsp/a.ts', 'vscode'],
    ['client/src/a.ts', `${core}/languageService.ts`],
  ];
  for (const [file, target] of refused) {
    it(`stops ${file} from importing ${target}`, () => assert.equal(typeof explainImport(file, target), 'string'));
  }

  it('reads imports, and knows which of them are gone when the program runs', () => {
    const text = `import type { A } from './a.js';
import { b } from './b.js';
import {
  c,
  type D,
} from './c.js';
import './e.js';
export { f } from './f.js';
export const from = 'nowhere';
const g = await import('./g.js');
`;
    assert.deepEqual(importsOf(text), ['./a.js', './b.js', './c.js', './e.js', './f.js', './g.js']);
    assert.deepEqual(runtimeImportsOf(text), ['./b.js', './c.js', './e.js', './f.js', './g.js']);
  });

  it('finds what only a platform has, but not in texts and comments', async () => {
    assert.deepEqual(await namesImpure('export const a = (): number => Date.now();'), ['the clock']);
    assert.deepEqual(await namesImpure('console.log(new Date());'), ['the clock', 'the console']);
    assert.deepEqual(
      await namesImpure("// Date.now()\nexport const a = 'Date.now()'; export const b = new Date(0);"),
      [],
    );
  });

  it('finds files that only pass others on', () => {
    assert.ok(isBarrel("/** All. */\nexport { a } from './a.js';\nexport type { B } from './b.js';\n"));
    assert.ok(!isBarrel("export { a } from './a.js';\nexport const b = 1;\n"));
  });

  it('finds circles', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    assert.deepEqual(findCycles(graph), [['b', 'c', 'b']]);
  });
});
