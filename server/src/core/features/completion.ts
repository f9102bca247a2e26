import { type Analysis, analyse } from '../analysis.js';
import { findOption } from '../catalogue/options.js';
import type { Release } from '../catalogue/release.js';
import { quoteWord } from '../syntax/quote.js';
import { directiveEntries } from './completion/directiveEntries.js';
import type { CompletionEntry, CompletionKey } from './completion/entry.js';
import { type FileQuestion, fileQuestion } from './completion/files.js';
import { headingEntries } from './completion/headingEntries.js';
import { dependsOnTyping, optionEntries } from './completion/optionEntries.js';
import type { CompletionPlace } from './completion/place.js';
import { completionPlaceAt } from './completion/placeAt.js';
import { questionAt, valueEntries } from './completion/valueEntries.js';
import { ruleMarkdown } from './directiveMarkdown.js';
import { hover } from './hover.js';
import { optionMarkdown } from './optionMarkdown.js';

export interface CompletionAnswer {
  readonly entries: readonly CompletionEntry[];
  /** The list must be asked for again when more is typed. */
  readonly incomplete: boolean;
  /** Present where names of files would complete the value: what `fileEntries` makes of them comes behind `entries`. */
  readonly files?: FileQuestion;
}

export interface CompletionContext {
  /** The list was opened by a blank, which is worth it only where values are known. */
  readonly byBlank: boolean;
  /** The present moment, milliseconds since 1970 UTC. */
  readonly now: number;
}

/** What can stand at `offset`. */
export function complete(analysis: Analysis, offset: number, { byBlank, now }: CompletionContext): CompletionAnswer {
  const directive = directiveEntries(analysis, offset, now);
  if (directive !== null) return { entries: directive, incomplete: false };
  const place = completionPlaceAt(analysis, offset);
  return place === null ? nothing : completeAt(analysis, place, offset, { byBlank, now });
}

const nothing: CompletionAnswer = { entries: [], incomplete: false };

function completeAt(
  analysis: Analysis,
  place: CompletionPlace,
  offset: number,
  { byBlank, now }: CompletionContext,
): CompletionAnswer {
  if (place.kind === 'heading') {
    const cell = place.cell === undefined ? nothing : completeAt(analysis, place.cell, offset, { byBlank, now });
    return { ...cell, entries: [...headingEntries(place), ...cell.entries] };
  }
  if (place.kind === 'value') {
    const question = questionAt(analysis, place, offset, now);
    if (question === null) return nothing;
    const files = fileQuestion(place, question, offset);
    const answer = valueEntries(place, question, offset);
    return files === null ? answer : { ...answer, files };
  }
  if (byBlank) return nothing;
  return { entries: optionEntries(place), incomplete: dependsOnTyping(place.typed) };
}

/** Markdown that explains a proposal, by the key it carries and for the release in force, as hover would; null where there is nothing to add. */
export function completionDetails(key: CompletionKey, now: number, release: Release | null = null): string | null {
  if ('rule' in key) return ruleMarkdown(key.rule);
  const fact = findOption(key.option);
  if (fact === undefined) return null;
  const shown = fact.secret ? null : hoverOf(fact.name, key, now, release);
  return shown ?? optionMarkdown(fact, release);
}

/** What hover says about a value or a no-form on a command of which nothing else is known; null for a plain option. */
function hoverOf(option: string, key: CompletionKey, now: number, release: Release | null): string | null {
  const quoted = (part: string): string => quoteWord(part, 'posix', 'single');
  let head = 'imapsync --no';
  let rest = option;
  if ('value' in key) {
    if (key.value.includes('\0')) return null;
    head = `imapsync --${option} ${quoted(key.value.slice(0, key.at)).slice(0, -1)}`;
    rest = quoted(key.value.slice(key.at)).slice(1);
  } else if (!('negated' in key)) return null;
  const analysis = analyse(`${head}${rest} "$@"\n`, 'posix', undefined, release);
  return hover(analysis, head.length, { now })?.markdown ?? null;
}
