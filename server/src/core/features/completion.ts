import type { Analysis } from '../analysis.js';
import type { Side } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import { extraOptionTableOf } from '../catalogue/optionTables.js';
import { providerById } from '../catalogue/providers.js';
import type { Release } from '../catalogue/release.js';
import type { TextChange } from '../text/edit.js';
import { completionPlaceAt } from './completionPlace.js';
import { directiveEntries } from './directiveCompletion.js';
import { ruleMarkdown } from './directiveMarkdown.js';
import { dependsOnTyping, optionEntries } from './optionCompletion.js';
import { optionMarkdown } from './optionMarkdown.js';
import { providerMarkdown } from './providerMarkdown.js';
import { valueEntries } from './valueCompletion.js';

/** One proposal; the order of the list is the order of their worth. */
export interface CompletionEntry {
  readonly label: string;
  readonly kind: 'option' | 'switch' | 'value' | 'host' | 'directive' | 'rule';
  /** One line beside the proposal. */
  readonly detail: string;
  /** A word at the end of the proposal's line: its side. */
  readonly hint: string | null;
  readonly change: TextChange;
  /** What the typed text is compared with. */
  readonly filterText: string;
  /** The option that `completionDetails` explains. */
  readonly option?: string;
  /** The rule that `completionDetails` explains. */
  readonly rule?: string;
  /** The provider, as seen from one side, that `completionDetails` explains. */
  readonly provider?: { readonly id: string; readonly side: Side };
  readonly deprecated?: boolean;
  /** `change.newText` is a snippet in LSP's syntax; `plain` is for clients without snippets. */
  readonly plain?: string;
}

export interface CompletionAnswer {
  readonly entries: readonly CompletionEntry[];
  /** The list must be asked for again when more is typed. */
  readonly incomplete: boolean;
}

export interface CompletionContext {
  /** The list was opened by a blank, which is worth it only where values are known. */
  readonly byBlank: boolean;
  /** The present moment, milliseconds since 1970 UTC. */
  readonly now: number;
}

/** What can stand at `offset`. */
export function complete(analysis: Analysis, offset: number, context: CompletionContext): CompletionAnswer {
  const directive = directiveEntries(analysis, offset, context.now);
  if (directive !== null) return { entries: directive, incomplete: false };
  const place = completionPlaceAt(analysis, offset);
  if (place === null) return { entries: [], incomplete: false };
  if (place.kind === 'value') return { entries: valueEntries(place), incomplete: false };
  if (context.byBlank) return { entries: [], incomplete: false };
  const entries = optionEntries(place);
  const isExtra = place.invocation.syntax.optionsExtra === true;
  const extraOptions = extraOptionTableOf(analysis.release);
  return {
    // imapsync takes few options from options_extra.txt.
    entries: isExtra
      ? entries.filter(({ label }) => extraOptions.exact(label.slice(2).toLowerCase()) !== undefined)
      : entries,
    incomplete: dependsOnTyping(place.typed),
  };
}

/** What of a proposal tells how to explain it. */
export type CompletionKey = Pick<CompletionEntry, 'option' | 'rule' | 'provider'>;

/** Markdown that explains a proposal, by the keys it carries and for the release in force; null where there is nothing to add. */
export function completionDetails(
  { option, rule, provider }: CompletionKey,
  release: Release | null = null,
): string | null {
  if (rule !== undefined) return ruleMarkdown(rule);
  if (provider !== undefined) {
    const known = providerById(provider.id);
    return known === undefined ? null : providerMarkdown(known, provider.side);
  }
  const fact = option === undefined ? undefined : findOption(option);
  return fact === undefined ? null : optionMarkdown(fact, release);
}
