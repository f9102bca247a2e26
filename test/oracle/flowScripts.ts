import type { Random } from '../seededRandom.js';
import type { BashScript } from './bashScripts.js';
import { Dice } from './dice.js';

/** Variables that the scripts find set before they begin, as the environment can set them: what they hold no script can know. */
export const flowPreamble = [
  "outer='o p' w0='preset x' l0='preset y'",
  'unset v0',
  'set -- "given one" two',
  'note() { :; }',
].join('\n');

const scalars = ['v0', 'v1', 'v2', 'w0'];
const arrays = ['l0', 'l1'];

const texts = [
  ...[
    '--dry',
    '--host1 a',
    '--a b  c',
    'plain',
    "it's",
    '[x]*',
    '*',
    '',
    ' lead',
    'trail ',
    'a,b',
    'a:b;c',
    '\t',
    'a\\b',
  ],
  ...['x=y', '--no', 'line\nline', '$v1', '`echo q`', '"q"', '~', '{p,q}', '-', '7', '3'],
];

/**
 * Makes scripts that keep arguments in variables, arrays, positional parameters and functions, change them on ways that
 * are taken and on ways that are not, and hand them to imapsync. What an imapsync is called with holds a mark, `id` and
 * a number; several calls may hold the same.
 */
export class FlowScripts {
  readonly #dice: Dice;
  #marks: string[] = [];
  #functions: string[] = [];
  #number = 0;
  #depth = 0;
  #inFunction = false;
  #inLoop = false;

  constructor(random: Random) {
    this.#dice = new Dice(random);
  }

  next(): BashScript {
    this.#marks = [];
    this.#functions = [];
    this.#depth = 0;
    const head = this.#dice.pick(['', '', '', '#!/bin/bash\n', 'set -eu\n', 'set -f\n']);
    return { source: `${head}${this.#statements(4 + this.#dice.below(6))}${this.#invocation()}\n`, marks: this.#marks };
  }

  #statements(count: number): string {
    let result = '';
    for (let index = 0; index < count; index++) result += `${this.#statement()}${this.#dice.pick(['\n', '\n', ';\n'])}`;
    return result;
  }

  /** The inside of a block. */
  #block(): string {
    this.#depth++;
    const inside = this.#statements(1 + this.#dice.below(3));
    this.#depth--;
    return inside;
  }

  #statement(): string {
    const dice = this.#dice;
    const roll = dice.below(100);
    if (roll < 34) return this.#assignment();
    if (roll < 62) return this.#invocation();
    if (roll < 72) return this.#disturbance();
    if (roll < 80) return this.#call();
    if (this.#depth > 2) return this.#invocation();
    return this.#construct();
  }

  #assignment(): string {
    const dice = this.#dice;
    const name = dice.pick(scalars);
    const list = dice.pick(arrays);
    const word = (): string => this.#value();
    const words = (): string => dice.repeat(3, () => ` ${this.#argument()}`);
    switch (dice.below(18)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return `${name}=${word()}`;
      case 4:
        return `${name}=${word()} ${dice.pick(scalars)}=${word()}`;
      case 5:
        return `${name}+=${word()}`;
      case 6:
      case 7:
        return `${list}=(${words()} )`;
      case 8:
        return `${list}=(\n ${this.#argument()} # it's a comment\n ${this.#argument()}\n)`;
      case 9:
        return `${list}+=(${words()} )`;
      case 10:
        return dice.pick([`${list}[1]=${word()}`, `${list}[5]=${word()}`, `${list}=${word()}`, `${list}+=${word()}`]);
      case 11:
        return `${dice.pick(['export', 'declare', 'typeset', 'export --', 'declare -x', 'readonly -p >/dev/null;'])} ${name}=${word()}`;
      case 12:
        return `${this.#inFunction ? dice.pick(['local', 'declare', 'local -r']) : 'declare'} ${name}=${word()}`;
      case 13:
        return `set --${words()}`;
      case 14:
        return dice.pick(['shift', 'set -- "$@" tail', 'set -- head "$@"', 'shift 2', 'set a b', 'set --']);
      case 15:
        return `: "\${${name}:=${dice.pick(['dflt', 'two words', '--dry'])}}"`;
      case 16:
        return `[ -n "\${${name}-}" ] || ${name}=${word()}`;
      default:
        return `${name}=${word()}`;
    }
  }

  /** Other ways for a variable to change, or not to. */
  #disturbance(): string {
    const dice = this.#dice;
    const name = dice.pick(scalars);
    const list = dice.pick(arrays);
    return dice.pick([
      `unset ${name}`,
      `unset -v ${name} ${list}`,
      `unset '${list}[0]'`,
      `read -r ${name} <<< "${dice.pick(['one', 'one two', ' '])}"`,
      `read -r ${name} w0 <<< "one two three"`,
      `IFS=: read -r ${name} w0 <<< "one:two three"`,
      `read -ra ${list} <<< 'r1 r2'`,
      `mapfile -t ${list} <<< $'m1\\nm 2'`,
      `printf -v ${name} '%s-%s' p q`,
      `((${name} = 1 + 1))`,
      `let ${name}=3`,
      `for ${name} in f1 'f 2'; do :; done`,
      `eval ${name}=evaluated`,
      `eval "${name}='e v'"`,
      `. /dev/stdin <<< "${name}=sourced"`,
      `declare -i ${name}=2+2`,
      `declare -u ${name}=upper`,
      `declare -n ref=${name}; ref=referred; unset -n ref`,
      `${name}=temporary note "$${name}"`,
      `${name}=temporary :`,
      `IFS=${dice.pick([',', "''", "':;'", "$' \\t\\n'"])}`,
      'unset IFS',
      'IFS=, ; v2=a,b',
      'set -f',
      'set +f',
      'shopt -s nullglob',
      `getopts a: ${name} -a x || :`,
      `select ${name} in a b; do break; done <<< 1`,
      `export ${name}`,
      `true && ${name}=and`,
      `false && ${name}=never`,
      `true || ${name}=never`,
      `false || ${name}=or`,
      `! ${name}=negated`,
      `echo "$(${name}=substituted)" >/dev/null`,
      `echo | ${name}=piped`,
      `${name}=background & wait`,
      `(( 0 )) && { ${name}=no; }`,
      `coproc { ${name}=coprocess; }; wait`,
      `: $(( ${name} = 5 ))`,
      `: \${${name}:=assigned}`,
      `trap '${name}=trapped' DEBUG; :; trap - DEBUG`,
      `${name}[0]=element`,
      `${name}=(as array)`,
      `alias imapsync='imapsync --alias'`,
    ]);
  }

  #construct(): string {
    const dice = this.#dice;
    const name = dice.pick(scalars);
    switch (dice.below(17)) {
      case 0:
        return `if ${this.#condition()}; then\n${this.#block()}fi`;
      case 1:
        return `if ${this.#condition()}; then\n${this.#block()}else\n${this.#block()}fi`;
      case 2:
        return `if ${this.#condition()}; then ${this.#block()}elif ${this.#condition()}; then\n${this.#block()}fi`;
      case 3:
        return this.#loop(`for ${name} in ${dice.repeat(3, () => `${this.#argument()} `)}; do\n`);
      case 4:
        return this.#loop(`for ${name}; do\n`);
      case 5:
        return this.#loop(`for ((turn${this.#depth} = 0; turn${this.#depth} < 2; turn${this.#depth}++)); do\n`);
      case 6:
        return this.#loop(`while ${this.#condition()}; do\n`, 'break\n');
      case 7:
        return this.#loop(`until ${this.#condition()}; do\n`, 'break\n');
      case 8:
        return this.#loop(
          `while IFS=${dice.pick([';', '", "', '', ':'])} read -r ${dice.pick(['v0 v1', 'w0 rest', 'v2'])}; do\n`,
          '',
          // Behind a here-document in `"$(…)"` bash 5.2 loses an assignment that ends in `;`.
          dice.pick(["<<< $'a b;c\\nd;e'", '<<E\nx y;z;t\nE\n:', "< <(printf 'p;q\\n')"]),
        );
      case 9:
        return `case ${this.#argument()} in\n${dice.pick(['a*', '--dry', '""', 'two'])})\n${this.#block()};;\n*)\n${this.#block()}${dice.pick([';;', ''])}\nesac`;
      case 10:
        return `(\n${this.#block()})`;
      case 11:
        return `{\n${this.#block()}}${dice.pick(dice.chance(0.8) ? ['', ' 2>/dev/null'] : [' | :', ' & wait'])}`;
      case 12:
        return `note "$(\n${this.#block()})"`;
      case 13:
        return `: | {\n${this.#block()}}`;
      case 14:
        return `cat >/dev/null <<E\n$(${this.#invocation()})\nE`;
      default:
        return this.#definition();
    }
  }

  #loop(head: string, tail = '', input = ''): string {
    const dice = this.#dice;
    const outside = this.#inLoop;
    this.#inLoop = true;
    const inside = `${this.#block()}${dice.chance(0.3) ? `${this.#condition()} && ${dice.pick(['continue', 'break'])}\n${this.#block()}` : ''}`;
    this.#inLoop = outside;
    // A `continue` must not skip the end of a loop that would go on for ever.
    const safe = tail === '' ? inside : inside.replace(/\bcontinue\b/g, 'break');
    return `${head}${safe}${tail}done ${input}`;
  }

  #definition(): string {
    const dice = this.#dice;
    const fresh = `f${this.#number++}`;
    const name = this.#functions.length > 0 && dice.chance(0.1) ? dice.pick(this.#functions) : fresh;
    const outside = this.#inFunction;
    this.#inFunction = true;
    // Called from its own body a function would never end.
    const callable = this.#functions;
    this.#functions = callable.filter((each) => each !== name);
    this.#depth++;
    let body = this.#block();
    if (dice.chance(0.2)) body += `${this.#condition()} && return\n${this.#block()}`;
    this.#depth--;
    this.#inFunction = outside;
    // Nor may one that it calls be defined anew with a call of this one.
    this.#functions = name === fresh ? [...callable, name] : [name];
    const [open, close] = dice.pick([
      ['() {', '}'],
      ['()\n{', '}'],
      ['() (', ')'],
    ] as const);
    return `${dice.chance(0.2) ? 'function ' : ''}${name}${open}\n${body}${close}${dice.chance(0.6) ? `\n${name} ${this.#arguments()}` : ''}`;
  }

  #call(): string {
    const dice = this.#dice;
    if (this.#functions.length === 0) return this.#assignment();
    const name = dice.pick(this.#functions);
    const before = dice.pick(['', '', '', 'v1=temporary ', '! ', 'command ', 'unset -f note; ']);
    return `${before}${name} ${this.#arguments()}${dice.pick(dice.chance(0.9) ? ['', ' || :', ' 2>&1'] : [' | :', ' &\nwait'])}`;
  }

  #condition(): string {
    const dice = this.#dice;
    return dice.pick([
      'true',
      'false',
      `[ "$${dice.pick(scalars)}" = ${dice.pick(['one', 'dry', "''"])} ]`,
      `[[ -n $${dice.pick(scalars)} ]]`,
      '((RANDOM > 16000))',
      '[ $# -gt 1 ]',
      `${dice.pick(scalars)}=conditional`,
      `read -r ${dice.pick(scalars)} <<< condition`,
    ]);
  }

  #invocation(): string {
    const dice = this.#dice;
    const mark = `id${this.#number++}`;
    this.#marks.push(mark);
    const words = this.#arguments();
    switch (dice.below(14)) {
      case 0: {
        const name = dice.pick(scalars);
        return `${name}=${dice.pick(['imapsync', '"imapsync"', 'imapsync; :', "'imapsync --first'"])}\n$${name} ${mark} ${words}`;
      }
      case 1: {
        const list = dice.pick(arrays);
        return `${list}=(imapsync ${this.#argument()})\n"\${${list}[@]}" ${mark} ${words}`;
      }
      case 2:
        return `${dice.pick(scalars)}=before imapsync ${mark} ${words}`;
      case 3:
        return `${dice.pick(['echo', 'note'])} imapsync >/dev/null; \${IMAPSYNC:-imapsync} ${mark} ${words}`;
      case 4:
        return `${dice.pick(['command', 'command --', 'eval', '\\', '>/dev/null'])} imapsync ${mark} plain`;
      default:
        return `imapsync ${mark} ${words}${dice.pick(dice.chance(0.95) ? ['', '', '', ' 2>&1', ' || :', ' >/dev/null'] : [' &\nwait', ' | :'])}`;
    }
  }

  #arguments(): string {
    return this.#dice.repeat(4, () => `${this.#argument()} `);
  }

  /** What a variable is set to. */
  #value(): string {
    const dice = this.#dice;
    const text = dice.pick(texts);
    switch (dice.below(12)) {
      case 0:
      case 1:
      case 2:
        return `'${text.replaceAll("'", "'\\''")}'`;
      case 3:
      case 4:
        return `"${text.replace(/["\\$`]/g, '\\$&')}"`;
      case 5:
        return dice.pick(['bare', '--dry', '', '~', '~/x:~', '*', '{a,b}', '$RANDOM', '$outer', "$'a\\tb'", 'a\\ b']);
      case 6:
        return dice.pick([
          '$(echo a b)',
          '$((1+2))',
          '$#',
          '"$*"',
          '$1',
          '"$@"',
          '${2:-d}',
          '$*',
          '"${2-d}"',
          '"$1 $2"',
        ]);
      case 7:
        return `$${dice.pick(scalars)}`;
      case 8:
        return `"$${dice.pick(scalars)} and ${'${'}${dice.pick(scalars)}}"`;
      case 9:
        return `"\${${dice.pick(arrays)}[${dice.pick(['@', '*', '0', '1'])}]}"`;
      case 10:
        return `\${${dice.pick(scalars)}${dice.pick([':-d e', '-d', ':+alt x', '+alt', '#a', '%% *', '//a/b', ':1:2', '^^'])}}`;
      default:
        return dice.pick(['one', 'two', '"three four"', 'imapsync', '/tmp/x']);
    }
  }

  /** An argument of a command, in whose words variables may stand. */
  #argument(): string {
    const dice = this.#dice;
    const name = dice.pick(scalars);
    const list = dice.pick(arrays);
    switch (dice.below(20)) {
      case 0:
      case 1:
        return `$${name}`;
      case 2:
      case 3:
        return `"$${name}"`;
      case 4:
        return `\${${name}}`;
      case 5:
        return `--x=$${name}`;
      case 6:
        return `"a\${${name}}b$${dice.pick(scalars)}"`;
      case 7:
        return `$${name}$${dice.pick(scalars)}`;
      case 8:
        return `\${${name}${dice.pick([':-d', ':-d e', ':-"d e"', '-', ':+alt', ':+"a  t"', ':-$v1', ':-"$w0"', ':=set here', '#-', '%x', '/a/b', ':0:1'])}}`;
      case 9:
        return `"\${${name}${dice.pick([':-d', ':-d e', ':-"d e"', '-', ':+alt', ":-'q'", ':-$v1', ':=set'])}}"`;
      case 10:
      case 11:
        return `"\${${list}[@]}"`;
      case 12:
        return dice.pick([
          `\${${list}[@]}`,
          `\${${list}[*]}`,
          `"\${${list}[*]}"`,
          `x"\${${list}[@]}"y`,
          `"\${${list}[@]:1}"`,
        ]);
      case 13:
        return dice.pick([`\${${list}[0]}`, `"\${${list}[1]}"`, `$${list}`, `"\${#${list}[@]}"`, `"\${${list}[-1]}"`]);
      case 14:
        return dice.pick(['"$@"', '"$@"', '$@', '$*', '"$*"', '"${@}"', '"${@:2}"', '${1+"$@"}', '-"$@"']);
      case 15:
        return dice.pick(['$1', '"$1"', '"$2"', '"${1:-d}"', '$#', '"${3-none}"', '$3']);
      case 16:
        return `'$${name}'`;
      case 17:
        return `\\$${name}`;
      default:
        return dice.pick(['--dry', '"quoted  word"', "'single'", 'plain', '--a=b', '*', '~']);
    }
  }
}
