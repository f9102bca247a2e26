import { arrivalName } from '../../../folders/arrivalName.js';
import { completeNameSpace, knownNameSpace } from '../../../folders/nameSpaces.js';
import { literalPattern, wholeNameSubstitution } from '../../../folders/perlLiteral.js';
import { sanitizedSubfolder } from '../../../folders/subfolder.js';
import { isAutomapOn, type SideNumber } from '../../../model/effectiveSettings.js';
import type { Invocation } from '../../../model/invocation.js';
import { sentMappings } from '../../sentMappings.js';
import type { Proposal, ValueQuestion } from '../proposal.js';
import { type FolderName, folderNames, plainLanguage, roleWords } from './folderNames.js';

/** Whether a name survives what imapsync takes out of --subfolder1 and --subfolder2. */
function isPlainName(raw: string): boolean {
  return sanitizedSubfolder({ value: raw }) === raw;
}

/** Folders of one side by their raw names. */
export function folderValues({ fact, invocation }: ValueQuestion, side: SideNumber): readonly Proposal[] {
  const isSubfolder = fact.name === 'subfolder1';
  return folderNames(invocation, side)
    .filter(({ raw, role }) => !isSubfolder || (isPlainName(raw) && role !== 'inbox'))
    .map((name) => folderProposal(name));
}

/** A folder of the destination under which everything is put: also the user of the source, as far as that can be a name. */
export function subfolderValues(question: ValueQuestion): readonly Proposal[] {
  const user = question.invocation.value('user1') ?? '';
  const own = isPlainName(user) || user.includes('@') ? user.replace(/[^A-Za-z0-9 \-_]/g, '_') : '';
  const proposals: Proposal[] =
    own === '' ? [] : [{ value: own, detail: 'a folder named after the user of the source', kind: 'folder' }];
  const archives = folderNames(question.invocation, 2).filter(
    ({ raw, role }) => role === 'archive' && isPlainName(raw),
  );
  proposals.push(...archives.map((name) => folderProposal(name)));
  return [...proposals, { value: 'Imported', detail: 'a folder of its own', kind: 'folder' }];
}

function folderProposal(
  { raw, text, role, language, provider, verified }: FolderName,
  part: Partial<Proposal> = {},
): Proposal {
  const names = raw === text ? [] : [raw];
  const doubt = verified ? [] : ['not verified'];
  const origin = [provider, language].filter((one) => one !== null && one !== '').join(', ');
  return {
    value: raw,
    ...(raw === text ? {} : { label: text, also: text }),
    detail: [roleWords[role], ...names, ...doubt].join(' · '),
    ...(origin === '' ? {} : { hint: origin }),
    kind: 'folder',
    ...part,
  };
}

/** `source=destination`: whole pairs and the folders of the source in front of the equals sign, those of the destination behind. */
export function mappingValues({ invocation, text, cursor }: ValueQuestion): readonly Proposal[] {
  const equals = text.indexOf('=');
  const sources = folderNames(invocation, 1);
  const destinations = folderNames(invocation, 2);
  if (equals >= 0 && cursor > equals) {
    const source = text.slice(0, equals);
    const role = sources.find(({ raw }) => raw === source)?.role;
    const sorted = [...destinations].sort((a, b) => Number(b.role === role) - Number(a.role === role));
    return sorted.map((name) => folderProposal(name, { from: equals + 1, to: text.length }));
  }
  const given = new Set(invocation.all('f1f2').map(({ value }) => value?.split('=')[0]));
  const free = sources.filter(({ raw, role }) => role !== 'inbox' && !given.has(raw));
  const to = equals < 0 ? text.length : equals;
  const single = free.map((name) => {
    if (equals >= 0) return folderProposal(name, { from: 0, to });
    const proposal = folderProposal(name, { from: 0, to, unfinished: true });
    return { ...proposal, value: `${name.raw}=`, label: `${name.text}=` };
  });
  return equals >= 0 ? single : [...wholePairs(free, destinations), ...single];
}

/** For each role the likeliest folder of the source, with the likeliest one of the destination. */
function wholePairs(sources: readonly FolderName[], destinations: readonly FolderName[]): readonly Proposal[] {
  const pairs: Proposal[] = [];
  for (const role of new Set(sources.map((name) => name.role))) {
    const source = sources.find((name) => name.role === role)!;
    const destination = counterpart(source, destinations);
    if (destination === undefined || destination.raw === source.raw) continue;
    pairs.push({
      value: `${source.raw}=${destination.raw}`,
      label: `${source.text}=${destination.text}`,
      ...(source.text === source.raw ? {} : { also: `${source.text}=${destination.text}` }),
      detail: `${roleWords[role]} of the source to that of the destination`,
      kind: 'folder',
    });
  }
  return pairs;
}

function counterpart(source: FolderName, destinations: readonly FolderName[]): FolderName | undefined {
  const same = destinations.filter(({ role }) => role === source.role);
  const language = plainLanguage(source.language);
  return same.find((name) => plainLanguage(name.language) === language) ?? same[0];
}

/** Substitutions that bring the special folders of the source to those of the destination, Sent first. */
export function substitutionValues({ invocation }: ValueQuestion): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  const destinations = folderNames(invocation, 2);
  const bypass = isAutomapOn(invocation) ? '; --automap goes before it where it knows the folder' : '';
  for (const source of folderNames(invocation, 1)) {
    if (source.role === 'inbox') continue;
    const destination = counterpart(source, destinations);
    if (destination === undefined) continue;
    const arrival = arrivalOf(invocation, source.raw, destination.raw);
    if (arrival === destination.raw) continue;
    const value = wholeNameSubstitution(arrival, destination.raw);
    const detail = `${roleWords[source.role]}: "${source.text}" to "${destination.text}"${bypass}`;
    if (!found.has(value)) found.set(value, { value, detail });
  }
  for (const { value, detail } of sentMappings(invocation)) if (!found.has(value)) found.set(value, { value, detail });
  return [...found.values()];
}

function arrivalOf(invocation: Invocation, source: string, destination: string): string {
  const from = completeNameSpace(knownNameSpace(invocation, 1), source);
  const to = completeNameSpace(knownNameSpace(invocation, 2), destination);
  return arrivalName(source, from, to, invocation.isSet('fixslash2') !== false);
}

/** Patterns that select one folder of the source by its whole name, or with all below it; what people leave behind first. */
export function patternValues({ fact, invocation }: ValueQuestion): readonly Proposal[] {
  const separator = knownNameSpace(invocation, 1).separator ?? null;
  const left = ['junk', 'trash', 'all', 'drafts', 'flagged', 'archive', 'sent'];
  const names = folderNames(invocation, 1).filter(({ role }) => role !== 'inbox');
  const isExclude = fact.name === 'exclude';
  if (isExclude) names.sort((a, b) => left.indexOf(a.role) - left.indexOf(b.role));
  const below = separator === null ? '(?:[./]|$)' : `(?:${literalPattern(separator)}|$)`;
  const effect = isExclude ? 'without' : 'with';
  return names.flatMap((name): readonly Proposal[] => {
    const pattern = `^${literalPattern(name.raw)}`;
    const shown = name.raw === name.text ? '' : ` "${name.text}"`;
    const hint = name.provider === null ? {} : { hint: name.provider };
    const also = name.raw === name.text ? {} : { also: `^${name.text}` };
    return [
      { value: `${pattern}$`, detail: `${effect} ${roleWords[name.role]}${shown}`, ...also, ...hint, kind: 'folder' },
      {
        value: pattern + below,
        detail: `${effect} ${roleWords[name.role]}${shown} and all below it`,
        ...also,
        ...hint,
        kind: 'folder',
      },
    ];
  });
}

/** Matches of one folder of the destination by its whole name, for the options that take a match operator. */
export function matchValues({ invocation }: ValueQuestion): readonly Proposal[] {
  return folderNames(invocation, 2)
    .filter(({ role }) => role !== 'inbox')
    .map((name) => ({
      value: `/^${literalPattern(name.raw).replaceAll('/', '\\/')}$/`,
      detail: `${roleWords[name.role]}${name.raw === name.text ? '' : ` "${name.text}"`}`,
      kind: 'folder',
    }));
}
