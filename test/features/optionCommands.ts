import { optionFacts } from '../../server/src/core/catalogue/options.js';
import type { Dialect } from '../../server/src/core/languageService.js';
import { quoteWord } from '../../server/src/core/syntax/quote.js';
import type { Dice } from '../oracle/dice.js';

/** Variables of the generated POSIX scripts, as bash gets them. */
export const preamble = `A='one two' ; E= ; O='--dry --maxage' ; L=(--justlogin 'x y' --user2) ; set -- '--minage' 7`;

const sign: Readonly<Partial<Record<Dialect, string>>> = { posix: '\\', cmd: '^', powershell: '`' };
const texts = [
  'a',
  'imap.a.example',
  'x y',
  "it's",
  '$HOME',
  '#',
  '-x',
  '',
  's/a/b/',
  '[Gmail]/All',
  'ü',
  '%d',
  'a;b',
  '"q"',
];
const dynamicValues = [
  '"$A"',
  '$A',
  '"$E"',
  '$E',
  '"$(echo 5)"',
  '"${U:=u}"',
  '"${U:-$A}"',
  '"$1"',
  '"x$A"',
  '${L[1]}',
];
const strangers = ['"$@"', '$O', '"${L[@]}"', '$E', '--nosuch', '--nosuch=1', 'stray', '-', '$(echo --dry)', '--host'];
const redirections = ['2>&1', '>out', '> "o u t"', '</dev/null', '2>/dev/null >out'];

export interface CommandStyle {
  readonly dialect: Dialect;
  /** With variables, redirections and words that imapsync refuses. */
  readonly wild: boolean;
}

/** A command line of options of the catalogue, each spelled, quoted and parted at random. */
export function randomCommand(dice: Dice, { dialect, wild }: CommandStyle): string {
  let command = dice.pick(['imapsync', 'imapsync', 'sudo imapsync', '/usr/bin/imapsync']);
  if (dialect !== 'posix') command = dice.pick(['imapsync.exe', '.\\imapsync.exe', 'imapsync']);
  const { length } = optionFacts;
  // A few options many times each, so that occurrences of one meet.
  const some = Array.from({ length: 6 }, () => optionFacts[dice.below(length)]!);
  for (let count = 1 + dice.below(9); count > 0; count--) {
    command += separator(dice, dialect);
    if (wild && dice.chance(0.15)) command += dice.pick(strangers);
    else command += option(dice, dice.chance(0.5) ? dice.pick(some) : optionFacts[dice.below(length)]!, dialect, wild);
    if (wild && dice.chance(0.06)) command += ` ${dice.pick(redirections)}`;
  }
  if (wild && dice.chance(0.05)) command += ' -- --dry x --host1 y';
  return command + (wild ? dice.pick(['', '', ' > log', ' || true', ' | cat', ' &\nwait', '; true']) : '');
}

function separator(dice: Dice, dialect: Dialect): string {
  const join = ` ${sign[dialect] ?? ''}\n${dice.pick(['  ', '    ', ' '])}`;
  return dice.pick([' ', ' ', ' ', '  ', join, join]);
}

function option(dice: Dice, fact: (typeof optionFacts)[number], dialect: Dialect, wild: boolean): string {
  const dashes = dialect === 'powershell' ? '--' : dice.pick(['--', '--', '--', '-']);
  const name = dice.pick([fact.name, fact.name, ...fact.aliases]);
  if (fact.value === 'none') return dashes + (fact.negatable ? dice.pick(['', 'no', 'no-']) : '') + name;
  const value = valueText(dice, fact.value, dialect, wild);
  const joined = dialect === 'powershell' ? ' ' : dice.pick([' ', ' ', ' ', '=', separator(dice, dialect)]);
  return `${dashes}${name}${joined}${value}`;
}

function valueText(dice: Dice, kind: string, dialect: Dialect, wild: boolean): string {
  if (wild && dice.chance(0.2)) return dice.pick(dynamicValues);
  if (kind === 'integer' || kind === 'number') return String(dice.below(100));
  const text = dice.pick(texts.filter((one) => dialect === 'posix' || !/["$%]|^$/.test(one)));
  const value = kind === 'key=value' ? `k${dice.below(3)}=${text}` : text;
  return quoteWord(value, dialect, dice.pick([undefined, 'single', 'double']));
}
