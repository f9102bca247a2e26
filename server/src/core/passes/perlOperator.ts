/**
 * imapsync hands the values of `--regextrans2`, `--regexmess`, `--regexflag`, `--skipmess` and the two
 * `--delete2folders…` expressions to Perl's `eval` as code, under `--dry` too. This tells the values that can only be
 * one plain operator from those that can run anything.
 *
 * Deliberately narrower than Perl: the operator stands alone, its delimiter has no meaning inside a pattern (Perl drops
 * the backslash before a delimiter, so `s?(\?{code})?x?` runs code), nothing is interpolated but captures, and no
 * subscript follows a capture (its index would be code).
 *
 * Returns null for a plain operator, otherwise what is wrong with it, fit to follow "it".
 */
export function perlRisk(text: string): string | null {
  const reader = new OperatorReader(text);
  return reader.read();
}

const notOne = 'is more than one plain s///, tr/// or m// operator';
const interpolates = 'interpolates variables, which can be code';
const evaluates = 'has the flag e, which makes the replacement a program';
const embeds = 'embeds code in the pattern';
const escapes = 'holds an escape that can hide code';

const closing: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']', '<': '>' };
const plainDelimiters = '/,!|~%#';

class OperatorReader {
  private position = 0;

  constructor(private readonly text: string) {}

  read(): string | null {
    const { text } = this;
    while (text[this.position] === ' ' || text[this.position] === '\t') this.position++;
    const operator = this.readOperator();
    if (operator === null) return notOne;
    const delimiter = text[this.position];
    if (delimiter === undefined || !isDelimiter(delimiter)) return notOne;
    const first = this.readSection(delimiter);
    if (first === null) return notOne;
    if (operator !== 'tr') {
      const risk = patternRisk(first);
      if (risk !== null) return risk;
    }
    if (operator !== 'm') {
      const second = this.readSecondSection(delimiter);
      if (second === null) return notOne;
      if (operator === 's') {
        const risk = replacementRisk(second);
        if (risk !== null) return risk;
      }
    }
    const flags = /^[a-z]*/.exec(text.slice(this.position))![0];
    if (operator === 's' && flags.includes('e')) return evaluates;
    const known = operator === 'tr' ? /^[cdsr]*$/ : /^[msixpodualngcr]*$/;
    if (!known.test(flags)) return notOne;
    return /^\s*;?\s*$/.test(text.slice(this.position + flags.length)) ? null : notOne;
  }

  private readOperator(): 's' | 'tr' | 'm' | null {
    const { text, position } = this;
    if (text[position] === '/') return 'm';
    const name = /^(?:s|tr|y|m)(?=[^\w\s])/.exec(text.slice(position, position + 3))?.[0];
    if (name === undefined) return null;
    this.position += name.length;
    return name === 'y' ? 'tr' : (name as 's' | 'tr' | 'm');
  }

  /** Reads from the opening to the closing delimiter; null where it is not closed. */
  private readSection(open: string): string | null {
    const { text } = this;
    const close = closing[open] ?? open;
    const start = this.position + 1;
    let depth = 1;
    for (let i = start; i < text.length; i++) {
      const character = text[i];
      if (character === '\\') i++;
      else if (character === close) {
        depth--;
        if (depth === 0) {
          this.position = i + 1;
          return text.slice(start, i);
        }
      } else if (character === open) depth++;
    }
    return null;
  }

  private readSecondSection(first: string): string | null {
    if (closing[first] === undefined) {
      this.position--;
      return this.readSection(first);
    }
    while (/\s/.test(this.text[this.position] ?? '')) this.position++;
    const open = this.text[this.position];
    if (open === undefined || (closing[open] === undefined && open !== '/')) return null;
    return this.readSection(open);
  }
}

function isDelimiter(character: string): boolean {
  return closing[character] !== undefined || plainDelimiters.includes(character);
}

function patternRisk(pattern: string): string | null {
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    const next = pattern[i + 1];
    if (character === '\\') {
      const risk = escapeRisk(pattern, i);
      if (risk !== null) return risk;
      i++;
    } else if (character === '@') {
      return interpolates;
    } else if (character === '$') {
      if (next !== undefined && next !== ')' && next !== '|') return interpolates;
    } else if (character === '(' && /^\((?:\?\??p?|\*{1,2})\{/.test(pattern.slice(i, i + 5))) {
      return embeds;
    }
  }
  return null;
}

function replacementRisk(replacement: string): string | null {
  for (let i = 0; i < replacement.length; i++) {
    const character = replacement[i]!;
    if (character === '\\') {
      const risk = escapeRisk(replacement, i);
      if (risk !== null) return risk;
      // Perl reads \1 here as $1, with a subscript where one follows.
      if (/^\\\d+(?:\[|\{|->)/.test(replacement.slice(i))) return interpolates;
      i++;
    } else if (character === '@') {
      return interpolates;
    } else if (character === '$') {
      const rest = replacement.slice(i);
      const capture = /^\$(?:&|\d+|\{\d+\}|\+\{\w+\})(?!\[|\{|->)/.exec(rest)?.[0];
      if (capture === undefined || /^\d/.test(rest.slice(capture.length))) return interpolates;
      i += capture.length - 1;
    }
  }
  return null;
}

/** `\c` swallows the next character, which need not be what it seems; `\N{…}` and `\p{…::…}` can call functions. */
function escapeRisk(text: string, backslash: number): string | null {
  const rest = text.slice(backslash + 1, backslash + 80);
  if (rest === '' || rest.startsWith('c')) return escapes;
  if (rest.startsWith('N') && !/^N(?:\{U\+[0-9A-Fa-f]+\}|[^{]|$)/.test(rest)) return escapes;
  if (/^[pP]\{/.test(rest) && !/^[pP]\{\^?[\w =-]+\}/.test(rest)) return escapes;
  return null;
}
