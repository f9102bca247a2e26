import type { TextRange } from '../../text/range.js';
import type { Word } from '../word.js';
import { assignmentOperatorEnd, type PosixAssignment, readArray, readAssignment } from './assignments.js';
import {
  AMPERSAND,
  CLOSE_PARENTHESIS,
  EQUALS,
  endsWord,
  GREATER,
  HASH,
  LESS,
  LINE_FEED,
  lineEndLength,
  nameEnd,
  OPEN_BRACE,
  OPEN_PARENTHESIS,
  PIPE,
  SEMICOLON,
} from './chars.js';
import { readComment } from './comments.js';
import { readConditional } from './conditional.js';
import { canBeCalled, declareArray, recordAssignment } from './effects.js';
import { closingParenthesis, readExpansionsBetween } from './expansions.js';
import { forgetArithmetic, forgetVariable } from './forget.js';
import { readLineEnd } from './hereDocuments.js';
import { reportCommand } from './invocations.js';
import { isRedirectionTarget, readRedirection } from './redirections.js';
import { addListEnd, addToken, type Scan, skipBlanks } from './scan.js';
import { placeholderAt } from './slips.js';
import { readWord } from './words.js';

/** The compound commands still open that close with `)` or give `;;` a meaning, innermost last. */
class Frames {
  readonly #kinds: ('subshell' | 'case')[] = [];
  #subshells = 0;

  open(kind: 'subshell' | 'case'): void {
    this.#kinds.push(kind);
    if (kind === 'subshell') this.#subshells++;
  }

  get isEmpty(): boolean {
    return this.#kinds.length === 0;
  }

  inCase(): boolean {
    return this.#kinds[this.#kinds.length - 1] === 'case';
  }

  /** Closes the innermost one of a kind with all that is open inside; answers false where there is none. */
  close(kind: 'subshell' | 'case'): boolean {
    const count = kind === 'subshell' ? this.#subshells : this.#kinds.length - this.#subshells;
    if (count === 0) return false;
    for (;;) {
      const closed = this.#kinds.pop();
      if (closed === 'subshell') this.#subshells--;
      if (closed === kind) return true;
    }
  }
}

/**
 * Reads commands from the position to the end of what is to be read, or in a substitution up to and including the `)`
 * that closes it. Answers whether it ended at that `)`. Keywords that open and close blocks without a sign of their
 * own (`do`, `fi`, `}` …) only lead back to where a command can begin, so a stray one does no harm.
 *
 * `atLine` is called at the beginning of each line where a command can begin, with true where no compound command is
 * open that the reading has to keep in mind; the reading stops there when it answers true.
 */
export function readCommands(scan: Scan, inSubstitution: boolean, atLine?: (fresh: boolean) => boolean): boolean {
  const frames = new Frames();
  const { text } = scan;
  for (;;) {
    skipBlanks(scan);
    const { position, end } = scan;
    if (position >= end) return false;
    const code = text.charCodeAt(position);
    if (code === LINE_FEED || lineEndLength(text, position, end) > 0) {
      readLineEnd(scan, inSubstitution);
      addListEnd(scan, position);
      if (atLine?.(frames.isEmpty)) return false;
    } else if (code === HASH) readComment(scan);
    else if (code === SEMICOLON) readSemicolons(scan, frames, inSubstitution);
    else if (code === PIPE || (code === AMPERSAND && text.charCodeAt(position + 1) !== GREATER))
      readOperator(scan, code);
    else if (code === OPEN_PARENTHESIS) readOpenParenthesis(scan, frames);
    else if (code === CLOSE_PARENTHESIS) {
      scan.position++;
      if (frames.close('subshell')) addToken(scan, ')', position);
      else if (inSubstitution) return true;
    } else readSimpleCommand(scan, frames, inSubstitution);
  }
}

/** `|`, `||`, `|&`, `&` or `&&` */
function readOperator(scan: Scan, code: number): void {
  const start = scan.position++;
  if (scan.text.charCodeAt(scan.position) === code && scan.position < scan.end) {
    scan.position++;
    addToken(scan, 'and-or', start);
  } else {
    if (code === PIPE && scan.text.charCodeAt(scan.position) === AMPERSAND) scan.position++;
    addToken(scan, code === PIPE ? '|' : '&', start);
  }
}

/** `;`, and in a `case` also `;;`, `;&` and `;;&`, behind which the next pattern stands. */
function readSemicolons(scan: Scan, frames: Frames, inSubstitution: boolean): void {
  const { text, end } = scan;
  const start = scan.position++;
  const next = start + 1 < end ? text.charCodeAt(start + 1) : 0;
  addListEnd(scan, start);
  if (next !== SEMICOLON && next !== AMPERSAND) return;
  if (!frames.inCase()) return;
  addToken(scan, 'clause', start);
  scan.position++;
  if (next === SEMICOLON && scan.position < end && text.charCodeAt(scan.position) === AMPERSAND) scan.position++;
  readCasePattern(scan, frames, inSubstitution);
}

/** `((…))` is arithmetic where its parentheses close as `))`, otherwise it opens two subshells. */
function readOpenParenthesis(scan: Scan, frames: Frames): void {
  const { text, position } = scan;
  if (text.charCodeAt(position + 1) === OPEN_PARENTHESIS && position + 1 < scan.end) {
    const closing = closingParenthesis(scan, position + 2);
    if (closing >= 0 && closing + 1 < scan.end && text.charCodeAt(closing + 1) === CLOSE_PARENTHESIS) {
      readExpansionsBetween(scan, position + 2, closing);
      forgetArithmetic(scan, position + 2, closing);
      scan.position = closing + 2;
      return;
    }
  }
  addToken(scan, '(', position);
  frames.open('subshell');
  scan.position++;
}

/** Moves over blanks, line ends and comments, as they may stand between the parts of a compound command. */
function skipToNextPart(scan: Scan, inSubstitution: boolean): void {
  for (;;) {
    skipBlanks(scan);
    if (lineEndLength(scan.text, scan.position, scan.end) > 0) readLineEnd(scan, inSubstitution);
    else if (scan.position < scan.end && scan.text.charCodeAt(scan.position) === HASH) readComment(scan);
    else return;
  }
}

/** Whether the unquoted word `expected` stands at the position. */
function atKeyword(scan: Scan, expected: string): boolean {
  const { text, position, end } = scan;
  const after = position + expected.length;
  if (after > end || !text.startsWith(expected, position)) return false;
  return after === end || endsWord(text.charCodeAt(after)) || lineEndLength(text, after, end) > 0;
}

function readSimpleCommand(scan: Scan, frames: Frames, inSubstitution: boolean): void {
  const { text } = scan;
  const words: Word[] = [];
  let assignments: PosixAssignment[] | null = null;
  let placeholders: TextRange[] | null = null;
  let bare = true;
  for (;;) {
    skipBlanks(scan);
    const { position, end } = scan;
    if (position >= end) break;
    const code = text.charCodeAt(position);
    const next = position + 1 < end ? text.charCodeAt(position + 1) : 0;
    if (endsWord(code)) {
      if (code === AMPERSAND && next === GREATER) readRedirection(scan);
      else if (code === OPEN_PARENTHESIS && words.length > 0) {
        const last = words[words.length - 1]!;
        if (words.length === 1 && bare && readFunctionParentheses(scan)) {
          beginFunction(scan, last);
          return;
        }
        if (last.range.end !== position || text.charCodeAt(position - 1) !== EQUALS) break;
        if (assignmentOperatorEnd(scan, last.range.start) !== position) break;
        declareArray(scan, words, readArray(scan, inSubstitution).elements);
        words.pop();
      } else break;
      bare = false;
      continue;
    }
    if (code === HASH || lineEndLength(text, position, end) > 0) break;
    if ((code === LESS || code === GREATER) && next !== OPEN_PARENTHESIS) {
      const placeholder = code === LESS ? placeholderAt(scan) : null;
      if (placeholder !== null) {
        placeholders ??= [];
        placeholders.push(placeholder);
      }
      const input = readRedirection(scan);
      if (input !== null && words.length === 0) addInput(scan, input);
      bare = false;
      continue;
    }
    if (words.length === 0) {
      if (bare && code === OPEN_BRACE && atKeyword(scan, '{')) {
        addToken(scan, '{', position);
        scan.position++;
        return;
      }
      const assignment = readAssignment(scan, inSubstitution);
      if (assignment !== null) {
        assignments ??= [];
        assignments.push(assignment);
        bare = false;
        continue;
      }
    }
    const word = readWord(scan, 'argument');
    if (isRedirectionTarget(scan, word)) {
      readRedirection(scan);
      bare = false;
      continue;
    }
    if (words.length === 0 && bare && readKeyword(scan, word, frames, inSubstitution)) return;
    words.push(word);
  }
  if (words.length > 0) reportCommand(scan, words, assignments ?? [], placeholders ?? []);
  else if (assignments !== null) for (const assignment of assignments) recordAssignment(scan, assignment);
}

/** The file that the loop reads which ends just before: `done < accounts`. */
function addInput(scan: Scan, input: Word): void {
  const last = scan.steps.at(-1);
  if (last?.kind === 'token' && last.token === 'done') scan.steps[scan.steps.length - 1] = { ...last, input };
}

function beginFunction(scan: Scan, name: Word): void {
  const { start } = name.range;
  // Who redefines `cd` or `sudo` is not followed: their calls are not recorded.
  if (!canBeCalled(name.value)) scan.steps.push({ kind: 'forget', name: null, forever: true, start });
  scan.steps.push({ kind: 'token', token: 'function', name: name.value ?? '', start });
}

/** `()` behind a name makes it a function; what follows is its body, a command like any other. */
function readFunctionParentheses(scan: Scan): boolean {
  const start = scan.position;
  scan.position++;
  skipBlanks(scan);
  if (scan.position < scan.end && scan.text.charCodeAt(scan.position) === CLOSE_PARENTHESIS) {
    scan.position++;
    return true;
  }
  scan.position = start;
  return false;
}

/** Reads what a keyword brings with it; answers false where `word` is none. */
function readKeyword(scan: Scan, word: Word, frames: Frames, inSubstitution: boolean): boolean {
  const { value } = word;
  if (
    value === null ||
    value.length > 8 ||
    word.quote !== 'none' ||
    word.pieces.some((piece) => piece.kind === 'text' && piece.quoted)
  ) {
    return false;
  }
  const { start } = word.range;
  switch (value) {
    case '!':
    case 'then':
    case 'do':
      return true;
    case '}':
    case 'if':
    case 'else':
    case 'fi':
    case 'done':
      addToken(scan, value, start);
      return true;
    case 'elif':
      addToken(scan, 'else', start);
      return true;
    case 'while':
    case 'until':
      addToken(scan, 'loop', start);
      return true;
    case 'coproc':
      addToken(scan, 'coproc', start);
      skipCoprocessName(scan);
      return true;
    case 'time':
      for (const option of ['-p', '--']) {
        skipBlanks(scan);
        if (atKeyword(scan, option)) scan.position += option.length;
      }
      return true;
    case 'esac':
      addToken(scan, 'esac', start);
      frames.close('case');
      return true;
    case 'for':
    case 'select':
      addToken(scan, 'loop', start);
      readLoopHead(scan, inSubstitution);
      return true;
    case 'case':
      addToken(scan, 'case', start);
      readCaseHead(scan, frames, inSubstitution);
      return true;
    case 'function':
      skipBlanks(scan);
      beginFunction(scan, readWord(scan, 'argument'));
      skipBlanks(scan);
      if (scan.position < scan.end && scan.text.charCodeAt(scan.position) === OPEN_PARENTHESIS)
        readFunctionParentheses(scan);
      return true;
    case '[[':
      readConditional(scan, inSubstitution);
      return true;
    default:
      return false;
  }
}

/** Behind `coproc` a name may stand, but only in front of `{` or `(`. */
function skipCoprocessName(scan: Scan): void {
  skipBlanks(scan);
  const { text, end, position: start } = scan;
  const stop = nameEnd(text, start, end);
  if (stop === start) return;
  scan.position = stop;
  skipBlanks(scan);
  if (atKeyword(scan, '{') || text.charCodeAt(scan.position) === OPEN_PARENTHESIS) return;
  scan.position = start;
}

/** `for name in words;` up to the end of the words; `for ((…))` is left to the caller. */
function readLoopHead(scan: Scan, inSubstitution: boolean): void {
  skipBlanks(scan);
  if (scan.position < scan.end && scan.text.charCodeAt(scan.position) === OPEN_PARENTHESIS) return;
  const name = readWord(scan, 'argument');
  forgetVariable(scan, name.value, name.range.start);
  skipToNextPart(scan, inSubstitution);
  if (!atKeyword(scan, 'in')) return;
  scan.position += 2;
  for (;;) {
    skipBlanks(scan);
    const { text, position, end } = scan;
    if (position >= end || lineEndLength(text, position, end) > 0) return;
    const code = text.charCodeAt(position);
    if (endsWord(code) || code === HASH) return;
    readWord(scan, 'argument');
    if (scan.position === position) return;
  }
}

function readCaseHead(scan: Scan, frames: Frames, inSubstitution: boolean): void {
  skipBlanks(scan);
  readWord(scan, 'assigned');
  skipToNextPart(scan, inSubstitution);
  if (!atKeyword(scan, 'in')) return;
  scan.position += 2;
  frames.open('case');
  readCasePattern(scan, frames, inSubstitution);
}

/** Reads `(pattern | pattern)`, or `esac` in its place; stops at anything that belongs in neither. */
function readCasePattern(scan: Scan, frames: Frames, inSubstitution: boolean): void {
  skipToNextPart(scan, inSubstitution);
  if (atKeyword(scan, 'esac')) {
    addToken(scan, 'esac', scan.position);
    scan.position += 4;
    frames.close('case');
    return;
  }
  const { text, end } = scan;
  if (scan.position < end && text.charCodeAt(scan.position) === OPEN_PARENTHESIS) scan.position++;
  for (;;) {
    skipBlanks(scan);
    const { position } = scan;
    if (position >= end || lineEndLength(text, position, end) > 0) return;
    const code = text.charCodeAt(position);
    if (code === CLOSE_PARENTHESIS) {
      scan.position++;
      return;
    }
    if (code === PIPE) scan.position++;
    else {
      readWord(scan, 'assigned');
      if (scan.position === position) return;
    }
  }
}
