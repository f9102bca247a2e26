import type { Invocation } from '../model/invocation.js';
import { readSearchDate } from '../model/search/searchArguments.js';
import {
  parseSearchQuery,
  type SearchProblem,
  type SearchQuery,
  type SearchTerm,
} from '../model/search/searchQuery.js';
import { unknownText } from '../model/search/searchTokens.js';
import type { TextRange } from '../text/range.js';
import { code, escapeMarkdown, prose, shorten } from './markdown.js';
import { readableBytes, readableDuration } from './quantity.js';
import type { ValueText } from './valueText.js';

const mostTerms = 12;
const mostProblems = 3;
const longestTerm = 60;

/** What an IMAP SEARCH expression selects. */
export interface SearchAnswer {
  /** The key or the mistake at the cursor; the expression as a whole where neither is there. */
  readonly range: TextRange;
  /** Markdown, in paragraphs. */
  readonly parts: readonly string[];
}

/** What servers refuse in a search expression, each with what follows from it. */
export function searchProblems(invocation: Invocation, option: string, text: string): readonly string[] {
  const { problems } = parseSearchQuery(text);
  return problems.slice(0, mostProblems).map((problem) => problemText(problem, invocation, option));
}

/** Explains the expression `value` of --search, and first of all what stands at the place `at` of it. */
export function searchMarkdown(
  invocation: Invocation,
  option: string,
  value: ValueText,
  at: number,
  now: number,
): SearchAnswer {
  const query = parseSearchQuery(value.text);
  const problem = query.problems.find(({ start, end }) => start <= at && at <= end);
  const term = innermost(query.terms, at);
  const here = problem ?? (term === undefined ? undefined : spanOf(term, at));
  const range = here === undefined ? value.rangeOf(0, value.text.length) : value.rangeOf(here.start, here.end);
  return { range, parts: partsOf(invocation, option, value.text, query, problem, term, now) };
}

function partsOf(
  invocation: Invocation,
  option: string,
  text: string,
  query: SearchQuery,
  problem: SearchProblem | undefined,
  term: SearchTerm | undefined,
  now: number,
): readonly string[] {
  const parts: string[] = [];
  if (problem !== undefined) parts.push(problemText(problem, invocation, option));
  else if (term !== undefined) parts.push(...termParts(term, text, now));
  const lines = query.terms.flatMap((each) => termLines(each, text, now, 0));
  const left = lines.length - mostTerms;
  const shown = left > 1 ? [...lines.slice(0, mostTerms), `- and ${left} more`] : lines;
  if (lines.length > 1) parts.push(['**Messages for which all of this holds**', ...shown].join('\n'));
  const others = query.problems.filter((other) => other !== problem).slice(0, mostProblems);
  parts.push(...others.map((other) => problemText(other, invocation, option)));
  if (/[^\u0000-\u007f]/.test(text.replaceAll(unknownText, '')))
    parts.push('Some of it is not ASCII: IMAP knows no such text here, and what a server makes of it differs.');
  return parts;
}

/** The term itself at its key, the term around an argument too. */
function spanOf({ start, end, nameEnd, kind }: SearchTerm, at: number): { start: number; end: number } {
  return kind === 'group' && at <= nameEnd ? { start, end: nameEnd } : { start, end };
}

function innermost(terms: readonly SearchTerm[], at: number): SearchTerm | undefined {
  const around = terms.find(({ start, end }) => start <= at && at <= end);
  return around === undefined ? undefined : (innermost(around.terms, at) ?? around);
}

function termParts(term: SearchTerm, text: string, now: number): readonly string[] {
  const { key, kind } = term;
  if (kind === 'unknown') return ['Known only when the script runs.'];
  const parts = [`**${code(shownTerm(term, text))}** ${meaning(term, now)}`];
  if (kind === 'set') parts.push(byServerNote);
  if (key === null) return parts;
  if (key.byServer) parts.push(byServerNote);
  if (key.byFlag)
    parts.push('Flags differ between the two sides and change while people read mail, and with them what is selected.');
  if (key.gone) parts.push('IMAP4rev2 (RFC 9051) has this key no more.');
  parts.push(
    key.capability === null
      ? `${key.source}: every server knows it.`
      : `${key.source}: only servers that announce ${code(key.capability)} know it.`,
  );
  return parts;
}

const byServerNote = 'Each server gives numbers of its own, so it means other messages on the other side.';

function termLines(term: SearchTerm, text: string, now: number, depth: number): readonly string[] {
  const own = term.kind === 'group' && depth === 0 && term.terms.length === 0 ? '' : lineOf(term, text, now);
  const inner = term.terms.flatMap((each) => termLines(each, text, now, depth + 1));
  return own === '' ? inner : [`${'  '.repeat(depth)}- ${own}`, ...inner];
}

function lineOf(term: SearchTerm, text: string, now: number): string {
  if (term.kind === 'group') return 'all of these:';
  return `${code(term.terms.length > 0 ? (term.key?.name ?? '') : shownTerm(term, text))} ${meaning(term, now)}`;
}

function shownTerm({ start, end }: SearchTerm, text: string): string {
  return shorten(text.slice(start, end).replaceAll(unknownText, '…'), longestTerm);
}

function meaning(term: SearchTerm, now: number): string {
  switch (term.kind) {
    case 'set':
      return 'With these numbers in the folder, as they stand when imapsync runs.';
    case 'group':
      return 'All of these.';
    case 'charset':
      return 'The character set of the texts behind it.';
    case 'unknown':
      return 'is no key, or known only when the script runs.';
    case 'key':
      return [
        prose(term.key?.summary ?? ''),
        ...term.values.flatMap(({ argument, text }) => readable(argument, text, term.key?.name ?? '', now)),
      ].join(' ');
  }
}

/** A value in the units people think in. */
function readable(argument: string, text: string, key: string, now: number): readonly string[] {
  if (argument === 'date') {
    const moment = readSearchDate(text);
    if (moment === null) return [];
    const days = Math.floor((now - moment) / 86_400_000);
    if (days === 0) return ['That is today (UTC).'];
    return [`That is ${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'ago' : 'ahead'}.`];
  }
  const number = /^\d+$/.test(text) ? Number(text) : null;
  if (number === null) return [];
  if (argument === 'seconds' && number >= 60) return [`That is ${readableDuration(number)}.`];
  if ((key === 'LARGER' || key === 'SMALLER') && number >= 1000) return [`That is ${readableBytes(number)}.`];
  return [];
}

/** What imapsync does with a refusal was tried with 2.229: that side counts as empty, and no error is counted. */
function problemText({ message }: SearchProblem, invocation: Invocation, option: string): string {
  return `**Refused by servers:** ${escapeMarkdown(message)} ${effectText(invocation, option)}`;
}

function effectText(invocation: Invocation, option: string): string {
  if (option === 'search2') return 'Then the destination counts as empty, and mail that is there already is missed.';
  return option === 'search1' && invocation.isSet('delete2') === true
    ? 'Then nothing is selected on the source, and `--delete2` deletes the mail of the destination.'
    : 'Then nothing is copied, and imapsync ends without an error.';
}
