import type { Analysis } from '../analysis.js';
import type { OptionFact } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import type { Release } from '../catalogue/release.js';
import { lowerAscii } from '../getopt/optionTable.js';
import type { OptionUse, UsageError } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import type { TextRange } from '../text/range.js';
import { commandMarkdown } from './commandMarkdown.js';
import { directiveMarkdown, ruleMarkdown } from './directiveMarkdown.js';
import { exitCodeMarkdown } from './exitCodeMarkdown.js';
import { exitCodeAt } from './exitStatus/exitCodeUse.js';
import { impliedBy, isGiven, settingText } from './given.js';
import { code, enumerate, prose } from './markdown.js';
import {
  conflictText,
  dangers,
  defaultText,
  implicationText,
  lackLines,
  optionHeading,
  releaseText,
  requirementText,
} from './optionMarkdown.js';
import { placeAt } from './place.js';
import { valueHere, valueNotes } from './valueMarkdown.js';
import { variableMarkdown } from './variableMarkdown.js';

export interface HoverAnswer {
  readonly markdown: string;
  /** What the text speaks about. */
  readonly range: TextRange;
}

export interface HoverContext {
  /** The present moment, milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Explains what stands at `offset`; null where there is nothing to explain. */
export function hover(analysis: Analysis, offset: number, { now }: HoverContext): HoverAnswer | null {
  const place = placeAt(analysis, offset);
  if (place === null) return exitCodeHover(analysis, offset);
  const { range } = place;
  switch (place.kind) {
    case 'command':
      return { range, markdown: commandMarkdown(analysis, place.invocation, now) };
    case 'option':
      return answer(range, optionHover(place.invocation, place.use, now));
    case 'value':
      return answer(range, valueHover(place.invocation, place.use, now));
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
function optionHover(invocation: Invocation, use: OptionUse, now: number): string | null {
  const fact = findOption(use.name);
  if (fact === undefined) return null;
  const { release } = invocation;
  const parts: string[] = [optionHeading(fact), ...lackLines(fact, release)];
  const spelling = spellingText(use, fact);
  if (spelling !== null) parts.push(spelling);
  parts.push(use.negated ? negationText(invocation, use, fact) : prose(fact.summary));
  const here = [...valueLines(invocation, use, fact, now), ...circumstances(invocation, use, fact)];
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

/** What a value means; the option itself in one line. */
function valueHover(invocation: Invocation, use: OptionUse, now: number): string | null {
  const fact = findOption(use.name);
  if (fact === undefined) return null;
  const parts = [`**${code(`--${fact.name}`)}** ${valueHere(invocation, fact, use)}`];
  if (!fact.secret && use.value !== null) parts.push(...valueNotes(invocation, fact, use.value, now));
  parts.push(prose(fact.summary));
  const here = circumstances(invocation, use, fact);
  if (here.length > 0) parts.push(here.map((line) => `- ${line}`).join('\n'));
  const danger = dangers(fact, invocation.release).filter(
    (line) => line.startsWith('**Runs code') || line.startsWith('**No effect'),
  );
  return [...parts, ...danger].join('\n\n');
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
function valueLines(invocation: Invocation, use: OptionUse, fact: OptionFact, now: number): readonly string[] {
  if (use.valueRange === null) return [];
  const here = `Here: ${valueHere(invocation, fact, use)}`;
  if (fact.secret || use.value === null || fact.valueKind === 'host') return [here];
  return [here, ...valueNotes(invocation, fact, use.value, now)];
}

/** What is true of the option on this very command, its value aside. */
function circumstances(invocation: Invocation, use: OptionUse, fact: OptionFact): readonly string[] {
  const lines: string[] = [];
  for (const { wordIndex, message } of invocation.errors) {
    if (wordIndex === use.wordIndex || wordIndex === use.valueWordIndex) lines.push(`**Refused:** ${prose(message)}`);
  }
  const pair = pairText(invocation, fact);
  if (pair !== null) lines.push(pair);
  const count = invocation.all(use.name).length;
  if (count > 1) {
    if (fact.repeatable) lines.push(`Given ${count} times on this command: they add up.`);
    else if (invocation.last(use.name) === use)
      lines.push(`Given ${count} times on this command: this one, the last, wins.`);
    else lines.push(`**Ignored here:** given ${count} times on this command, and the last one wins.`);
  }
  for (const { by, text } of settersOf(invocation, fact)) {
    if (!use.negated) lines.push(`${code(`--${by.name}`)} on this command would set ${text} by itself.`);
  }
  if (use.negated) return lines;
  for (const conflict of fact.conflicts) {
    if (meets(invocation, conflict)) lines.push(`**On this command**, ${conflictText(conflict)}`);
  }
  for (const requirement of fact.requires) {
    const met = requirement.anyOf.some((name) => isGiven(invocation, name));
    const environment = invocation.syntax.assignments.some(({ name }) => name === requirement.environment);
    if (met || environment) continue;
    const missing = requirement.anyOf.length > 0 && !invocation.open;
    lines.push(`${missing ? '**Needs, and it is not on this command:**' : 'Needs'} ${requirementText(requirement)}`);
  }
  return lines;
}

function pairText(invocation: Invocation, fact: OptionFact): string | null {
  if (fact.pair === null) return null;
  const pair = findOption(fact.pair);
  if (pair === undefined) return null;
  const use = invocation.last(pair.name);
  const where = pair.side === 'host1' ? 'source' : 'destination';
  const preset = use === undefined ? settersOf(invocation, pair)[0] : undefined;
  if (preset !== undefined) return `${code(`--${preset.by.name}`)} sets ${preset.text} for the ${where}.`;
  if (use === undefined)
    return invocation.open ? null : `${code(`--${pair.name}`)}, the same for the ${where}, is not given here.`;
  if (use.valueRange === null)
    return `${code(use.negated ? `--no${pair.name}` : `--${pair.name}`)} is given for the ${where}.`;
  return `${code(`--${pair.name}`)} for the ${where} is ${valueHere(invocation, pair, use)}.`;
}

/** Other options on this command that set this one where it is not given. */
function settersOf(
  invocation: Invocation,
  fact: OptionFact,
): readonly { readonly by: OptionFact; readonly text: string }[] {
  const setters: { by: OptionFact; text: string }[] = [];
  for (const use of invocation.uses) {
    const by = findOption(use.name);
    if (by === undefined || by === fact || use.negated || invocation.last(use.name) !== use) continue;
    for (const implication of impliedBy(invocation, by)) {
      if (implication.option === fact.name) setters.push({ by, text: code(settingText(implication)) });
    }
  }
  return setters;
}

function meets(invocation: Invocation, conflict: OptionFact['conflicts'][number]): boolean {
  if (conflict.absent)
    return conflict.with.some((name) => invocation.isAbsent(name) || invocation.isSet(name) === false);
  if (invocation.syntax.assignments.some(({ name }) => name === conflict.environment)) return true;
  if (conflict.with.length === 0) return false;
  const given = (name: string): boolean => isGiven(invocation, name);
  return conflict.all ? conflict.with.every(given) : conflict.with.some(given);
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
