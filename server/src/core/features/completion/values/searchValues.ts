import { headerNames } from '../../../catalogue/headerNames.js';
import { findSearchKey, type SearchArgument, type SearchKey, searchKeys } from '../../../catalogue/searchKeys.js';
import { providerOf } from '../../../folders/nameSpaces.js';
import { type SearchToken, searchTokens } from '../../../model/search/searchTokens.js';
import { readableBytes, readableDuration } from '../../quantity.js';
import type { Proposal, ValueQuestion } from '../proposal.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const day = 86_400_000;

/** Search keys where one can begin, and what belongs behind the key in front of the cursor. */
export function searchProposals(question: ValueQuestion): readonly Proposal[] {
  const { text, cursor } = question;
  const tokens = searchTokens(text);
  const current = tokens.find(
    ({ start, end, kind }) => start < cursor && cursor <= end && kind !== 'open' && kind !== 'close',
  );
  const from = current?.start ?? cursor;
  const to = current?.end ?? cursor;
  const wanted = wantedAfter(tokens.filter(({ end }) => end <= from));
  const typed = text.slice(from, cursor);
  const isLast = text.slice(to).trim() === '';
  const part = { from, to };
  if (wanted === 'search-key') return keyProposals(question, isLast).map((one) => ({ ...one, ...part }));
  return argumentProposals(wanted, typed, question.now).map((one) => ({ ...one, ...part }));
}

/** What the grammar of SEARCH expects behind these tokens. */
function wantedAfter(tokens: readonly SearchToken[]): SearchArgument {
  // What is still owed to the keys that stand around; the last entry comes next.
  let owed: SearchArgument[] = [];
  const outer: SearchArgument[][] = [];
  for (const { kind, text } of tokens) {
    if (kind === 'open') {
      if (owed.at(-1) === 'search-key') owed.pop();
      outer.push(owed);
      owed = [];
    } else if (kind === 'close') {
      owed = outer.pop() ?? [];
    } else {
      const next = owed.pop() ?? 'search-key';
      if (next !== 'search-key') continue;
      const key = findSearchKey(text);
      if (key !== undefined) owed.push(...[...key.arguments].reverse());
    }
  }
  return owed.at(-1) ?? 'search-key';
}

const first = [
  'SENTSINCE',
  'SENTBEFORE',
  'SINCE',
  'BEFORE',
  'SENTON',
  'ON',
  'LARGER',
  'SMALLER',
  'NOT',
  'OR',
  'UNDELETED',
  'ALL',
];

/** The keys that mean the same on both sides first, then flags, then what few servers know. */
function keyProposals({ fact, invocation }: ValueQuestion, isLast: boolean): readonly Proposal[] {
  const sides = fact.side === 'host1' ? ([1] as const) : fact.side === 'host2' ? ([2] as const) : ([1, 2] as const);
  const isGmail = sides.every((side) => providerOf(invocation, side)?.id === 'gmail');
  const rank = (key: SearchKey): number => {
    const { name, capability, byFlag, byServer } = key;
    const index = first.indexOf(name);
    if (index >= 0) return index;
    if (capability === 'X-GM-EXT-1' && isGmail && byServer === undefined) return 20;
    return byServer ? 60 : capability !== null ? 50 : byFlag ? 40 : 30;
  };
  return searchKeys
    .filter(({ gone, capability }) => gone === undefined && (capability !== 'X-GM-EXT-1' || isGmail))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ name, arguments: rest, summary, capability }) => {
      const goesOn = rest.length > 0;
      return {
        value: goesOn && isLast ? `${name} ` : name,
        label: name,
        detail: summary,
        ...(capability === null ? {} : { hint: `needs ${capability}` }),
        ...(goesOn && isLast ? { unfinished: true } : {}),
      };
    });
}

function argumentProposals(wanted: SearchArgument, typed: string, now: number): readonly Proposal[] {
  switch (wanted) {
    case 'date':
      return dates(typed, now);
    case 'number':
      return [1e6, 5e6, 10e6, 25e6, 35e6].map((size) => ({
        value: String(size),
        detail: '',
        hint: readableBytes(size),
      }));
    case 'seconds':
      return [1, 7, 30, 90, 365].map((days) => ({
        value: String(days * 86_400),
        detail: '',
        hint: readableDuration(days * 86_400),
      }));
    case 'field':
      return headerNames.map(({ name, summary }) => ({ value: name, detail: summary }));
    case 'flag':
      return [
        { value: '$Forwarded', detail: 'forwarded' },
        { value: '$Junk', detail: 'marked as junk mail' },
        { value: '$NotJunk', detail: 'marked as no junk mail' },
        { value: '$MDNSent', detail: 'a receipt was sent' },
      ];
    case 'sequence-set':
      return [{ value: '1:*', detail: 'all of them' }];
    default:
      return [];
  }
}

/** Dates as SEARCH takes them (RFC 3501, section 9, date): `1-Feb-2026`. One that is typed in another form is turned into it. */
function dates(typed: string, now: number): readonly Proposal[] {
  const given = /^"?(\d{4}-\d{2}-\d{2})/.exec(typed)?.[1];
  if (given !== undefined) {
    const moment = Date.parse(given);
    return Number.isNaN(moment) ? [] : [{ ...dateProposal(moment, given), also: typed }];
  }
  const today = new Date(now);
  const year = today.getUTCFullYear();
  const moments: readonly (readonly [number, string])[] = [
    [Date.UTC(year, 0, 1), 'the first day of this year'],
    [Date.UTC(year - 1, 0, 1), 'the first day of last year'],
    [Date.UTC(year, today.getUTCMonth(), 1), 'the first day of this month'],
    [now, 'today (UTC)'],
    [now - 7 * day, 'a week ago'],
    [now - 30 * day, '30 days ago'],
    [now - 90 * day, '90 days ago'],
    [Date.UTC(year - 1, today.getUTCMonth(), today.getUTCDate()), 'a year ago'],
    [Date.UTC(year - 2, today.getUTCMonth(), today.getUTCDate()), 'two years ago'],
  ];
  const found = new Map<string, Proposal>();
  for (const [moment, detail] of moments) {
    const proposal = dateProposal(moment, detail);
    if (!found.has(proposal.value)) found.set(proposal.value, proposal);
  }
  return [...found.values()];
}

function dateProposal(moment: number, detail: string): Proposal {
  const date = new Date(moment);
  const value = `${date.getUTCDate()}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()}`;
  return { value, detail, hint: date.toISOString().slice(0, 10) };
}
