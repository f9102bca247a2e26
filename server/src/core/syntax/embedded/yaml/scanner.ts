import { isBlank, lineFrom, startOf } from '../lines.js';
import type { YamlAlias, YamlScalar } from './nodes.js';

/** Walks over a YAML text: blanks and comments, single scalars. The position only moves forward. */
export class YamlScanner {
  readonly text: string;
  position: number;
  /** Where the line of the position begins. */
  lineStart: number;
  readonly #comment: (start: number, end: number) => void;
  /** The offset behind which no such quote stands; each is looked for to the end of the text only once. */
  readonly #noQuoteFrom = new Map<string, number>();

  constructor(text: string, comment: (start: number, end: number) => void) {
    this.text = text;
    this.position = startOf(text);
    this.lineStart = this.position;
    this.#comment = comment;
  }

  get isEnd(): boolean {
    return this.position >= this.text.length;
  }

  get character(): string {
    return this.text.charAt(this.position);
  }

  get column(): number {
    return this.position - this.lineStart;
  }

  /** `---` or `...` at the beginning of a line. */
  get atMarker(): boolean {
    if (this.position !== this.lineStart) return false;
    const { text, position } = this;
    return (text.startsWith('---', position) || text.startsWith('...', position)) && this.#endsToken(position + 3);
  }

  /** `- ` */
  get atDash(): boolean {
    return this.text.charCodeAt(this.position) === 0x2d && this.#endsToken(this.position + 1);
  }

  get atLineEnd(): boolean {
    const { text, position } = this;
    const code = text.charCodeAt(position);
    if (position >= text.length || code === 0x0a || (code === 0x0d && text.charCodeAt(position + 1) === 0x0a))
      return true;
    return code === 0x23 && (position === this.lineStart || isBlank(text.charCodeAt(position - 1)));
  }

  get atBlockScalar(): boolean {
    const { character } = this;
    if (character !== '|' && character !== '>') return false;
    return blockHeader.test(this.text.slice(this.position, lineFrom(this.text, this.position).end));
  }

  skipBlanks(): void {
    while (isBlank(this.text.charCodeAt(this.position))) this.position++;
  }

  skipLine(): void {
    this.position = lineFrom(this.text, this.position).next;
    this.lineStart = this.position;
  }

  /** Moves over blanks, line ends, comments, and lines that hold nothing but a template's `{{ … }}`. */
  skipToContent(): void {
    const { text } = this;
    while (!this.isEnd) {
      this.skipBlanks();
      if (!this.atLineEnd) {
        if (this.character !== '{' || !this.#atTemplateLine()) return;
      } else if (this.character === '#') this.#comment(this.position, lineFrom(text, this.position).end);
      this.skipLine();
    }
  }

  #atTemplateLine(): boolean {
    if (!this.text.startsWith('{{', this.position)) return false;
    const content = this.text.slice(this.position, lineFrom(this.text, this.position).end);
    return this.text.slice(this.lineStart, this.position).trim() === '' && /^\{\{[^{}]*\}\}\s*$/.test(content);
  }

  /** As `skipToContent` inside brackets; answers false where the collection can not go on. */
  skipInFlow(parent: number): boolean {
    const { text } = this;
    let moved = false;
    for (;;) {
      this.skipBlanks();
      if (this.isEnd) return false;
      if (!this.atLineEnd) break;
      if (this.character === '#') this.#comment(this.position, lineFrom(text, this.position).end);
      this.skipLine();
      moved = true;
    }
    return !moved || this.column > parent || this.character === ']' || this.character === '}';
  }

  /** Moves over `&anchor` and `!tag`. */
  skipProperties(): void {
    const { text } = this;
    while (this.character === '&' || this.character === '!') {
      while (!this.#endsToken(this.position) && !',[]{}'.includes(text[this.position]!)) this.position++;
      this.skipBlanks();
      if (this.character !== '&' && this.character !== '!') return;
    }
  }

  /** Whether a key with its colon stands at the position; moves nothing. */
  atKey(): boolean {
    return this.#keyEnd() >= 0;
  }

  /** Reads the key at the position and its colon. */
  readKey(): YamlScalar {
    const { text, position: start } = this;
    const end = this.#keyEnd();
    let stop = end - 1;
    while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
    this.position = end;
    const first = text[start];
    const style = first === '"' ? 'double' : first === "'" ? 'single' : 'plain';
    return { kind: 'scalar', style, range: { start, end: stop }, incomplete: false };
  }

  /** The offset behind the colon, or -1. A key stands on one line and is no longer than 1024 characters. */
  #keyEnd(): number {
    const { text, position: start } = this;
    const limit = Math.min(lineFrom(text, start).end, start + 1024);
    const first = text[start];
    let position = start;
    if (first === '"' || first === "'") {
      position = start + 1;
      while (position < limit && text[position] !== first) position += first === '"' && text[position] === '\\' ? 2 : 1;
      position++;
      while (position < limit && isBlank(text.charCodeAt(position))) position++;
      return position < limit && text[position] === ':' && this.#endsToken(position + 1) ? position + 1 : -1;
    }
    if ('[]{},#|>@`%'.includes(first ?? '') || (first === '?' && this.#endsToken(start + 1))) return -1;
    for (; position < limit; position++) {
      const code = text.charCodeAt(position);
      if (code === 0x3a && this.#endsToken(position + 1)) return position + 1;
      if (code === 0x23 && isBlank(text.charCodeAt(position - 1))) return -1;
    }
    return -1;
  }

  readAlias(): YamlAlias {
    const { text, position: start } = this;
    while (!this.#endsToken(this.position) && !',[]{}'.includes(text[this.position]!)) this.position++;
    return { kind: 'alias', range: { start, end: this.position } };
  }

  /** Reads a plain or quoted scalar. */
  readScalar(parent: number, inFlow: boolean): YamlScalar {
    const { character } = this;
    if (character === '"' || character === "'") return this.#readQuoted(character);
    return this.#readPlain(parent, inFlow);
  }

  #readQuoted(quote: '"' | "'"): YamlScalar {
    const { text, position: start } = this;
    const style = quote === '"' ? 'double' : 'single';
    const closing = (this.#noQuoteFrom.get(quote) ?? text.length) <= start ? -1 : closingQuote(text, start + 1, quote);
    if (closing < 0) {
      if (!this.#noQuoteFrom.has(quote)) this.#noQuoteFrom.set(quote, start);
      this.position = lineFrom(text, start).end;
      return { kind: 'scalar', style, range: { start, end: this.position }, incomplete: true };
    }
    this.position = closing + 1;
    // Looked for in the scalar only, since a line can hold any number of them.
    const feed = text.slice(start, closing).lastIndexOf('\n');
    if (feed >= 0) this.lineStart = start + feed + 1;
    return { kind: 'scalar', style, range: { start, end: closing + 1 }, incomplete: false };
  }

  #readPlain(parent: number, inFlow: boolean): YamlScalar {
    const { text, position: start } = this;
    let end = this.#plainEnd(start, inFlow);
    for (;;) {
      let { next } = lineFrom(text, end);
      const { end: lineEnd } = lineFrom(text, end);
      let blank = end;
      while (blank < lineEnd && isBlank(text.charCodeAt(blank))) blank++;
      if (blank < lineEnd) break;
      // Empty lines may stand between.
      let first = next;
      for (;;) {
        while (isBlank(text.charCodeAt(first))) first++;
        const line = lineFrom(text, first);
        if (first < line.end || line.next >= text.length) break;
        next = line.next;
        first = next;
      }
      const column = first - next;
      if (first >= text.length || first >= lineFrom(text, first).end || column <= parent || text[first] === '#') break;
      if (inFlow && ',[]{}'.includes(text[first]!)) break;
      if (!inFlow && this.#isKeyOrMarker(first, next)) break;
      const stop = this.#plainEnd(first, inFlow);
      if (stop === first) break;
      this.lineStart = next;
      end = stop;
    }
    this.position = end;
    return { kind: 'scalar', style: 'plain', range: { start, end }, incomplete: false };
  }

  #isKeyOrMarker(offset: number, lineStart: number): boolean {
    const line = new YamlScanner(this.text, () => undefined);
    line.position = offset;
    line.lineStart = lineStart;
    return line.atMarker || line.atKey();
  }

  /** Where a plain scalar ends on the line of `start`, blanks behind it left out. */
  #plainEnd(start: number, inFlow: boolean): number {
    const { text } = this;
    const { end } = lineFrom(text, start);
    let stop = start;
    for (let position = start; position < end; position++) {
      const code = text.charCodeAt(position);
      if (isBlank(code)) continue;
      if (code === 0x23 && position > start && isBlank(text.charCodeAt(position - 1))) break;
      if (inFlow) {
        if (code === 0x2c || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d) break;
        if (code === 0x3a && (this.#endsToken(position + 1) || ',[]{}'.includes(text[position + 1]!))) break;
      }
      stop = position + 1;
    }
    return stop;
  }

  readBlockScalar(parent: number): YamlScalar {
    const { text, position: start } = this;
    const header = lineFrom(text, start);
    const [, sign, flags] = blockHeader.exec(text.slice(start, header.end))!;
    const hash = text.indexOf('#', start);
    if (hash >= 0 && hash < header.end) this.#comment(hash, header.end);
    const digit = /[1-9]/.exec(flags!);
    let indent = digit === null ? -1 : Math.max(parent, 0) + Number(digit[0]);
    let position = header.next;
    let end = header.next;
    let last = start + sign!.length + flags!.length;
    while (position < text.length) {
      const line = lineFrom(text, position);
      let first = line.start;
      while (text.charCodeAt(first) === 0x20) first++;
      if (first < line.end) {
        if (indent < 0) indent = first - line.start > parent ? first - line.start : Number.POSITIVE_INFINITY;
        if (first - line.start < indent) break;
        last = line.end;
        end = line.next;
      }
      position = line.next;
    }
    // Empty lines at the end belong to the scalar, but hold nothing of it.
    this.position = end;
    this.lineStart = end;
    const chomping = flags!.includes('-') ? '-' : flags!.includes('+') ? '+' : '';
    const body = { start: header.next, end: last > header.next ? last : header.next };
    const block = { body, indent: Number.isFinite(indent) ? Math.max(indent, 0) : 0, chomping } as const;
    const style = sign === '|' ? 'literal' : 'folded';
    return { kind: 'scalar', style, range: { start, end: Math.max(last, start + 1) }, incomplete: false, block };
  }

  #endsToken(offset: number): boolean {
    if (offset >= this.text.length) return true;
    const code = this.text.charCodeAt(offset);
    return isBlank(code) || code === 0x0a || code === 0x0d;
  }
}

const blockHeader = /^([|>])([1-9]?[-+]?|[-+][1-9])[ \t]*(?:#.*)?$/;

function closingQuote(text: string, start: number, quote: '"' | "'"): number {
  for (let position = start; position < text.length; position++) {
    const character = text[position];
    if (character === '\\' && quote === '"') position++;
    else if (character === quote) {
      if (quote === "'" && text[position + 1] === "'") position++;
      else return position;
    }
  }
  return -1;
}
