import type { Analysis } from '../analysis.js';
import { optionTableOf } from '../catalogue/optionTables.js';
import type { Release } from '../catalogue/release.js';
import { wordsOf } from '../getopt/argvWords.js';
import { parseOptions } from '../getopt/parseOptions.js';
import { buildInvocation } from '../model/buildInvocation.js';
import { gapEnd, lineEnd } from '../model/edits/lineJoin.js';
import { executableRange, writtenIndex, writtenWords } from '../model/edits/written.js';
import type { Invocation } from '../model/invocation.js';
import { knownPrefix, sourceRange, type Word } from '../syntax/word.js';
import { type TextRange, touches } from '../text/range.js';
import { lastStartingBefore } from './place.js';

/** Where the cursor stands on a command, as far as completion cares. */
export type CompletionPlace =
  | {
      readonly kind: 'option';
      /** The command without the word under the cursor. */
      readonly invocation: Invocation;
      /** What is typed before the cursor: dashes, name. */
      readonly typed: string;
      /** What a proposal replaces: the whole name under the cursor. */
      readonly range: TextRange;
    }
  | {
      readonly kind: 'value';
      readonly invocation: Invocation;
      /** Canonical name of the option whose value stands here. */
      readonly option: string;
      readonly range: TextRange;
      readonly quote: Word['quote'];
      /** The range lies between the quotes of its word. */
      readonly within: boolean;
    };

/** The place of `offset` on a command of the file; null outside of commands and inside comments. */
export function completionPlaceAt(analysis: Analysis, offset: number): CompletionPlace | null {
  const { source } = analysis;
  if (source.dialect === 'table') return placeInTable(analysis, offset);
  // Of options_extra.txt imapsync reads the first line only.
  if (source.dialect === 'options-extra' && offset > lineEnd(source.text, 0)) return null;
  if (source.comments.some(({ range }) => range.start < offset && offset <= range.end)) return null;
  for (let index = lastStartingBefore(analysis, offset); index >= 0; index -= 1) {
    const invocation = analysis.invocations[index]!;
    if (touches(invocation.range, offset)) return placeOn(invocation, source.text, offset);
    if (isBehind(source.text, invocation, invocation.range.end, offset))
      return placeOn(invocation, source.text, offset);
    if (invocation.range.end < offset && !hasOuter(analysis, index)) break;
  }
  if (source.dialect !== 'profile' && source.dialect !== 'options-extra') return placeInVariable(analysis, offset);
  // In a profile every place is one for options, also before the first of them.
  return placeOn(analysis.invocations[0] ?? emptyProfile(analysis.release), source.text, offset);
}

/** An option in the value of a variable; values are not proposed there, since they might need quotes. */
function placeInVariable({ invocations, source }: Analysis, offset: number): CompletionPlace | null {
  for (const invocation of invocations) {
    const { written, words } = invocation.syntax;
    if (written === undefined) continue;
    const index = words.findIndex(({ origin, range }) => origin?.split && range.start < offset && offset <= range.end);
    if (index < 0) continue;
    const before = words.slice(0, index);
    if (expectedValue(invocation, before) !== null) return null;
    const place = placeInWord(
      without(invocation, [...before, ...words.slice(index + 1)]),
      source.text,
      words[index]!,
      offset,
    );
    return place?.kind === 'option' ? place : null;
  }
  return null;
}

/** The field of a row: the value of its column's option, or further options. */
function placeInTable(analysis: Analysis, offset: number): CompletionPlace | null {
  const invocation = analysis.invocations[lastStartingBefore(analysis, offset)];
  const options = invocation?.syntax.table?.optionsRange;
  if (invocation === undefined || !touches(invocation.range, offset)) return null;
  if (options != null && touches(options, offset)) return placeOn(invocation, analysis.source.text, offset);
  const use = invocation.uses.find(({ valueRange }) => valueRange !== null && touches(valueRange, offset));
  if (use?.valueRange == null) return null;
  return { kind: 'value', invocation, option: use.name, range: use.valueRange, quote: 'none', within: false };
}

/** An invocation that ends before the offset may stand inside another one that does not. */
function hasOuter(analysis: Analysis, index: number): boolean {
  const before = analysis.invocations[index - 1];
  return before !== undefined && before.range.end >= analysis.invocations[index]!.range.end;
}

function placeOn(invocation: Invocation, text: string, offset: number): CompletionPlace | null {
  const written = writtenWords(invocation);
  const current = written.findIndex(({ range }) => range.start < offset && offset <= range.end);
  const word = written[current];
  const index = word === undefined ? written.findLastIndex(({ range }) => range.end <= offset) + 1 : current;
  const { words, launcher } = invocation.syntax;
  const before = words.filter((_, argument) => writtenIndex(invocation, argument) < index);
  const after = words.slice(before.length).filter((_, argument) => {
    return word === undefined || writtenIndex(invocation, before.length + argument) !== index;
  });
  if (word === undefined) {
    const anchor = written[index - 1]?.range.end ?? executableRange(invocation)?.end ?? launcher.at(-1)?.range.end;
    const isOutside =
      anchor !== undefined ? !isBehind(text, invocation, anchor, offset) : invocation.dialect !== 'profile';
    if (isOutside && invocation.dialect !== 'table') return null;
  }
  const expected = expectedValue(invocation, before);
  if (expected !== null) {
    const range = word === undefined ? { start: offset, end: offset } : clip(text, word.range, offset);
    const rest = without(invocation, [...before, ...wordsOf(['1=1']), ...after]);
    return { kind: 'value', invocation: rest, option: expected, range, quote: word?.quote ?? 'none', within: false };
  }
  const rest = without(invocation, [...before, ...after]);
  if (word === undefined) {
    return { kind: 'option', invocation: rest, typed: '', range: { start: offset, end: offset } };
  }
  return placeInWord(rest, text, word, offset);
}

function placeInWord(invocation: Invocation, text: string, word: Word, offset: number): CompletionPlace | null {
  const known = knownPrefix(word);
  const inner = innerRange(word);
  const equals = /^(?:--?|\+)[^=]/.test(known) ? known.indexOf('=') : -1;
  const name = equals < 0 ? inner : { start: inner.start, end: sourceRange(word, 0, equals).end };
  if (offset <= name.end) {
    const typed = text.slice(name.start, offset);
    if (offset < name.start || !/^(?:--?|\+)?[\w-]*$/.test(typed)) return null;
    return { kind: 'option', invocation, typed, range: clip(text, name, offset) };
  }
  const option = valueOption(invocation, known.slice(known.startsWith('--') ? 2 : 1, equals));
  if (option === null) return null;
  const start = sourceRange(word, equals, equals + 1).end;
  if (offset < start) return null;
  const range = clip(text, { start, end: inner.end }, offset);
  return { kind: 'value', invocation, option, range, quote: word.quote, within: inner.start > word.range.start };
}

/** The word without quotes that enclose the whole of it. */
function innerRange(word: Word): TextRange {
  const first = word.pieces[0];
  const last = word.pieces.at(-1);
  const isQuoted = word.quote === 'single' || word.quote === 'double';
  if (!isQuoted || first === undefined || last === undefined || !first.quoted || !last.quoted) return word.range;
  return { start: first.range.start, end: last.range.end };
}

/** The option meant by a name in front of an equals sign; of an ambiguous one the first, if all take the same values. */
function valueOption({ release }: Invocation, name: string): string | null {
  const found = optionTableOf(release).lookUp(name);
  if (found === undefined) return null;
  const [first, ...others] = 'definition' in found ? [found] : found;
  if (first === undefined || first.definition.spec === '' || first.definition.spec === '!') return null;
  const same = others.every(({ definition }) => definition.valueKind === first.definition.valueKind);
  return same ? first.definition.name : null;
}

/** The option that takes the word behind `words` as its value; null where a new option begins there. */
function expectedValue({ release }: Invocation, words: readonly Word[]): string | null {
  const { errors } = parseOptions(words, optionTableOf(release));
  const last = errors.find(({ kind, wordIndex }) => kind === 'missing-value' && wordIndex === words.length - 1);
  const written = words.at(-1)?.value ?? '';
  return last?.option === undefined || written.endsWith('=') ? null : last.option;
}

function without(invocation: Invocation, words: readonly Word[]): Invocation {
  const { dialect, range, executable, launcher, assignments, incomplete, optionsExtra } = invocation.syntax;
  const extra = optionsExtra === undefined ? {} : { optionsExtra };
  const syntax = { dialect, range, executable, launcher, assignments, words, incomplete, ...extra };
  return buildInvocation(syntax, invocation.release);
}

/** Whether nothing but blanks and joined line ends stands between `anchor` and `offset`, at least one of them. */
function isBehind(text: string, invocation: Invocation, anchor: number, offset: number): boolean {
  if (offset <= anchor) return false;
  if (invocation.dialect === 'profile')
    return (
      text
        .slice(anchor, offset)
        .replace(/\n[ \t]*#[^\n]*/g, '')
        .trim() === ''
    );
  // In a list an item begins with its comma, quotes or dash.
  if (invocation.dialect === 'json' || invocation.dialect === 'yaml') return false;
  return gapEnd(text, anchor, offset, invocation.dialect) >= offset;
}

/** A proposal replaces text of the cursor's line only: a quote that is not closed yet reaches far beyond it. */
function clip(text: string, range: TextRange, offset: number): TextRange {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return { start: Math.max(range.start, lineStart), end: Math.max(offset, Math.min(range.end, lineEnd(text, offset))) };
}

function emptyProfile(release: Release | null): Invocation {
  const range = { start: 0, end: 0 };
  const syntax = {
    dialect: 'profile',
    range,
    executable: null,
    launcher: [],
    assignments: [],
    words: [],
    incomplete: false,
  } as const;
  return buildInvocation(syntax, release);
}
