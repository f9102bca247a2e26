import { presets } from '../../../catalogue/presets.js';
import { providerOf } from '../../../folders/nameSpaces.js';
import { presetsOf } from '../../../model/effectiveSettings.js';
import { dateBefore, readableByteRate, readableBytes, readableDuration, readNumber } from '../../quantity.js';
import type { Proposal, ValueQuestion } from '../proposal.js';

/** Round numbers for an option that takes bytes, with what they are good for where that is no matter of taste. */
const byteValues: Readonly<Record<string, readonly number[]>> = {
  maxsize: [10e6, 25e6, 35e6, 50e6, 100e6, 150e6],
  appendlimit: [10e6, 25e6, 35e6, 50e6, 100e6, 150e6],
  minsize: [1e3, 10e3, 100e3, 1e6],
  truncmess: [10e3, 100e3, 1e6],
  exitwhenover: [500e6, 1e9, 2.5e9, 10e9],
  maxbytesafter: [100e6, 1e9, 3e9],
  buffersize: [4096, 65_536, 1_048_576],
  maxlinelength: [998, 8000, 9900, 10_500],
  minmaxlinelength: [998, 8000, 9900, 10_500],
};

const rateValues = [20e3, 40e3, 100e3, 500e3, 1e6];
const messageRates = [1, 2, 4, 10];

const secondValues: Readonly<Record<string, readonly number[]>> = {
  maxsleep: [0, 2, 10, 60],
  debugsleep: [1, 10],
  simulong: [10, 60],
};
const timeouts = [30, 60, 120, 300, 600];

const dayValues = [1, 7, 30, 90, 180, 365, 730];

const counts: Readonly<Record<string, readonly number[]>> = {
  errorsmax: [10, 50, 100, 1000],
  reconnectretry1: [1, 3, 10, 100],
  reconnectretry2: [1, 3, 10, 100],
  split1: [10, 100, 500],
  split2: [10, 100, 500],
};

/** Sizes in bytes: the limits of the providers, then round ones. `35MB` is turned into the whole number that imapsync takes. */
export function byteProposals(question: ValueQuestion): readonly Proposal[] {
  const typed = withUnit(question.text);
  if (typed.length > 0) return typed;
  const values = (byteValues[question.fact.name] ?? []).map((value) => ({
    value: String(value),
    detail: '',
    hint: readableBytes(value),
  }));
  return [...sizeLimits(question), ...values];
}

/** How many bytes are meant by a number with a unit, in both readings. */
function withUnit(text: string): readonly Proposal[] {
  const match = /^(\d+(?:[.,]\d+)?)\s*([kmgt])(i?b)?$/i.exec(text.trim());
  if (match === null) return [];
  const number = Number(match[1]!.replace(',', '.'));
  const power = 'kmgt'.indexOf(match[2]!.toLowerCase()) + 1;
  const bases = /^ib$/i.test(match[3] ?? '') ? [1024] : [1000, 1024];
  return bases.map((base) => {
    const bytes = Math.round(number * base ** power);
    return {
      value: String(bytes),
      also: text,
      detail: 'in bytes, since imapsync takes whole numbers only',
      hint: readableBytes(bytes),
    };
  });
}

/** What the providers of the command are known to allow, as far as it is a matter of this option. */
function sizeLimits({ fact, invocation }: ValueQuestion): readonly Proposal[] {
  const isSize = fact.name === 'maxsize' || fact.name === 'appendlimit';
  const isLine = fact.name === 'maxlinelength' || fact.name === 'minmaxlinelength';
  if (!isSize && !isLine) return [];
  const provider = providerOf(invocation, 2);
  return (provider?.limits ?? []).flatMap(({ what, value, unit, verified }): readonly Proposal[] => {
    if (value === null || value <= 0 || !verified) return [];
    const isMatch = isSize ? /message size|maxmessagesize|APPENDLIMIT/i.test(what) : what === 'line length';
    const bytes = isMatch ? inBytes(value, unit) : null;
    if (bytes === null) return [];
    return [{ value: String(bytes), detail: `${provider!.name}: ${what}`, hint: readableBytes(bytes) }];
  });
}

/** A unit of the catalogue; of two readings of MB the smaller one, which no server refuses. */
function inBytes(value: number, unit: string | null): number | null {
  const word = /^(bytes|characters|KB|KiB|MB)\b/.exec(unit ?? '')?.[1];
  if (word === undefined) return null;
  return word === 'MB' ? value * 1e6 : word === 'KB' ? value * 1e3 : word === 'KiB' ? value * 1024 : value;
}

export function byteRateProposals(question: ValueQuestion): readonly Proposal[] {
  const typed = withUnit(question.text.replace(/\/s$/, ''));
  if (typed.length > 0) return typed;
  return rateValues.map((rate) => ({
    value: String(rate),
    detail: `1 GB takes ${readableDuration(1e9 / rate)}`,
    hint: readableByteRate(rate),
  }));
}

export function rateProposals(): readonly Proposal[] {
  return messageRates.map((rate) => ({
    value: String(rate),
    detail: `1,000 messages take ${readableDuration(1000 / rate)}`,
    hint: rate === 1 ? '1 message/s' : `${rate} messages/s`,
  }));
}

export function secondProposals({ fact }: ValueQuestion): readonly Proposal[] {
  return (secondValues[fact.name] ?? timeouts).map((seconds) => ({
    value: String(seconds),
    detail: '',
    hint: readableDuration(seconds),
  }));
}

/** Ages with the dates they come to; a date that is typed is turned into an age. */
export function dayProposals({ fact, text, now }: ValueQuestion): readonly Proposal[] {
  const word = fact.name === 'maxage' ? 'after' : 'before';
  const proposal = (days: number, also?: string): Proposal => {
    const date = dateBefore(now, days);
    return {
      value: String(days),
      ...(also === undefined ? {} : { also }),
      detail: date === null ? '' : `run today: mail dated ${word} about ${date}`,
      hint: days === 1 ? '1 day' : `${days} days`,
    };
  };
  const typed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  const age = Math.ceil((now - typed) / 86_400_000);
  if (!Number.isNaN(age) && age > 0) return [proposal(age, text)];
  return dayValues.map((days) => proposal(days));
}

export function countProposals({ fact }: ValueQuestion): readonly Proposal[] {
  return (counts[fact.name] ?? []).map((count) => ({ value: String(count), detail: '' }));
}

/** What presets set the option to, and what holds without any of them: worth knowing wherever a value is chosen. */
export function usualValues({ fact, invocation }: ValueQuestion): readonly Proposal[] {
  const found = new Map<string, string[]>();
  const note = (value: string, by: string): void => {
    found.set(value, [...(found.get(value) ?? []), by]);
  };
  const inForce = presetsOf(invocation);
  for (const preset of presets) {
    const { names, settings } = preset;
    for (const { option, value, how } of settings) {
      // What a preset of this command adds to a list need not be added again.
      if (how === 'append' && inForce.includes(preset)) continue;
      if (option === fact.name && typeof value === 'string' && value !== '')
        note(value, names.map((name) => `--${name}`).join(' '));
    }
  }
  const standard = typeof fact.default === 'object' ? (fact.default ?? []) : [fact.default];
  const proposals = [...found].map(([value, by]) => ({
    value,
    detail: `what ${[...new Set(by)].join(', ')} sets`,
    ...readable(fact.valueKind, value),
  }));
  for (const value of standard) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    if (value === '' || found.has(String(value))) continue;
    proposals.push({ value: String(value), detail: 'the default', ...readable(fact.valueKind, String(value)) });
  }
  return proposals;
}

function readable(kind: string | null, value: string): { readonly hint?: string } {
  const number = readNumber(value);
  if (number === null) return {};
  if (kind === 'bytes') return { hint: readableBytes(number) };
  if (kind === 'bytes-rate') return { hint: readableByteRate(number) };
  return kind === 'seconds' ? { hint: readableDuration(number) } : {};
}
