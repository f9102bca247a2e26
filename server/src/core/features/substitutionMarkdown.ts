import type { Provider } from '../catalogue/provider.js';
import { arrivalName } from '../folders/arrivalName.js';
import { completeNameSpace, knownNameSpace, providerOf } from '../folders/nameSpaces.js';
import { type ReadSubstitution, readSubstitution } from '../folders/perl/substitution.js';
import type { OptionUse } from '../getopt/result.js';
import { effectiveSettings, isAutomapOn } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { roleNames } from './folderMarkdown.js';
import { foldersOf } from './knownFolders.js';
import { code, enumerate, escapeMarkdown, prose } from './markdown.js';

/** A folder name as --regextrans2 gets it, and what it stands for. */
interface Name {
  readonly arriving: string;
  readonly about: string;
}

interface Change {
  readonly name: Name;
  readonly to: string;
}

type Substitution = Extract<ReadSubstitution, { kind: 'substitution' }>;

const mostChanges = 8;

/** Which of the folder names that the two providers are known for a value of --regextrans2 changes, and into what. */
export function substitutionNotes(invocation: Invocation, use: OptionUse): readonly string[] {
  const read = readSubstitution(use.value ?? '');
  switch (read.kind) {
    case 'invalid':
      return [`**Perl refuses it:** ${escapeMarkdown(read.message)}. imapsync would stop with exit code 64.`];
    case 'unknown':
      return [`What it does is not told here: it ${escapeMarkdown(read.reason)}.`];
    case 'substitution':
      return read.effect === 'none' ? ['**No effect:** it changes no name.'] : effectNotes(invocation, use, read);
  }
}

function effectNotes(invocation: Invocation, use: OptionUse, read: Substitution): readonly string[] {
  const before = substitutionsBefore(invocation, use);
  if (before === null) return ['What it does depends on the substitutions before it, which are not known here.'];
  const providers = knownProviders(invocation);
  const names = arrivingNames(invocation, providers);
  const changes: Change[] = [];
  for (const name of names) {
    const arriving = applyAll(before, name.arriving);
    const applied = arriving === null ? null : read.apply(arriving);
    if (applied === null || applied.kind === 'timeout') return ['Its pattern takes too many steps to follow it here.'];
    if (applied.kind === 'unknown') return [`What it does is not told here: it ${escapeMarkdown(applied.reason)}.`];
    if (applied.kind === 'changed') changes.push({ name: { ...name, arriving: arriving! }, to: applied.name });
  }
  const notes = [changesText(changes, names.length, providers)];
  if (changes.length > 0 && isAutomapOn(invocation))
    notes.push('`--automap` is on: a special folder that it recognises goes its way and does not get here.');
  const { separator, prefix } = knownNameSpace(invocation, 2);
  if (providers.length > 0 && (separator === null || prefix === null))
    notes.push(
      'What the destination puts before names and between their levels is not known here: `/` and no prefix are assumed.',
    );
  return notes;
}

/** The substitutions in force that come before this one, in their order; null where one of them is not known. */
function substitutionsBefore(invocation: Invocation, use: OptionUse): readonly Substitution[] | null {
  const before: Substitution[] = [];
  for (const { option, value, range, origin } of effectiveSettings(invocation)) {
    if (option !== 'regextrans2') continue;
    if (origin === 'written' && range?.start === use.range.start) break;
    const read = typeof value === 'string' ? readSubstitution(value) : null;
    if (read?.kind !== 'substitution') return null;
    before.push(read);
  }
  return before;
}

function applyAll(substitutions: readonly Substitution[], name: string): string | null {
  let result = name;
  for (const substitution of substitutions) {
    const applied = substitution.apply(result);
    if (applied.kind !== 'changed' && applied.kind !== 'same') return null;
    result = applied.name;
  }
  return result;
}

function knownProviders(invocation: Invocation): readonly Provider[] {
  const both = [providerOf(invocation, 1), providerOf(invocation, 2)].filter((provider) => provider !== undefined);
  return [...new Set(both)];
}

/** The names that both providers give to their special folders, and INBOX, with prefix and separator of the destination. */
function arrivingNames(invocation: Invocation, providers: readonly Provider[]): readonly Name[] {
  const fixSlash = invocation.isSet('fixslash2') !== false;
  const names = new Map<string, Name>();
  const add = (raw: string, about: string): void => {
    const from = completeNameSpace(knownNameSpace(invocation, 1), raw);
    const to = completeNameSpace(knownNameSpace(invocation, 2), '');
    const arriving = arrivalName(raw, from, to, fixSlash);
    if (!names.has(arriving)) names.set(arriving, { arriving, about });
  };
  add('INBOX', '');
  for (const { folder, role } of providers.flatMap(foldersOf)) {
    add(folder.raw, folder.raw === folder.text ? roleNames[role] : `${roleNames[role]}, ${code(folder.text)}`);
  }
  return [...names.values()];
}

function changesText(changes: readonly Change[], count: number, providers: readonly Provider[]): string {
  if (providers.length === 0) {
    const [change] = changes;
    return change === undefined
      ? 'It leaves INBOX as it is. Which other folders there are is not known here.'
      : `It changes ${changeText(change)}.`;
  }
  const owners = enumerate(
    providers.map(({ name }) => prose(name)),
    'and',
  );
  if (changes.length === 0)
    return `It changes none of the ${count} folder names known of ${owners}. Other folders it may change.`;
  const lines = changes.slice(0, mostChanges).map((change) => `- ${changeText(change)}`);
  const left = changes.length - lines.length;
  if (left > 0) lines.push(`- and ${left} more`);
  return [`Of ${count} folder names known of ${owners} it changes`, ...lines].join('\n');
}

function changeText({ name: { arriving, about }, to }: Change): string {
  return `${code(arriving)} into ${code(to)}${about === '' ? '' : ` (${about})`}`;
}
