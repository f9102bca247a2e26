import type { Analysis } from '../analysis.js';
import { findOption } from '../catalogue/options.js';
import type { OptionUse } from '../getopt/result.js';
import type { Directive } from '../model/directive.js';
import type { Invocation } from '../model/invocation.js';
import { invocationOrigin } from '../model/movedInvocation.js';
import type { Word } from '../syntax/word.js';
import { intersects, type TextRange } from '../text/range.js';
import { reaches } from './place.js';
import { modifierBit, optionTokens, typeNumber } from './semanticTokenLegend.js';
import { TokenList } from './tokenList.js';

const optionType = typeNumber('imapsyncOption');
const negationType = typeNumber('imapsyncNegation');
const unknownType = typeNumber('imapsyncUnknownOption');
const variableType = typeNumber('variable');
const dynamicBit = modifierBit('dynamic');

/**
 * The tokens of a file, or of what touches `range` of it: four numbers each (offset, length, index of the type in
 * `tokenTypes`, bits of `tokenModifiers`), rising, none over another and none over a line end. Quotes, escapes and what
 * only the shell reads are left to the grammars.
 */
export function semanticTokens(analysis: Analysis, range?: TextRange): Int32Array {
  const { source, invocations, directives } = analysis;
  const tokens = new TokenList(source.text);
  addHeader(analysis, tokens);
  let next = 0;
  const addDirectivesBefore = (offset: number): void => {
    for (; next < directives.length && directives[next]!.range.start < offset; next++) {
      const directive = directives[next]!;
      if (range === undefined || intersects(directive.range, range)) addDirective(directive, tokens);
    }
  };
  for (const invocation of invocations) {
    if (range !== undefined && !reaches(invocation, range)) continue;
    addDirectivesBefore(invocation.range.start);
    addInvocation(invocation, tokens);
  }
  addDirectivesBefore(source.text.length);
  return tokens.finish(range);
}

function addHeader({ source }: Analysis, tokens: TokenList): void {
  tokens.within = source.table?.header ?? tokens.within;
  for (const { range, kind, name } of source.table?.header == null ? [] : source.table.columns) {
    if (range === null) continue;
    if (kind === 'unknown') tokens.add(range.start, range.end, unknownType, 0);
    const fact = kind === 'unknown' || kind === 'unnamed' ? undefined : findOption(name.replace(/^no-?(?=.)/, ''));
    const option = findOption(name) ?? fact;
    if (option !== undefined) tokens.add(range.start, range.end, optionType, optionTokens(option.name).given);
  }
}

const markerType = typeNumber('imapsyncMarker');
const disableType = typeNumber('imapsyncDisable');
const ruleType = typeNumber('imapsyncRule');
const numberType = typeNumber('number');

function addDirective(directive: Directive, tokens: TokenList): void {
  if (directive.kind === 'invalid') return;
  const { start, end } = directive.range;
  tokens.within = directive.range;
  const head = /^imapsync-lint/i.exec(tokens.text.slice(start, start + 13));
  if (head === null) return;
  tokens.add(start, start + head[0].length, typeNumber('imapsyncDirective'), 0);
  const name = tokens.text.slice(start, end).indexOf(directive.kind, head[0].length);
  const isMarker = directive.kind === 'pre-cutover' || directive.kind === 'post-cutover';
  if (name > 0) {
    tokens.add(start + name, start + name + directive.kind.length, isMarker ? markerType : disableType, 0);
  }
  if (directive.kind === 'pre-cutover' && directive.untilRange !== null) {
    tokens.add(directive.untilRange.start, directive.untilRange.end, numberType, 0);
  }
  for (const { range } of ('rules' in directive ? directive.rules : null) ?? []) {
    tokens.add(range.start, range.end, ruleType, 0);
  }
}

function addInvocation(invocation: Invocation, tokens: TokenList): void {
  // The ranges of an invocation that has moved are made when somebody asks for them: those before are at hand.
  const { origin, distance } = invocationOrigin(invocation);
  tokens.distance = distance;
  tokens.within = origin.range;
  const { syntax } = origin;
  for (const use of origin.uses) addUse(use, syntax.words, tokens);
  for (const { kind, range } of origin.errors) {
    if (kind === 'unknown-option' || kind === 'ambiguous-option') {
      tokens.add(range.start, range.end, unknownType, 0);
    }
  }
  const written = syntax.written?.words;
  (written ?? syntax.words).forEach((word, index) => {
    // Those of values are there already, unless variables were put in.
    if (word.value !== null) return;
    const isNew = written !== undefined || !origin.uses.some(({ valueWordIndex }) => valueWordIndex === index);
    if (isNew) addVariables(word, 0, tokens);
  });
  tokens.distance = 0;
}

function addUse(use: OptionUse, words: readonly Word[], tokens: TokenList): void {
  const { range, valueRange, spelled, valueWordIndex } = use;
  const look = optionTokens(use.name);
  const negated = use.negated || look.negates;
  const isColumn = valueRange !== null && valueRange.start === range.start;
  if (!isColumn) addName(range, spelled, negated ? look.negated : look.given, negated, tokens);
  if (valueRange === null || valueWordIndex === null) return;
  const word = words[valueWordIndex];
  if (word === undefined) return;
  const { valueType } = look;
  const { start, end } = valueRange;
  if (word.value === null) {
    if (valueType !== null) addKnownPieces(word, start, valueType, look.side, tokens);
    addVariables(word, start, tokens);
  } else if (valueType === null) return;
  else if (word.quote === 'none' && word.value.length === word.range.end - word.range.start) {
    tokens.add(start, end, valueType, look.side);
  } else addKnownPieces(word, start, valueType, look.side, tokens);
}

/** The name behind its dashes, and what negates it apart from it. */
function addName(range: TextRange, spelled: string, modifiers: number, negated: boolean, tokens: TokenList): void {
  const { start, end } = range;
  const dashes = spelled.startsWith('--') ? 2 : 1;
  // Where quotes or escapes stand in the name it is longer than what it spells.
  if (end - start !== spelled.length) {
    tokens.add(start, end, optionType, modifiers);
    return;
  }
  const negation = negated ? (/^no-?/i.exec(spelled.slice(dashes))?.[0].length ?? 0) : 0;
  if (negation > 0) tokens.add(start + dashes, start + dashes + negation, negationType, modifierBit('negated'));
  tokens.add(start + dashes + negation, end, optionType, modifiers);
}

/** The stretches of a value, which begins at `from`, that stand there as they are. */
function addKnownPieces(word: Word, from: number, type: number, modifiers: number, tokens: TokenList): void {
  for (const piece of word.pieces) {
    if (piece.kind !== 'text' || !piece.verbatim || piece.range.end <= from) continue;
    tokens.add(Math.max(piece.range.start, from), piece.range.end, type, modifiers);
  }
}

function addVariables(word: Word, from: number, tokens: TokenList): void {
  for (const piece of word.pieces) {
    if (piece.kind !== 'dynamic' || piece.what !== 'variable' || piece.range.start < from) continue;
    tokens.add(piece.range.start, piece.range.end, variableType, dynamicBit);
  }
}
