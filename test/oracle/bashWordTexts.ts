import type { Random } from '../seededRandom.js';
import { Dice } from './dice.js';

const plain = 'abcXYZ019_-+.,:=/@%^'.split('');
const odd = ['é', '😀', '\u00a0', ']', '}', '!', '#', '~', '{', '[', '*', '?', '$', '\r'];

const braces = [
  ...['{a,b}', '{1..3}', '{a..c}', '{}', '{a}', '{', '}', '{a,', ',b}', '{a}b,c}', '{1..a}', '{"a",b}', '{a\\,b}'],
  ...['{x..2}', '{,}', '{{a,b}}', '..', '{1..9..3}', '{-1..+2}', '{a,b}{c,d}', '{a,{b,c}}', '{01..03}', '{$x,b}'],
];

const patterns = ['*', '?', '[ab]*', '[!x]', '[', '[x', ']', '[a/b]', '[[:alpha:]]', '[]', '[$x]', '[^a]', '[a-c].txt'];

const tildes = ['~', '~/x', '~root', '~nobody9', '~+', 'a=~', 'a=b:~/c', '--a=~', '~"x"', 'a:~', '~-', '\\~', "~''"];

const oddities = [
  ...['#', 'a#b', '$%', '$,', '$/', '$\\\nx', '$\\\n{x}', "$\\\n'a\\tb'", '$\\\n(echo a)', '!', '!!', '%', '^', '='],
  ...['a=', '1=2', 'a+=b', 'a[0]=b', '$', '$]', '@', ':', '-'],
];

const ansiEscapes = [
  ...['\\n', '\\t', '\\\\', "\\'", '\\"', '\\e', '\\x41', '\\x{42}', '\\101', '\\7', '\\u00e9', '\\U1F600', '\\cA'],
  ...['\\c\\\\', '\\z', '\\xc3\\xa9', '\\x', '\\?', '\\0', '\\xe9', '\\u', '\\400', '\\x414', '\\1011', '\\c?', '\\cz'],
];

const keywords = [
  'if',
  'then',
  'done',
  '}',
  '{',
  '!',
  'esac',
  '--dry',
  '[[',
  'imapsync',
  '-1',
  'time',
  'function',
  'in',
];

/** Expansions that start no process. */
const expansions = [
  ...['$x', '${x}', '$e', '$u', '$star', '$@', '$*', '$1', '$#', '${#x}', '${!arr[@]}', '${x:-a b}', '${u:-"a b"}'],
  ...['${u-{}}', '${x#a}', '${x%%[ b]*}', '${x//a/}', '${x/a/\\}}', "${x#'}'}", '${arr[@]}', '${arr[*]}', '${arr[1]}'],
  ...['${arr[@]:1}', '${x:0:1}', '${x^^}', '${u:+$x}', '${x:+"$@"}', '$((1+2))', '$(((1)+(2)))', '$((n<2?1:2))'],
  ...[
    '$[1+2]',
    '${x@Q}',
    '${x:-\\}}',
    '${fresh:=d}',
    '${u-x}',
    '${u+x}',
    '${PATH:?no}',
    '${PATH?no}',
    '${!#}',
    '${!ar*}',
  ],
  ...[
    '${!ar@}',
    '${x,}',
    '${x,,[A-Z]}',
    '${x^}',
    '${x@U}',
    '${x#"}"}',
    '${arr[n+1]}',
    '${arr["1"]}',
    '${BASH_VERSINFO[-1]}',
  ],
  ...['${#arr[@]}', '${@:1}', '${*#f}', '${1+"$@"}', '${x:n>2?1:0}', '${x:(-1)}', '${x: -1}', '${x/#a/b}', '${x/%b/c}'],
  ...['$-', '$$', '$?', '$0', '${10}', '$10', '$x$x', '${x}y', '${x%"${x#?}"}', '${u:-${e:-${x}}}', '${#}', '${#@}'],
  ...["${u:-'a b'}", '${u:-a\\ b}', '${u:-$((1+2))}', '${x//[ab]/-}', '${x:+{a,b}}', '${arr[@]/1/x}', '${arr[@]@Q}'],
];

/** Starting processes is what costs the time, so these are taken seldom. */
const substitutions = [
  ...['${u:-$(echo "}")}', '${u:-`echo }`}', '$(echo a b)', '$(echo ")")', '$(case a in a) echo c;; esac)'],
  ...['$( (echo a) )', '$((echo a); echo b)', '`echo a b`', '`echo \\`echo c\\``', '`echo "\\$x"`', '$(echo # it)\n)'],
  ...[
    '$(cat <<E\nit)\nE\n)',
    '$(</dev/null)',
    '`echo \\`echo \\\\\\`echo d\\\\\\`\\``',
    '$(echo "$(echo ")")")',
    '$()',
  ],
  ...["$(echo '`')", '`echo "a)b"`', '<(echo a)', '>(cat)', '$(echo ${x:-)})', '"$(echo "a" \'b\')"'],
];

/**
 * Makes words in all the quoting that bash knows. What stands in a `$(…)` may be any command, so it is asked for.
 */
export class BashWordTexts {
  readonly #dice: Dice;
  readonly #command: () => string | null;

  /** `command` answers null where no further command is to be put inside. */
  constructor(random: Random, command: () => string | null) {
    this.#dice = new Dice(random);
    this.#command = command;
  }

  word(): string {
    const word = this.#dice.repeat(4, () => this.#atom(), 1);
    // A pattern that leads out of the working directory could walk the whole file system.
    if (word.includes('/') && /[*?[]|star/.test(word)) return `q${word}`;
    // A comment would cut the command short, and its rest would fail.
    return /^(?:\\\n)*#/.test(word) ? `w${word}` : word;
  }

  keyword(): string {
    return this.#dice.pick(keywords);
  }

  #atom(): string {
    const dice = this.#dice;
    const text = (): string => dice.repeat(4, () => dice.pick(plain), 1);
    switch (dice.below(34)) {
      case 0:
      case 1:
        return `'${dice.repeat(4, () => dice.pick([...plain, ...odd, ' ', '"', '\\', '`', '\n']))}'`;
      case 2:
      case 3:
        return `"${dice.repeat(4, () => this.#quoted())}"`;
      case 4:
        return `$'${dice.repeat(4, () => this.#ansi())}'`;
      case 5:
        return `$"${dice.repeat(2, () => this.#quoted())}"`;
      case 6:
      case 7:
        return `\\${dice.pick([' ', '$', '"', "'", '\\', 'a', '*', '{', ';', '&', '#', '~', 'é', '`', '<', '('])}`;
      case 8:
      case 9:
        return this.#expansion();
      case 10:
        return dice.pick(patterns);
      case 11:
        return dice.pick(braces);
      case 12:
        return dice.pick(tildes);
      case 13:
        return dice.pick(oddities);
      case 14:
        return `\\\n${text()}`;
      case 15:
        return dice.pick(['é', '😀', '\u00a0', '–', '“x”']);
      default:
        return text();
    }
  }

  #quoted(): string {
    const dice = this.#dice;
    switch (dice.below(9)) {
      case 0:
        return `\\${dice.pick(['$', '`', '"', '\\', 'a', '\n', "'", '!', '*'])}`;
      case 1: {
        // In quotes no process is substituted.
        const expansion = this.#expansion();
        return /^[<>]/.test(expansion) ? 'x' : expansion;
      }
      case 2:
        return dice.pick(["'", '*', '{a,b}', '~', '$', '$,', '#', ';', '(', ' ', '\n', "$'x'", '<(x)']);
      default:
        return dice.repeat(3, () => dice.pick(plain), 1);
    }
  }

  #ansi(): string {
    const dice = this.#dice;
    return dice.chance(0.5)
      ? dice.repeat(2, () => dice.pick([...plain, ' ', '"', '$', '`', '*', '\n']), 1)
      : dice.pick(ansiEscapes);
  }

  #expansion(): string {
    const dice = this.#dice;
    const inner = dice.chance(0.03) ? this.#command() : null;
    if (inner !== null) return substitution(inner);
    return dice.pick(dice.chance(0.95) ? expansions : substitutions);
  }
}

/** `$((` would begin arithmetic. */
export function substitution(command: string): string {
  return `$(${command.startsWith('(') ? ' ' : ''}${command})`;
}
