import type { Provider } from '../catalogue/provider.js';
import { surviveEmbedding } from '../model/edits/embedding.js';
import { insertOptions } from '../model/edits/insertOptions.js';
import { isAutomapOn, presetsOf } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import type { Suggestion } from '../text/edit.js';
import { arrivalName } from './arrivalName.js';
import { completeNameSpace, type KnownNameSpace, knownNameSpace, providerOf } from './nameSpaces.js';
import { wholeNameSubstitution } from './perlLiteral.js';

/** The name of a folder for sent mail. */
export interface SentName {
  /** As the server lists it, in modified UTF-7. */
  readonly raw: string;
  /** For human eyes. */
  readonly text: string;
  /** BCP 47 style, as in the catalogue of providers. */
  readonly language: string;
}

/** Sent folders to choose from, the likely ones first. */
export interface SentChoices {
  readonly sources: readonly SentName[];
  readonly destinations: readonly SentName[];
}

const common: readonly SentName[] = [
  { raw: 'Sent Items', text: 'Sent Items', language: 'en' },
  { raw: 'Sent', text: 'Sent', language: 'en' },
  { raw: '[Gmail]/Sent Mail', text: '[Gmail]/Sent Mail', language: 'en' },
  { raw: 'Sent Messages', text: 'Sent Messages', language: 'en' },
  { raw: 'INBOX.Sent', text: 'INBOX.Sent', language: 'en' },
  { raw: 'Gesendet', text: 'Gesendet', language: 'de' },
  { raw: 'Gesendete Elemente', text: 'Gesendete Elemente', language: 'de' },
  { raw: 'Gesendete Objekte', text: 'Gesendete Objekte', language: 'de' },
  { raw: 'Envoy&AOk-s', text: 'Envoyés', language: 'fr' },
  { raw: '&AMk-l&AOk-ments envoy&AOk-s', text: 'Éléments envoyés', language: 'fr' },
];

/** The Sent folders that the two sides can have: those of known providers first, then those met everywhere. */
export function sentChoices(invocation: Invocation): SentChoices {
  return {
    sources: choicesOf(providerOf(invocation, 1), knownNameSpace(invocation, 1)),
    destinations: choicesOf(providerOf(invocation, 2), knownNameSpace(invocation, 2)),
  };
}

function choicesOf(provider: Provider | undefined, { prefix }: KnownNameSpace): readonly SentName[] {
  const names: SentName[] = (provider?.folders.sent ?? []).map(({ raw, text, language }) => ({ raw, text, language }));
  for (const name of common) {
    const prefixed = prefix === null || prefix === '' || name.raw.startsWith(prefix) ? name : withPrefix(name, prefix);
    if (!names.some(({ raw }) => raw === prefixed.raw)) names.push(prefixed);
  }
  return names;
}

function withPrefix({ raw, text, language }: SentName, prefix: string): SentName {
  return { raw: prefix + raw, text: prefix + text, language };
}

/**
 * The change that sends the source's Sent folder to the destination's, or null when it gets there by itself.
 * `--regextrans2` meets the name after separators and prefixes are exchanged, so its pattern is computed from that name;
 * where something else takes the folder before or rewrites it after (`--automap`, an `--f1f2` of the same folder, a
 * Gmail preset), the change is an `--f1f2`, which wins over all of them.
 */
export function mapSent(
  invocation: Invocation,
  text: string,
  source: SentName,
  destination: SentName,
): Suggestion | null {
  const from = completeNameSpace(knownNameSpace(invocation, 1), source.raw);
  const to = completeNameSpace(knownNameSpace(invocation, 2), destination.raw);
  const arrival = arrivalName(source.raw, from, to, invocation.isSet('fixslash2') !== false);
  if (arrival === destination.raw) return null;
  const met = arrival === source.raw ? '' : ` (arrives as "${arrival}")`;
  const reason = reasonForPair(invocation, source.raw, destination.raw);
  if (reason !== null) {
    const edit = insertOptions(invocation, text, ['--f1f2', `${source.raw}=${destination.raw}`]);
    const title = `Map Sent: "${source.text}" to "${destination.text}" by --f1f2, since ${reason}`;
    return { title, edits: [edit] };
  }
  const first = invocation.all('regextrans2')[0];
  const words = ['--regextrans2', wholeNameSubstitution(arrival, destination.raw)];
  const edit = insertOptions(invocation, text, words, first && { before: first.wordIndex });
  return { title: `Map Sent: "${source.text}"${met} to "${destination.text}" by --regextrans2`, edits: [edit] };
}

/** Why --regextrans2 would not do, or null. */
function reasonForPair(invocation: Invocation, source: string, destination: string): string | null {
  if (isAutomapOn(invocation)) return 'folders that --automap knows bypass --regextrans2';
  const isPaired = invocation.all('f1f2').some(({ value }) => value?.startsWith(`${source}=`));
  if (isPaired) return 'the last --f1f2 of a folder wins, and bypasses --regextrans2';
  const isStripped = dropsGmailLevel(invocation) && destination.includes('[Gmail]');
  return isStripped ? 'the preset drops [Gmail] after --regextrans2' : null;
}

/** Whether a preset drops the first `[Gmail]` and one character from names, after the user's own --regextrans2. */
export function dropsGmailLevel(invocation: Invocation): boolean {
  return presetsOf(invocation).some(({ settings }) =>
    settings.some(({ option, value }) => option === 'regextrans2' && String(value).includes('Gmail')),
  );
}

/**
 * Mappings of Sent to choose from, the likely ones first: between names of the same language, then across. None where
 * `--subfolder1` or `--subfolder2` moves the whole tree, since no folder keeps its place then.
 */
export function sentMappingRefactorings(invocation: Invocation, text: string, most = 8): readonly Suggestion[] {
  if (invocation.last('subfolder1') !== undefined || invocation.last('subfolder2') !== undefined) return [];
  const suggestions: Suggestion[] = [];
  for (const [source, destination] of likelyPairs(invocation)) {
    const suggestion = mapSent(invocation, text, source, destination);
    if (suggestion === null || suggestions.some(({ title }) => title === suggestion.title)) continue;
    if (!surviveEmbedding(invocation, suggestion.edits, text)) continue;
    suggestions.push(suggestion);
    if (suggestions.length === most) break;
  }
  return suggestions;
}

type Pair = readonly [source: SentName, destination: SentName];

/** By providers and prefixes; a file rarely has more than a few combinations. */
const knownPairs = new Map<string, readonly Pair[]>();
const mostKnownPairs = 50;

function likelyPairs(invocation: Invocation): readonly Pair[] {
  const sides = ([1, 2] as const).map((side) => [
    providerOf(invocation, side)?.id,
    knownNameSpace(invocation, side).prefix,
  ]);
  const key = JSON.stringify(sides);
  let pairs = knownPairs.get(key);
  if (pairs === undefined) {
    if (knownPairs.size >= mostKnownPairs) knownPairs.clear();
    pairs = rankPairs(invocation);
    knownPairs.set(key, pairs);
  }
  return pairs;
}

function rankPairs(invocation: Invocation): readonly Pair[] {
  const { sources, destinations } = sentChoices(invocation);
  const ownSources = providerOf(invocation, 1)?.folders.sent.length ?? 0;
  const ownDestinations = providerOf(invocation, 2)?.folders.sent.length ?? 0;
  if (ownSources + ownDestinations === 0) {
    return destinations.flatMap((destination) => sources.map((source): Pair => [source, destination]));
  }
  const fromLanguages = sources.map(languageOf);
  const toLanguages = destinations.map(languageOf);
  const ranked = sources.flatMap((source, i) =>
    destinations.map((destination, j) => {
      const foreign = Number(ownSources > 0 && i >= ownSources) + Number(ownDestinations > 0 && j >= ownDestinations);
      return {
        pair: [source, destination] as const,
        rank: foreign * 4 + languageTier(fromLanguages[i]!, toLanguages[j]!),
        order: i + j,
      };
    }),
  );
  ranked.sort((a, b) => a.rank - b.rank || a.order - b.order);
  return ranked.map(({ pair }) => pair);
}

function languageTier(from: string, to: string): number {
  if (from === to) return 0;
  return to === 'en' ? 1 : from === 'en' ? 2 : 3;
}

/** `de` for `de (2007)` and `de-AT`. */
function languageOf({ language }: SentName): string {
  return /^[a-z]*/.exec(language)![0];
}
