/**
 * Stands in a search expression for text that only the shell knows. It fits wherever a token may stand, and nothing is
 * said about a token that holds it.
 */
export const unknownText = '\ufffc';

/** A piece of a search expression; offsets count UTF-16 units of the expression. */
export interface SearchToken {
  readonly kind: 'open' | 'close' | 'atom' | 'quoted' | 'literal';
  /** What it says: of a quoted string the text between its quotes, escapes undone. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A quoted string or a literal that does not end. */
  readonly unclosed?: true;
}

/**
 * The tokens of a search expression (RFC 3501, section 9: atom, quoted, literal). Runs of blanks are read as one blank,
 * as servers do.
 */
export function searchTokens(text: string): readonly SearchToken[] {
  const tokens: SearchToken[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at]!;
    if (/\s/.test(sign)) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, sign);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number, sign: string): SearchToken {
  if (sign === '(') return { kind: 'open', text: sign, start, end: start + 1 };
  if (sign === ')') return { kind: 'close', text: sign, start, end: start + 1 };
  if (sign === '"') return quoted(text, start);
  if (sign === '{') return literal(text, start) ?? atom(text, start);
  return atom(text, start);
}

function atom(text: string, start: number): SearchToken {
  let end = start + 1;
  while (end < text.length && !/[\s()"]/.test(text[end]!)) end += 1;
  return { kind: 'atom', text: text.slice(start, end), start, end };
}

function quoted(text: string, start: number): SearchToken {
  let said = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === '"') return { kind: 'quoted', text: said, start, end: at + 1 };
    if (sign === '\\' && at + 1 < text.length) at += 1;
    said += text[at]!;
  }
  return { kind: 'quoted', text: said, start, end: text.length, unclosed: true };
}

/** `{3}`, a line end and three octets. */
function literal(text: string, start: number): SearchToken | null {
  const head = /^\{(\d{1,9})\+?\}/.exec(text.slice(start, start + 12));
  if (head === null) return null;
  const lineEnd = /^\r?\n/.exec(text.slice(start + head[0].length, start + head[0].length + 2));
  const from = start + head[0].length + (lineEnd?.[0].length ?? 0);
  if (lineEnd === null) return { kind: 'literal', text: '', start, end: from, unclosed: true };
  let octets = Number(head[1]);
  let end = from;
  while (end < text.length && octets > 0) {
    const sign = String.fromCodePoint(text.codePointAt(end)!);
    octets -= octetsOf(sign.codePointAt(0)!);
    end += sign.length;
  }
  const token = { kind: 'literal', text: text.slice(from, end), start, end } as const;
  return octets > 0 ? { ...token, unclosed: true } : token;
}

/** The length of a character in UTF-8. */
function octetsOf(character: number): number {
  if (character < 0x80) return 1;
  if (character < 0x800) return 2;
  return character < 0x10000 ? 3 : 4;
}
