import type { TextRange } from '../../text/range.js';
import { placeholderAt } from '../posix/slips.js';
import type { Word } from '../word.js';
import { readArgument, readSingleArgument } from './arguments.js';
import {
  AMPERSAND,
  ASTERISK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COMMA,
  DOLLAR,
  DOT,
  endsWord,
  GREATER,
  HASH,
  isDoubleQuote,
  isSingleQuote,
  LESS,
  lineEndLength,
  OPEN_BRACE,
  OPEN_PARENTHESIS,
  PIPE,
  SEMICOLON,
} from './chars.js';
import { type Argument, isList } from './command.js';
import { readBlockComment, readComment } from './comments.js';
import { reportCommand } from './invocations.js';
import { isBlockComment, type Scan, skipBlanks } from './scan.js';
import { readVerbatimArguments } from './verbatimArguments.js';

/** Commands that run a script block once for each thing that comes through the pipe, in the scope they stand in. */
const loopingCommands = new Set(['foreach-object', '%', 'foreach', 'where-object', '?', 'where']);

/**
 * Reads the command at the position, call operator included, up to the sign that ends it (about_Parsing; about_Operators,
 * "Call operator"), and records what it starts.
 */
export function readCommand(scan: Scan): void {
  const { text, position: start } = scan;
  const { scriptBlocks } = scan;
  const called = readCallOperator(scan);
  const parts: Argument[] = [];
  let words: Word[] | null = null;
  let comment = -1;
  let placeholders: TextRange[] | null = null;
  scan.scriptBlocks = called ? 'subshell' : 'function';
  for (;;) {
    skipBlanks(scan);
    const { position, end } = scan;
    if (position >= end) break;
    const code = text.charCodeAt(position);
    if (endsWord(code) && endsCommand(scan, code)) break;
    if (code === HASH) {
      comment = position;
      readComment(scan);
    } else if (isBlockComment(scan)) readBlockComment(scan);
    else if (code === COMMA) scan.position++;
    else if (isRedirection(scan, code)) {
      const placeholder = code === LESS ? placeholderAt(scan) : null;
      if (placeholder !== null) {
        placeholders ??= [];
        placeholders.push(placeholder);
      }
      readRedirection(scan);
    } else {
      const argument = readArgument(scan);
      if (isList(argument)) {
        words ??= parts.slice() as Word[];
        for (const word of argument.words) words.push(word);
      } else if (argument.value === '--%') {
        for (const word of readVerbatimArguments(scan)) {
          words?.push(word);
          parts.push(word);
        }
        continue;
      } else {
        words?.push(argument);
        if (parts.length === 0 && !called) scan.scriptBlocks = blocksOf(argument);
        else if (argument.value?.toLowerCase() === '-parallel') scan.scriptBlocks = 'function';
      }
      parts.push(argument);
      if (scan.position === position) scan.position++;
    }
  }
  scan.scriptBlocks = scriptBlocks;
  // Without a list every part is a word.
  const given = words ?? (parts as Word[]);
  if (given.length > 0) {
    const stop = comment < 0 ? scan.position : comment;
    reportCommand(scan, { start, called, words: given, parts, stop, placeholders: placeholders ?? [] });
  }
}

function blocksOf(name: Word): Scan['scriptBlocks'] {
  return name.value !== null && loopingCommands.has(name.value.toLowerCase()) ? 'loop' : 'function';
}

/** Moves behind `&`, or behind the `.` that a blank, a quote, a variable, parentheses or a block follows. */
function readCallOperator(scan: Scan): boolean {
  const { text, position, end } = scan;
  const code = text.charCodeAt(position);
  if (code !== AMPERSAND && code !== DOT) return false;
  const next = position + 1 < end ? text.charCodeAt(position + 1) : 0;
  if (code === DOT && !endsWord(next) && next !== DOLLAR && !isSingleQuote(next) && !isDoubleQuote(next)) return false;
  scan.position++;
  return true;
}

/** Whether the sign at the position ends the command; a `&` that puts it in the background is read. */
function endsCommand(scan: Scan, code: number): boolean {
  const { text, position, end } = scan;
  if (code === AMPERSAND) {
    if (position + 1 >= end || text.charCodeAt(position + 1) !== AMPERSAND) scan.position++;
    return true;
  }
  return (
    code === SEMICOLON ||
    code === PIPE ||
    code === CLOSE_PARENTHESIS ||
    code === CLOSE_BRACE ||
    lineEndLength(text, position, end) > 0
  );
}

/** `>`, `2>`, `*>`, `<` at the beginning of a word (about_Redirection). */
function isRedirection({ text, position, end }: Scan, code: number): boolean {
  if (code === GREATER || code === LESS) return true;
  const stream = code === ASTERISK || (code >= 0x31 && code <= 0x36);
  return stream && position + 1 < end && text.charCodeAt(position + 1) === GREATER;
}

function readRedirection(scan: Scan): void {
  const { text, end } = scan;
  if (text.charCodeAt(scan.position) !== GREATER && text.charCodeAt(scan.position) !== LESS) scan.position++;
  scan.position++;
  if (scan.position < end && text.charCodeAt(scan.position) === GREATER) scan.position++;
  else if (/^&[12]/.test(text.slice(scan.position, Math.min(end, scan.position + 2)))) {
    scan.position += 2;
    return;
  }
  skipBlanks(scan);
  if (scan.position >= end) return;
  const code = text.charCodeAt(scan.position);
  const opens = code === OPEN_PARENTHESIS || code === OPEN_BRACE;
  if ((endsWord(code) && !opens) || code === CLOSE_BRACKET) return;
  readSingleArgument(scan);
}
