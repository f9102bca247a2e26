import { authMechanisms } from '../catalogue/authMechanisms.js';
import { headerNames } from '../catalogue/headerNames.js';
import type { OptionFact } from '../catalogue/optionFact.js';
import { findProvider } from '../catalogue/providers.js';
import { lowerAscii } from '../getopt/optionTable.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import type { Column } from '../syntax/word.js';
import { shownValue } from './accounts.js';
import { folderNotes } from './folderMarkdown.js';
import { hostMarkdown } from './hostMarkdown.js';
import { code, prose } from './markdown.js';
import { providerMarkdown } from './providerMarkdown.js';
import { dateBefore, readableByteRate, readableBytes, readableDuration, readNumber } from './quantity.js';
import { sslArgumentNotes, tlsVersionNote } from './tlsMarkdown.js';
import { columnText } from './variableMarkdown.js';

/** The value as written, for one line of a hover: hidden for secrets, by its variables where the shell fills it. */
export function valueHere(invocation: Invocation, fact: OptionFact, use: OptionUse): string {
  if (fact.secret) return 'hidden, since it is a secret';
  const shown = shownValue(invocation, use);
  if (shown === null) return 'not known';
  if (use.dynamic) {
    const column = columnOf(invocation, use);
    return `${code(shown)}, ${column === undefined ? 'known only when the script runs' : columnText(column)}`;
  }
  const readable = readableValue(fact, use.value ?? '');
  return readable === null ? code(shown) : `${code(shown)} = ${readable}`;
}

function columnOf({ syntax }: Invocation, { valueWordIndex }: OptionUse): Column | undefined {
  const pieces = syntax.words[valueWordIndex ?? -1]?.pieces ?? [];
  const [piece] = pieces.filter(({ kind }) => kind === 'dynamic');
  return piece?.kind === 'dynamic' ? piece.column : undefined;
}

/** A number in the units people think in; null where the text says it best. */
export function readableValue(fact: OptionFact, value: string): string | null {
  const number = readNumber(value);
  if (number === null) return null;
  switch (fact.valueKind) {
    case 'bytes':
      return number < 1000 ? null : readableBytes(number);
    case 'bytes-rate':
      return readableByteRate(number);
    case 'seconds':
      return number < 60 ? null : readableDuration(number);
    default:
      return null;
  }
}

/** What a value means for the migration, as Markdown paragraphs; empty where there is nothing to add. */
export function valueNotes(invocation: Invocation, fact: OptionFact, value: string, now: number): readonly string[] {
  switch (fact.valueKind) {
    case 'host':
      return hostNotes(invocation, fact, value);
    case 'port':
      return portNotes(invocation, fact, value);
    case 'days':
      return dayNotes(fact, value, now);
    case 'bytes-rate':
      return rateNotes(
        value,
        (rate) => `At this rate 1 GB takes ${readableDuration(1e9 / rate)}, 10 GB ${readableDuration(1e10 / rate)}.`,
      );
    case 'rate':
      return rateNotes(
        value,
        (rate) =>
          `At this rate 1,000 messages take ${readableDuration(1000 / rate)}, 100,000 ${readableDuration(1e5 / rate)}.`,
      );
    case 'auth-mechanism':
      return [mechanismNote(value)];
    case 'header-name':
      return headerNames
        .filter(({ name }) => lowerAscii(name) === lowerAscii(value))
        .map(({ summary }) => prose(summary));
    case 'folder-host1':
      return folderNotes(invocation, 1, value);
    case 'folder-host2':
      return folderNotes(invocation, 2, value);
    case 'folder-mapping':
      return mappingNotes(invocation, value);
    case 'tls-version':
      return [tlsVersionNote(value)];
    case 'key=value':
      return fact.name.startsWith('sslargs') ? sslArgumentNotes(value) : [];
    default:
      return [];
  }
}

function hostNotes(invocation: Invocation, fact: OptionFact, value: string): readonly string[] {
  const side = fact.side ?? 'host1';
  const port = readNumber(invocation.value(side === 'host1' ? 'port1' : 'port2') ?? '');
  const provider = findProvider(value, port ?? undefined);
  if (provider !== undefined) {
    const doubt = provider.unverifiedHosts.includes(value.trim().toLowerCase());
    return [providerMarkdown(provider, side), ...(doubt ? ['That this host is theirs is not verified.'] : [])];
  }
  const note = hostMarkdown(value);
  return note === null ? [] : [note];
}

const otherServices: Readonly<Record<string, string>> = {
  '25': 'SMTP, for sending mail',
  '110': 'POP3',
  '465': 'SMTP, for sending mail',
  '587': 'SMTP, for sending mail',
  '995': 'POP3 over TLS',
};

function portNotes(invocation: Invocation, fact: OptionFact, value: string): readonly string[] {
  const side = fact.side === 'host2' ? 2 : 1;
  const service = otherServices[value];
  if (service !== undefined) return [`The usual port of ${service}. imapsync speaks IMAP: 993 with TLS, 143 without.`];
  if (value === '993') {
    const plain = invocation.isSet(`ssl${side}`) === false;
    return [
      plain
        ? `The usual port for TLS from the first byte. With ${code(`--nossl${side}`)} imapsync waits there for a greeting that does not come.`
        : `The usual port for TLS from the first byte (${code(`--ssl${side}`)}).`,
    ];
  }
  if (value !== '143') return [];
  const tls = invocation.isSet(`ssl${side}`) === true;
  return [
    tls
      ? `The usual port for a plain connection. With ${code(`--ssl${side}`)} imapsync starts TLS at once, which servers do not take there: write 993, or ${code(`--tls${side}`)}.`
      : `The usual port for a plain connection, upgraded to TLS by STARTTLS (${code(`--tls${side}`)}).`,
  ];
}

function mechanismNote(value: string): string {
  const known = authMechanisms.find(({ name }) => name === value.toUpperCase());
  return known === undefined
    ? 'imapsync has no code for this mechanism: the login would fail.'
    : `${prose(known.summary)} (${prose(known.source)})`;
}

/** The day a number of days ago, as the searches of imapsync mean it; tried with 2.229. */
function dayNotes(fact: OptionFact, value: string, now: number): readonly string[] {
  const days = readNumber(value);
  if (days === null) return [];
  const young = fact.name === 'maxage';
  if (young && days < 0) return ['No mail is dated in the future: nothing would be selected.'];
  const date = dateBefore(now, days);
  if (date === null) return [`That is before 1970, which imapsync can not ask for: nothing would be selected.`];
  if (days === 0) return [young ? 'Mail dated today only.' : 'Mail dated before today.'];
  return [`Run today, that is mail dated ${young ? 'after' : 'before'} about ${date} (UTC).`];
}

/** Both names of a `--f1f2` pair. */
function mappingNotes(invocation: Invocation, value: string): readonly string[] {
  const equals = value.indexOf('=');
  if (equals < 0) return [];
  const names = [value.slice(0, equals), value.slice(equals + 1)] as const;
  const about = (side: 1 | 2): readonly string[] =>
    [folderNotes(invocation, side, names[side - 1]!)]
      .filter((notes) => notes.length > 0)
      .map((notes) => `${side === 1 ? 'Source' : 'Destination'} ${code(names[side - 1]!)}: ${notes.join(' ')}`);
  return [...about(1), ...about(2)];
}

function rateNotes(value: string, sentence: (rate: number) => string): readonly string[] {
  const rate = readNumber(value);
  return rate === null || rate <= 0 ? [] : [sentence(rate)];
}
