import type { TextRange } from '../../text/range.js';
import { type Operator, type Section, skipSpace, splitOperator } from './operator.js';
import { type Part, type ProgramSettings, readParts, type TextPart } from './parts.js';
import { fromBytes, perlText, toBytes } from './perlText.js';
import { invalid, PerlProblem, unknown } from './problem.js';
import { mayBeCall } from './programNames.js';
import { longestName, RegexMatcher, stepBudget, TooManySteps } from './regexMatcher.js';
import { type RegexSource, readRegex } from './regexReader.js';
import { changedCase, compileTemplate } from './replacement.js';
import { compileTransliteration } from './transliteration.js';

/** What a substitution makes of one name. */
export type Applied =
  | { readonly kind: 'changed' | 'same'; readonly name: string }
  /** Following the pattern takes too many steps; Perl, which has shortcuts, may still be quick. */
  | { readonly kind: 'timeout' }
  /** The name holds characters beyond ASCII for which Perl's rules are not followed. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** A value of --regextrans2 as imapsync will use it. */
export type ReadSubstitution =
  /** `effect` is `none` where the value can not change a name, such as a match or the flag r. */
  | { readonly kind: 'substitution'; readonly effect: 'some' | 'none'; apply(name: string): Applied }
  /** The reason is fit to follow "it". */
  | { readonly kind: 'unknown'; readonly reason: string; readonly range: TextRange }
  /** The message is fit to follow "Perl refuses it: ". The range is in the value, in UTF-16 units. */
  | { readonly kind: 'invalid'; readonly message: string; readonly range: TextRange };

const longestValue = 5000;
const longestResult = 1_000_000;

/**
 * Reads a value of --regextrans2, which imapsync 2.229 pastes as code into `eval "\$h2_fold =~ VALUE ; 1 "`.
 *
 * A plain `s///`, `tr///` or match becomes a function that gives the name that Perl gives. Nothing of the value is run:
 * what only a program can tell is `unknown`. Separators and prefixes of the servers, which a replacement can name as
 * `$mysync->{h2_sep}`, are known where `settings` tells them. Matching is bounded by a count of steps, so it ends within milliseconds for
 * any pattern and name wherever this runs, and needs no clock and no other thread.
 */
export function readSubstitution(value: string, settings?: ProgramSettings): ReadSubstitution {
  const text = perlText(value);
  try {
    if (value.length > longestValue) throw unknown('is very long', 0, text.bytes.length);
    const change = readStatement(text.bytes, settings);
    return { kind: 'substitution', effect: change === null ? 'none' : 'some', apply: (name) => applied(change, name) };
  } catch (error) {
    if (!(error instanceof PerlProblem)) throw error;
    const range = text.rangeOf(error.span ?? { start: 0, end: text.bytes.length });
    return error.kind === 'unknown'
      ? { kind: 'unknown', reason: error.message, range }
      : { kind: 'invalid', message: error.message, range };
  }
}

/** Changes the bytes of a name; the flag tells whether they hold any above 127. Throws TooManySteps. */
interface Change {
  readonly asciiOnly: boolean;
  change(bytes: string): string;
}

function applied(change: Change | null, name: string): Applied {
  if (change === null) return { kind: 'same', name };
  const bytes = toBytes(name);
  if (change.asciiOnly && bytes !== name) {
    return { kind: 'unknown', reason: 'asks for properties of characters in a name that is not ASCII' };
  }
  if (bytes.length > longestName) return { kind: 'timeout' };
  try {
    const result = fromBytes(change.change(bytes));
    if (result === null) return { kind: 'unknown', reason: 'cuts a character in two' };
    return { kind: result === name ? 'same' : 'changed', name: result };
  } catch (error) {
    // A stack that overflows in the depth of a repeated group is the same trouble.
    if (error instanceof TooManySteps || error instanceof RangeError) return { kind: 'timeout' };
    throw error;
  }
}

/** The first statement of the value, whose effect is what counts; the others must be harmless. */
function readStatement(bytes: string, settings: ProgramSettings | undefined): Change | null {
  const start = skipSpace(bytes, 0);
  const operator = splitOperator(bytes, start);
  if (operator === null) {
    readOther(bytes, start);
    return null;
  }
  const change = compileOperator(operator, settings);
  checkRest(bytes, operator, settings);
  return change;
}

function compileOperator(operator: Operator, settings: ProgramSettings | undefined): Change | null {
  if (operator.name === 'tr') {
    const change = compileTransliteration(operator);
    return operator.flags.includes('r') ? null : { asciiOnly: false, change };
  }
  checkFlags(operator);
  const { flags, pattern } = operator;
  const regex = readRegex(patternSource(pattern, flags), flags.replace(/[^imsxn]/g, ''));
  if (pattern.text === '')
    throw unknown('has an empty pattern, which stands for the last one that matched', operator.flagsStart);
  if (operator.name === 'm') return null;
  const parts = replacementParts(operator.replacement!);
  if (flags.includes('r')) return null;
  const template = compileTemplate(parts, { names: regex.names, settings });
  const isGlobal = flags.includes('g');
  let matcher: RegexMatcher | null = null;
  return {
    asciiOnly: regex.unicodeRules || flags.includes('u'),
    change: (bytes) => {
      matcher ??= new RegexMatcher(regex);
      return substituted(matcher, template, bytes, isGlobal);
    },
  };
}

/** The loop of `s///g`: behind an empty match, the next one must end further on. */
function substituted(
  matcher: RegexMatcher,
  template: ReturnType<typeof compileTemplate>,
  text: string,
  isGlobal: boolean,
): string {
  matcher.begin(text, stepBudget);
  if (!matcher.find(0, 0)) return text;
  const { spans } = matcher;
  let result = '';
  let at = 0;
  for (;;) {
    const start = spans[0]!;
    const end = spans[1]!;
    result += text.slice(at, start) + template(matcher);
    if (result.length > longestResult) throw new TooManySteps();
    at = end;
    if (!isGlobal || at > text.length || !matcher.find(at, start === end ? end + 1 : 0)) return result + text.slice(at);
  }
}

const flagLetters = { s: /^[msixxnpodualgcer]*$/, m: /^[msixxnpodualgc]*$/ };

function checkFlags({ name, flags, flagsStart }: Operator): void {
  const letters = flagLetters[name as 's' | 'm'];
  for (let index = 0; index < flags.length; index++) {
    const letter = flags[index]!;
    if (!letters.test(letter)) throw invalid(`there is no flag ${letter}`, flagsStart + index);
  }
  const at = (letter: string): number => flagsStart + flags.indexOf(letter);
  if (flags.includes('e')) throw unknown('has the flag e, which makes the replacement a program', at('e'));
  if (flags.includes('l')) throw unknown('has the flag l, which asks for the rules of a language', at('l'));
  if (flags.replace(/[^adu]/g, '').replace('aa', 'a').length > 1) {
    throw unknown('has several flags for sets of characters', flagsStart, flagsStart + flags.length);
  }
}

/** The regular expression that Perl's compiler gets: changes of case are made before it reads anything. */
function patternSource(section: Section, flags: string): RegexSource {
  if (section.open === "'") return { text: section.text, places: section.offsets };
  const source = { text: '', places: [] as number[] };
  const add = (parts: readonly Part[], changes: readonly ((text: string) => string)[]): void => {
    for (const part of parts) {
      if (part.kind === 'case') add(part.parts, [...changes, (text) => changedCase(part.how, text)]);
      else if (part.kind === 'text') addText(part, changes);
    }
  };
  const addText = ({ text, places }: TextPart, changes: readonly ((text: string) => string)[]): void => {
    const changed = changes.reduceRight((each, change) => change(each), text);
    const isWhole = changed.length === text.length;
    source.text += changed;
    for (let index = 0; index < changed.length; index++) source.places.push(places[isWhole ? index : 0]!);
  };
  add(readParts(section, 'pattern', flags.includes('x')), []);
  source.places.push(section.offsets.at(-1)!);
  return source;
}

/** Between single quotes nothing is interpolated, and only a doubled backslash means anything. */
function replacementParts(section: Section): readonly Part[] {
  if (section.open !== "'") return readParts(section, 'replacement', false);
  const text = section.text.replaceAll('\\\\', '\\');
  return text === '' ? [] : [{ kind: 'text', text, places: [...section.offsets.slice(0, text.length)] }];
}

const operatorWords = /^(?:x|or|and|xor|if|unless|while|until|for|foreach|cmp|eq|ne|lt|gt|le|ge|isa)\b/;

/** What stands behind the first operator: nothing, or other operators of the kind, which work on another variable. */
function checkRest(bytes: string, { end }: Operator, settings: ProgramSettings | undefined): void {
  const start = skipSpace(bytes, end);
  const rest = bytes.slice(start);
  const commas = /^(?:,[\t-\r ]*)*/.exec(rest)![0].length;
  const behind = start + commas;
  if (behind >= bytes.length) return;
  if (bytes[behind] === ';') {
    checkNextStatements(bytes, behind + 1, settings);
    return;
  }
  const tail = withoutEnd(bytes.slice(behind), ' \t\n\v\f\r');
  if (commas > 0 || (operatorWords.test(tail) && tail.includes(' '))) {
    throw unknown('is more than one operator', behind, bytes.length);
  }
  if (/^\w/.test(tail) || /^(?:["'`$@\\]|[^\w\t-\r #,;]$)/.test(tail)) {
    throw invalid('more code stands behind it that does not belong to it', behind, bytes.length);
  }
  throw unknown('is more than one operator', behind, bytes.length);
}

/** A second `s///` works on `$_`, not on the name. */
function checkNextStatements(bytes: string, from: number, settings: ProgramSettings | undefined): void {
  for (let at = skipSpace(bytes, from); at < bytes.length; at = skipSpace(bytes, at)) {
    if (bytes[at] === ';') {
      at++;
      continue;
    }
    const operator = splitOperator(bytes, at);
    if (operator === null) throw unknown('holds further statements of Perl', at, bytes.length);
    compileOperator(operator, settings);
    at = skipSpace(bytes, operator.end);
    if (at < bytes.length && bytes[at] !== ';') throw unknown('holds further statements of Perl', at, bytes.length);
  }
}

/** What is no operator: a text to match changes nothing, a bare word ends the run, anything else is a program. */
function readOther(bytes: string, start: number): void {
  const code = withoutEnd(bytes.slice(start), ' \t\n\v\f\r;');
  if (code === '') throw invalid('there is no code in it', 0, bytes.length);
  if (/^(?:"[\w /.-]+"|'[\w /.-]+'|\d+)$/.test(code)) return;
  if (/^die\b(?!\s*=)/.test(code)) throw invalid('it ends the run itself', start, bytes.length);
  const word = /^[A-Za-z]\w*$/.exec(code)?.[0];
  const isPlain = word !== undefined && (/^[A-Z][a-z]+$/.test(word) || !mayBeCall(word));
  if (isPlain) throw invalid(`the bare word ${word} is no substitution; write s/…/…/`, start, start + code.length);
  throw unknown('is no substitution but a program', start, bytes.length);
}

function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}
