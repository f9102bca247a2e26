import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/analysis.js';
import { defaultConfig } from '../../server/src/core/config.js';
import { lint } from '../../server/src/core/linter.js';
import { now } from './linting.js';

describe('rules about values in an account table', () => {
  for (const [column, value, rule] of [
    ['subfolder2', 'x y*z', 'subfolder-read-otherwise'],
    ['delete2foldersonly', 'x y', 'delete2folders-pattern'],
  ]) {
    it(`suggest nothing that the table can not hold: ${rule}`, () => {
      const text = `host1;user1;passfile1;host2;user2;passfile2;${column}\na.example;b;./c;d.example;e;./f;${value}\n`;
      const problem = lint(analyse(text, 'table'), { config: defaultConfig, now }).find((each) => each.rule === rule);
      assert.ok(problem, 'the rule speaks');
      assert.deepEqual(problem.suggestions?.() ?? [], []);
    });
  }
});
