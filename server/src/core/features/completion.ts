import type { Analysis } from '../analysis.js';
import { findOption } from '../catalogue/options.js';
import type { TextChange } from '../text/edit.js';
import { completionPlaceAt } from './completionPlace.js';
import { directiveEntries } from './directiveCompletion.js';
import { ruleMarkdown } from './directiveMarkdown.js';
import { dependsOnTyping, optionEntries } from './optionCompletion.js';
import { optionMarkdown } from './optionMarkdown.js';
import { valueEntries } from './valueCompletion.js';

/** One proposal; the order of the list is the order of their worth. */
export interface CompletionEntry {
  readonly label: string;
  readonly kind: 'option' | 'switch' | 'value' | 'host' | 'folder' | 'directive' | 'rule';
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
  readonly documentation?: string;
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
  return {
    entries: optionEntries(place.invocation, place.typed, place.range),
    incomplete: dependsOnTyping(place.typed),
  };
}

/** Markdown that explains a proposal, by the keys it carries; null where there is nothing to add. */
export function completionDetails(entry: Pick<CompletionEntry, 'option' | 'rule'>): string | null {
  if (entry.rule !== undefined) return ruleMarkdown(entry.rule);
  const fact = entry.option === undefined ? undefined : findOption(entry.option);
  return fact === undefined ? null : optionMarkdown(fact);
}
