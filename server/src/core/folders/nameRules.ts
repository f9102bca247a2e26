import type { NameSpace } from './arrivalName.js';
import type { ListedFolder } from './listing.js';
import type { GivenValue, MappingOptions } from './mappingOptions.js';
import type { ProgramSettings } from './perl/parts.js';
import { type Find, readPattern } from './perl/searchPattern.js';
import { type Applied, readSubstitution } from './perl/substitution.js';

/** One entry of the list of substitutions that imapsync works through, from wherever it comes. */
export interface NameRule {
  readonly by: 'subfolder2' | 'regextrans2' | 'fixInboxINBOX';
  readonly given?: GivenValue;
  /** Fit to follow "takes" and the like: `--subfolder2`, `the substitution "s/a/b/"`. */
  readonly label: string;
  /** Set where Perl refuses the value, which ends the run (exit 64). */
  readonly refused?: string;
  apply(name: string): Applied;
}

/**
 * The list in its order (imapsync 2.229): what --subfolder2 puts in front, the --regextrans2 of the command line, those of
 * presets, then the mapping between Inbox and INBOX where the servers write them differently.
 */
export function nameRules(
  options: MappingOptions,
  subfolder2: string | null,
  nameSpaces: { readonly source: NameSpace; readonly destination: NameSpace },
  folders: { readonly source: readonly ListedFolder[]; readonly destination: readonly ListedFolder[] },
): readonly NameRule[] {
  const front = subfolder2 === null ? [] : subfolderRules(subfolder2, nameSpaces.destination);
  const { source, destination } = nameSpaces;
  const settings: ProgramSettings = {
    h1_sep: source.separator,
    h1_prefix: source.prefix,
    h2_sep: destination.separator,
    h2_prefix: destination.prefix,
  };
  const inbox = options.fixInboxINBOX ? inboxRules(folders.source, folders.destination) : [];
  return [...front, ...options.regextrans2.map((given) => substitutionRule(given, settings)), ...inbox];
}

function substitutionRule(given: GivenValue, settings: ProgramSettings): NameRule {
  if (given.value === null) return unknownRule('regextrans2', 'has a value that is not known here', given);
  const read = readSubstitution(given.value, settings);
  switch (read.kind) {
    case 'substitution':
      return { by: 'regextrans2', given, label: labelOf(given), apply: withPatience((name) => read.apply(name)) };
    case 'unknown':
      return unknownRule('regextrans2', read.reason, given);
    case 'invalid':
      return { ...unknownRule('regextrans2', read.message, given), refused: read.message };
  }
}

/** A pattern that blew up on a few names is not tried on thousands. */
const patience = 3;

function withPatience(apply: (name: string) => Applied): (name: string) => Applied {
  let timeouts = 0;
  return (name) => {
    if (timeouts >= patience) return { kind: 'timeout' };
    const applied = apply(name);
    if (applied.kind === 'timeout') timeouts++;
    return applied;
  };
}

function labelOf({ value, preset }: GivenValue): string {
  const what = value === null ? 'a substitution' : `the substitution "${value}"`;
  return preset === undefined ? what : `${what} of --${preset}`;
}

function unknownRule(by: NameRule['by'], reason: string, given?: GivenValue): NameRule {
  const label = given === undefined ? `--${by}` : labelOf(given);
  return { by, ...(given === undefined ? {} : { given }), label, apply: () => ({ kind: 'unknown', reason }) };
}

/** --subfolder2 makes its rules of the prefix as it is, so that a dot in it stands for any character. */
function subfolderRules(subfolder: string, { prefix, separator }: NameSpace): readonly NameRule[] {
  const own = prefix + subfolder + separator;
  return [
    patternRule(`^${prefix}(.*)`, (group) => own + group),
    patternRule('^INBOX$', () => `${own}INBOX`),
    patternRule(`^(${prefix}){2}`, () => prefix),
  ];
}

function patternRule(pattern: string, replacement: (firstGroup: string) => string): NameRule {
  const read = readPattern(pattern);
  if (read.kind === 'invalid') {
    return {
      ...unknownRule('subfolder2', read.message),
      refused: `the prefix becomes part of a pattern, and ${read.message}`,
    };
  }
  if (read.kind === 'unknown') return unknownRule('subfolder2', 'takes the prefix as a pattern that is not followed');
  return { by: 'subfolder2', label: '--subfolder2', apply: (name) => replaced(name, read.find, replacement) };
}

/** Replaces the first match, whose places are those of ASCII text. */
export function replaced(name: string, find: Find, replacement: (firstGroup: string) => string): Applied {
  if (/[^\0-\x7f]/.test(name)) return { kind: 'unknown', reason: 'holds characters that no server lists' };
  let spans: readonly number[] | null;
  try {
    spans = find(name);
  } catch {
    return { kind: 'timeout' };
  }
  if (spans === null) return { kind: 'same', name };
  const [start, end, groupStart = -1, groupEnd] = spans as readonly [number, number, number?, number?];
  const group = groupStart < 0 ? '' : name.slice(groupStart, groupEnd);
  const result = name.slice(0, start) + replacement(group) + name.slice(end);
  return { kind: result === name ? 'same' : 'changed', name: result };
}

function inboxRules(source: readonly ListedFolder[], destination: readonly ListedFolder[]): readonly NameRule[] {
  const has = (folders: readonly ListedFolder[], name: string): boolean =>
    folders.some((folder) => folder.name === name);
  for (const name of ['INBOX', 'Inbox']) if (has(source, name) && has(destination, name)) return [];
  for (const [from, to] of [
    ['INBOX', 'Inbox'],
    ['Inbox', 'INBOX'],
  ] as const) {
    if (!has(source, from) || !has(destination, to)) continue;
    const apply = (name: string): Applied => (name === from ? { kind: 'changed', name: to } : { kind: 'same', name });
    return [{ by: 'fixInboxINBOX', label: '--fixInboxINBOX', apply }];
  }
  return [];
}
