import type { DynamicPiece } from '../word.js';
import {
  BACKTICK,
  CLOSE_BRACE,
  COLON,
  DOLLAR,
  isLetterOrDigit,
  isVariableStart,
  OPEN_BRACE,
  QUESTION,
} from './chars.js';

/** The offset behind the `$name` or `${name}` that begins at `start`, the `$` or `@`; -1 where none begins. */
export function variableEnd(text: string, start: number, end: number): number {
  if (start + 1 >= end) return -1;
  const first = text.charCodeAt(start + 1);
  if (first === OPEN_BRACE) {
    for (let position = start + 2; position < end; position++) {
      const code = text.charCodeAt(position);
      if (code === CLOSE_BRACE) return position + 1;
      if (code === BACKTICK) position++;
    }
    return end;
  }
  if (!isVariableStart(first)) return -1;
  // `$$`, `$?` and `$^` are whole names.
  if (first === DOLLAR || first === QUESTION || first === 0x5e) return start + 2;
  let position = start + 2;
  while (position < end) {
    const code = text.charCodeAt(position);
    if (code === COLON) {
      if (position + 1 < end && text.charCodeAt(position + 1) === COLON) break;
    } else if (code !== 0x5f && code !== QUESTION && !isLetterOrDigit(code)) break;
    position++;
  }
  return position;
}

/** Scopes that name the variable of a script wherever it is used in one file. */
const scopes = /^(?:script|global|local|private|using|variable):/;

/** How a variable's name is compared: in lower case, without braces and scope; `env:` stays. */
export function variableName(text: string, start: number, end: number): string {
  const braced = text.charCodeAt(start + 1) === OPEN_BRACE;
  const written = braced ? text.slice(start + 2, end - 1) : text.slice(start + 1, end);
  const name = written.toLowerCase();
  return name.includes(':') ? name.replace(scopes, '') : name;
}

/** The variable in `[start, end)` as a piece of a word. */
export function variablePiece(text: string, start: number, end: number, quoted: boolean): DynamicPiece {
  const name = variableName(text, start, end);
  return { kind: 'dynamic', what: 'variable', name, range: { start, end }, quoted, open: !quoted };
}
