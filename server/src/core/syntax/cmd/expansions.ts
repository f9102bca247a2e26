import { isDigit } from '../posix/chars.js';
import { COLON, isLetter, PERCENT } from './chars.js';
import type { Scan } from './scan.js';

/**
 * What stands at a percent sign: a character for itself, a text that only cmd knows, or nothing at all. `end` is the
 * offset behind it.
 */
export interface Expansion {
  readonly kind: 'character' | 'variable' | 'nothing';
  /** Of a variable that is put in as it is: `%X%`, `%1`, `%%i`; absent where cmd changes it on the way. */
  readonly name?: string;
  readonly end: number;
}

const TILDE = 126;

/**
 * Reads the percent sign at `position` (Microsoft's references of `call`, `set` and `for`; "How does the Windows Command
 * Interpreter (CMD.EXE) parse scripts?", phases 1 and 4): arguments of the batch file, variables, loop variables, `%%`. In
 * a batch file a percent sign that begins none of these is dropped. Names hold anything but `%` and `:`.
 */
export function readPercent(scan: Scan, position: number): Expansion {
  const { text, batch } = scan;
  const next = text.charCodeAt(position + 1);
  if (batch) {
    if (next === PERCENT) return readLoopVariable(scan, position + 2) ?? { kind: 'character', end: position + 2 };
    if (next === 42 || isDigit(next)) return { kind: 'variable', name: text.charAt(position + 1), end: position + 2 };
    if (next === TILDE) {
      const end = argumentModifiersEnd(text, position + 2);
      return end < 0 ? { kind: 'nothing', end: position + 1 } : { kind: 'variable', end };
    }
  } else {
    const variable = readLoopVariable(scan, position + 1);
    if (variable !== null) return variable;
  }
  return readVariable(scan, position);
}

/** `%X%`, `%X:~0,5%`, `%X:a=b%` */
function readVariable({ text, end, batch }: Scan, position: number): Expansion {
  let at = position + 1;
  let colon = -1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === PERCENT || code === 10) break;
    if (code === COLON && colon < 0) colon = at;
  }
  const closed = at < end && text.charCodeAt(at) === PERCENT;
  if (closed && (colon < 0 || colon === at - 1)) {
    const name = text.slice(position + 1, at);
    // `%%` has been read already in a batch file; on a command line it is two characters.
    if (name === '') return { kind: 'character', end: position + 1 };
    return { kind: 'variable', name, end: at + 1 };
  }
  if (closed && isModifier(text, colon + 1, at)) return { kind: 'variable', end: at + 1 };
  // What stands behind the colon stays; what stands before it depends on whether there is such a variable.
  if (batch && colon > position + 1 && closed) return { kind: 'variable', end: colon + 1 };
  return { kind: batch ? 'nothing' : 'character', end: position + 1 };
}

/** `~start,length` or `search=replacement` */
function isModifier(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) !== TILDE) return text.slice(start, end).indexOf('=') > 0;
  return /^~\s*(?:[+-]?\d+)?\s*(?:,\s*(?:[+-]?\d+)?\s*)?$/.test(text.slice(start, end));
}

/** The offset behind the digit of `%~dp0`, or -1. */
function argumentModifiersEnd(text: string, start: number): number {
  const match = /^[fdpnxsatz]*(?:\$[^\s:%]+:)?[0-9]/i.exec(text.slice(start, start + 80));
  return match === null ? -1 : start + match[0].length;
}

/** The loop variable whose letter or `~` stands at `start`; null where no loop around it has such a letter. */
function readLoopVariable({ text, frames }: Scan, start: number): Expansion | null {
  const { variables } = frames;
  if (variables === '') return null;
  const letter = text.charAt(start);
  if (letter !== '' && variables.includes(letter)) return { kind: 'variable', name: `%%${letter}`, end: start + 1 };
  if (letter !== '~') return null;
  // The longest run of modifiers counts that leaves a letter of a loop.
  let longest = start + 1;
  while (longest - start < 80 && isLetter(text.charCodeAt(longest))) longest++;
  if (text[longest] === '$') {
    const colon = text.slice(longest, longest + 80).indexOf(':');
    if (colon > 0 && variables.includes(text.charAt(longest + colon + 1))) {
      return { kind: 'variable', end: longest + colon + 2 };
    }
  }
  for (let at = longest; at > start; at--) {
    const candidate = text.charAt(at);
    if (candidate === '' || !variables.includes(candidate)) continue;
    if (/^[fdpnxsatz]*$/i.test(text.slice(start + 1, at))) return { kind: 'variable', end: at + 1 };
  }
  return null;
}

/**
 * Reads the exclamation mark at `position` where delayed expansion is on (phase 5 of the same source): to the next one
 * of the same command; one without another is dropped, and of several in a row one counts.
 */
export function readExclamation(scan: Scan, position: number): Expansion {
  const { text, end, frames } = scan;
  let quoted = scan.quoted;
  let start = position + 1;
  while (text[start] === '!') start++;
  for (let at = start; at < end; at++) {
    const character = text[at]!;
    if (character === '\n') break;
    if (character === '!') {
      const name = text.slice(start, at);
      return { kind: 'variable', ...(/^[^:"^%]+$/.test(name) ? { name } : {}), end: at + 1 };
    }
    if (character === '"') quoted = !quoted;
    else if (!quoted && ('&|<>'.includes(character) || (character === ')' && frames.blocks > 0))) break;
  }
  return { kind: 'nothing', end: start };
}
