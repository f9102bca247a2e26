import { authMechanisms } from '../catalogue/authMechanisms.js';
import { headerNames } from '../catalogue/headerNames.js';
import type { OptionFact } from '../catalogue/optionFact.js';
import { findProvider } from '../catalogue/providers.js';
import { lowerAscii } from '../getopt/optionTable.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import type { Column } from '../syntax/word.js';
import { shownValue } from './accounts.js';
import { code, prose } from './markdown.js';
import { providerMarkdown } from './providerMarkdown.js';
import { dateBefore, readableByteRate, readableBytes, readableDuration, readNumber } from './quantity.js';
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
      return portNotes(value);
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
      return authMechanisms.filter(({ name }) => name === value.toUpperCase()).map(({ summary }) => prose(summary));
    case 'header-name':
      return headerNames
        .filter(({ name }) => lowerAscii(name) === lowerAscii(value))
        .map(({ summary }) => prose(summary));
    default:
      return [];
  }
}

function hostNotes(invocation: Invocation, fact: OptionFact, value: string): readonly string[] {
  const side = fact.side ?? 'host1';
  const port = readNumber(invocation.value(side === 'host1' ? 'port1' : 'port2') ?? '');
  const provider = findProvider(value, port ?? undefined);
  return provider === undefined ? [] : [providerMarkdown(provider, side)];
}

function portNotes(value: string): readonly string[] {
  if (value === '993') return ['The usual port for TLS from the first byte (`--ssl1`, `--ssl2`).'];
  if (value === '143')
    return ['The usual port for a plain connection, upgraded to TLS by STARTTLS (`--tls1`, `--tls2`).'];
  return [];
}

function dayNotes(fact: OptionFact, value: string, now: number): readonly string[] {
  const days = readNumber(value);
  const date = days === null ? null : dateBefore(now, days);
  if (date === null) return [];
  return [`Run today, that is mail dated ${fact.name === 'maxage' ? 'after' : 'before'} about ${date} (UTC).`];
}

function rateNotes(value: string, sentence: (rate: number) => string): readonly string[] {
  const rate = readNumber(value);
  return rate === null || rate <= 0 ? [] : [sentence(rate)];
}
