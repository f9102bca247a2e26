import type { Analysis } from '../../analysis.js';
import { rules } from '../../rules/index.generated.js';
import type { Comment } from '../../syntax/source.js';
import type { TextRange } from '../../text/range.js';
import type { CompletionEntry } from './entry.js';

const day = 86_400_000;

/** How far ahead a proposed marker ends: long enough for a migration, short enough to be looked at again. */
const markerDays = 14;

/** Directives and rule names inside a comment; null where `offset` stands in no comment. */
export function directiveEntries(analysis: Analysis, offset: number, now: number): readonly CompletionEntry[] | null {
  const comment = analysis.source.comments.find(({ range }) => range.start < offset && offset <= range.end);
  if (comment === undefined) return null;
  const base = comment.range.end - comment.text.length;
  if (offset < base) return [];
  const typed = comment.text.slice(0, offset - base);
  const start = /^[\s#]*imapsync-lint\s*:\s*/i.exec(typed)?.[0].length;
  if (start === undefined) return keyword(typed, base, offset);
  const list = /^(disable(?:-line|-file)?)\s*=(?:.*,)?\s*/i.exec(typed.slice(start));
  if (list !== null) return ruleNames(comment, base, start + list[0].length, offset);
  const rest = typed.slice(start);
  if (!/^[\w-]*$/.test(rest)) {
    if (/^pre-cutover\s+[a-z]*$/i.test(rest)) return [untilEntry(rest, offset, now)];
    const moment = /^pre-cutover\s+until\s+([\w:.+-]*)$/i.exec(rest)?.[1];
    return moment === undefined ? [] : momentEntries(comment, base, offset - moment.length, now);
  }
  const word = /^[\w-]*/.exec(comment.text.slice(start))?.[0] ?? '';
  return directives(comment, { start: base + start, end: base + start + word.length }, now);
}

/** `imapsync-lint: ` itself, once its first letters are typed. */
function keyword(typed: string, base: number, offset: number): readonly CompletionEntry[] {
  const word = /^\s*([a-z-]+)$/i.exec(typed)?.[1]?.toLowerCase();
  if (word === undefined || !'imapsync-lint'.startsWith(word)) return [];
  const range = { start: base + typed.length - word.length, end: offset };
  return [entry('imapsync-lint:', 'directive', 'says something to this linter', range, 'imapsync-lint: ')];
}

function directives(comment: Comment, range: TextRange, now: number): readonly CompletionEntry[] {
  const date = dateAhead(now);
  const all: CompletionEntry[] = [];
  if (comment.ownLine) {
    all.push(
      {
        ...entry(
          'pre-cutover until …',
          'directive',
          'MX points to the source until that moment (UTC where no zone is given)',
          range,
          `pre-cutover until ${date}`,
        ),
        snippet: `pre-cutover until \${1:${date}}`,
        filterText: 'pre-cutover until',
      },
      entry('post-cutover', 'directive', 'MX points to the destination', range, 'post-cutover'),
      entry('disable=', 'directive', 'silences rules for the next command', range, 'disable='),
    );
  }
  all.push(
    entry('disable-line=', 'directive', 'silences rules on this line', range, 'disable-line='),
    entry('disable-file=', 'directive', 'silences rules in this file', range, 'disable-file='),
  );
  return all;
}

function untilEntry(rest: string, offset: number, now: number): CompletionEntry {
  const word = /[a-z]*$/i.exec(rest)?.[0] ?? '';
  const date = dateAhead(now);
  return {
    ...entry(
      'until …',
      'directive',
      'the moment at which MX moves',
      { start: offset - word.length, end: offset },
      `until ${date}`,
    ),
    snippet: `until \${1:${date}}`,
    filterText: 'until',
  };
}

/** Moments to come at which MX can move: first moments of a day (UTC), and evenings. */
function momentEntries(comment: Comment, base: number, start: number, now: number): readonly CompletionEntry[] {
  const word = /^[\w:.+-]*/.exec(comment.text.slice(start - base))?.[0] ?? '';
  const range = { start, end: start + word.length };
  const today = Math.floor(now / day) * day;
  const untilSaturday = (13 - new Date(today).getUTCDay()) % 7 || 7;
  const days: readonly (readonly [number, string])[] = [
    [markerDays, 'two weeks ahead'],
    [1, 'tomorrow'],
    [untilSaturday, 'the next Saturday'],
    [7, 'a week ahead'],
    [28, 'four weeks ahead'],
  ];
  const found = new Map<string, CompletionEntry>();
  for (const [ahead, detail] of days) {
    const date = new Date(today + ahead * day).toISOString().slice(0, 10);
    const evening = `${date}T22:00Z`;
    if (!found.has(date))
      found.set(date, entry(date, 'directive', `${detail}, from its first moment (UTC)`, range, date));
    if (!found.has(evening)) found.set(evening, entry(evening, 'directive', `${detail}, 22:00 UTC`, range, evening));
  }
  return [...found.values()];
}

/** The rules that the list does not name yet. */
function ruleNames(comment: Comment, base: number, start: number, offset: number): readonly CompletionEntry[] {
  const word = /^[\w-]*/.exec(comment.text.slice(start))?.[0] ?? '';
  const range = { start: base + start, end: base + start + word.length };
  if (offset > range.end) return [];
  const others = (comment.text.slice(0, start) + comment.text.slice(start + word.length)).split(/[\s,=]+/);
  return rules
    .filter(({ id }) => !others.includes(id))
    .map(({ id, summary }) => ({ ...entry(id, 'rule', summary, range, id), explained: { rule: id } }));
}

function entry(
  label: string,
  kind: CompletionEntry['kind'],
  detail: string,
  range: TextRange,
  newText: string,
): CompletionEntry {
  return { label, kind, detail, hint: null, change: { range, newText }, filterText: label };
}

function dateAhead(now: number): string {
  return new Date(now + markerDays * day).toISOString().slice(0, 10);
}
