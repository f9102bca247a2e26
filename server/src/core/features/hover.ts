import type { Analysis } from '../analysis.js';
import type { OptionFact } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import type { Release } from '../catalogue/release.js';
import { lowerAscii } from '../getopt/optionTable.js';
import type { OptionUse, UsageError } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import type { TextRange } from '../text/range.js';
import { circumstances, meets, settersOf } from './circumstances.js';
import { commandMarkdown } from './commandMarkdown.js';
import { directiveMarkdown, ruleMarkdown } from './directiveMarkdown.js';
import { exitCodeMarkdown } from './exitCodeMarkdown.js';
import { exitCodeAt } from './exitStatus/exitCodeUse.js';
import { impliedBy } from './given.js';
import { code, enumerate, prose } from './markdown.js';
import {
  conflictText,
  dangers,
  defaultText,
  implicationText,
  lackLines,
  optionHeading,
  releaseText,
} from './optionMarkdown.js';
import { placeAt } from './place.js';
import { type HoverContext, notesOf, valueHover } from './valueHover.js';
import { valueHere } from './valueMarkdown.js';
import { variableMarkdown } from './variableMarkdown.js';

export type { HoverContext } from './valueHover.js';

export interface HoverAnswer {
  readonly markdown: string;
  /** What the text speaks about. */
  readonly range: TextRange;
}

/** Explains what stands at `offset`; null where there is nothing to explain. */
export function hover(analysis: Analysis, offset: number, context: HoverContext): HoverAnswer | null {
  const { now } = context;
  const place = placeAt(analysis, offset);
  if (place === null) return exitCodeHover(analysis, offset);
  const { range } = place;
  switch (place.kind) {
    case 'command':
      return { range, markdown: commandMarkdown(analysis, place.invocation, now) };
    case 'option':
      return answer(range, optionHover(analysis, place.invocation, place.use, context));
    case 'value':
      return valueHover(analysis, place.invocation, place.use, offset, context);
    case 'variable':
      return { range, markdown: variableMarkdown(place.invocation, range, analysis.source.text) };
    case 'refused':
      return { range, markdown: refusedMarkdown(place.error, analysis.release) };
    case 'rule':
      return answer(range, ruleMarkdown(place.rule.name));
    case 'directive':
      return { range, markdown: directiveMarkdown(place.directive, now) };
  }
}

/** An exit code that the script compares with that of imapsync. */
function exitCodeHover(analysis: Analysis, offset: number): HoverAnswer | null {
  const use = exitCodeAt(analysis, offset);
  return use === null ? null : answer(use.range, exitCodeMarkdown(use));
}

function answer(range: TextRange, markdown: string | null): HoverAnswer | null {
  return markdown === null ? null : { range, markdown };
}

/** Everything about an option on its command, the command's own circumstances first. */
function optionHover(analysis: Analysis, invocation: Invocation, use: OptionUse, context: HoverContext): string | null {
  const fact = findOption(use.name);
  if (fact === undefined) return null;
  const { release } = invocation;
  const parts: string[] = [optionHeading(fact), ...lackLines(fact, release)];
  const spelling = spellingText(use, fact);
  if (spelling !== null) parts.push(spelling);
  parts.push(use.negated ? negationText(invocation, use, fact) : prose(fact.summary));
  const here = [...valueLines(analysis, invocation, use, fact, context), ...circumstances(invocation, use, fact)];
  if (here.length > 0) parts.push(here.map((line) => `- ${line}`).join('\n'));
  if (use.negated) return [...parts, releaseText(fact, release)].join('\n\n');
  parts.push(...dangers(fact, release));
  if (fact.notes !== '') parts.push(prose(fact.notes));
  const implied = implicationText(impliedBy(invocation, fact));
  if (implied !== '') parts.push(implied);
  const others = fact.conflicts.filter((conflict) => !meets(invocation, conflict));
  if (others.length > 0)
    parts.push(['**Together with other options**', ...others.map((one) => `- ${conflictText(one)}`)].join('\n'));
  parts.push(releaseText(fact, release));
  return parts.join('\n\n');
}

function spellingText(use: OptionUse, fact: OptionFact): string | null {
  const written = lowerAscii(use.spelled.replace(/^(?:--?|\+)/, ''));
  const positive = use.negated ? written.replace(/^no-?/, '') : written;
  if (positive === lowerAscii(fact.name)) return null;
  const canonical = code(use.negated ? `--no${fact.name}` : `--${fact.name}`);
  if (fact.aliases.some((alias) => lowerAscii(alias) === positive))
    return `${code(use.spelled)} is another name of ${canonical}.`;
  return `${code(use.spelled)} is short for ${canonical}. A later release may have more options that begin so: write the whole name.`;
}

function negationText(invocation: Invocation, use: OptionUse, fact: OptionFact): string {
  const setters = settersOf(invocation, fact).map(({ by }) => code(`--${by.name}`));
  const usual =
    fact.defaultNote !== null || fact.default === true ? ` (${defaultText(fact)})` : ', as it is by default';
  const context = setters.length > 0 ? `, although ${enumerate(setters, 'and')} would switch it on` : usual;
  return `${code(use.spelled)} switches it off${context}. What it does when it is on: ${prose(fact.summary)}`;
}

/** The value on this command, and what it comes to where that is short. */
function valueLines(
  analysis: Analysis,
  invocation: Invocation,
  use: OptionUse,
  fact: OptionFact,
  context: HoverContext,
): readonly string[] {
  if (use.valueRange === null) return [];
  const here = `Here: ${valueHere(invocation, fact, use)}`;
  return fact.valueKind === 'host' ? [here] : [here, ...notesOf(analysis, invocation, fact, use, context)];
}

function refusedMarkdown(error: UsageError, release: Release | null): string {
  const parts = [prose(error.message)];
  const fact = error.option === undefined ? undefined : findOption(error.option);
  const elsewhere = error.kind === 'unknown-option' ? knownElsewhere(error) : undefined;
  if (fact !== undefined) parts.push(`${optionHeading(fact)}\n\n${prose(fact.summary)}`);
  else if (elsewhere !== undefined)
    parts.push(optionHeading(elsewhere), prose(elsewhere.summary), releaseText(elsewhere, release));
  else if (error.kind === 'unknown-option' || error.kind === 'ambiguous-option') {
    const candidates = (error.candidates ?? []).slice(0, 6);
    const lines = candidates.map(
      (name) => `- ${code(`--${name}`)}: ${prose(findOption(name.replace(/^no-?/, ''))?.summary ?? '')}`,
    );
    if (lines.length > 0) parts.push(lines.join('\n'));
  }
  return parts.join('\n\n');
}

/** The option of other releases that the unknown name writes. */
function knownElsewhere({ spelled = '' }: UsageError): OptionFact | undefined {
  const name = spelled.replace(/^(?:--?|\+)/, '');
  return findOption(name) ?? findOption(name.replace(/^no-?/i, ''));
}
