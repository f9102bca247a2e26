import type { Analysis } from '../../analysis.js';
import { findOption } from '../../catalogue/options.js';
import type { Invocation } from '../../model/invocation.js';
import { lastStartingBefore } from '../place.js';
import type { CompletionEntry } from './entry.js';
import type { ValuePlace } from './place.js';
import type { Proposal, ValueQuestion } from './proposal.js';
import { recommendedOptions } from './recommendations.js';
import { valueEdit } from './valueEdit.js';
import {
  hostProposals,
  mechanismProposals,
  nameSpaceProposals,
  pairFileProposals,
  portProposals,
  userProposals,
  valuesAbove,
  variableProposals,
} from './values/accountValues.js';
import {
  folderValues,
  mappingValues,
  matchValues,
  patternValues,
  subfolderValues,
  substitutionValues,
} from './values/folderValues.js';
import {
  byteProposals,
  byteRateProposals,
  countProposals,
  dayProposals,
  rateProposals,
  secondProposals,
  usualValues,
} from './values/numberValues.js';
import { scriptVariables } from './values/scriptVariables.js';
import { searchProposals } from './values/searchValues.js';
import { tlsArgumentProposals, tlsVersionProposals } from './values/tlsValues.js';
import {
  flagProposals,
  functionProposals,
  headerPatternProposals,
  headerProposals,
  levelProposals,
  messageSetProposals,
  signalProposals,
} from './values/wordValues.js';

/** Commands above the cursor that are looked at for values of theirs. */
const mostAbove = 20;

/** What is asked at a place for a value; null for an option that the catalogue does not know. */
export function questionAt(analysis: Analysis, place: ValuePlace, offset: number, now: number): ValueQuestion | null {
  const fact = findOption(place.option);
  if (fact === undefined) return null;
  const { word, valueStart } = place;
  const last = lastStartingBefore(analysis, place.whole.range.start - 1);
  const above: Invocation[] = [];
  for (let index = last; index >= 0 && above.length < mostAbove; index -= 1) above.push(analysis.invocations[index]!);
  return {
    fact,
    invocation: place.invocation,
    text: word?.text.slice(valueStart) ?? '',
    cursor: Math.max(0, (word?.cursor ?? 0) - valueStart),
    behindEquals: valueStart > 0,
    above: above.filter(({ range }) => range.start < offset),
    source: place.text ?? analysis.source.text,
    flow: analysis.source.flow,
    now,
  };
}

/** Values worth choosing from for the option at hand, best first, quoted as the dialect needs it. */
export function valueEntries(
  place: ValuePlace,
  question: ValueQuestion,
  offset: number,
): { readonly entries: readonly CompletionEntry[]; readonly incomplete: boolean } {
  const proposals = proposalsFor(question);
  return {
    entries: entriesOf(place, question, proposals, offset),
    // What is found by another text than its own has to be matched with what is typed.
    incomplete: proposals.some(({ also }) => also !== undefined),
  };
}

/** Proposals as entries; those that can not be written where they stand are left out. */
export function entriesOf(
  place: ValuePlace,
  { fact, source, text }: ValueQuestion,
  proposals: readonly Proposal[],
  offset: number,
): readonly CompletionEntry[] {
  const entries: CompletionEntry[] = [];
  for (const proposal of proposals) {
    const edit = valueEdit(place, proposal, source, offset);
    if (edit === null) continue;
    const {
      value,
      label = value,
      detail,
      hint = null,
      kind = 'value',
      from = 0,
      to = text.length,
      unfinished,
      raw,
    } = proposal;
    const whole = text.slice(0, from) + value + text.slice(to);
    entries.push({
      label,
      kind: kind === 'file' && unfinished === true ? 'directory' : kind,
      detail,
      hint,
      change: edit.change,
      filterText: edit.filterText,
      ...(edit.snippet === undefined ? {} : { snippet: edit.snippet }),
      ...(unfinished === undefined ? {} : { again: true }),
      explained:
        fact.secret || raw !== undefined ? { option: fact.name } : { option: fact.name, value: whole, at: from },
    });
  }
  return entries;
}

function proposalsFor(question: ValueQuestion): readonly Proposal[] {
  const { fact } = question;
  const found = new Map<string, Proposal>();
  const given = fact.repeatable ? givenValues(question) : new Set<string>();
  const isWhole = isOneValue(question);
  const variables = isWhole ? [...variableProposals(question), ...scriptVariables(question)] : [];
  const before = isWhole ? [...valuesAbove(question), ...recommendedValues(question)] : [];
  // Of a secret nothing is known that may be shown.
  const values = fact.secret ? [] : [...before, ...kindProposals(question), ...(isWhole ? usualValues(question) : [])];
  for (const proposal of [...variables, ...values]) {
    const { label = proposal.value } = proposal;
    if (given.has(proposal.value.toLowerCase())) continue;
    const same = found.get(label);
    // The same number from two sources: both have something to say about it.
    if (same === undefined) found.set(label, proposal);
    else found.set(label, { ...proposal, ...same, detail: joined(same.detail, proposal.detail) });
  }
  return [...found.values()];
}

/** Nobody gives an option the same value twice. */
function givenValues({ fact, invocation }: ValueQuestion): ReadonlySet<string> {
  return new Set(invocation.all(fact.name).flatMap(({ value }) => (value === null ? [] : [value.toLowerCase()])));
}

function joined(one: string, other: string): string {
  return one === '' || one === other ? other : other === '' ? one : `${one}; ${other}`;
}

/** Whether the value is one thing, not a text of several parts of which the cursor stands in one. */
function isOneValue({ fact, text }: ValueQuestion): boolean {
  switch (fact.valueKind) {
    case 'imap-search':
      return text === '';
    case 'folder-mapping':
    case 'key=value':
      return !text.includes('=');
    default:
      return true;
  }
}

/** What goes well with the providers of the command. */
function recommendedValues({ fact, invocation }: ValueQuestion): readonly Proposal[] {
  return recommendedOptions(invocation).flatMap(({ option, value, provider, when }): readonly Proposal[] => {
    if (option !== fact.name || value === null || value === '' || value === 'FILE') return [];
    return [{ value, detail: `recommended for ${provider.name}${when === null ? '' : `: ${when}`}` }];
  });
}

function kindProposals(question: ValueQuestion): readonly Proposal[] {
  const { fact } = question;
  switch (fact.valueKind) {
    case 'auth-mechanism':
      return mechanismProposals();
    case 'bytes':
      return byteProposals(question);
    case 'bytes-rate':
      return byteRateProposals(question);
    case 'rate':
      return rateProposals();
    case 'seconds':
      return secondProposals(question);
    case 'days':
      return dayProposals(question);
    case 'count':
      return countProposals(question);
    case 'file':
      return pairFileProposals(question);
    case 'level':
      return levelProposals();
    case 'port':
      return portProposals(question);
    case 'host':
      return hostProposals(question);
    case 'login':
      return userProposals(question);
    case 'domain':
      return userProposals(question);
    case 'character':
    case 'folder-prefix':
      return nameSpaceProposals(question);
    case 'folder-host1':
      return folderValues(question, 1);
    case 'folder-host2':
      return subfolderValues(question);
    case 'folder-mapping':
      return mappingValues(question);
    case 'header-name':
      return headerProposals();
    case 'imap-search':
      return searchProposals(question);
    case 'key=value':
      return fact.name.startsWith('sslargs') ? tlsArgumentProposals(question) : [];
    case 'tls-version':
      return tlsVersionProposals();
    case 'signal':
      return signalProposals();
    case 'function-name':
      return functionProposals();
    case 'message-set':
      return messageSetProposals();
    case 'perl-pattern':
      return fact.name === 'skipheader' ? headerPatternProposals() : patternValues(question);
    case 'perl-op':
      return operatorProposals(question);
    default:
      return [];
  }
}

function operatorProposals(question: ValueQuestion): readonly Proposal[] {
  switch (question.fact.name) {
    case 'regextrans2':
      return substitutionValues(question);
    case 'regexflag':
      return flagProposals();
    case 'delete2foldersonly':
    case 'delete2foldersbutnot':
      return matchValues(question);
    default:
      return [];
  }
}
