import type { Provider } from '../catalogue/provider.js';
import { providers } from '../catalogue/providers.js';
import { surviveEmbedding } from '../model/edits/embedding.js';
import { isAutomapOn, type SideNumber } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import type { Suggestion } from '../text/edit.js';
import { decodeImapUtf7, encodeImapUtf7 } from './imapUtf7.js';
import { providerOf } from './nameSpaces.js';
import { mapSent, type SentName, sentChoices } from './sentMapping.js';

/** A Sent folder in a list to choose from. */
export interface SentChoice extends SentName {
  /** Where it is met, and the language: `Gmail / Google Workspace, de`. */
  readonly detail: string;
}

/** The Sent folders that each side can have, the likely ones first. */
export interface SentChoiceLists {
  readonly sources: readonly SentChoice[];
  readonly destinations: readonly SentChoice[];
}

/** Why a mapping can not be made, in words. */
export interface NoMapping {
  readonly reason: string;
}

/** `sentChoices` with where each name is met; a side whose provider is not known gets the names of all providers behind them. */
export function describedSentChoices(invocation: Invocation): SentChoiceLists {
  const { sources, destinations } = sentChoices(invocation);
  return { sources: describe(invocation, 1, sources), destinations: describe(invocation, 2, destinations) };
}

function describe(invocation: Invocation, side: SideNumber, names: readonly SentName[]): readonly SentChoice[] {
  const provider = providerOf(invocation, side);
  const own = new Set(provider?.folders.sent.map(({ raw }) => raw));
  const likely = names.map((name) => ({
    ...name,
    detail: `${provider !== undefined && own.has(name.raw) ? provider.name : 'met on many servers'}, ${name.language}`,
  }));
  if (own.size > 0) return likely;
  const known = new Set(names.map(({ raw }) => raw));
  return [...likely, ...providers.flatMap(choicesOfProvider).filter(({ raw }) => !known.has(raw) && known.add(raw))];
}

function choicesOfProvider({ name, folders }: Provider): readonly SentChoice[] {
  return folders.sent.map(({ raw, text, language }) => ({ raw, text, language, detail: `${name}, ${language}` }));
}

/** Why no mapping of a Sent folder makes sense in a command, whatever the names are; null where one does. */
export function whySentStays(invocation: Invocation): string | null {
  const mover = ['subfolder1', 'subfolder2'].find((name) => invocation.last(name) !== undefined);
  if (mover === undefined) return null;
  return `--${mover} moves the whole tree of folders, so Sent has no place of its own to be mapped to. Remove --${mover} first.`;
}

/**
 * The change that maps one Sent folder to another, or why there is none. Each name is one as the server lists it, or a
 * readable one, which is then brought into modified UTF-7.
 */
export function mapSentNames(
  invocation: Invocation,
  text: string,
  source: string,
  destination: string,
): Suggestion | NoMapping {
  const moved = whySentStays(invocation);
  if (moved !== null) return { reason: moved };
  if (source === '' || destination === '') return { reason: 'A folder needs a name.' };
  const choices = sentChoices(invocation);
  const from = nameIn(choices.sources, source);
  const to = nameIn(choices.destinations, destination);
  const suggestion = mapSent(invocation, text, from, to);
  if (suggestion === null) return { reason: whyIdle(invocation, from, to) };
  const usesPair = suggestion.edits.some(({ newText }) => newText.includes('--f1f2'));
  if (usesPair && from.raw.includes('=')) {
    return {
      reason: `This command needs --f1f2 for the mapping, which ends the name of the source at its first "=". "${from.text}" holds one: rename the folder on the source.`,
    };
  }
  if (!surviveEmbedding(invocation, suggestion.edits, text)) {
    return {
      reason:
        'The command stands inside quotes that are read once more, and the mapping needs quotes of its own. Write the command in a script or profile of its own.',
    };
  }
  return suggestion;
}

/** A name that is listed, or already in modified UTF-7, is taken as it is. */
function nameIn(names: readonly SentName[], name: string): SentName {
  const listed = names.find(({ raw }) => raw === name);
  if (listed !== undefined) return listed;
  const text = decodeImapUtf7(name);
  return text === null ? { raw: encodeImapUtf7(name), text: name, language: '' } : { raw: name, text, language: '' };
}

function whyIdle(invocation: Invocation, from: SentName, to: SentName): string {
  const arrival = `"${from.text}" is called "${to.text}" on the destination without any mapping`;
  const others = ['f1f2', 'regextrans2'].filter((name) => invocation.last(name) !== undefined);
  const named = [...(isAutomapOn(invocation) ? ['automap'] : []), ...others].map((name) => `--${name}`);
  if (named.length === 0) return `${arrival}, so there is nothing to change.`;
  return `${arrival}, unless ${named.join(' or ')} of this command says otherwise: change it there.`;
}
