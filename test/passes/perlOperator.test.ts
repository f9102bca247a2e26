import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { perlRisk } from '../../server/src/core/passes/perlOperator.js';

const plain = [
  's/^Sent$/Sent Items/',
  's/^\\[Gmail\\]\\/Sent Mail$/Sent Items/i',
  's,/,.,g',
  's{^INBOX\\.(.*)$}{$1}',
  's{a} {b}g',
  's{a}/b/',
  's#a#b#',
  's|a|${1}|x',
  's/(?<n>a)/$+{n}-$&/',
  's/a/\\U$1\\E/',
  's/a/b/;',
  ' s/a/b/ ',
  's/(a)$|(b$)/$1\\$x \\@y/',
  'tr/a-z/A-Z/',
  'y/a/b/d',
  'm/^Own$/',
  'm{a}xms',
  '/^(Own|Mine)$/i',
  's/\\p{Lu}\\N{U+41}\\x{41}/x/',
];

const risky = [
  '',
  'Own',
  's/a/b',
  's/a/system("x")/e',
  's/a/b/ee',
  's/a/b/; unlink "x"',
  's/a/b/ or die',
  's/a/b/ # note',
  's/a/b/}',
  's/$x/b/',
  's/a@b/c/',
  's/a/@{[system("x")]}/',
  's/a/${\\system("x")}/',
  's/a/$x/',
  's/a/$$/',
  's/a/$/',
  's/a/$1[system("x")]/',
  's/(a)/\\1{system("x")}/',
  's/(a)/$12[0]/',
  's/a/$&[system("x")]/',
  's/a/$1->[system("x")]/',
  's/a/$+{system("x")}/',
  's/a/$+[system("x")]/',
  's/(?{system("x")})a/b/',
  'm/(??{system("x")})/',
  'm/a(*{system("x")})/',
  's?(\\?{system("x")})?y?',
  's/a/\\c\\$1[system("x")]/',
  's/a/\\N{name}/',
  'm/\\p{main::IsX}/',
  's{a} # note\n{b}',
  's /a/b/',
  'qx/ls/',
  'eval/x/',
];

const hasPerl = spawnSync('perl', ['-e', '1']).status === 0;

describe('perlRisk', () => {
  it('lets single plain operators pass', () => {
    for (const value of plain) assert.equal(perlRisk(value), null, value);
  });

  it('names a risk in everything else', () => {
    for (const value of risky) assert.notEqual(perlRisk(value), null, value);
  });

  it(`lets nothing pass in which Perl runs a program${hasPerl ? '' : ' (skipped: perl not found)'}`, function () {
    if (!hasPerl) this.skip();
    this.timeout(60_000);
    const seed = Date.now() >>> 0;
    console.log(`      seed ${seed}`);
    const values = [...risky, ...generated(seed, 12_000)];
    const ran = runByPerl(values);
    assert.ok(ran.length > 100, 'the generator has to make programs');
    assert.deepEqual(
      ran.filter((value) => perlRisk(value) === null),
      [],
    );
  });
});

describe('a pattern of --include or --exclude', () => {
  it(`needs no such look: Perl runs no program from a pattern in a variable${hasPerl ? '' : ' (skipped: perl not found)'}`, function () {
    if (!hasPerl) this.skip();
    const program = `our $ran = 0; my $name = 'a';
      for my $regex ('(?{ $ran++ })a', '(??{ $ran++ })', 'a$ran[$ran++]', '@{[$ran++]}', '\\\\p{IsRun}') { eval { $name =~ qr{$regex} } }
      print $ran;`;
    assert.equal(spawnSync('perl', ['-e', program], { encoding: 'utf8' }).stdout, '0');
  });
});

/** The values that make Perl call a function of ours when it evaluates them as imapsync does. */
function runByPerl(values: readonly string[]): readonly string[] {
  const program = `
    use strict; no warnings; our $ran = 0;
    sub RUN { $ran++; return 0 } sub system { $ran++; return 0 }
    local $/; my $i = 0;
    for my $value (split /\\0/, <STDIN>, -1) {
      for my $text ('a', '', 'aa(b)RUN()') {
        $ran = 0; my $string = $text; eval "\\$string =~ $value ; 1";
        if ($ran) { print "$i\\n"; last }
      }
      $i++;
    }`;
  const { stdout, status, stderr } = spawnSync('perl', ['-e', program], {
    input: values.join('\0'),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  assert.equal(status, 0, stderr.slice(-500));
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => values[Number(line)]!);
}

const atoms = [
  'a',
  '.',
  '\\',
  '\\\\',
  '(',
  '?',
  '{',
  '}',
  '[',
  ']',
  '(?',
  '(?{',
  '(??{',
  '$',
  '$1',
  '$&',
  '${',
  '$+{',
  '@',
  '@{[',
  'RUN()',
  '"X"',
  ' ',
  '\n',
  '#',
  '/',
  '|',
  ')',
  '(?{RUN()})',
  '$1[RUN()]',
  '$x',
  '\\c',
  '\\Q',
  '\\E',
  '\\U',
  '\\1',
  '->',
  '[RUN()]',
  '{RUN()}',
  ';',
  'e',
  'g',
  '(a)',
  '^',
  '*',
  '+',
  '<',
  '>',
  '!',
  '%',
  '~',
  ',',
  '\\{',
  '\\(',
  '\\?',
  '\\$',
  '\\@',
  '=',
  '&',
  "'",
  's',
  'm',
  'tr',
  '${\\RUN()}',
  '@{RUN()}',
  '$$',
  '$(',
  '$)',
  '$|',
  '(*',
  '1',
  '::',
  '\\/',
  '\\,',
  '\\|',
  '\\!',
  '\\#',
];
const delimiters = [
  '/',
  '/',
  '/',
  '{',
  '{',
  '|',
  ',',
  '#',
  '!',
  '(',
  '[',
  '<',
  '%',
  '~',
  '?',
  "'",
  ':',
  ';',
  '@',
  '$',
  '"',
  '-',
  '=',
  '^',
];
const closing: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']', '<': '>' };

function generated(seed: number, count: number): readonly string[] {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  const pick = (from: readonly string[]): string => from[below(from.length)]!;
  const body = (): string => Array.from({ length: 1 + below(6) }, () => pick(atoms)).join('');
  return Array.from({ length: count }, () => {
    const operator = pick(['s', 's', 's', 'tr', 'y', 'm', '']);
    const open = operator === '' ? '/' : pick(delimiters);
    let value = `${operator}${open}${body()}${closing[open] ?? open}`;
    if (operator !== 'm' && operator !== '') {
      const second = closing[open] === undefined ? '' : pick([open, open, ' {', '/']);
      value += `${second}${body()}${closing[second.trim()] ?? (second.trim() || open)}`;
    }
    return value + pick(['', '', 'g', 'gi', 'x', 'e', 'ee']) + pick(['', '', '', ';', ' ', ';RUN()', ' or RUN()']);
  });
}
