import { findOption } from '../catalogue/options.js';
import type { Invocation } from '../model/invocation.js';
import { shownWord } from '../model/shownWord.js';
import type { Column, Word } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';
import { code } from './markdown.js';

/** What the variable used at `use` holds, as Markdown; a secret is never among it. `text` is the file. */
export function variableMarkdown(invocation: Invocation, use: TextRange, text: string): string {
  const { words } = invocation.syntax;
  const held = words.filter(({ origin }) => origin !== undefined && sameRange(origin.use, use));
  const name = code(held[0]!.origin!.name);
  if (held.some((word) => isSecret(invocation, word))) return `${name} holds a secret, which is not shown.`;
  const line = text.slice(0, held[0]!.range.start).split('\n').length;
  return `${name} is ${held.map((word) => code(shownWord(word))).join(' ')}, from line ${line}.`;
}

/** Where a value comes from that a loop reads: its column, counted from 1. */
export function columnText({ index, separators, file }: Column): string {
  const where = file === null ? 'of what the loop reads' : `of ${code(file)}`;
  const split = separators === null || separators.length !== 1 ? '' : `, separated by ${code(separators)}`;
  return `column ${index + 1} ${where}${split}`;
}

const namesSecret = /pass|pw|secret|token|oauth/i;

/** Whether a word is a secret, may be the rest of one, or is called one. */
function isSecret({ uses, errors, syntax }: Invocation, word: Word): boolean {
  const index = syntax.words.indexOf(word);
  const { origin } = word;
  return (
    namesSecret.test(origin?.name ?? '') ||
    uses.some(({ name, valueWordIndex }) => valueWordIndex === index && findOption(name)?.secret === true) ||
    errors.some(({ spelled, wordIndex }) => wordIndex <= index && namesSecret.test(spelled ?? ''))
  );
}

function sameRange(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end;
}
