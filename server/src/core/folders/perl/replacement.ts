import type { CaseChange, Part, ProgramSettings } from './parts.js';
import { toBytes } from './perlText.js';
import { unknown } from './problem.js';

/** What a replacement needs of a match. */
export interface MatchView {
  readonly text: string;
  readonly spans: readonly number[];
}

/** Makes the replacement text of a match. */
export type Template = (match: MatchView) => string;

/** What the parts of a replacement refer to. */
export interface References {
  /** The numbers of named groups. */
  readonly names: ReadonlyMap<string, number>;
  /** Absent where the servers are not known. */
  readonly settings: ProgramSettings | undefined;
}

/** Turns the parts of a replacement into a function; throws a PerlProblem where they need settings that are not known. */
export function compileTemplate(parts: readonly Part[], references: References): Template {
  const pieces = parts.map((part) => compilePart(part, references));
  if (pieces.length === 1) return pieces[0]!;
  return (match) => {
    let text = '';
    for (const piece of pieces) text += piece(match);
    return text;
  };
}

function compilePart(part: Part, references: References): Template {
  if (part.kind === 'text') return () => part.text;
  if (part.kind === 'case') {
    const inner = compileTemplate(part.parts, references);
    return (match) => changedCase(part.how, inner(match));
  }
  if (part.kind === 'setting') {
    const value = references.settings?.[part.name];
    if (value === undefined) throw unknown('holds a variable of the program', part.start, part.end);
    const bytes = toBytes(value);
    return () => bytes;
  }
  switch (part.of) {
    case 'number':
      return capture(part.number);
    case 'name':
      return capture(references.names.get(part.name) ?? Number.POSITIVE_INFINITY);
    case 'whole':
      return capture(0);
    case 'before':
      return ({ text, spans }) => text.slice(0, spans[0]);
    case 'behind':
      return ({ text, spans }) => text.slice(spans[1]);
  }
}

/** A group that is not there, or took no part in the match, is empty. */
function capture(number: number): Template {
  return ({ text, spans }) => {
    const start = spans[2 * number] ?? -1;
    return start < 0 ? '' : text.slice(start, spans[2 * number + 1]);
  };
}

/** `\L`, `\U`, `\F`, `\Q`, `\l`, `\u` on bytes: letters of ASCII only. */
export function changedCase(how: CaseChange, text: string): string {
  switch (how) {
    case 'L':
    case 'F':
      return isAscii(text) ? text.toLowerCase() : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    case 'U':
      return isAscii(text) ? text.toUpperCase() : text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
    case 'Q':
      return text.replace(/[^A-Za-z0-9_]/g, '\\$&');
    case 'l':
    case 'u': {
      const first = text.charAt(0);
      return isAscii(first) ? (how === 'l' ? first.toLowerCase() : first.toUpperCase()) + text.slice(1) : text;
    }
  }
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
