import type { OptionUse } from '../../getopt/result.js';
import { surviveEmbedding } from '../../model/edits/embedding.js';
import { renameOption } from '../../model/edits/replaceWord.js';
import type { Invocation } from '../../model/invocation.js';
import type { TextChange } from '../../text/edit.js';

/**
 * Writes every abbreviated or otherwise spelled option by its canonical name, with two dashes. Empty where all are, or
 * where one that is not can not be changed in its place.
 */
export function expandNames(invocation: Invocation, text: string): readonly TextChange[] {
  const changes: TextChange[] = [];
  const places = new Set<number>();
  for (const use of invocation.uses) {
    const name = canonicalSpelling(use);
    if (use.spelled === name) continue;
    const change = renameOption(invocation, use.wordIndex, use.spelled, name);
    if (change === null) return [];
    // A variable that stands on the line twice brings its text twice.
    if (!places.has(change.range.start)) changes.push(change);
    places.add(change.range.start);
  }
  return surviveEmbedding(invocation, changes, text) ? changes : [];
}

/** The option as its manual writes it: `--host1`, `--nodry`. */
export function canonicalSpelling({ name, negated }: Pick<OptionUse, 'name' | 'negated'>): string {
  return `--${negated ? 'no' : ''}${name}`;
}
