import type { Analysis } from '../analysis.js';
import type { OptionFact } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import { readSubstitution } from '../folders/perl/substitution.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { type TextRange, touches } from '../text/range.js';
import { circumstances } from './circumstances.js';
import type { FileFacts } from './fileFacts.js';
import { code, prose } from './markdown.js';
import { dangers } from './optionMarkdown.js';
import { passfileNotes, passfilePath } from './passfileMarkdown.js';
import { searchMarkdown, searchProblems } from './searchMarkdown.js';
import { substitutionNotes } from './substitutionMarkdown.js';
import { valueHere, valueNotes } from './valueMarkdown.js';
import { valueTextOf } from './valueText.js';

export interface HoverContext {
  /** The present moment, milliseconds since 1970 UTC. */
  readonly now: number;
  /** What the disk says about the paths of `hoverFiles`, where it may be asked. */
  readonly files?: ReadonlyMap<string, FileFacts>;
}

/** What a value means, the option itself in one line; null for an option that the catalogue does not know. */
export function valueHover(
  analysis: Analysis,
  invocation: Invocation,
  use: OptionUse,
  offset: number,
  context: HoverContext,
): { readonly range: TextRange; readonly markdown: string } | null {
  const fact = findOption(use.name);
  const range = use.valueRange;
  if (fact === undefined || range === null) return null;
  const search = fact.valueKind === 'imap-search' ? searchHover(invocation, fact, use, offset, context) : null;
  const parts =
    search === null
      ? [
          `**${code(`--${fact.name}`)}** ${valueHere(invocation, fact, use)}`,
          ...notesOf(analysis, invocation, fact, use, context),
        ]
      : search.parts;
  parts.push(search === null ? prose(fact.summary) : `**${code(`--${fact.name}`)}** ${prose(fact.summary)}`);
  const here = circumstances(invocation, use, fact, 'given');
  if (here.length > 0) parts.push(here.map((line) => `- ${line}`).join('\n'));
  const danger = dangers(fact, invocation.release).filter(
    (line) => line.startsWith('**Runs code') || line.startsWith('**No effect'),
  );
  return {
    range: search?.range ?? mistakeRange(invocation, use, offset) ?? range,
    markdown: [...parts, ...danger].join('\n\n'),
  };
}

/** What a value means for the migration, and what the disk says about the file that it names; nothing about a secret. */
export function notesOf(
  analysis: Analysis,
  invocation: Invocation,
  fact: OptionFact,
  use: OptionUse,
  { now, files }: HoverContext,
): readonly string[] {
  if (fact.secret || use.value === null) return [];
  const path = passfilePath(analysis, invocation, use);
  const facts = path === null ? undefined : files?.get(path);
  return [
    ...valueNotes(invocation, fact, use.value, now),
    ...(path === null || facts === undefined ? [] : passfileNotes(use, path, facts)),
    ...(fact.valueKind === 'imap-search' ? searchProblems(invocation, fact.name, use.value) : []),
    ...(fact.name === 'regextrans2' ? substitutionNotes(invocation, use) : []),
  ];
}

/** The part of a substitution that Perl refuses, where the cursor stands in it. */
function mistakeRange(invocation: Invocation, use: OptionUse, offset: number): TextRange | null {
  if (use.name !== 'regextrans2' || use.value === null) return null;
  const read = readSubstitution(use.value);
  const value = read.kind === 'invalid' ? valueTextOf(invocation, use) : null;
  if (read.kind !== 'invalid' || value === null) return null;
  const range = value.rangeOf(read.range.start, read.range.end);
  return touches(range, offset) ? range : null;
}

function searchHover(
  invocation: Invocation,
  fact: OptionFact,
  use: OptionUse,
  offset: number,
  { now }: HoverContext,
): { readonly range: TextRange; readonly parts: string[] } | null {
  const value = valueTextOf(invocation, use);
  if (value === null || value.text === '') return null;
  const { range, parts } = searchMarkdown(invocation, fact.name, value, value.placeOf(offset), now);
  return { range, parts: [...parts] };
}
