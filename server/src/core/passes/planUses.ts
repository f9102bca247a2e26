import type { OptionFact } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import type { OptionParse, OptionUse } from '../getopt/result.js';
import type { WordPiece } from '../syntax/word.js';
import { piecesBehind } from './expandWords.js';

/** One option as written, with what the catalogue knows of it and the pieces of its value. */
export interface PlanUse {
  readonly use: OptionUse;
  readonly fact: OptionFact;
  /** Empty for a switch. */
  readonly value: readonly WordPiece[];
}

/** The options of a parse, values in pieces: numbers as Getopt::Long reads them, all else as it stands. */
export function planUses(parse: OptionParse): readonly PlanUse[] {
  return parse.options.map((use) => ({ use, fact: findOption(use.name)!, value: valuePieces(use, parse) }));
}

function valuePieces(use: OptionUse, parse: OptionParse): readonly WordPiece[] {
  if (use.valueWordIndex === null) return [];
  const word = parse.words[use.valueWordIndex]!;
  if (use.value !== null) {
    return [{ kind: 'text', value: use.value, range: word.range, quoted: false, verbatim: false }];
  }
  return use.valueWordIndex === use.wordIndex ? piecesBehind(word, use.spelled.length + 1) : word.pieces;
}
