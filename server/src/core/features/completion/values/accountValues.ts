import { authMechanisms } from '../../../catalogue/authMechanisms.js';
import type { Side } from '../../../catalogue/optionFact.js';
import { providers } from '../../../catalogue/providers.js';
import { knownNameSpace, providerOf } from '../../../folders/nameSpaces.js';
import { effectiveHost } from '../../../model/effectiveSettings.js';
import type { Invocation } from '../../../model/invocation.js';
import type { Word } from '../../../syntax/word.js';
import type { Proposal, ValueQuestion } from '../proposal.js';

function sideOf({ fact }: ValueQuestion): Side {
  return fact.side ?? 'host1';
}

function otherNumber(question: ValueQuestion): 1 | 2 {
  return sideOf(question) === 'host1' ? 2 : 1;
}

/** Hosts: what stands on the other side, then those of the providers. */
export function hostProposals(question: ValueQuestion): readonly Proposal[] {
  const side = sideOf(question);
  const other = effectiveHost(question.invocation, otherNumber(question));
  const hosts = providers.flatMap((provider) =>
    provider.hosts
      .filter((host) => !host.startsWith('*'))
      .map((host): Proposal => {
        return { value: host, detail: doubted(provider.name, !provider.unverifiedHosts.includes(host)), kind: 'host' };
      }),
  );
  if (other === null || other === '') return hosts;
  return [
    { value: other, detail: `the same as the ${side === 'host1' ? 'destination' : 'source'}`, kind: 'host' },
    ...hosts,
  ];
}

/** Ports that go with what the side says about TLS, that of its provider first. */
export function portProposals(question: ValueQuestion): readonly Proposal[] {
  const number = sideOf(question) === 'host1' ? 1 : 2;
  const provider = providerOf(question.invocation, number);
  const proposals: Proposal[] = [
    { value: '993', detail: 'TLS from the first byte' },
    { value: '143', detail: 'plain connection, upgraded by STARTTLS' },
  ];
  if (question.invocation.isSet(`tls${number}`) === true) proposals.reverse();
  if (provider === undefined) return proposals;
  return [{ value: String(provider.port), detail: doubted(provider.name, provider.portVerified) }, ...proposals];
}

/** What the other side has; a user with the domain of its own host, or without one, as servers of the other kind want it. */
export function userProposals(question: ValueQuestion): readonly Proposal[] {
  const { fact, invocation } = question;
  const number = otherNumber(question);
  const base = fact.name.slice(0, -1);
  const where = number === 1 ? 'source' : 'destination';
  const proposals: Proposal[] = [];
  const add = (value: string | null | undefined, detail: string): void => {
    if (value === null || value === undefined || value === '') return;
    if (!proposals.some((one) => one.value === value)) proposals.push({ value, detail });
  };
  add(invocation.value(`${base}${number}`), `as on the ${where}`);
  if (base === 'user') {
    const user = invocation.value(`user${number}`);
    const host = effectiveHost(invocation, number === 1 ? 2 : 1);
    if (user != null && !user.includes('@')) {
      const domain = host === null ? null : /^(?:imap|mail|mx|secure)\.(.+\..+)$/.exec(host)?.[1];
      if (domain != null) add(`${user}@${domain}`, 'with the domain of the host');
    } else if (user != null) add(user.slice(0, user.indexOf('@')), 'without its domain');
  }
  return proposals;
}

export function mechanismProposals(): readonly Proposal[] {
  return authMechanisms.map(({ name, summary }) => ({ value: name, detail: summary }));
}

/** Prefixes and separators: what the provider of the side has, then the usual ones. */
export function nameSpaceProposals(question: ValueQuestion): readonly Proposal[] {
  const number = sideOf(question) === 'host1' ? 1 : 2;
  const provider = providerOf(question.invocation, number);
  const known = knownNameSpace(question.invocation, number);
  const isSeparator = question.fact.valueKind === 'character';
  const own = isSeparator ? provider?.separator : provider?.prefix;
  const usual: Proposal[] = isSeparator
    ? [
        { value: '/', detail: 'as on most servers' },
        { value: '.', detail: 'as on Courier, Cyrus and many Dovecot servers' },
        { value: '\\', detail: 'as on Domino' },
        { value: '|', detail: 'as on Yandex' },
      ]
    : [
        { value: '', label: '""', detail: 'no prefix' },
        { value: `INBOX${known.separator ?? '.'}`, detail: 'personal folders lie under INBOX' },
      ];
  if (own === null || own === undefined || provider === undefined)
    return usual.filter(({ value }) => fits(question, value));
  const shown = own === '' ? { label: '""' } : {};
  return [{ value: own, ...shown, detail: doubted(provider.name, provider.separatorVerified) }, ...usual].filter(
    ({ value }) => fits(question, value),
  );
}

/** A fact for which no source was found is shown as such. */
function doubted(detail: string, verified: boolean): string {
  return verified ? detail : `${detail} · not verified`;
}

/** Behind an equals sign an empty value is refused. */
function fits({ behindEquals }: ValueQuestion, value: string): boolean {
  return value !== '' || !behindEquals;
}

/**
 * What the other side has where only the shell knows it: the same word, its number exchanged where a variable of that name is in
 * the file (`"$user1"` → `"$user2"`). Nothing where a word holds text of its own, which could be a secret.
 */
export function variableProposals(question: ValueQuestion): readonly Proposal[] {
  const { fact, invocation, source } = question;
  const use = fact.pair === null ? undefined : invocation.last(fact.pair);
  if (use === undefined || !use.dynamic || use.valueWordIndex === null || use.valueWordIndex === use.wordIndex)
    return [];
  const word = invocation.syntax.words[use.valueWordIndex];
  if (word === undefined || word.origin !== undefined || (fact.secret && !isOnlyVariables(word))) return [];
  const raw = source.slice(word.range.start, word.range.end);
  if (raw === '' || raw.length > 100 || /[\r\n]/.test(raw)) return [];
  const exchanged = exchangedNumber(word, raw, source);
  const values = exchanged === null ? (fact.secret ? [] : [raw]) : [exchanged];
  return values.map((value) => ({ value, raw: value, detail: `as --${fact.pair} has ${raw}` }));
}

function isOnlyVariables({ pieces }: Word): boolean {
  return pieces.every((piece) => piece.kind === 'dynamic' && piece.what === 'variable');
}

/** The word with the last digit of its variable's name exchanged, where the file speaks of such a variable. */
function exchangedNumber({ pieces }: Word, raw: string, source: string): string | null {
  const names = pieces.flatMap((piece) => (piece.kind === 'dynamic' && piece.name !== undefined ? [piece.name] : []));
  const [name] = names;
  if (name === undefined || names.length > 1) return null;
  const digit = /[12](?=\D*$)/.exec(name)?.[0];
  if (digit === undefined) return null;
  const other = name.replace(/[12](?=\D*$)/, digit === '1' ? '2' : '1');
  const isKnown = new RegExp(`(?<!\\w)${other.replace(/\W/g, '\\$&')}(?!\\w)`).test(source);
  return isKnown ? raw.replace(name, other) : null;
}

/** The file of the other side with the number in its name exchanged: `secrets/p1` → `secrets/p2`. */
export function pairFileProposals({ fact, invocation }: ValueQuestion): readonly Proposal[] {
  const other = fact.pair === null ? null : invocation.value(fact.pair);
  if (other == null || !/[12](?=\D*$)/.test(other)) return [];
  const value = other.replace(/[12](?=\D*$)/, (digit) => (digit === '1' ? '2' : '1'));
  return [{ value, detail: `as --${fact.pair} has ${other}`, kind: 'file' }];
}

/** Values of the same option on the commands above. */
export function valuesAbove({ fact, above, invocation }: ValueQuestion): readonly Proposal[] {
  // Each account has a user and a file of its own.
  if (fact.secret || fact.valueKind === 'login' || fact.valueKind === 'file') return [];
  const isRow = invocation.dialect === 'table';
  const values = new Set(above.flatMap((one: Invocation) => one.all(fact.name).map(({ value }) => value)));
  return [...values].flatMap((value): readonly Proposal[] => {
    if (value === null || value === '') return [];
    return [
      {
        value,
        detail: isRow ? 'as in a row above' : 'as on a command above',
        ...(fact.valueKind === 'host' ? { kind: 'host' } : {}),
      },
    ];
  });
}
