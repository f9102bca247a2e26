import type { ListedFolder } from './listing.js';
import type { GivenValue, MappingOptions } from './mappingOptions.js';
import { readPattern } from './perl/searchPattern.js';

/** The folders of the source that a run takes. */
export interface Selection {
  readonly wanted: ReadonlySet<string>;
  /** Those of them that the source does not list (--nocheckfoldersexist), in the order in which the run comes to them. */
  readonly beyondListing: readonly string[];
  /** Folders of which it is not known whether they are taken, and why. */
  readonly unsure: ReadonlyMap<string, string>;
  /** A pattern that Perl refuses ends the run (exit 255). */
  readonly refused: {
    readonly given: GivenValue;
    readonly option: 'include' | 'exclude';
    readonly message: string;
  } | null;
}

export interface SelectionSource {
  /** The folders that can be selected, in the order of the listing. */
  readonly folders: readonly ListedFolder[];
  readonly subscribed: readonly string[];
  /** The separator that the server announces: it stands between a folder of --folderrec and what is below. */
  readonly separator: string;
}

/** A pattern that blew up on a few names is not tried on thousands. */
const patience = 3;

/**
 * Which folders are taken: what --folder, --subscribed and --folderrec name (all where none of them nor --include is
 * given), then what --include adds, less what --exclude removes; names that the source does not list are dropped.
 * `subfolder1` is the folder that --subfolder1 adds to those of --folderrec.
 */
export function selectFolders(options: MappingOptions, source: SelectionSource, subfolder1: string | null): Selection {
  const names = source.folders.map(({ name }) => name);
  const listed = new Set(names);
  const wanted = new Set<string>();
  const unsure = new Map<string, string>();
  const doubtAll = (reason: string, concerned: Iterable<string>): void => {
    for (const name of concerned) if (!unsure.has(name)) unsure.set(name, reason);
  };
  const below = [...options.folderrec, ...(subfolder1 === null ? [] : [{ value: subfolder1 }])];
  const isNamed = options.folder.length > 0 || options.subscribed || below.length > 0;
  for (const { value } of options.folder) {
    if (value === null) doubtAll('--folder has a value that is not known here', names);
    else wanted.add(value);
  }
  if (options.subscribed) for (const name of source.subscribed) wanted.add(name);
  for (const { value } of below) {
    if (value === null) doubtAll('--folderrec has a value that is not known here', names);
    else {
      const isBelow = belowOf(value, source.separator);
      for (const name of names) {
        const matches = isBelow(name);
        if (matches === null) doubtAll('the wildcards of --folderrec take too many steps', [name]);
        else if (matches) wanted.add(name);
      }
    }
  }
  if (!isNamed && options.include.length === 0) for (const name of names) wanted.add(name);

  for (const option of ['include', 'exclude'] as const) {
    for (const given of options[option]) {
      const concerned = option === 'include' ? names : [...wanted, ...unsure.keys()];
      if (concerned.length === 0) continue;
      const pattern = given.value === null ? null : readPattern(given.value);
      if (pattern?.kind === 'invalid')
        return { wanted, beyondListing: [], unsure, refused: { given, option, message: pattern.message } };
      if (pattern?.kind !== 'pattern') {
        const what = pattern === null ? 'is not known here' : pattern.reason;
        doubtAll(`the pattern of --${option} ${what}`, concerned);
        continue;
      }
      let doubts = 0;
      for (const name of concerned) {
        const matches = doubts < patience ? pattern.matches(name) : null;
        if (matches === null) doubts++;
        if (matches === null) doubtAll(`following the pattern of --${option} takes too many steps`, [name]);
        else if (matches && option === 'include') wanted.add(name);
        else if (matches) {
          wanted.delete(name);
          unsure.delete(name);
        }
      }
    }
  }
  for (const name of unsure.keys()) wanted.delete(name);
  const beyond = [...wanted].filter((name) => !listed.has(name));
  if (options.checkfoldersexist) for (const name of beyond) wanted.delete(name);
  const beyondListing = options.checkfoldersexist ? [] : inOrder(beyond, options);
  return { wanted, beyondListing, unsure, refused: null };
}

/** Whether a name is a folder or below it; the server takes `*` and `%` in it as wildcards. */
function belowOf(folder: string, separator: string): (name: string) => boolean | null {
  const start = folder + separator;
  if (!/[*%]/.test(folder)) return (name) => name === folder || name.startsWith(start);
  const quoted = (text: string): string => text.replace(/\W/g, '\\$&');
  const level = `[^${quoted(separator)}]*`;
  const pattern = readPattern(`^(?s)${quoted(start).replaceAll('\\*', '.*').replaceAll('\\%', level)}`);
  return pattern.kind === 'pattern' ? pattern.matches : () => null;
}

/** Names of --folderfirst, then the others in byte order, then names of --folderlast. */
function inOrder(wanted: readonly string[], { folderfirst, folderlast }: MappingOptions): readonly string[] {
  const left = new Set(wanted);
  const take = (given: readonly GivenValue[]): readonly string[] =>
    given.flatMap(({ value }) => (value !== null && left.delete(value) ? [value] : []));
  const first = take(folderfirst);
  const last = take(folderlast);
  return [...first, ...[...left].sort(), ...last];
}
