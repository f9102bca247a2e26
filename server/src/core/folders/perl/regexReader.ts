import { complement, emptySet, escapeSet } from './charSet.js';
import { invalid, type PerlProblem, unknown } from './problem.js';
import { readBracket } from './regexBracket.js';
import { literalNode, readEscapedAtom } from './regexEscape.js';
import { noFlags, type RegexFlags, withFlags } from './regexFlags.js';
import { capturesOf, holdsOptional, type LoopNode, type Regex, type RegexNode, widthOf } from './regexNode.js';

/** A regular expression as Perl's compiler meets it, with the place of each character (and of its end). */
export interface RegexSource {
  readonly text: string;
  readonly places: readonly number[];
}

/** Reads a regular expression by perlre; throws a PerlProblem where Perl refuses it or where it is not followed. */
export function readRegex(source: RegexSource, letters: string): Regex {
  return new RegexReader(source).read(withFlags(noFlags, letters, true));
}

const longest = 5000;
const mostCaptures = 100;
const most = 32766;
const nestingLimit = 200;

class RegexReader {
  private at = 0;
  private captures = 0;
  private depth = 0;
  private keeps = -1;
  private unicodeRules = false;
  /** Groups that are not closed yet. */
  private readonly open = new Set<number>();
  private readonly names = new Map<string, number>();
  private readonly references: { readonly number: number; readonly start: number }[] = [];
  private readonly text: string;
  private flags: RegexFlags = noFlags;

  constructor(private readonly source: RegexSource) {
    this.text = source.text;
  }

  read(flags: RegexFlags): Regex {
    this.flags = flags;
    if (this.text.length > longest) throw this.beyond('is very long', 0, this.text.length);
    const root = this.readChoice();
    if (this.at < this.text.length)
      throw this.refused('there is a closing parenthesis without an opening one', this.at);
    for (const { number, start } of this.references) {
      if (number > this.captures)
        throw this.refused(`\\${number} refers to a group that is not there`, start, start + 2);
    }
    if (this.keeps >= 0 && root.kind === 'choice') {
      throw this.beyond('has \\K in one of several branches', this.keeps, this.keeps + 2);
    }
    return { root, captures: this.captures, names: this.names, unicodeRules: this.unicodeRules };
  }

  private refused(message: string, start: number, end = start + 1): PerlProblem {
    return invalid(message, this.placeOf(start), Math.max(this.placeOf(end), this.placeOf(start) + 1));
  }

  private beyond(reason: string, start: number, end = start + 1): PerlProblem {
    return unknown(reason, this.placeOf(start), Math.max(this.placeOf(end), this.placeOf(start) + 1));
  }

  private readonly placeOf = (at: number): number =>
    this.source.places[Math.min(at, this.source.places.length - 1)] ?? 0;

  private readChoice(): RegexNode {
    if (++this.depth > nestingLimit) throw this.beyond('nests groups too deeply', this.at);
    const branches = [this.readSequence()];
    while (this.text[this.at] === '|') {
      this.at++;
      branches.push(this.readSequence());
    }
    this.depth--;
    return branches.length === 1 ? branches[0]! : { kind: 'choice', branches };
  }

  private readSequence(): RegexNode {
    const items: RegexNode[] = [];
    for (;;) {
      this.skip();
      const character = this.text[this.at];
      if (character === undefined || character === '|' || character === ')') break;
      const start = this.at;
      const atom = this.readAtom();
      if (atom !== null) items.push(this.readQuantifiers(atom, start));
      else if (this.quantifierLength() > 0) throw this.beyond('repeats a setting of flags', this.at);
    }
    return items.length === 1 ? items[0]! : { kind: 'sequence', items };
  }

  /** Over comments, and blanks where the flag x is in force. */
  private skip(): void {
    for (;;) {
      const character = this.text[this.at];
      if (character === '(' && this.text.startsWith('?#', this.at + 1)) {
        const close = this.text.indexOf(')', this.at);
        if (close < 0) throw this.refused('a comment (?#… is not closed', this.at, this.at + 3);
        this.at = close + 1;
      } else if (this.flags.extended && character !== undefined && ' \t\n\v\f\r'.includes(character)) {
        this.at++;
      } else if (this.flags.extended && character === '#') {
        const line = this.text.indexOf('\n', this.at);
        this.at = line < 0 ? this.text.length : line + 1;
      } else {
        return;
      }
    }
  }

  /** The length of a quantifier here; 0 where there is none. */
  private quantifierLength(): number {
    const character = this.text[this.at];
    if (character === '*' || character === '+' || character === '?') return 1;
    if (character !== '{') return 0;
    const braces = /^\{\d+(?:,\d*)?\}/.exec(this.text.slice(this.at, this.at + 24));
    return braces?.[0].length ?? 0;
  }

  private readQuantifiers(atom: RegexNode, start: number): RegexNode {
    this.skip();
    const length = this.quantifierLength();
    if (length === 0) return atom;
    if (atom.kind === 'assert' || atom.kind === 'look' || atom.kind === 'keep') {
      throw this.beyond('repeats what matches no character', start, this.at + length);
    }
    const written = this.text.slice(this.at, this.at + length);
    const from = this.at;
    this.at += length;
    const [min, max] = limitsOf(written);
    if (min > most || (max !== Number.POSITIVE_INFINITY && max > most))
      throw this.beyond('repeats very often', from, this.at);
    if (min > max) throw this.beyond('repeats from more to less', from, this.at);
    this.skip();
    let greed: LoopNode['greed'] = 'greedy';
    if (this.text[this.at] === '?') greed = 'lazy';
    else if (this.text[this.at] === '+') greed = 'possessive';
    if (greed !== 'greedy') {
      this.at++;
      this.skip();
    }
    const more = this.quantifierLength();
    if (more > 0) throw this.refused('one quantifier follows another', this.at, this.at + more);
    const inner = capturesOf(atom);
    if (max > 1 && !inner.always) throw this.beyond('has a group that a repetition can skip', start, this.at);
    return { kind: 'loop', body: atom, min, max, greed };
  }

  /** One atom; null for a setting of flags. */
  private readAtom(): RegexNode | null {
    const { text, at } = this;
    const character = text[at]!;
    const length = this.quantifierLength();
    if (length > 0 && character !== '{') throw this.refused('a quantifier has nothing to repeat', at, at + length);
    this.at++;
    switch (character) {
      case '(':
        return this.readGroup(at);
      case '[': {
        const read = readBracket(text, at, this.flags, this.placeOf);
        this.at = read.end;
        if (read.unicodeRules) this.unicodeRules = true;
        return { kind: 'set', set: read.set };
      }
      case '.':
        return { kind: 'set', set: this.flags.dotAll ? complement(emptySet()) : escapeSet('N')! };
      case '^':
        return { kind: 'assert', what: this.flags.multiline ? 'line-start' : 'start' };
      case '$':
        return { kind: 'assert', what: this.flags.multiline ? 'line-end' : 'end' };
      case '\\':
        return this.readEscape(at);
      case '{':
        throw this.beyond('has a { that releases of Perl read differently; write \\{', at);
      default:
        return literalNode(character.charCodeAt(0), this.flags.ignoreCase);
    }
  }

  private readGroup(start: number): RegexNode | null {
    const { text } = this;
    if (text[this.at] === '*') throw this.beyond('holds a verb of backtracking control', start, start + 2);
    if (text[this.at] !== '?') return this.readCapture(start, null);
    const rest = text.slice(this.at + 1, this.at + 80);
    const named = /^(?:P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/.exec(rest);
    if (named !== null) {
      this.at += 1 + named[0].length;
      return this.readCapture(start, (named[1] ?? named[2])!);
    }
    const reference = /^P=([A-Za-z_]\w*)\)/.exec(rest);
    if (reference !== null) {
      this.at += 1 + reference[0].length;
      return this.namedReference(reference[1]!, start);
    }
    const look = /^(?:<?[=!])/.exec(rest)?.[0];
    if (look !== undefined) return this.readLook(start, look);
    if (rest.startsWith('>')) {
      this.at += 2;
      return { kind: 'atomic', body: this.readBody(start) };
    }
    const settings = /^(\^?)([a-z]*)(?:-([a-z]*))?([:)])/.exec(rest);
    if (settings === null) throw this.beyond('holds a group of a kind that is not followed', start, start + 3);
    return this.readSettings(start, settings);
  }

  private readSettings(start: number, [written, caret, on, off, end]: RegExpExecArray): RegexNode | null {
    const isOdd = !/^[imsxnpad]*$/.test(on!) || !/^[imsxn]*$/.test(off ?? '') || /a.*a.*a|d.*[ad]|a.*d/.test(on!);
    if (isOdd || (caret !== '' && off !== undefined))
      throw this.beyond('sets flags that are not followed', start, start + 3);
    this.at += 1 + written.length;
    const outer = this.flags;
    this.flags = withFlags(withFlags(caret === '' ? outer : noFlags, on!, true), off ?? '', false);
    if (end === ')') return null;
    const body = this.readBody(start, outer);
    return body.kind === 'assert' || body.kind === 'look' ? { kind: 'sequence', items: [body] } : body;
  }

  private readCapture(start: number, name: string | null): RegexNode {
    if (name === null && this.flags.noCaptures) return this.readBody(start);
    const number = ++this.captures;
    if (number > mostCaptures) throw this.beyond('has very many groups', start);
    if (name !== null) {
      if (this.names.has(name)) throw this.beyond(`names two groups ${name}`, start, this.at);
      this.names.set(name, number);
    }
    this.open.add(number);
    const body = this.readBody(start);
    this.open.delete(number);
    return { kind: 'capture', number, body };
  }

  private readLook(start: number, sign: string): RegexNode {
    this.at += 1 + sign.length;
    const body = this.readBody(start);
    const negative = sign.endsWith('!');
    if (negative && capturesOf(body).numbers.length > 0) {
      throw this.beyond('has a group in what must not match', start, this.at);
    }
    if (!capturesOf(body).always) throw this.beyond('has a group that a look around can skip', start, this.at);
    if ((sign.startsWith('<') || widthOf(body).min === 0) && holdsOptional(body)) {
      throw this.beyond('looks around in a way that Perl itself gets wrong', start, this.at);
    }
    if (!sign.startsWith('<')) return { kind: 'look', behind: null, negative, body };
    const { min, max } = widthOf(body);
    if (min !== max) throw this.beyond('looks behind by a varying length', start, this.at);
    return { kind: 'look', behind: min, negative, body };
  }

  /** What stands up to the closing parenthesis; flags set inside end there. */
  private readBody(start: number, outer = this.flags): RegexNode {
    const body = this.readChoice();
    if (this.text[this.at] !== ')') throw this.refused('a parenthesis is not closed', start);
    this.at++;
    this.flags = outer;
    return body;
  }

  private namedReference(name: string, start: number): RegexNode {
    const number = this.names.get(name);
    if (number === undefined) throw this.beyond(`refers to the group ${name} before it stands`, start, this.at);
    if (this.open.has(number)) throw this.beyond('refers to a group inside itself', start, this.at);
    return { kind: 'reference', number, ignoreCase: this.flags.ignoreCase };
  }

  private readEscape(start: number): RegexNode {
    const letter = this.text[start + 1];
    if (letter === undefined) throw this.refused('a backslash stands at the end', start);
    if (/[1-9gk]/.test(letter)) return this.readReference(start);
    if (letter === 'K') {
      if (this.depth > 1) throw this.beyond('has \\K inside a group', start, start + 2);
      this.keeps = start;
      this.at = start + 2;
      return { kind: 'keep' };
    }
    if (/[pP]/.test(letter)) this.unicodeRules = true;
    const { node, end } = readEscapedAtom(this.text, start, this.flags, this.placeOf);
    this.at = end;
    return node;
  }

  private readReference(start: number): RegexNode {
    const rest = this.text.slice(start + 1, start + 60);
    const plain = /^([1-9])(?!\d)/.exec(rest) ?? /^g(-?\d+)/.exec(rest) ?? /^g\{(-?\d+)\}/.exec(rest);
    if (plain !== null) {
      this.at = start + 1 + plain[0].length;
      const written = Number(plain[1]);
      const number = written < 0 ? this.captures + 1 + written : written;
      if (number < 1 || number > 99) throw this.beyond('refers to an odd group', start, this.at);
      this.references.push({ number, start });
      if (this.open.has(number)) throw this.beyond('refers to a group inside itself', start, this.at);
      return { kind: 'reference', number, ignoreCase: this.flags.ignoreCase };
    }
    const named = /^[gk]\{([A-Za-z_]\w*)\}|^k<([A-Za-z_]\w*)>|^k'([A-Za-z_]\w*)'/.exec(rest);
    if (named === null) throw this.beyond('refers to an odd group', start, start + 2);
    this.at = start + 1 + named[0].length;
    return this.namedReference((named[1] ?? named[2] ?? named[3])!, start);
  }
}

function limitsOf(quantifier: string): readonly [min: number, max: number] {
  const limitless = Number.POSITIVE_INFINITY;
  if (quantifier === '*') return [0, limitless];
  if (quantifier === '+') return [1, limitless];
  if (quantifier === '?') return [0, 1];
  const [min, max] = quantifier.slice(1, -1).split(',');
  return [Number(min), max === undefined ? Number(min) : max === '' ? limitless : Number(max)];
}
