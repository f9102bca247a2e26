import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { extraOptionTableOf } from '../../server/src/core/catalogue/optionTables.js';
import { buildInvocation } from '../../server/src/core/model/buildInvocation.js';
import { createRandom, type Random } from '../seededRandom.js';
import { read } from '../syntax/notation.js';

const perlIsThere = spawnSync('perl', ['-MText::ParseWords', '-MGetopt::Long', '-e', '1']).status === 0;
const seed = Number(process.env.IMAPSYNC_LINT_SEED ?? Date.now() % 2 ** 31);
const count = Number(process.env.IMAPSYNC_LINT_EXTRA_LINES ?? 20_000);

/** Reads lines, each ended by NUL, and prints for each its words and the options read, as imapsync takes them from its file. */
const reader = `
use Getopt::Long (); use Text::ParseWords 'shellwords';
local $/ = "\\0"; local $SIG{__WARN__} = sub {}; my @specs = split / /, shift;
while (my $line = <STDIN>) {
  chomp $line;
  print "line\\0", map({ "word\\0$_\\0" } shellwords($line));
  my @found; my $note = sub { push @found, "$_[0]", "$_[1]" };
  Getopt::Long::GetOptionsFromString($line, map({ $_ => $note } @specs));
  print map({ "option\\0$_\\0" } @found);
}
`;

describe(`Perl as the judge of options_extra.txt${perlIsThere ? '' : ' (skipped: perl not found)'}`, function () {
  this.timeout(120_000);
  const check = perlIsThere ? it : it.skip;

  check(`gives ${count} lines the words and options that Text::ParseWords and Getopt::Long give (seed ${seed})`, () => {
    const random = createRandom(seed);
    const lines = Array.from({ length: count }, () => line(random));
    const specs = extraOptionTableOf(null)
      .definitions.map(({ name, spec }) => name + spec)
      .join(' ');
    const result = spawnSync('perl', ['-e', reader, specs], {
      input: lines.map((each) => `${each}\0`).join(''),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    assert.equal(result.status, 0, result.stderr);
    const answers: { words: string[]; options: string[] }[] = [];
    const fields = result.stdout.split('\0');
    for (let at = 0; at + 1 < fields.length; at++) {
      if (fields[at] === 'line') answers.push({ words: [], options: [] });
      else if (fields[at] === 'word') answers.at(-1)!.words.push(fields[++at]!);
      else if (fields[at] === 'option') answers.at(-1)!.options.push(fields[++at]!);
    }
    assert.equal(answers.length, count);
    let readable = 0;
    lines.forEach((text, index) => {
      const [syntax] = read(`${text}\n--ssl1 'on the next line\n`, 'options-extra').invocations;
      const words = syntax?.words.map(({ value }) => value) ?? [];
      const options = syntax === undefined ? [] : buildInvocation(syntax).uses;
      const given = options.flatMap(({ name, value, negated }) => [name, value ?? (negated ? '0' : '1')]);
      const { words: wanted, options: named } = answers[index]!;
      assert.deepEqual({ words, options: given }, { words: wanted, options: named }, JSON.stringify(text));
      if (wanted.length > 0) readable++;
    });
    assert.ok(readable > count / 2, `${readable} lines of ${count} could be read`);
  });
});

function line(random: Random): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = (items: readonly string[]): string => items[below(items.length)]!;
  const options = [
    '--ssl1',
    '--nossl1',
    '--folder',
    '--timeout',
    '--errorsmax',
    '--debugimap1',
    '-fold',
    '--comp',
    '--maxsize',
    '--time',
    '--',
  ];
  const parts = [
    'a',
    '1',
    'é',
    '=',
    '#',
    '"',
    "'",
    '\\',
    '\\ ',
    '\\"',
    "\\'",
    '" "',
    "' '",
    '""',
    "''",
    '"\\a"',
    "'\\a'",
    "'\\\\'",
    '\\\\',
    '$x',
    '\u00a0',
  ];
  const separators = [' ', ' ', '  ', '\t', '\r', '\f', '\v', ''];
  let text = pick(['', '', ' ', '# ']);
  for (let word = below(9); word > 0; word--) {
    if (random() < 0.5) text += pick(options) + pick(['', '', '=']);
    else for (let part = below(3); part > 0; part--) text += pick(parts);
    text += pick(separators);
  }
  return text;
}
