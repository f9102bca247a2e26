import { makeWord, SimpleWord } from '../makeWord.js';
import type { Word } from '../word.js';
import { readSingleArgument } from './arguments.js';
import { readBareWord } from './bareWords.js';
import { readScriptBlock } from './blocks.js';
import {
  AMPERSAND,
  AT,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COMMA,
  DOLLAR,
  EQUALS,
  GREATER,
  HASH,
  identifierEnd,
  isDash,
  isDigit,
  isDoubleQuote,
  isSingleQuote,
  lineEndLength,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PIPE,
  QUESTION,
  SEMICOLON,
} from './chars.js';
import { readBlockComment, readComment } from './comments.js';
import { forgetVariables } from './forget.js';
import { readHash } from './hashes.js';
import { readMembers } from './members.js';
import { dynamic } from './pieces.js';
import { giveUp, isBlockComment, readNested, type Scan, skipBlanks, step, type Value } from './scan.js';
import { atHereString, readHereString, readString } from './strings.js';
import { variableEnd, variableName } from './variables.js';

/** What an expression turned out to be. */
export interface Expression {
  /** Null where it is more than literals, variables and lists of them. */
  readonly value: Value | null;
  /** `=`, `+=`, … behind which the reading stopped; empty where none stands there. */
  readonly assignment: string;
}

/** Types that leave a literal text as it is. */
const transparentTypes = /^\[\s*(?:string|object|array|string\[\s*\]|object\[\s*\])\s*\]$/i;

/**
 * Reads the expression at the position up to what ends it, or to an assignment operator (about_Parsing, "Expression
 * mode"). Behind an operator or a comma a line end changes nothing.
 */
export function readExpression(scan: Scan): Expression {
  const reader = new ExpressionReader(scan);
  const assignment = reader.read();
  if (reader.isConditional) step(scan, { kind: 'close', start: scan.position });
  return { value: reader.value, assignment };
}

class ExpressionReader {
  #words: Word[] = [];
  #list = false;
  #simple = true;
  #wantsOperand = true;
  #started = false;
  /** What follows is worked out only where what stands before it says so. */
  isConditional = false;

  constructor(private readonly scan: Scan) {}

  get value(): Value | null {
    if (!this.#simple || this.#wantsOperand || this.#words.length === 0) return this.#emptyList;
    return { words: this.#words, list: this.#list };
  }

  /** `@()` */
  get #emptyList(): Value | null {
    return this.#simple && !this.#wantsOperand && this.#list ? { words: [], list: true } : null;
  }

  read(): string {
    const { scan } = this;
    const { text } = scan;
    for (;;) {
      skipBlanks(scan);
      const { position, end } = scan;
      if (position >= end) return '';
      const code = text.charCodeAt(position);
      const lineEnd = lineEndLength(text, position, end);
      if (lineEnd > 0) {
        if (!this.#started || !this.#wantsOperand) return '';
        scan.position += lineEnd;
        continue;
      }
      if (endsExpression(code)) return '';
      if (code === HASH) readComment(scan);
      else if (isBlockComment(scan)) readBlockComment(scan);
      else {
        const assignment = this.#wantsOperand && this.#readOperand(code) ? '' : this.#readOperator(code);
        if (assignment !== '') return assignment;
        this.#started = true;
      }
      if (scan.position === position) scan.position++;
    }
  }

  /** Reads an operand; answers false, having moved nothing, where the character begins none. */
  #readOperand(code: number): boolean {
    const { scan } = this;
    const { text, position: start, end } = scan;
    const next = start + 1 < end ? text.charCodeAt(start + 1) : 0;
    if (isSingleQuote(code) || isDoubleQuote(code)) return this.#literal(readString(scan));
    if (code === AT && atHereString(scan)) return this.#literal(readHereString(scan));
    if ((code === AT || code === DOLLAR) && next === OPEN_PARENTHESIS) {
      scan.position += 2;
      return this.#nested(start, code === AT);
    }
    if (code === OPEN_PARENTHESIS) {
      scan.position++;
      return this.#nested(start, false);
    }
    if (code === AT && next === OPEN_BRACE) {
      readHash(scan);
      return this.#unknown();
    }
    if (code === OPEN_BRACE) {
      readScriptBlock(scan);
      return this.#unknown();
    }
    if (code === OPEN_BRACKET) return this.#type();
    if (code === DOLLAR || code === AT) return this.#variable();
    if (isDigit(code)) return this.#number();
    return false;
  }

  #literal(word: Word): boolean {
    if (readMembers(this.scan) !== null) return this.#unknown();
    return this.#operand([word]);
  }

  #operand(words: readonly Word[]): boolean {
    this.#words.push(...words);
    this.#wantsOperand = false;
    return true;
  }

  #unknown(): boolean {
    readMembers(this.scan);
    this.#simple = false;
    this.#wantsOperand = false;
    return true;
  }

  #nested(start: number, array: boolean): boolean {
    const { scan } = this;
    const value = readNested(scan, CLOSE_PARENTHESIS);
    const empty = array && /^@\(\s*\)$/.test(scan.text.slice(start, Math.min(scan.position, start + 100)));
    if (readMembers(scan) !== null || (value === null && !empty) || scan.broken) return this.#unknown();
    if (array || value?.list === true) this.#list = true;
    return this.#operand(value?.words ?? []);
  }

  #variable(): boolean {
    const { scan } = this;
    const { text, position: start, end } = scan;
    const stop = variableEnd(text, start, end);
    if (stop < 0) {
      this.#simple = false;
      return false;
    }
    scan.position = stop;
    const name = variableName(text, start, stop);
    const members = readMembers(scan);
    if (members?.path === null) return this.#unknown();
    const range = { start, end: scan.position };
    const full = name + (members?.path ?? '');
    return this.#operand([makeWord(range, [dynamic('variable', start, range.end, { name: full })], 'none')]);
  }

  /** A number is known where its digits are how it is shown. */
  #number(): boolean {
    const { scan } = this;
    const { text, position: start, end } = scan;
    let stop = identifierEnd(text, start, end);
    while (stop < end && text.charCodeAt(stop) === 0x2e && isDigit(text.charCodeAt(stop + 1))) {
      stop = identifierEnd(text, stop + 1, end);
    }
    scan.position = stop;
    if (!/^(?:0|[1-9]\d{0,14})$/.test(text.slice(start, Math.min(stop, start + 20)))) return this.#unknown();
    if (readMembers(scan) !== null) return this.#unknown();
    return this.#operand([new SimpleWord(text, start, stop, 'none')]);
  }

  /** `[type]`: a cast, or a class whose member follows. */
  #type(): boolean {
    const { scan } = this;
    const { text, position: start, end } = scan;
    let nesting = 0;
    let position = start;
    for (; position < end && lineEndLength(text, position, end) === 0; position++) {
      const code = text.charCodeAt(position);
      if (code === OPEN_BRACKET) nesting++;
      else if (code === CLOSE_BRACKET && --nesting === 0) break;
      else if (code === OPEN_PARENTHESIS) {
        scan.position = position + 1;
        readNested(scan, CLOSE_PARENTHESIS);
        position = scan.position - 1;
      } else if (isSingleQuote(code) || isDoubleQuote(code)) {
        scan.position = position;
        readString(scan);
        position = scan.position - 1;
      }
    }
    scan.position = Math.min(position + 1, end);
    if (position >= end) giveUp(scan);
    else if (lineEndLength(text, position, end) > 0) scan.position = position;
    if (readMembers(scan) !== null) return this.#unknown();
    if (!transparentTypes.test(text.slice(start, Math.min(scan.position, start + 40)))) this.#simple = false;
    return true;
  }

  /** `-and`, `-or`, `?`, `??` (about_Logical_Operators, about_If). */
  #decide(start: number): void {
    if (this.isConditional) return;
    this.isConditional = true;
    step(this.scan, { kind: 'open', block: 'branch', start });
  }

  /** The variable before or behind the `++` or `--` at the position. */
  #forgetCounted(position: number): void {
    const { scan } = this;
    const before = this.#words.at(-1)?.range;
    if (before?.end === position) forgetVariables(scan, before.start, position);
    const behind = /^\s*\$[\w:{}]+/.exec(scan.text.slice(position + 2, position + 82));
    if (behind !== null) forgetVariables(scan, position + 2, position + 2 + behind[0].length);
  }

  /** Answers the operator where it is one of assignment. */
  #readOperator(code: number): string {
    const { scan } = this;
    const { text, position, end } = scan;
    const next = position + 1 < end ? text.charCodeAt(position + 1) : 0;
    if (code === EQUALS) {
      scan.position++;
      return '=';
    }
    if (code === COMMA) {
      scan.position++;
      this.#list = true;
      this.#wantsOperand = true;
      return '';
    }
    if (next === EQUALS && /[-+*/%]/.test(text.charAt(position))) {
      scan.position += 2;
      return text.slice(position, position + 2);
    }
    if (code === QUESTION && next === QUESTION && text.charCodeAt(position + 2) === EQUALS && position + 2 < end) {
      scan.position += 3;
      return '??=';
    }
    this.#simple = false;
    if (code === GREATER) {
      while (
        scan.position < end &&
        (text.charCodeAt(scan.position) === GREATER || text.charCodeAt(scan.position) === AMPERSAND)
      ) {
        scan.position++;
      }
      skipBlanks(scan);
      readSingleArgument(scan);
      return '';
    }
    this.#wantsOperand = true;
    if ((isDash(code) && isDash(next)) || (code === 0x2b && next === 0x2b)) {
      this.#forgetCounted(position);
      scan.position += 2;
      this.#wantsOperand = false;
    } else if (isDash(code)) {
      scan.position = identifierEnd(text, position + 1, end);
      if (/^.(?:and|or)$/i.test(text.slice(position, Math.min(scan.position, position + 4)))) this.#decide(position);
    } else if (code === QUESTION) {
      this.#decide(position);
      scan.position++;
    } else if (/[!*/%+.:?<\]]/.test(text.charAt(position))) scan.position++;
    else {
      // No expression goes on so; a word is as good as an operand to find the end.
      this.#wantsOperand = false;
      if (!this.#readOperand(code)) readBareWord(scan);
    }
    return '';
  }
}

function endsExpression(code: number): boolean {
  return (
    code === SEMICOLON ||
    code === PIPE ||
    code === AMPERSAND ||
    code === CLOSE_PARENTHESIS ||
    code === CLOSE_BRACE ||
    code === CLOSE_BRACKET
  );
}
