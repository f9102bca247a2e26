import assert from 'node:assert/strict';
import { buildInvocation } from '../../server/src/core/model/buildInvocation.js';
import type { Invocation } from '../../server/src/core/model/invocation.js';
import type { InvocationSyntax } from '../../server/src/core/syntax/source.js';
import { manyWords, type Parts, quoted, wordsFrom } from './words.js';

function syntaxOf(words: readonly Parts[], more: Partial<InvocationSyntax> = {}): InvocationSyntax {
  const read = wordsFrom('imapsync', ...words);
  const [executable, ...others] = read;
  const range = { start: 0, end: read.at(-1)!.range.end };
  return {
    dialect: 'posix',
    range,
    executable: executable!,
    launcher: [],
    assignments: [],
    words: others,
    incomplete: false,
    ...more,
  };
}

function build(...words: readonly Parts[]): Invocation {
  return buildInvocation(syntaxOf(words));
}

describe('An invocation', () => {
  it('knows all occurrences of an option and which one counts', () => {
    const invocation = build('--folder', 'a', '--dry', '--folder', 'b', '--user1', quoted('u'));
    assert.deepEqual(
      invocation.all('folder').map(({ value }) => value),
      ['a', 'b'],
    );
    assert.equal(invocation.last('folder')?.value, 'b');
    assert.equal(invocation.value('folder'), 'b');
    assert.equal(invocation.value('user1'), null);
    assert.equal(invocation.value('user2'), undefined);
    assert.deepEqual(invocation.all('user2'), []);
  });

  it('takes the last form of a switch', () => {
    const invocation = build('--dry', '--nodry', '--noautomap', '--automap');
    assert.equal(invocation.isSet('dry'), false);
    assert.equal(invocation.isSet('automap'), true);
    assert.equal(invocation.isSet('delete2'), undefined);
  });

  it('is sure of an absence only while nothing unknown can hold the option', () => {
    assert.equal(build('--dry').isAbsent('delete2'), true);
    assert.equal(build('--dry').isAbsent('dry'), false);
    assert.equal(build('--dry', manyWords).isAbsent('delete2'), false);
  });

  it('collects errors and left-over words', () => {
    const invocation = build('--dry', 'x', '--nonsense');
    assert.deepEqual(
      invocation.errors.map(({ kind }) => kind),
      ['extra-argument', 'unknown-option'],
    );
    assert.deepEqual(invocation.rest, [1]);
  });

  it('has its head at the executable, or at the first word where there is none', () => {
    assert.deepEqual(build('--dry').headRange, { start: 0, end: 8 });
    assert.deepEqual(buildInvocation(syntaxOf(['--dry'], { executable: null })).headRange, { start: 9, end: 14 });
  });

  it('reads options as Getopt::Long does under POSIXLY_CORRECT where that is assigned', () => {
    const [value] = wordsFrom('1');
    const assignments = [{ name: 'POSIXLY_CORRECT', range: value!.range, value: value! }];
    const invocation = buildInvocation(syntaxOf(['--dry', '--autom', 'x', '--delete2'], { assignments }));
    assert.equal(invocation.isSet('dry'), true);
    assert.equal(invocation.isSet('delete2'), undefined);
    assert.deepEqual(
      invocation.errors.map(({ kind }) => kind),
      ['unknown-option', 'extra-argument', 'extra-argument'],
    );
  });
});
