import assert from 'node:assert/strict';
import { literalAlternatives, matchesLiteral } from '../../server/src/core/rules/shared/literalPattern.js';

describe('literal patterns', () => {
  const matches = (pattern: string, name: string): boolean | null =>
    literalAlternatives(pattern)?.some((each) => matchesLiteral(each, name)) ?? null;

  const answers: readonly [pattern: string, name: string, answer: boolean | null][] = [
    ['Sent', 'My Sent Mail', true],
    ['sent', 'Sent', false],
    ['^Sent', 'Sent Items', true],
    ['^Sent', 'Old Sent', false],
    ['Sent$', 'Old Sent', true],
    ['^Sent$', 'Sent Items', false],
    [String.raw`^\[Gmail\]\/Sent Mail$`, '[Gmail]/Sent Mail', true],
    ['Junk|Spam$', 'Old Spam', true],
    ['Junk|^Spam', 'Old Spam', false],
    ['', 'Sent', true],
    ['a$b', 'a', null],
    ['a^b', 'a', null],
    ['[Gmail]', 'a', null],
    ['Sent.*', 'Sent', null],
    ['(?i)sent', 'Sent', null],
    [String.raw`\d`, '1', null],
    ['Sent\\', 'Sent', null],
  ];
  for (const [pattern, name, answer] of answers) {
    it(`"${pattern}" and "${name}": ${answer ?? 'says more than literal text'}`, () =>
      assert.equal(matches(pattern, name), answer));
  }
});
