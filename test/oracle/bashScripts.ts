import { quoteWord } from '../../server/src/core/syntax/quote.js';
import type { Random } from '../seededRandom.js';

/** One generated script and what it is expected to be about. */
export interface BashScript {
  readonly source: string;
  /** The first argument of every imapsync in it is one of these; each runs once where bash accepts the script. */
  readonly marks: readonly string[];
}

/** Set before the scripts run; their values split, match files, or are empty. */
export const preamble = [
  "x='a b' e='' star='*' n=3",
  "arr=(1 '2 3' '')",
  'unset u',
  'set -- "first arg" second',
  'quiet() { :; }',
].join('\n');

const plain = 'abcXYZ019_-+.,:=/@%^'.split('');
const odd = ['é', '😀', '\u00a0', ']', '}', '!', '#', '~', '{', '[', '*', '?', '$', '\r'];
const spaces = [' ', '  ', '\t', ' \\\n', '\\\n ', ' \\\n\t'];

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
  readonly #random: Random;
  #marks: string[] = [];
  #number = 0;
  #depth = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  next(): BashScript {
    this.#marks = [];
    this.#depth = 0;
    const source = this.#lines(1 + this.#below(3));
    return { source, marks: this.#marks };
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#below(items.length)]!;
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #repeat(most: number, make: () => string, least = 0): string {
    let result = '';
    for (let count = least + this.#below(most - least + 1); count > 0; count--) result += make();
    return result;
  }

  #lines(count: number): string {
    let result = '';
    for (let line = 0; line < count; line++) {
      result += this.#repeat(1, () => this.#pick(['\n', '# imapsync comment\n', '  # it\'s "odd\n', ' \t\n']));
      result += this.#command();
      result += this.#pick(['\n', ';\n', ' # imapsync --dry\n', '\t\n', '; ', '\n\n']);
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

  #compound(): string {
    switch (this.#below(30)) {
      case 0:
        return `if ${this.#command()}; then ${this.#command()}; else echo imapsync no; fi`;
      case 1:
        return `if true\nthen\n${this.#lines(1)}fi`;
      case 2:
        return `{ for i in ${this.#word()}; do :; done; ${this.#command()}; }`;
      case 3:
        return `for ((turn = 0; turn < 1; turn++)); do ${this.#command()}; done`;
      case 4:
        return `case ${this.#pick(['a', '"$x"', 'esac'])} in (b | c) echo imapsync;; *) ${this.#command()} ${this.#pick([';;', ';&', ';;&', ''])}\nesac`;
      case 5:
        return `{ ${this.#command()}; }`;
      case 6:
        return `(${this.#command()})`;
      case 7:
        return `{ ! ${this.#command()} || ${this.#command()}; }`;
      case 8:
        return `{ ${this.#command()} && ${this.#command()}; }`;
      case 9:
        return `${this.#command()} | ${this.#command()}`;
      case 10:
        return this.#function('f', (name, body) => `{ ${name}() ${this.#pick(['{ ', '\n{ '])}${body}; }; ${name}; }`);
      case 11:
        return this.#function('g', (name, body) => `{ function ${name} { ${body}; }; ${name}; }`);
      case 12:
        return `while ${this.#command()}; do break; done`;
      case 13:
        return `{ [[ ${this.#pick(['a', '"$x"', '-n $x'])} ${this.#pick(['', '&& b < c', '|| ( imapsync && x )'])} ]] && ${this.#command()}; }`;
      case 14:
        return `{ ((1 ${this.#pick(['+ (2)', '<< 2', '> 0'])})); ${this.#command()}; }`;
      case 15:
        return `{ time ${this.#pick(['-p ', ''])}${this.#command()}; }`;
      case 16:
        return this.#hereDocument();
      case 17:
        return `quiet ${this.#word()} "${this.#substitution(this.#command())}"`;
      case 18:
        return `{ quiet <<< ${this.#word()}; ${this.#command()}; }`;
      case 19:
        return `{ a=(e${this.#word()} imapsync # it's\n e${this.#word()}); ${this.#command()}; }`;
      case 20:
        return `{ ${this.#command()} & wait; }`;
      case 21:
        return `until ${this.#command()}; do break; done`;
      case 22:
        return `{ coproc { ${this.#command()}; } </dev/null; wait; }`;
      default:
        return this.#invocation();
    }
  }

  #substitution(command: string): string {
    return `$(${command.startsWith('(') ? ' ' : ''}${command})`;
  }

  #function(letter: string, write: (name: string, body: string) => string): string {
    const name = `${letter}${this.#number++}`;
    return write(name, this.#command());
  }

  #hereDocument(): string {
    const delimiter = this.#pick(['E', "'E'", '"E"', '\\E', '-E', "-'E'"]);
    const expands = delimiter === 'E' || delimiter === '-E';
    const tabs = delimiter.startsWith('-') ? '\t' : '';
    const inner = expands && this.#chance(0.5) ? `$(${this.#invocation()})` : '$x';
    const body = `${tabs}imapsync no\nit's "odd\\\\ ${inner} end\n`;
    const second = this.#chance(0.2) ? ['<<Z', '$x imapsync\nZ\n'] : ['', ''];
    const rest = this.#pick(['', '; true', ' # c']);
    return `{ quiet <<${delimiter} ${second[0]}${rest}\n${body}${tabs}E\n${second[1]}}`;
  }

  #invocation(): string {
    const mark = `id${this.#number++}`;
    this.#marks.push(mark);
    const before = this.#repeat(1, () =>
      this.#pick(['A=1 ', "B='x y' ", `C=${this.#word()} `, '>/dev/null ', 'D+=1 ']),
    );
    const launcher = this.#chance(0.15) ? this.#pick(launchers) : '';
    const name = this.#pick([
      'imapsync',
      'imapsync',
      'imapsync',
      'imap""sync',
      "'imapsync'",
      '\\imapsync',
      'imap\\\nsync',
    ]);
    let result = `${before}${launcher}${name}${this.#pick(spaces)}${mark}`;
    for (let count = this.#below(6); count > 0; count--) {
      result += this.#pick(spaces);
      if (this.#chance(0.08))
        result += `${this.#pick(['2>/dev/null', '2>&1', '>&2', '</dev/null', '&>/dev/null', '3<&-', '{fd}>/dev/null'])}${this.#pick(spaces)}`;
      result += this.#chance(0.2)
        ? this.#pick(['if', 'then', 'done', '}', '{', '!', 'esac', '--dry', '[[', 'imapsync', '-1'])
        : this.#word();
    }
    if (this.#depth > 2 || !this.#chance(0.07)) return result;
    const style = this.#pick(['single', 'double', 'bare'] as const);
    return `${this.#pick(['eval', 'bash -c', 'env bash -c', 'eval true ";"', 'eval --'])} ${quoteWord(result, 'posix', style)}`;
  }

  #word(): string {
    const word = this.#repeat(4, () => this.#atom(), 1);
    // A pattern that leads out of the working directory could walk the whole file system.
    if (word.includes('/') && /[*?[]|star/.test(word)) return `q${word}`;
    // A comment would cut the command short, and its rest would fail.
    return /^(?:\\\n)*#/.test(word) ? `w${word}` : word;
  }

  #atom(): string {
    const text = (): string => this.#repeat(4, () => this.#pick(plain), 1);
    switch (this.#below(34)) {
      case 0:
      case 1:
        return `'${this.#repeat(4, () => this.#pick([...plain, ...odd, ' ', '"', '\\', '`', '\n']))}'`;
      case 2:
      case 3:
        return `"${this.#repeat(4, () => this.#quoted())}"`;
      case 4:
        return `$'${this.#repeat(4, () => this.#ansi())}'`;
      case 5:
        return `$"${this.#repeat(2, () => this.#quoted())}"`;
      case 6:
      case 7:
        return `\\${this.#pick([' ', '$', '"', "'", '\\', 'a', '*', '{', ';', '&', '#', '~', 'é', '`', '<', '('])}`;
      case 8:
      case 9:
        return this.#expansion();
      case 10:
        return this.#pick(['*', '?', '[ab]*', '[!x]', '[', '[x', ']', '[a/b]', '[[:alpha:]]', '[]', '[$x]']);
      case 11:
        return this.#pick([
          '{a,b}',
          '{1..3}',
          '{a..c}',
          '{}',
          '{a}',
          '{',
          '}',
          '{a,',
          ',b}',
          '{a}b,c}',
          '{1..a}',
          '{"a",b}',
          '{a\\,b}',
          '{x..2}',
          '{,}',
          '{{a,b}}',
          '..',
          '{1..9..3}',
          '{-1..+2}',
        ]);
      case 12:
        return this.#pick(['~', '~/x', '~root', '~nobody9', '~+', 'a=~', 'a=b:~/c', '--a=~', '~"x"', 'a:~']);
      case 13:
        return this.#pick([
          '#',
          'a#b',
          '$%',
          '$,',
          '$/',
          '$\\\nx',
          '$\\\n{x}',
          "$\\\n'a\\tb'",
          '$\\\n(echo a)',
          '!',
          '!!',
          '%',
          '^',
          '=',
          'a=',
          '1=2',
        ]);
      case 14:
        return `\\\n${text()}`;
      case 15:
        return this.#pick(['é', '😀', '\u00a0', '–', '“x”']);
      default:
        return text();
    }
  }

  #quoted(): string {
    switch (this.#below(9)) {
      case 0:
        return `\\${this.#pick(['$', '`', '"', '\\', 'a', '\n', "'", '!', '*'])}`;
      case 1:
        return this.#expansion();
      case 2:
        return this.#pick(["'", '*', '{a,b}', '~', '$', '$,', '#', ';', '(', ' ', '\n', "$'x'", '<(x)']);
      default:
        return this.#repeat(3, () => this.#pick(plain), 1);
    }
  }

  #ansi(): string {
    return this.#chance(0.5)
      ? this.#repeat(2, () => this.#pick([...plain, ' ', '"', '$', '`', '*', '\n']), 1)
      : this.#pick([
          '\\n',
          '\\t',
          '\\\\',
          "\\'",
          '\\"',
          '\\e',
          '\\x41',
          '\\x{42}',
          '\\101',
          '\\7',
          '\\u00e9',
          '\\U1F600',
          '\\cA',
          '\\c\\\\',
          '\\z',
          '\\xc3\\xa9',
          '\\x',
          '\\?',
          '\\0',
          '\\xe9',
          '\\u',
          '\\400',
          '\\x414',
          '\\1011',
          '\\c?',
          '\\cz',
        ]);
  }

  #expansion(): string {
    if (this.#depth < 3 && this.#chance(0.1)) {
      this.#depth++;
      const inner = this.#chance(0.5) ? this.#command() : this.#invocation();
      this.#depth--;
      return this.#substitution(inner);
    }
    return this.#pick([
      '$x',
      '${x}',
      '$e',
      '$u',
      '$star',
      '$@',
      '$*',
      '$1',
      '$#',
      '${#x}',
      '${!arr[@]}',
      '${x:-a b}',
      '${u:-"a b"}',
      '${u-{}}',
      '${x#a}',
      '${x%%[ b]*}',
      '${x//a/}',
      '${x/a/\\}}',
      "${x#'}'}",
      '${arr[@]}',
      '${arr[*]}',
      '${arr[1]}',
      '${arr[@]:1}',
      '${x:0:1}',
      '${x^^}',
      '${u:+$x}',
      '${x:+"$@"}',
      '${u:-$(echo "}")}',
      '${u:-`echo }`}',
      '$(echo a b)',
      '$(echo ")")',
      '$(case a in a) echo c;; esac)',
      '$((1+2))',
      '$(((1)+(2)))',
      '$((n<2?1:2))',
      '$[1+2]',
      '$( (echo a) )',
      '$((echo a); echo b)',
      '`echo a b`',
      '`echo \\`echo c\\``',
      '`echo "\\$x"`',
      '$(echo # it)\n)',
      '${x@Q}',
      '${x:-\\}}',
      '$(cat <<E\nit)\nE\n)',
    ]);
  }
}
