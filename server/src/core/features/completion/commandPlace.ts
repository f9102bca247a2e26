import { optionTableOf } from '../../catalogue/optionTables.js';
import { wordsOf } from '../../getopt/argvWords.js';
import { parseOptions } from '../../getopt/parseOptions.js';
import { buildInvocation } from '../../model/buildInvocation.js';
import { gapEnd, lineEnd } from '../../model/edits/lineJoin.js';
import { executableRange, writtenIndex, writtenWords } from '../../model/edits/written.js';
import type { Invocation } from '../../model/invocation.js';
import { knownPrefix, sourceRange, type Word } from '../../syntax/word.js';
import type { TextRange } from '../../text/range.js';
import type { OptionPlace, ValuePlace } from './place.js';
import { TypedWord } from './typedWord.js';

type WordPlace = OptionPlace | ValuePlace;

/** The place of `offset` on a command whose range, or the gap behind it, holds the offset; null where nothing can stand. */
export function placeOn(invocation: Invocation, text: string, offset: number): WordPlace | null {
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
  return placeAmong(invocation, { before, word: word ?? null, after }, text, offset);
}

/** The words of a command around the cursor. */
export interface WordsAround {
  readonly before: readonly Word[];
  /** The word under the cursor. */
  readonly word: Word | null;
  readonly after: readonly Word[];
}

/** What the cursor's word is on the command, going by the words before it. */
export function placeAmong(
  whole: Invocation,
  { before, word, after }: WordsAround,
  text: string,
  offset: number,
): WordPlace | null {
  const expected = expectedValue(whole, before);
  if (expected !== null) {
    const rest = without(whole, [...before, ...wordsOf(['1=1']), ...after]);
    return valuePlace(whole, rest, expected, word, 0, text, offset);
  }
  const rest = without(whole, [...before, ...after]);
  if (word === null) {
    return { kind: 'option', whole, invocation: rest, typed: '', range: { start: offset, end: offset } };
  }
  return placeInWord(whole, rest, text, word, offset);
}

/** A place for the value of `option`, which begins at `valueStart` in the text of the word. */
export function valuePlace(
  whole: Invocation,
  invocation: Invocation,
  option: string,
  word: Word | null,
  valueStart: number,
  text: string,
  offset: number,
): ValuePlace {
  const here = { start: offset, end: offset };
  const common = { kind: 'value', whole, invocation, option, valueStart } as const;
  if (word === null) {
    return { ...common, word: null, wordRange: here, range: here, quote: 'none', unterminated: false, bare: false };
  }
  const wordRange = clip(text, word.range, offset);
  const start = valueStart === 0 ? wordRange.start : sourceRange(word, valueStart - 1, valueStart).end;
  const end = valueStart === 0 ? wordRange.end : clip(text, innerRange(word), offset).end;
  return {
    ...common,
    word: new TypedWord(word, offset, lineEnd(text, offset)),
    wordRange,
    range: { start, end: Math.max(start, end) },
    quote: word.quote,
    unterminated: word.pieces.some((piece) => piece.kind === 'dynamic' && piece.what === 'unterminated'),
    bare: word.origin?.split === true,
  };
}

function placeInWord(
  whole: Invocation,
  invocation: Invocation,
  text: string,
  word: Word,
  offset: number,
): WordPlace | null {
  const known = knownPrefix(word);
  const inner = innerRange(word);
  const equals = /^(?:--?|\+)[^=]/.test(known) ? known.indexOf('=') : -1;
  const name = equals < 0 ? inner : { start: inner.start, end: sourceRange(word, 0, equals).end };
  if (offset <= name.end) {
    const typed = text.slice(name.start, offset);
    if (offset < name.start || !/^(?:--?|\+)?[\w-]*$/.test(typed)) return null;
    return { kind: 'option', whole, invocation, typed, range: clip(text, name, offset) };
  }
  const option = valueOption(invocation, known.slice(known.startsWith('--') ? 2 : 1, equals));
  if (option === null) return null;
  if (offset < sourceRange(word, equals, equals + 1).end) return null;
  return valuePlace(whole, invocation, option, word, equals + 1, text, offset);
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

/** The same command with other words. */
export function without(invocation: Invocation, words: readonly Word[]): Invocation {
  const { dialect, range, executable, launcher, assignments, incomplete, optionsExtra } = invocation.syntax;
  const extra = optionsExtra === undefined ? {} : { optionsExtra };
  const syntax = { dialect, range, executable, launcher, assignments, words, incomplete, ...extra };
  return buildInvocation(syntax, invocation.release);
}

/** Whether nothing but blanks and joined line ends stands between `anchor` and `offset`, at least one of them. */
export function isBehind(text: string, invocation: Invocation, anchor: number, offset: number): boolean {
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
