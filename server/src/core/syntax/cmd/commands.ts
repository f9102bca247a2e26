import type { TextRange } from '../../text/range.js';
import { GREATER, LESS } from '../posix/chars.js';
import { placeholderAt } from '../posix/slips.js';
import type { Word } from '../word.js';
import { readSet } from './assignments.js';
import { CARET, COLON, isDelimiter, isLetter, SLASH } from './chars.js';
import { readLabel, readRemark, skipLine } from './comments.js';
import { readCondition } from './conditions.js';
import { reportCommand } from './invocations.js';
import { programName } from './launchers.js';
import { readLoopHead } from './loops.js';
import { readNested } from './nested.js';
import { atRedirection, readRedirection } from './redirections.js';
import { isActive, lineEndAt, type Scan, skipBlanks, skipWhile, updateDelayed } from './scan.js';
import { settleAssignments } from './settle.js';
import { atEnd, newUnit, nextUnit } from './units.js';
import { readWord } from './words.js';

/** Commands of cmd itself that start nothing and give no variable a value. */
const idle = new Set([
  ...[
    'echo',
    'goto',
    'exit',
    'cd',
    'chdir',
    'md',
    'mkdir',
    'rd',
    'rmdir',
    'del',
    'erase',
    'copy',
    'move',
    'ren',
    'rename',
  ],
  ...[
    'type',
    'title',
    'color',
    'cls',
    'pause',
    'prompt',
    'pushd',
    'popd',
    'shift',
    'ver',
    'vol',
    'verify',
    'date',
    'time',
  ],
  ...['dir', 'mode', 'path', 'assoc', 'ftype', 'break', 'mklink', 'setlocal'],
]);

/**
 * Reads commands from the position to the end of the text. `atLine` is called at the beginning of each line where a
 * command can begin, with true where no parenthesis is open; the reading stops there when it answers true.
 */
export function readCommands(scan: Scan, atLine?: (fresh: boolean) => boolean): void {
  const { text, end, frames } = scan;
  let statement = scan.steps.length;
  let lineStart = true;
  for (;;) {
    skipWhile(scan, isDelimiter);
    const { position } = scan;
    if (position >= end) break;
    const code = text.charCodeAt(position);
    const active = scan.escapedAt !== position;
    const newline = active ? lineEndAt(text, position) : -1;
    if (newline >= 0) {
      scan.position = newline;
      scan.quoted = false;
      frames.endLine(position);
      lineStart = true;
      if (frames.blocks === 0) {
        settleAssignments(scan.steps, statement);
        statement = scan.steps.length;
      }
      if (atLine?.(frames.blocks === 0)) return;
      continue;
    }
    const first = lineStart;
    lineStart = false;
    updateDelayed(scan);
    if (!active) readSimpleCommand(scan);
    // & | @
    else if (code === 38 || code === 124) readOperator(scan, code);
    else if (code === 64) scan.position++;
    else if (code === 40) {
      scan.position++;
      frames.openBlock();
    } else if (code === 41) {
      scan.position++;
      if (frames.blocks > 0) frames.closeBlock(position);
      else skipLine(scan);
    } else if (code === COLON && first) readLabel(scan);
    else if (atRedirection(scan)) readRedirection(scan);
    else readCommand(scan);
  }
  frames.endLine(end);
  settleAssignments(scan.steps, statement);
}

/** `&`, `&&`, `|` or `||` */
function readOperator(scan: Scan, code: number): void {
  const { text, position } = scan;
  const doubled = text.charCodeAt(position + 1) === code;
  if (doubled || code === 124) scan.frames.openChain(position);
  scan.position += doubled ? 2 : 1;
}

function readCommand(scan: Scan): void {
  const start = scan.position;
  const name = keywordAt(scan);
  if (name === '') {
    readSimpleCommand(scan);
    return;
  }
  const behind = start + name.length;
  switch (name) {
    case 'rem':
      scan.position = behind;
      readRemark(scan, scan.text[start - 1] === '@' ? start - 1 : start);
      return;
    case 'if':
      scan.position = behind;
      readCondition(scan);
      scan.frames.openBranch(start);
      return;
    case 'for':
      scan.position = behind;
      if (!readLoopHead(scan, start)) skipArguments(scan);
      return;
    case 'else':
      if (scan.frames.nextBranch(start)) scan.position = behind;
      else readSimpleCommand(scan);
      return;
    case 'set':
      scan.position = behind;
      readSet(scan, start);
      return;
    case 'endlocal':
      scan.position = behind;
      skipArguments(scan);
      // What the variables were before the matching `setlocal` can lie anywhere before.
      scan.steps.push({ kind: 'forget', name: null, start });
      return;
    case 'call':
      readCall(scan);
      return;
    default:
      if (idle.has(name)) {
        scan.position = behind;
        skipArguments(scan);
      } else readSimpleCommand(scan);
  }
}

/** The letters at the position in lower case where a command of cmd itself can end behind them; else nothing. */
function keywordAt({ text, position, end }: Scan): string {
  let at = position;
  while (at < end && at - position < 9 && isLetter(text.charCodeAt(at))) at++;
  if (at === position) return '';
  const code = text.charCodeAt(at);
  const ends =
    at >= end || isDelimiter(code) || code === COLON || code === SLASH || '\r\n&|<>()"+[]'.includes(text[at]!);
  if (!ends && !(code === CARET && lineEndAt(text, at + 1) >= 0)) {
    return code === 46 && /^(?:rem|echo)$/i.test(text.slice(position, at))
      ? text.slice(position, at).toLowerCase()
      : '';
  }
  return text.slice(position, at).toLowerCase();
}

/** `call :label` and `call other.bat` can give any variable a value; `call program` has its words read twice. */
function readCall(scan: Scan): void {
  const start = scan.position;
  const word = readWord(scan, true);
  skipBlanks(scan);
  if (word === null || word.value?.length !== 4 || scan.text.charCodeAt(scan.position) === COLON) {
    skipArguments(scan);
    scan.steps.push({ kind: 'forget', name: null, start });
  } else if (!readNested(scan, [word], 'call', readCommands)) readWords(scan, [word]);
}

function readSimpleCommand(scan: Scan): void {
  skipBlanks(scan);
  const { position } = scan;
  const word = readWord(scan, true);
  if (word === null) {
    if (scan.position === position) scan.position++;
    return;
  }
  if (programName(word) !== 'cmd') {
    readWords(scan, [word]);
    return;
  }
  const launcher = [word];
  for (;;) {
    skipBlanks(scan);
    if (scan.text.charCodeAt(scan.position) !== SLASH) break;
    const option = readWord(scan, false);
    if (option === null) break;
    launcher.push(option);
    if (/^\/[ckr]$/i.test(option.value ?? '')) {
      skipBlanks(scan);
      if (readNested(scan, launcher, 'cmd', readCommands)) return;
      break;
    }
  }
  readWords(scan, launcher);
}

/** Reads the words behind the first ones, and records what the command is. */
function readWords(scan: Scan, words: Word[]): void {
  const { text } = scan;
  const placeholders: TextRange[] = [];
  for (;;) {
    skipBlanks(scan);
    const code = text.charCodeAt(scan.position);
    if ((code === LESS || code === GREATER) && isActive(scan)) {
      const placeholder = code === LESS ? placeholderAt(scan) : null;
      if (placeholder !== null) placeholders.push(placeholder);
      readRedirection(scan);
      continue;
    }
    if (atEnd(scan)) break;
    const { position } = scan;
    const word = readWord(scan, false);
    if (word !== null) words.push(word);
    else if (scan.position === position) break;
  }
  scan.quoted = false;
  reportCommand(scan, words, placeholders);
}

/** Moves to the end of the command. */
function skipArguments(scan: Scan): void {
  for (;;) {
    if (isActive(scan) && (scan.text[scan.position] === '<' || scan.text[scan.position] === '>')) readRedirection(scan);
    else if (!nextUnit(scan, skipped)) break;
  }
  scan.quoted = false;
}

const skipped = newUnit();
