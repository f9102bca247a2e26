import assert from 'node:assert/strict';
import {
  type Analysis,
  analyse,
  createLanguageService,
  type FileDialect,
  type OutlineSymbol,
  type TextRange,
} from '../../server/src/core/languageService.js';
import { relativeTokens } from '../../server/src/lsp/relativeTokens.js';
import { amount, freshSeed } from '../amount.js';
import { createRandom, type Random } from '../seededRandom.js';
import { RandomEdits } from './randomEdits.js';
import { readSamples } from './samples.js';

const service = createLanguageService();
const seed = freshSeed();
const total = amount(6000, 'EDITS_FEATURES');
const chain = 20;
const samples = readSamples();
const dialects = [...new Set(samples.map(({ dialect }) => dialect))];

describe('what an editor asks about any text', function () {
  this.timeout(60_000 + 20 * total);

  for (const [index, dialect] of dialects.entries()) {
    const edits = Math.ceil(total / dialects.length);
    it(`is answered inside of ${edits} edited ${dialect} files (seed ${seed + index})`, () => {
      const random = createRandom(seed + index);
      const editing = new RandomEdits(
        random,
        samples.map(({ text }) => text),
      );
      const own = samples.filter((sample) => sample.dialect === dialect);
      for (let done = 0; done < edits; done += chain) {
        follow(own[Math.floor(random() * own.length)]!.text, dialect, editing, random);
      }
    });
  }
});

function follow(start: string, dialect: FileDialect, editing: RandomEdits, random: Random): void {
  let text = start;
  let analysis = analyse(text, dialect);
  for (let done = 0; done < chain; done++) {
    text = editing.apply(text);
    analysis = analyse(text, dialect, analysis);
    try {
      checkFile(analysis);
      checkPlace(analysis, Math.floor(random() * (text.length + 1)));
    } catch (error) {
      throw new Error(`${dialect}\n${JSON.stringify(text)}`, { cause: error });
    }
  }
}

function checkFile(analysis: Analysis): void {
  const { text } = analysis.source;
  const whole = { start: 0, end: text.length };
  const tokens = service.semanticTokens(analysis);
  let behind = 0;
  for (let index = 0; index < tokens.length; index += 4) {
    const [start = 0, length = 0] = tokens.subarray(index, index + 2);
    assert.ok(start >= behind && length > 0 && start + length <= text.length, 'tokens rise');
    assert.doesNotMatch(text.slice(start, start + length), /[\r\n]/);
    behind = start + length;
  }
  assert.ok(relativeTokens(text, tokens).every((number) => number >= 0));
  for (const { offset, label } of service.inlayHints(analysis, whole, () => true)) {
    checkRange(text, { start: offset, end: offset });
    assert.doesNotMatch(label, /[\r\n]/);
  }
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const { startLine, endLine } of service.foldingRanges(analysis)) {
    assert.ok(0 <= startLine && startLine < endLine && endLine < lines, `a fold from ${startLine} to ${endLine}`);
  }
  for (const symbol of service.documentSymbols(analysis)) checkSymbol(text, symbol);
  for (const { range } of service.documentLinks(analysis)) checkRange(text, range);
}

function checkSymbol(text: string, { range, selectionRange, children }: OutlineSymbol): void {
  checkRange(text, range);
  assert.ok(range.start <= selectionRange.start && selectionRange.end <= range.end, 'the selection lies in its symbol');
  for (const child of children) checkSymbol(text, child);
}

function checkPlace(analysis: Analysis, offset: number): void {
  const { text } = analysis.source;
  let inner: TextRange = { start: offset, end: offset };
  for (const range of service.selectionRanges(analysis, offset)) {
    checkRange(text, range);
    assert.ok(range.start <= inner.start && inner.end <= range.end, 'selections grow');
    inner = range;
  }
  service.columnSource(analysis, offset);
  for (const { range } of service.documentHighlights(analysis, offset)) checkRange(text, range);
  for (const range of service.references(analysis, offset, true) ?? []) checkRange(text, range);
  for (const { range, nameRange } of service.definition(analysis, offset)?.targets ?? []) {
    checkRange(text, range);
    assert.ok(range.start <= nameRange.start && nameRange.end <= range.end, 'a name lies in its definition');
  }
}

function checkRange(text: string, { start, end }: TextRange): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start} to ${end} lies in the text`);
}
