import type { FlowStep } from '../flow.js';
import { DOUBLE_QUOTE, LINE_FEED } from '../posix/chars.js';
import { CARET, isDelimiter, PERCENT, SLASH } from './chars.js';
import { type Scan, skipWhile } from './scan.js';
import { readToken } from './tokens.js';

/**
 * Reads `for … in (…) do` behind its first word, which begins at `start`, and opens the loop (Microsoft's reference of
 * `for`). Answers false where it is not written so far.
 */
export function readLoopHead(scan: Scan, start: number): boolean {
  const { text } = scan;
  let files = false;
  let options = '';
  for (skipDelimiters(scan); text.charCodeAt(scan.position) === SLASH; skipDelimiters(scan)) {
    const kind = readToken(scan);
    files ||= kind === '/f';
    skipDelimiters(scan);
    const takesText = kind === '/f' || kind === '/r';
    const code = text.charCodeAt(scan.position);
    if (takesText && code !== PERCENT && code !== SLASH) {
      const from = scan.position;
      readToken(scan);
      options = text.slice(from, scan.position);
    }
  }
  const letter = readVariable(scan);
  if (letter === '' || readToken(scan) !== 'in') return false;
  skipDelimiters(scan);
  if (text[scan.position] !== '(') return false;
  const set = readSet(scan);
  if (set === null || readToken(scan) !== 'do') return false;
  const columns = files ? columnsOf(letter, options, set) : null;
  const letters = columns?.letters ?? letter;
  scan.frames.openLoop(start, letters);
  scan.steps.push(...stepsOf(columns, letters, start));
  return true;
}

function skipDelimiters(scan: Scan): void {
  skipWhile(scan, isDelimiter);
}

/** `%%i`, on a command line `%i` */
function readVariable(scan: Scan): string {
  const { text, position } = scan;
  const sign = scan.batch ? '%%' : '%';
  if (!text.startsWith(sign, position)) return '';
  const at = position + sign.length;
  const letter = text.charAt(at);
  if (letter === '' || letter === '\n' || letter === '\r' || isDelimiter(letter.charCodeAt(0))) return '';
  scan.position = at + 1;
  return letter;
}

/** The text between the parentheses, which may stand on several lines; null where they do not close. */
function readSet(scan: Scan): string | null {
  const { text, end } = scan;
  const start = scan.position + 1;
  let quoted = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) quoted = false;
    else if (code === DOUBLE_QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (code === CARET) at++;
    else if (code === 41) {
      scan.position = at + 1;
      return text.slice(start, at).trim();
    }
  }
  scan.position = end;
  return null;
}

interface Columns {
  readonly letters: string;
  /** The loop variable of each column of the file; null where the lines come from a command or a text. */
  readonly names: readonly string[] | null;
  readonly separators: string;
}

function columnsOf(letter: string, options: string, set: string): Columns {
  const given = options.replace(/^"|"$/g, '');
  const separators = /\bdelims=([^\s"]*(?:\s+$)?)/i.exec(given)?.[1] ?? ' \t';
  const wanted = wantedColumns(/\btokens=([\d,*-]+)/i.exec(given)?.[1] ?? '1');
  const names: string[] = [];
  let letters = '';
  for (const column of wanted) {
    const next = String.fromCharCode(letter.charCodeAt(0) + letters.length);
    letters += next;
    while (names.length < column - 1) names.push('');
    names[column - 1] = `%%${next}`;
  }
  const quotesFile = /\busebackq\b/i.test(given);
  const isFile = quotesFile ? !/^['`]/.test(set) : !/^['"]/.test(set);
  return { letters: letters === '' ? letter : letters, names: isFile ? names : null, separators };
}

/** The columns of `tokens=1,3-5,*`, rising; `*` is the one that holds the rest of the line. */
function wantedColumns(text: string): readonly number[] {
  const wanted = new Set<number>();
  for (const part of text.split(',')) {
    const range = /^(\d{1,2})(?:-(\d{1,2}))?(\*)?$/.exec(part);
    const last = Math.max(0, ...wanted);
    if (part === '*') wanted.add(last + 1);
    if (range === null) continue;
    const to = Math.min(Number(range[2] ?? range[1]), 31);
    for (let column = Math.max(1, Number(range[1])); column <= to; column++) wanted.add(column);
    if (range[3] !== undefined) wanted.add(to + 1);
  }
  return [...wanted].sort((a, b) => a - b);
}

function stepsOf(columns: Columns | null, letters: string, start: number): readonly FlowStep[] {
  if (columns !== null && columns.names !== null) {
    return [{ kind: 'columns', names: columns.names, separators: columns.separators, start }];
  }
  return [...letters].map((letter) => ({ kind: 'forget', name: `%%${letter}`, start }));
}
