import type { Section } from './operator.js';
import { invalid, unknown } from './problem.js';
import { readEscape } from './stringEscape.js';
import { readVariable } from './variable.js';

export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
  /** For each character of the text, where it stands in the section. */
  readonly places: readonly number[];
}

/** A piece of an interpolated string. */
export type Part =
  | TextPart
  | { readonly kind: 'capture'; readonly of: 'number'; readonly number: number }
  | { readonly kind: 'capture'; readonly of: 'name'; readonly name: string }
  | { readonly kind: 'capture'; readonly of: 'whole' | 'before' | 'behind' }
  | { readonly kind: 'setting'; readonly name: SettingName; readonly start: number; readonly end: number }
  | { readonly kind: 'case'; readonly how: CaseChange; readonly parts: readonly Part[] };

/** What the program knows of the servers: separators and prefixes in force. */
export type SettingName = 'h1_sep' | 'h1_prefix' | 'h2_sep' | 'h2_prefix';
export type ProgramSettings = Readonly<Record<SettingName, string>>;

export type CaseChange = 'L' | 'U' | 'F' | 'Q' | 'l' | 'u';

interface Frame {
  readonly how: CaseChange | null;
  readonly parts: Part[];
}

/**
 * Reads one part of `s///` as Perl interpolates it. In a pattern, text stays as it is written but for the changes of
 * case, which Perl makes before it reads the regular expression; in a replacement escapes are resolved.
 */
export function readParts(section: Section, role: 'pattern' | 'replacement', extended: boolean): readonly Part[] {
  return new PartReader(section, role === 'pattern', extended).read();
}

/** `\\Q` inside `\\Q` doubles what it quotes each time. */
const mostChanges = 8;

class PartReader {
  private at = 0;
  private text: string;
  private readonly stack: Frame[] = [{ how: null, parts: [] }];

  constructor(
    private readonly section: Section,
    private readonly isPattern: boolean,
    private readonly extended: boolean,
  ) {
    this.text = section.text;
  }

  /** The loop of the lexer: a stretch of text, then a change of case or a variable, and so on. */
  read(): readonly Part[] {
    for (;;) {
      this.readText();
      if (this.at >= this.text.length) break;
      if (this.text[this.at] === '\\' && !/\d/.test(this.text[this.at + 1]!)) this.changeCase();
      else this.top.parts.push(this.readVariable());
    }
    while (this.stack.length > 1) this.pop();
    return this.top.parts;
  }

  private get top(): Frame {
    return this.stack.at(-1)!;
  }

  private placeOf(at: number): number {
    return this.section.offsets[Math.min(at, this.section.offsets.length - 1)]!;
  }

  private pop(): CaseChange {
    const { how, parts } = this.stack.pop()!;
    this.top.parts.push({ kind: 'case', how: how!, parts });
    return how!;
  }

  /** `\u` and `\l` last until the change around them ends, as their parentheses do in the code that Perl makes of them. */
  private changeCase(): void {
    const { text, at } = this;
    if (text[at + 1] === 'E') {
      if (this.stack.length === 1 || !'ul'.includes(this.pop())) this.at += 2;
      return;
    }
    if (text.startsWith('\\E', at + 2)) {
      this.at += 4;
      return;
    }
    if (/^\\(?:L\\u|U\\l)/.test(text.slice(at, at + 4))) {
      this.text = `${text.slice(0, at + 1)}${text[at + 3]}\\${text[at + 1]}${text.slice(at + 4)}`;
    }
    const how = this.text[at + 1] as CaseChange;
    if ('LUF'.includes(how) && this.stack.some((frame) => frame.how !== null && 'LUF'.includes(frame.how))) {
      if (this.top.parts.length === 0) {
        throw invalid(
          'one change of case follows another with nothing in between',
          this.placeOf(at),
          this.placeOf(at) + 2,
        );
      }
      this.pop();
      return;
    }
    if (this.stack.length > mostChanges) throw unknown('has many changes of case inside each other', this.placeOf(at));
    this.stack.push({ how, parts: [] });
    this.at += 2;
  }

  private readVariable(): Part {
    const end = this.text.length;
    const read = readVariable(this.text, this.at, (at) => this.placeOf(at), this.isPattern);
    this.at = Math.min(read.end, end);
    return read.part;
  }

  /** Text up to the next change of case or variable. */
  private readText(): void {
    let text = '';
    const places: number[] = [];
    let inClass = false;
    const take = (value: string, at: number): void => {
      for (const character of value) {
        text += character;
        places.push(this.placeOf(at));
      }
    };
    while (this.at < this.text.length) {
      const { at } = this;
      const character = this.text[at]!;
      const next = this.text[at + 1];
      if (character === '\\' && next !== undefined) {
        if ('lLuUQEF'.includes(next)) break;
        if (this.isPattern) {
          take(character + next, at);
          this.at += 2;
        } else if (/^[1-9](?!\d)/.test(this.text.slice(at + 1, at + 3))) {
          break;
        } else {
          const read = readEscape(this.text, at, (place) => this.placeOf(place));
          take(read.text, at);
          this.at = read.end;
        }
      } else if (character === '$' && this.isVariable(at)) {
        break;
      } else if (character === '@' && this.isArray(at)) {
        break;
      } else if (this.isPattern && character === '(' && next === '?' && this.text[at + 2] === '#') {
        const close = this.text.indexOf(')', at);
        const end = close < 0 ? this.text.length : close;
        take(this.text.slice(at, end), at);
        this.at = end;
      } else if (this.isPattern && /^\((?:\?\??p?|\*{1,2})\{/.test(this.text.slice(at, at + 5))) {
        throw unknown('holds Perl code in its pattern', this.placeOf(at), this.placeOf(at) + 3);
      } else if (this.isPattern && this.extended && character === '#' && !inClass) {
        const line = this.text.indexOf('\n', at);
        const end = line < 0 ? this.text.length : line;
        take(this.text.slice(at, end), at);
        this.at = end;
      } else {
        if (character === '[') inClass = true;
        else if (character === ']') inClass = false;
        take(character, at);
        this.at++;
      }
    }
    if (text !== '') this.top.parts.push({ kind: 'text', text, places });
  }

  /** In a pattern, a dollar sign at the end or before some signs is the anchor. */
  private isVariable(at: number): boolean {
    const next = this.text[at + 1];
    return !this.isPattern || (next !== undefined && !'()| \r\n\t'.includes(next));
  }

  private isArray(at: number): boolean {
    const next = this.text[at + 1] ?? '';
    return /^[\w:'{$]/.test(next) || (!this.isPattern && /^[+-]/.test(next));
  }
}
