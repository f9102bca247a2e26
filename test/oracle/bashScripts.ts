import { quoteWord } from '../../server/src/core/syntax/quote.js';
import type { Random } from '../seededRandom.js';
import { BashWordTexts, substitution } from './bashWordTexts.js';
import { Dice } from './dice.js';

/** One generated script and what it is expected to be about. */
export interface BashScript {
  readonly source: string;
  /** The first argument of every imapsync in it is one of these; each runs once where bash accepts the script. */
  readonly marks: readonly string[];
}

/** Makes the words of a script. */
export interface WordTexts {
  word(): string;
  /** One that means something to the shell where a command begins, and nothing among arguments. */
  keyword(): string;
}

/** Set before the scripts run; their values split, match files, or are empty. */
export const preamble = [
  "x='a b' e='' star='*' n=3",
  "arr=(1 '2 3' '')",
  'unset u',
  'set -- "first arg" second',
  'quiet() { :; }',
].join('\n');

const spaces = [' ', '  ', '\t', ' \\\n', '\\\n ', ' \\\n\t'];
const assignments = ['A=1 ', "B='x y' ", 'D+=1 ', 'A=1 \\\nB=$x ', 'E= ', 'A=~ '];
const redirections = [
  ...[
    '2>/dev/null',
    '2>&1',
    '>&2',
    '</dev/null',
    '&>/dev/null',
    '3<&-',
    '{fd}>/dev/null',
    '>|/dev/null',
    '&>>/dev/null',
  ],
  ...['<>/dev/null', '3>&1', '2>>"/dev/null"', '>& /dev/null', '> \\\n/dev/null', '<<<here', '<<< "$x y"', "3<<<\\'x"],
];

const launchers = [
  'command ',
  'command -- ',
  'env ',
  'env -i PATH="$PATH" X=1 ',
  'env -u HOME ',
  'nice -n 1 ',
  'timeout 60 ',
  'timeout -k 5 --signal=KILL 60s ',
  'nohup ',
  'xargs -n1 ',
  'xargs -I{} -P2 -a <(echo x) ',
  'time -p ',
];

/** Makes scripts in bash's grammar; the same seed makes the same scripts. */
export class BashScripts {
  readonly #dice: Dice;
  readonly #words: WordTexts;
  #marks: string[] = [];
  #number = 0;
  #depth = 0;

  /** `words` makes the words, and may put the commands in them that it is given; without it they are in all of bash's quoting. */
  constructor(random: Random, words?: (command: () => string | null) => WordTexts) {
    this.#dice = new Dice(random);
    const inner = (): string | null => this.#innerCommand();
    this.#words = words?.(inner) ?? new BashWordTexts(random, inner);
  }

  next(): BashScript {
    this.#marks = [];
    this.#depth = 0;
    const source = this.#lines(1 + this.#dice.below(3));
    return { source, marks: this.#marks };
  }

  #lines(count: number): string {
    const dice = this.#dice;
    let result = '';
    for (let line = 0; line < count; line++) {
      result += dice.repeat(1, () =>
        dice.pick([
          '\n',
          '# imapsync comment\n',
          '  # it\'s "odd\n',
          ' \t\n',
          "alias imapsync='imapsync no' im=imapsync\n",
        ]),
      );
      result += this.#command();
      result += dice.pick(['\n', ';\n', ' # imapsync --dry\n', '\t\n', '; ', '\n\n']);
    }
    return result.endsWith('; ') ? `${result.slice(0, -2)}\n` : result;
  }

  /** Any command that succeeds, on its own. */
  #command(): string {
    if (this.#depth > 2) return this.#invocation();
    this.#depth++;
    const command = this.#compound();
    this.#depth--;
    return command;
  }

  /** A command for a `$(…)` in a word. */
  #innerCommand(): string | null {
    if (this.#depth >= 3) return null;
    this.#depth++;
    const inner = this.#dice.chance(0.5) ? this.#command() : this.#invocation();
    this.#depth--;
    return inner;
  }

  #compound(): string {
    const dice = this.#dice;
    const word = (): string => this.#words.word();
    if (dice.chance(0.05)) return this.#parallel();
    switch (dice.below(30)) {
      case 0:
        return `if ${this.#command()}; then ${this.#command()}; else echo imapsync no; fi`;
      case 1:
        return `if false; then echo imapsync no; elif true\nthen\n${this.#lines(1)}fi`;
      case 2:
        return `{ for i in ${word()}; do :; done; ${this.#command()}; }`;
      case 3:
        return `for ((turn = 0; turn < 1; turn++)); do ${this.#command()}; done`;
      case 4:
        return this.#case();
      case 5:
        return `{ ${this.#command()}; }`;
      case 6:
        return `{ ! ${this.#command()} || ${this.#command()}; }`;
      case 7:
        return `{ ${this.#command()} && ${this.#command()}; }`;
      case 8:
        return this.#function('f', (name, body) => {
          const [open, close] = dice.pick(this.#bodies);
          return `{ ${name}${dice.pick(['()', ' ( )', '()\n'])} ${open}${body}${close}; ${name}; }`;
        });
      case 9:
        return this.#function('g', (name, body) => {
          const [open, close] = dice.pick(this.#bodies);
          return `{ function ${name}${dice.pick([' ', '() ', '\n'])}${open}${body}${close}; ${name}; }`;
        });
      case 10:
        return `while ${this.#command()}; do break; done`;
      case 11:
        return `{ [[ ${this.#condition()} ]] && ${this.#command()}; }`;
      case 12:
        return `{ ((1 ${dice.pick(['+ (2)', '<< 2', '> 0', '? 1 : 0', '|| (n = 3)'])})); ${this.#command()}; }`;
      case 13:
        return `{ time ${dice.pick(['-p ', ''])}${this.#command()}; }`;
      case 14:
      case 15:
        return this.#hereDocument();
      case 16:
        return `{ quiet ${dice.pick(['<<<', '<<< ', '3<<<'])}${word()}; ${this.#command()}; }`;
      case 17:
        return `{ a${dice.pick(['', '+'])}=(e${word()} imapsync # it's\n e${word()}); ${this.#command()}; }`;
      case 18:
        return `until ${this.#command()}; do break; done`;
      case 19:
        return `{ declare -A m=([k]=${word()} ["imapsync x"]=imapsync); a[n+1]=${word()}; ${this.#command()}; }`;
      default:
        return this.#invocation();
    }
  }

  /** A command for which bash starts processes: what costs the time, so it is made seldom. */
  #parallel(): string {
    const dice = this.#dice;
    switch (dice.below(6)) {
      case 0:
        return `(${this.#command()})`;
      case 1:
        return `${this.#command()} ${dice.pick(['|', '|&', '|\n'])} ${this.#command()}`;
      case 2:
        return `{ ${this.#command()} & wait; }`;
      case 3:
        return `{ coproc { ${this.#command()}; } </dev/null; wait; }`;
      case 4:
        return `quiet ${this.#words.word()} "${substitution(this.#command())}"`;
      default:
        return `{ quiet <(${this.#command()}) > >(quiet); wait; }`;
    }
  }

  readonly #bodies: readonly (readonly [string, string])[] = [
    ['{ ', '; }'],
    ['{\n', '\n}'],
    ['{ ', '; } 2>/dev/null'],
    ['if true; then ', '; fi'],
    ['(', ')'],
  ];

  #case(): string {
    const dice = this.#dice;
    const end = dice.pick([';;', ';&', ';;&', '']);
    const patterns = dice.pick(['(b | c)', 'b|c)', '"x y")', '[b-c]*)']);
    return `case ${dice.pick(['a', '"$x"', 'in', 'esac'])} in ${patterns} echo imapsync;; *) ${this.#command()} ${end}\nesac`;
  }

  #condition(): string {
    const first = this.#dice.pick(['a', '"$x"', '-n $x', 'ab =~ ^(a|b)+$', 'a == [a-c]*', '! a -ef b', '( a )']);
    return `${first} ${this.#dice.pick(['', '&& b < c', '|| ( imapsync && x )'])}`;
  }

  #function(letter: string, write: (name: string, body: string) => string): string {
    const name = `${letter}${this.#number++}`;
    return write(name, this.#command());
  }

  #hereDocument(): string {
    const dice = this.#dice;
    const delimiter = dice.pick(['E', "'E'", '"E"', '\\E', '-E', "-'E'", ' E', "- 'E'"]);
    const expands = /^-? ?E$/.test(delimiter);
    const tabs = delimiter.startsWith('-') ? '\t' : '';
    const inner = expands && dice.chance(0.2) ? `$(${this.#invocation()})` : '$x';
    const body = `${tabs}imapsync no\nit's "odd\\\\ ${inner} end\n`;
    const second = dice.chance(0.3) ? ['<<Z', '$x imapsync\nZ\n'] : ['', ''];
    const command = dice.chance(0.4) ? this.#invocation(false) : 'quiet';
    const rest = dice.pick(['', '; true', ' # c', ' word', ' | :', ' && true', ' >/dev/null']);
    return `{ ${command} <<${delimiter} ${second[0]}${rest}\n${body}${tabs}E\n${second[1]}}`;
  }

  #invocation(wrapped = true): string {
    const dice = this.#dice;
    const mark = `id${this.#number++}`;
    this.#marks.push(mark);
    const before = dice.repeat(1, () =>
      dice.pick([`C=${this.#words.word()} `, `${dice.pick(redirections)} `, ...assignments, '>/dev/null ']),
    );
    const launcher = dice.chance(0.015) ? dice.pick(launchers) : '';
    const name = dice.pick([
      'imapsync',
      'imapsync',
      'imapsync',
      'imap""sync',
      "'imapsync'",
      '\\imapsync',
      'imap\\\nsync',
    ]);
    let result = `${before}${launcher}${name}${dice.pick(spaces)}${mark}`;
    for (let count = dice.below(6); count > 0; count--) {
      result += dice.pick(spaces);
      if (dice.chance(0.08)) result += `${dice.pick(redirections)}${dice.pick(spaces)}`;
      result += dice.chance(0.2) ? this.#words.keyword() : this.#words.word();
    }
    if (!wrapped || this.#depth > 2 || !dice.chance(0.02)) return result;
    const style = dice.pick(['single', 'double', 'bare'] as const);
    return `${dice.pick(['eval', 'bash -c', 'env bash -c', 'eval true ";"', 'eval --'])} ${quoteWord(result, 'posix', style)}`;
  }
}
