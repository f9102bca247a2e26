import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { wholeNameSubstitution } from '../../server/src/core/folders/perlLiteral.js';

const seed = Number(process.env.IMAPSYNC_LINT_SEED ?? 20_261_123);
const perlIsThere = spawnSync('perl', ['-e', '1']).status === 0;

/** Applies each rule to each of its names as imapsync does: pasted behind `=~` into a string eval under strict. */
const script = `
use strict; use warnings FATAL => 'all'; local $/ = undef;
for my $line (split /\\n/, <STDIN>) {
  my ($rule, @names) = map { pack 'H*', $_ } split / /, $line;
  print join(' ', map { my $name = $_; eval("\\$name =~ $rule ; 1") or $name = "error: $@"; unpack 'H*', $name } @names), "\\n";
}`;

function applied(
  rules: readonly { readonly rule: string; readonly names: readonly string[] }[],
): readonly (readonly string[])[] {
  const hex = (text: string): string => Buffer.from(text).toString('hex');
  const input = rules.map(({ rule, names }) => [rule, ...names].map(hex).join(' ')).join('\n');
  const { stdout, status, stderr } = spawnSync('perl', ['-e', script], { input, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ').map((name) => Buffer.from(name, 'hex').toString()));
}

describe(`Perl as the judge of substitutions${perlIsThere ? '' : ' (skipped: perl not found)'}`, () => {
  const check = perlIsThere ? it : it.skip;

  check(`a substitution of a whole name changes that name and no longer one (seed ${seed})`, () => {
    const name = fc.stringMatching(/^[ -~]{1,12}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { minLength: 40, maxLength: 40 }), (pairs) => {
        const asked = pairs.map(([from, to]) => ({
          rule: wholeNameSubstitution(from, to),
          names: [from, `${from}x`, `x${from}`, `${from}/2020`],
        }));
        const expected = pairs.map(([from, to]) => [to, `${from}x`, `x${from}`, `${from}/2020`]);
        assert.deepEqual(applied(asked), expected);
      }),
      { numRuns: 10, seed },
    );
  });
});
