import { readSingleArgument } from './arguments.js';
import { readBlock } from './blocks.js';
import {
  CLOSE_BRACE,
  CLOSE_PARENTHESIS,
  DOLLAR,
  endsWord,
  identifierEnd,
  lineEndLength,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
} from './chars.js';
import { forgetVariables } from './forget.js';
import { enter, giveUp, leave, lookedAhead, readNested, type Scan, skipBlanks, skipToNextPart, step } from './scan.js';
import { variableEnd, variableName } from './variables.js';

/**
 * Reads the statement that the word at the position begins; answers false, having moved nothing, where it is no keyword
 * but the name of a command. `word` may be longer than any keyword.
 */
export function readKeyword(scan: Scan, word: string): boolean {
  const { text, position, end } = scan;
  const after = position + word.length;
  if (after < end && !endsWord(text.charCodeAt(after))) return false;
  const statement = statements.get(word.toLowerCase());
  if (statement === undefined) return false;
  scan.position = after;
  if (statement(scan, position)) return true;
  scan.position = position;
  return false;
}

type KeywordReader = (scan: Scan, start: number) => boolean;

const readIf: KeywordReader = (scan, start) => {
  step(scan, { kind: 'open', block: 'branch', start });
  readCondition(scan);
  readBlock(scan, null);
  for (;;) {
    const word = followingKeyword(scan, ['elseif', 'else']);
    if (word === null) break;
    step(scan, { kind: 'next', start: scan.position - word.length });
    if (word === 'elseif') readCondition(scan);
    readBlock(scan, null);
  }
  step(scan, { kind: 'close', start: scan.position });
  return true;
};

const readLoop: KeywordReader = (scan, start) => {
  step(scan, { kind: 'open', block: 'loop', start });
  readCondition(scan);
  readBlock(scan, null);
  step(scan, { kind: 'close', start: scan.position });
  return true;
};

/** `foreach ($name in …) { … }`; as the name of a command it is an alias. */
const readForeach: KeywordReader = (scan, start) => {
  const { text } = scan;
  if (!isNext(scan, OPEN_PARENTHESIS)) return false;
  step(scan, { kind: 'open', block: 'loop', start });
  skipToNextPart(scan);
  scan.position++;
  skipToNextPart(scan);
  const { position, end } = scan;
  const stop = text.charCodeAt(position) === DOLLAR ? variableEnd(text, position, end) : -1;
  if (stop > 0) {
    step(scan, { kind: 'forget', name: variableName(text, position, stop), start: position });
    scan.position = stop;
    skipToNextPart(scan);
    if (/^in(?![\w-])/i.test(text.slice(scan.position, Math.min(end, scan.position + 3)))) scan.position += 2;
  }
  readNested(scan, CLOSE_PARENTHESIS);
  readBlock(scan, null);
  step(scan, { kind: 'close', start: scan.position });
  return true;
};

const readDo: KeywordReader = (scan, start) => {
  step(scan, { kind: 'open', block: 'loop', start });
  readBlock(scan, null);
  if (followingKeyword(scan, ['while', 'until']) !== null) readCondition(scan);
  step(scan, { kind: 'close', start: scan.position });
  return true;
};

const readTry: KeywordReader = (scan) => {
  readBlock(scan, 'branch');
  for (;;) {
    const word = followingKeyword(scan, ['catch', 'finally']);
    if (word === null) return true;
    skipToBlock(scan);
    readBlock(scan, 'branch');
  }
};

const readSwitch: KeywordReader = (scan, start) => {
  skipToBlock(scan);
  if (scan.position >= scan.end || scan.text.charCodeAt(scan.position) !== OPEN_BRACE) return true;
  scan.position++;
  step(scan, { kind: 'open', block: 'loop', start });
  if (enter(scan)) {
    readCases(scan);
    leave(scan);
  }
  step(scan, { kind: 'close', start: scan.position });
  return true;
};

/** `pattern { … }` after each other, up to the brace that closes the `switch`. */
function readCases(scan: Scan): void {
  const { text } = scan;
  for (;;) {
    skipToNextPart(scan);
    const { position, end } = scan;
    if (position >= end) {
      giveUp(scan);
      return;
    }
    const code = text.charCodeAt(position);
    if (code === CLOSE_BRACE) {
      scan.position++;
      return;
    }
    if (code === OPEN_BRACE || !endsWord(code) || code === OPEN_PARENTHESIS) {
      readSingleArgument(scan);
      readBlock(scan, 'branch');
    }
    if (scan.position === position) scan.position++;
  }
}

/** `function name($a) { … }` */
const readFunction: KeywordReader = (scan, start) => {
  const { text } = scan;
  skipToNextPart(scan);
  const { position, end } = scan;
  let stop = position;
  while (stop < end && !endsWord(text.charCodeAt(stop))) stop++;
  const name = text
    .slice(position, stop)
    .toLowerCase()
    .replace(/^(?:script|global|local|private):/, '');
  scan.position = stop;
  skipToNextPart(scan);
  const parameters = scan.position;
  const { steps } = scan;
  scan.steps = null;
  if (scan.position < scan.end && text.charCodeAt(scan.position) === OPEN_PARENTHESIS) {
    scan.position++;
    readNested(scan, CLOSE_PARENTHESIS);
  }
  scan.steps = steps;
  const behind = scan.position;
  step(scan, { kind: 'open', block: 'function', name, start });
  forgetVariables(scan, parameters, behind);
  scan.functions++;
  readBlock(scan, null);
  scan.functions--;
  step(scan, { kind: 'close', start: scan.position });
  return true;
};

/** `param( … )`: what the caller gives, or else the defaults. */
const readParam: KeywordReader = (scan) => {
  if (!isNext(scan, OPEN_PARENTHESIS)) return false;
  skipToNextPart(scan);
  const { position: start, steps } = scan;
  scan.steps = null;
  scan.position++;
  readNested(scan, CLOSE_PARENTHESIS);
  scan.steps = steps;
  forgetVariables(scan, start, scan.position);
  return true;
};

/** `begin`, `process`, `end` in front of a block. */
const readNamedBlock: KeywordReader = (scan) => isNext(scan, OPEN_BRACE) && readBlock(scan, 'loop');

/** Members of a class run when something calls them. */
const readClass: KeywordReader = (scan) => {
  skipToBlock(scan);
  readBlock(scan, 'function');
  return true;
};

/** What follows is a statement of its own. */
const passOn: KeywordReader = () => true;

const statements = new Map<string, KeywordReader>([
  ['if', readIf],
  ['while', readLoop],
  ['for', readLoop],
  ['foreach', readForeach],
  ['do', readDo],
  ['try', readTry],
  ['switch', readSwitch],
  ['function', readFunction],
  ['filter', readFunction],
  ['workflow', readFunction],
  ['param', readParam],
  ...['begin', 'process', 'end', 'clean', 'dynamicparam'].map((name): [string, KeywordReader] => [
    name,
    readNamedBlock,
  ]),
  ['class', readClass],
  ['enum', readClass],
  ...['return', 'throw', 'exit', 'break', 'continue', 'else', 'finally'].map((name): [string, KeywordReader] => [
    name,
    passOn,
  ]),
]);

function readCondition(scan: Scan): void {
  skipToNextPart(scan);
  if (scan.position >= scan.end || scan.text.charCodeAt(scan.position) !== OPEN_PARENTHESIS) return;
  scan.position++;
  readNested(scan, CLOSE_PARENTHESIS);
}

/** Whether the sign comes next, be it on a later line; moves nothing. */
function isNext(scan: Scan, sign: number): boolean {
  const position = peek(scan, 0);
  return position < scan.end && scan.text.charCodeAt(position) === sign;
}

/** Where the next part of the statement stands, with its first `length` characters looked at; moves nothing. */
function peek(scan: Scan, length: number): number {
  const { position: start, comments, broken } = scan;
  scan.comments = null;
  skipToNextPart(scan);
  const { position } = scan;
  scan.comments = comments;
  scan.broken = broken;
  scan.position = start;
  const seen = Math.min(position + length + 1, scan.text.length);
  lookedAhead(scan, seen, seen - start);
  return position;
}

/**
 * Moves behind one of the words where it comes next, be it on a later line, and answers it in lower case; null, having
 * moved nothing, where none does.
 */
function followingKeyword(scan: Scan, words: readonly string[]): string | null {
  const { text, end } = scan;
  const position = peek(scan, 8);
  const stop = identifierEnd(text, position, Math.min(end, position + 8));
  const word = text.slice(position, stop).toLowerCase();
  if (!words.includes(word) || (stop < end && !endsWord(text.charCodeAt(stop)))) return null;
  skipToNextPart(scan);
  scan.position = stop;
  return word;
}

/** Moves over arguments, types and parentheses in front of a block, on one line or the next. */
function skipToBlock(scan: Scan): void {
  const { text } = scan;
  for (;;) {
    skipToNextPart(scan);
    const { position, end } = scan;
    if (position >= end || lineEndLength(text, position, end) > 0) return;
    const code = text.charCodeAt(position);
    if (code === OPEN_BRACE || code === CLOSE_BRACE || code === CLOSE_PARENTHESIS || code === 0x3b) return;
    if (code === OPEN_PARENTHESIS) {
      scan.position++;
      readNested(scan, CLOSE_PARENTHESIS);
    } else if (code === OPEN_BRACKET || !endsWord(code)) readSingleArgument(scan);
    else scan.position++;
    if (scan.position === position) scan.position++;
    skipBlanks(scan);
  }
}
