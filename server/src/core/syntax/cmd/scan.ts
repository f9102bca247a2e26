import type { FlowStep } from '../flow.js';
import { CARRIAGE_RETURN, LINE_FEED } from '../posix/chars.js';
import type { Comment, InvocationSyntax } from '../source.js';
import type { Word } from '../word.js';
import { CARET, isBlank } from './chars.js';
import type { DelayedSwitch } from './delayed.js';
import { Frames } from './frames.js';

/** An invocation while its surroundings are still being read. */
export type OpenInvocation = { -readonly [key in keyof InvocationSyntax]: InvocationSyntax[key] };

/** The state of one walk over a batch file, or over a text that cmd reads a second time. It only moves forward. */
export interface Scan {
  readonly text: string;
  readonly end: number;
  position: number;
  /** In a batch file `%%` is a percent sign and an unknown variable is nothing; on a command line neither holds. */
  readonly batch: boolean;
  /** Where `setlocal` and `endlocal` change whether `!x!` is a variable. */
  readonly switches: readonly DelayedSwitch[];
  /** The index of the next switch. */
  nextSwitch: number;
  delayed: boolean;
  /** Between double quotes as cmd counts them, which is not how the program does. */
  quoted: boolean;
  /** The offset of a character that `^` in front of the line end before it escapes; -1 where there is none. */
  escapedAt: number;
  /** The next exclamation mark and the end of the line, as far as they have been looked for. */
  bangAt: number;
  lineEnd: number;
  readonly frames: Frames;
  /** How often the text is read again already. */
  readonly depth: number;
  /** How many more characters may be looked at in advance or read a second time; keeps the whole walk linear. */
  readonly budget: { left: number };
  /** The end of what was looked at in advance so far. */
  furthest: number;
  /** Null where comments are none of the file's own. */
  readonly comments: Comment[] | null;
  readonly found: OpenInvocation[];
  readonly steps: FlowStep[];
  /** Set where the text is read twice: see InvocationSyntax.embedded. */
  readonly embedded: { readonly words: readonly Word[] } | null;
}

export function startScan(
  text: string,
  position: number,
  options: Pick<Scan, 'batch' | 'switches' | 'depth' | 'budget' | 'comments' | 'embedded'>,
): Scan {
  const steps: FlowStep[] = [];
  const scan: Scan = {
    ...options,
    text,
    end: text.length,
    position,
    nextSwitch: 0,
    delayed: false,
    quoted: false,
    escapedAt: -1,
    bangAt: -1,
    lineEnd: -1,
    furthest: 0,
    frames: new Frames(steps),
    found: [],
    steps,
  };
  updateDelayed(scan);
  return scan;
}

/** Records that the text was looked at up to `position`, `length` characters of it in advance. */
export function lookedAhead(scan: Scan, position: number, length: number): void {
  scan.budget.left -= length;
  if (position > scan.furthest) scan.furthest = position;
}

/** Brings `delayed` up to date with the position. */
export function updateDelayed(scan: Scan): void {
  const { switches, position } = scan;
  while (scan.nextSwitch < switches.length && switches[scan.nextSwitch]!.offset <= position) {
    scan.delayed = switches[scan.nextSwitch]!.on;
    scan.nextSwitch++;
  }
}

/** The offset behind the line end at `position` (carriage returns, then LF), or -1 where none stands there. */
export function lineEndAt(text: string, position: number): number {
  let at = position;
  while (text.charCodeAt(at) === CARRIAGE_RETURN) at++;
  return text.charCodeAt(at) === LINE_FEED ? at + 1 : -1;
}

/** Moves over blanks, carriage returns and joined line ends. */
export function skipBlanks(scan: Scan): void {
  const { text, end } = scan;
  let at = scan.position;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  scan.position = at;
  const code = at < end ? text.charCodeAt(at) : 0;
  if (code === CARRIAGE_RETURN || code === CARET) skipWhile(scan, isBlank);
}

/** Moves over the characters that `isSkipped` accepts, carriage returns and joined line ends. */
export function skipWhile(scan: Scan, isSkipped: (code: number) => boolean): void {
  const { text, end } = scan;
  while (scan.position < end) {
    const code = text.charCodeAt(scan.position);
    if (isSkipped(code)) scan.position++;
    else if (code === CARRIAGE_RETURN && lineEndAt(text, scan.position) < 0) {
      while (scan.position < end && text.charCodeAt(scan.position) === CARRIAGE_RETURN) scan.position++;
    } else if (code === CARET && !scan.quoted && scan.escapedAt !== scan.position) {
      const behind = lineEndAt(text, scan.position + 1);
      if (behind < 0) {
        if (!isSkipped(text.charCodeAt(scan.position + 1))) return;
        scan.position += 2;
        continue;
      }
      scan.position = behind;
      while (text.charCodeAt(scan.position) === CARRIAGE_RETURN) scan.position++;
      // An escaped blank separates words for the program all the same.
      if (scan.position < end && isSkipped(text.charCodeAt(scan.position))) scan.position++;
      else {
        scan.escapedAt = scan.position;
        return;
      }
    } else return;
  }
}

/** Whether the character at the position means something: it is neither in quotes nor escaped. */
export function isActive(scan: Scan): boolean {
  return !scan.quoted && scan.escapedAt !== scan.position;
}
