import { DOUBLE_QUOTE, EXCLAMATION, GREATER, LESS, LINE_FEED } from '../posix/chars.js';
import { CARET, PERCENT } from './chars.js';
import { readExclamation, readPercent } from './expansions.js';
import { isActive, lineEndAt, type Scan } from './scan.js';

/** A character that cmd hands on, or a text that only cmd knows, with where it stems from. */
export interface Unit {
  /** One character; empty for what only cmd knows. */
  value: string;
  start: number;
  end: number;
  /** It was escaped, so that it means nothing to cmd. */
  escaped: boolean;
  dynamic: boolean;
  name: string | undefined;
}

export function newUnit(): Unit {
  return { value: '', start: 0, end: 0, escaped: false, dynamic: false, name: undefined };
}

/** Whether the command or its words end at the position: a line end, an operator, a redirection, a closing parenthesis. */
export function atEnd(scan: Scan): boolean {
  const { text, position, end } = scan;
  if (position >= end) return true;
  const code = text.charCodeAt(position);
  if (code === LINE_FEED) return scan.escapedAt !== position;
  if (!isActive(scan)) return false;
  // & |
  if (code === 38 || code === 124 || code === LESS || code === GREATER) return true;
  return code === 41 && scan.frames.blocks > 0;
}

/**
 * Reads the next unit of a command, or answers false at its end. The phases of cmd in one walk: percent expansion,
 * then quotes and `^`, then loop variables, then delayed expansion ("How does the Windows Command Interpreter (CMD.EXE)
 * parse scripts?").
 */
export function nextUnit(scan: Scan, unit: Unit): boolean {
  const { text, end } = scan;
  for (;;) {
    if (atEnd(scan)) return false;
    const start = scan.position;
    const code = text.charCodeAt(start);
    const active = isActive(scan);
    unit.start = start;
    unit.escaped = scan.escapedAt === start;
    unit.dynamic = false;
    if (code === 13) scan.position++;
    else if (code === PERCENT) {
      if (expand(scan, unit, readPercent(scan, start))) return true;
    } else if (code === EXCLAMATION && bangs(scan)) {
      if (expand(scan, unit, readExclamation(scan, start))) return true;
    } else if (code === CARET && active) {
      if (readEscape(scan, unit)) return true;
    } else if (code === CARET && bangs(scan) && start + 1 < end && text.charCodeAt(start + 1) !== LINE_FEED) {
      // In quotes only the delayed expansion takes carets away.
      const next = text.charCodeAt(start + 1);
      if (next === PERCENT) {
        if (expand(scan, unit, readPercent(scan, start + 1))) return true;
      } else {
        if (next === DOUBLE_QUOTE) scan.quoted = !scan.quoted;
        return literal(scan, unit, start + 1);
      }
    } else {
      if (code === DOUBLE_QUOTE && !unit.escaped) scan.quoted = !scan.quoted;
      return literal(scan, unit, start, unit.escaped);
    }
  }
}

/** The character at `offset` for itself. */
function literal(scan: Scan, unit: Unit, offset: number, escaped = true): boolean {
  unit.value = scan.text.charAt(offset);
  unit.end = offset + 1;
  unit.escaped = escaped;
  scan.position = offset + 1;
  return true;
}

/** `^` and what it escapes; false where nothing comes of it. */
function readEscape(scan: Scan, unit: Unit): boolean {
  const { text, end } = scan;
  const start = scan.position;
  const behind = lineEndAt(text, start + 1);
  let at = behind < 0 ? start + 1 : behind;
  while (text.charCodeAt(at) === 13) at++;
  scan.position = at;
  if (at >= end) return false;
  if (behind >= 0) {
    scan.escapedAt = at;
    return false;
  }
  const code = text.charCodeAt(at);
  // Percent signs were read before; the caret escapes the first character of what they became.
  if (code === PERCENT) return expand(scan, unit, readPercent(scan, at));
  if (bangs(scan)) {
    if (code === EXCLAMATION) return false;
    // The second round takes away the caret that this one left.
    if (code === CARET && at + 1 < end && text.charCodeAt(at + 1) !== LINE_FEED) {
      const second = text.charCodeAt(at + 1) === CARET && at + 2 < end ? at + 2 : at + 1;
      if (text.charCodeAt(second) !== PERCENT) return literal(scan, unit, second);
    }
  }
  return literal(scan, unit, at);
}

function expand(scan: Scan, unit: Unit, { kind, name, end }: ReturnType<typeof readPercent>): boolean {
  scan.position = end;
  unit.end = end;
  if (kind === 'nothing') return false;
  unit.dynamic = kind === 'variable';
  unit.value = kind === 'variable' ? '' : '%';
  unit.name = name;
  unit.escaped = kind === 'character';
  return true;
}

/** Whether exclamation marks, and in a line with one carets too, mean something at the position. */
function bangs(scan: Scan): boolean {
  if (!scan.delayed) return false;
  const { text, position } = scan;
  if (scan.bangAt < position) {
    const next = text.indexOf('!', position);
    scan.bangAt = next < 0 ? text.length : next;
  }
  if (scan.lineEnd < position) scan.lineEnd = logicalLineEnd(text, position);
  return scan.bangAt < scan.lineEnd;
}

/** The offset of the next line end without `^` in front of it. */
function logicalLineEnd(text: string, position: number): number {
  let at = position;
  for (;;) {
    const newline = text.indexOf('\n', at);
    if (newline < 0) return text.length;
    let before = newline - 1;
    while (text.charCodeAt(before) === 13) before--;
    if (text.charCodeAt(before) !== CARET) return newline;
    at = newline + 1;
  }
}
