import type { OptionFact } from '../../catalogue/optionFact.js';
import { findOption, imapsyncOptions } from '../../catalogue/options.js';
import { lowerAscii } from '../../getopt/optionTable.js';
import type { OptionUse } from '../../getopt/result.js';
import { surviveEmbedding } from '../../model/edits/embedding.js';
import { renameOption } from '../../model/edits/replaceWord.js';
import type { Invocation } from '../../model/invocation.js';
import type { TextChange } from '../../text/edit.js';
import { canonicalSpelling } from './expandNames.js';

/** What swapping comes to: the changes, or why the sides can not be swapped, as a sentence. */
export type Swap = { readonly edits: readonly TextChange[] } | { readonly reason: string };

/**
 * Makes the source the destination and the other way round: each option of a side becomes that of the other side and keeps
 * its value. Null where no option names a side. Refused where an option means one side only, deletes mail, or names
 * folders of the source: on the other server they can have other names.
 */
export function swapSides(invocation: Invocation, text: string): Swap | null {
  const sided = invocation.uses.filter(({ name }) => pairOf(name) !== null);
  if (sided.length === 0) return null;
  const reason = whyNot(invocation, sided);
  if (reason !== null) return { reason };
  const edits: TextChange[] = [];
  for (const use of sided) {
    const change = renameOption(invocation, use.wordIndex, use.spelled, swappedSpelling(use));
    if (change === null) return { reason: `${use.spelled} is quoted in a way that can not be kept.` };
    edits.push(change);
  }
  if (!surviveEmbedding(invocation, edits, text)) return { reason: 'The names stand where they can not be changed.' };
  return { edits };
}

function pairOf(name: string): string | null {
  return findOption(name)?.pair ?? null;
}

function whyNot(invocation: Invocation, sided: readonly OptionUse[]): string | null {
  const { errors, open, syntax } = invocation;
  if (errors.length > 0) return 'imapsync refuses this command as it is.';
  if (open) return 'What the shell adds to this command can name a side too.';
  for (const { spelled, name, value } of invocation.uses) {
    const obstacle = obstacleOf(findOption(name), value);
    if (obstacle !== null) return `${spelled} ${obstacle}.`;
  }
  const elsewhere = sided.find(({ wordIndex }) => syntax.words[wordIndex]!.origin !== undefined);
  if (elsewhere !== undefined) return `${elsewhere.spelled} stands in the value of a variable.`;
  const secret = syntax.assignments.find(({ name }) => /^IMAPSYNC_PASSWORD[12]$/.test(name));
  return secret === undefined ? null : `${secret.name} stands in front of the command.`;
}

/** What stands against moving an option to the other side, as the end of a sentence. */
function obstacleOf(fact: OptionFact | undefined, value: string | null): string | null {
  if (fact === undefined) return null;
  const { side, pair, group, valueKind, name } = fact;
  if (group === 'deletions') return 'deletes mail, and on which side is for you to say';
  if (side !== null) return pair === null ? 'has no counterpart on the other side' : null;
  if (name === 'include' || name === 'exclude')
    return 'is about folders of the source, which the other server can call otherwise';
  if (valueKind === 'folder-mapping') return 'maps folders in one direction only';
  if (valueKind === 'folder-host1' && value?.toUpperCase() !== 'INBOX') {
    return 'names a folder of the source, which the other server can call otherwise';
  }
  return null;
}

/** The spelling of the option of the other side: like that of this one where that is clear. */
function swappedSpelling(use: OptionUse): string {
  const pair = pairOf(use.name)!;
  const other = use.name.includes('1') ? '2' : '1';
  const spelled = use.spelled.replace(other === '2' ? /1(?=\D*$)/ : /2(?=\D*$)/, other);
  const found = imapsyncOptions.lookUp(lowerAscii(spelled.replace(/^(?:--?|\+)/, '')));
  const isIt =
    found !== undefined && 'definition' in found && found.definition.name === pair && found.negated === use.negated;
  return isIt ? spelled : canonicalSpelling({ name: pair, negated: use.negated });
}
