import { makeWord, SimpleWord } from '../makeWord.js';
import type { Word } from '../word.js';
import { atParameter, isPlainElement, markExpansions, parameterEnd, readBareWord, standsAlone } from './bareWords.js';
import { readScriptBlock } from './blocks.js';
import {
  AT,
  CLOSE_BRACKET,
  COMMA,
  DOLLAR,
  DOT,
  DOUBLE_QUOTE,
  endsWord,
  isDoubleQuote,
  isSingleQuote,
  OPEN_BRACE,
  OPEN_PARENTHESIS,
  SINGLE_QUOTE,
} from './chars.js';
import { type Argument, elementsOf, isList, type ListArgument, wordsOf } from './command.js';
import { readHash } from './hashes.js';
import { readMembers } from './members.js';
import { dynamic } from './pieces.js';
import { readNested, type Scan, skipBlanks, skipToNextPart, type Value } from './scan.js';
import { atHereString, readHereString, readString } from './strings.js';
import { variableEnd, variableName } from './variables.js';

/**
 * Reads the argument at the position, which none of the signs that end a command stands at (about_Parsing, "Argument
 * mode"). Commas join it with what follows to a list.
 */
export function readArgument(scan: Scan): Argument {
  if (atParameter(scan)) {
    const parameter = readParameter(scan);
    if (parameter !== null) return parameter;
  }
  const first = readPrimary(scan);
  return atComma(scan) ? readList(scan, first) : first;
}

/** Reads one argument without the list that it may begin: the target of a redirection. */
export function readSingleArgument(scan: Scan): Argument {
  return readPrimary(scan);
}

function atComma(scan: Scan): boolean {
  const { text, position, end } = scan;
  if (position < end && text.charCodeAt(position) === COMMA) return true;
  skipBlanks(scan);
  return scan.position < end && text.charCodeAt(scan.position) === COMMA;
}

/** `-name`, `-name:value`; null, having moved nothing, where a quote makes it a bare word. */
function readParameter(scan: Scan): Word | null {
  const { text, position: start, end } = scan;
  const { offset, kind } = parameterEnd(scan);
  if (kind === 'bare') return null;
  scan.position = offset;
  const name = new SimpleWord(text, start, offset, 'none');
  if (kind === 'end') return /[*?]/.test(name.value) ? expandable(name) : name;
  const attached = offset < end && !endsWord(text.charCodeAt(offset));
  const primary = attached || text.charCodeAt(offset) === OPEN_PARENTHESIS || text.charCodeAt(offset) === OPEN_BRACE;
  // Behind a blank the value is a word of its own, so it is read as one.
  if (!primary) return name;
  const value = readPrimary(scan);
  const list = atComma(scan) ? readList(scan, value) : value;
  const stop = wordsOf(list).at(-1)?.range.end ?? scan.position;
  const range = { start, end: stop };
  if (isList(list)) return makeWord(range, [dynamic('variable', start, stop)], 'none');
  return makeWord(range, [...name.pieces, ...list.pieces], list.quote === 'none' ? 'none' : 'mixed');
}

function expandable(word: Word): Word {
  return makeWord(word.range, markExpansions(word.pieces), word.quote);
}

/**
 * A list reaches a program as it is written where it consists of bare words without blanks: `INBOX,Sent` is one
 * argument. Of any other list the versions of PowerShell make different arguments.
 */
function readList(scan: Scan, first: Argument): ListArgument {
  const { text } = scan;
  const firstWords = wordsOf(first);
  const start = firstWords[0]?.range.start ?? scan.position;
  const elements = [...elementsOf(first)];
  let plain = isPlain(first);
  let end = scan.position;
  let joined = firstWords.at(-1)?.range.end ?? start;
  while (scan.position < scan.end && text.charCodeAt(scan.position) === COMMA) {
    if (scan.position !== joined) plain = false;
    scan.position++;
    end = scan.position;
    skipToNextPart(scan);
    if (scan.position >= scan.end || endsArgument(scan)) {
      plain = false;
      break;
    }
    const next = readPrimary(scan);
    if (scan.position === end) break;
    const words = wordsOf(next);
    if (words[0]?.range.start !== end || !isPlain(next)) plain = false;
    for (const element of elementsOf(next)) elements.push(element);
    end = words.at(-1)?.range.end ?? scan.position;
    joined = end;
    if (!atComma(scan)) break;
  }
  const word = plain
    ? new SimpleWord(text, start, end, 'none')
    : makeWord({ start, end }, [dynamic('variable', start, end)], 'none');
  return { words: [word], elements };
}

function isPlain(argument: Argument): boolean {
  return !isList(argument) && isPlainElement(argument);
}

function endsArgument(scan: Scan): boolean {
  const code = scan.text.charCodeAt(scan.position);
  return endsWord(code) && code !== OPEN_PARENTHESIS && code !== OPEN_BRACE && code !== 0;
}

function readPrimary(scan: Scan): Argument {
  const { text, position: start, end } = scan;
  const code = text.charCodeAt(start);
  const next = start + 1 < end ? text.charCodeAt(start + 1) : 0;
  if (isSingleQuote(code) || isDoubleQuote(code)) return withMembers(scan, readString(scan));
  switch (code) {
    case DOLLAR:
      if (next === OPEN_PARENTHESIS) return readParentheses(scan, 2);
      return readVariable(scan);
    case AT:
      if (next === OPEN_PARENTHESIS) return readParentheses(scan, 2);
      if (next === OPEN_BRACE) {
        readHash(scan);
        return withMembers(scan, unknown(start, scan.position));
      }
      if (atHereString(scan)) return withMembers(scan, readHereString(scan));
      return readVariable(scan);
    case OPEN_PARENTHESIS:
      return readParentheses(scan, 1);
    case OPEN_BRACE:
      readScriptBlock(scan);
      return withMembers(scan, unknown(start, scan.position));
    case CLOSE_BRACKET:
      return readSign(scan);
    case DOT:
      if (next === DOLLAR || next === SINGLE_QUOTE || next === DOUBLE_QUOTE) return readSign(scan);
      break;
  }
  return readBareWord(scan);
}

/** A sign that is an argument of its own, whatever follows it. */
function readSign(scan: Scan): Word {
  const { text, position } = scan;
  scan.position = position + 1;
  return new SimpleWord(text, position, position + 1, 'none');
}

/** `$name`, `$name.member`, `@name`, or a bare word that begins so. */
function readVariable(scan: Scan): Word {
  const { text, position: start, end } = scan;
  const stop = variableEnd(text, start, end);
  const braced = text.charCodeAt(start + 1) === OPEN_BRACE;
  if (stop < 0 || !standsAlone(text, stop, end, braced)) return readBareWord(scan);
  scan.position = stop;
  const name = variableName(text, start, stop);
  const members = readMembers(scan);
  if (members === null) return unknownWord(start, stop, name);
  return unknownWord(start, scan.position, members.path === null ? undefined : name + members.path);
}

/** `(…)`, `$(…)`, `@(…)`: what plain expressions in them give is known. */
function readParentheses(scan: Scan, length: number): Argument {
  const start = scan.position;
  scan.position += length;
  const value = readNested(scan, 0x29);
  const members = readMembers(scan);
  if (value === null || members !== null || scan.broken) return unknown(start, scan.position);
  return listed(value);
}

function listed({ words, list }: Value): Argument {
  return list || words.length !== 1 ? { words: words.map(expandable), elements: words } : expandable(words[0]!);
}

function withMembers(scan: Scan, word: Word): Word {
  return readMembers(scan) === null ? word : unknown(word.range.start, scan.position);
}

function unknownWord(start: number, end: number, name?: string): Word {
  return makeWord({ start, end }, [dynamic('variable', start, end, name === undefined ? {} : { name })], 'none');
}

function unknown(start: number, end: number): Word {
  return makeWord({ start, end }, [dynamic('command-substitution', start, end)], 'none');
}
