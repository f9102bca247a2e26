import { type ArrivalChange, arrivalName, type NameSpace } from './arrivalName.js';
import { guessNameSpace } from './guessNameSpace.js';
import { type ListedFolder, selectable } from './listing.js';
import type { GivenValue, MappingOptions } from './mappingOptions.js';
import { type NameRule, nameRules, replaced } from './nameRules.js';
import { pairsOfF1f2 } from './pairs.js';
import { readPattern } from './perl/searchPattern.js';
import type { Applied } from './perl/substitution.js';
import { selectFolders } from './selection.js';
import { createAutomap } from './specialUse.js';
import { sanitizedSubfolder } from './subfolder.js';

/** What is known of the servers of a migration. */
export interface ServersView {
  readonly source: ServerView;
  readonly destination: ServerView;
}

export interface ServerView {
  /** As listed, in the order of the answer, those that can not be selected included. */
  readonly folders: readonly ListedFolder[];
  /** Separator and prefix in force, after --sep1, --prefix1 and the like. */
  readonly nameSpace: NameSpace;
  /** The separator that the server announces, where an option replaced it. */
  readonly announcedSeparator?: string;
  /** Raw names of subscribed folders. */
  readonly subscribed?: readonly string[];
}

/** One change of a name on its way. */
export interface MappingStep {
  readonly by: ArrivalChange | NameRule['by'] | 'f1f2' | 'automap' | 'subfolder1';
  /** The value that made the change, and where it stands, for options with a value. */
  readonly given?: GivenValue;
  readonly from: string;
  readonly to: string;
}

/** What becomes of one folder of the source. */
export interface MappedFolder {
  readonly source: string;
  /** The raw name on the destination; null unless the outcome is `mapped`. */
  readonly destination: string | null;
  /**
   * - `mapped`: the run takes it there;
   * - `not-selected`: the run leaves it alone;
   * - `error`: the whole run ends before anything is done;
   * - `unknown`: what only the run can tell.
   */
  readonly outcome: 'mapped' | 'not-selected' | 'error' | 'unknown';
  readonly steps: readonly MappingStep[];
  /** With which status the run ends, for `error`. */
  readonly exit?: number;
  /** Why it is an error or unknown, in words. */
  readonly reason?: string;
}

/** Separator and prefix in force on a side: given by an option, else announced by the server, else guessed from its folders. */
export function nameSpaceInForce(
  options: MappingOptions,
  side: 1 | 2,
  folders: readonly ListedFolder[],
  announced: Partial<NameSpace> = {},
): NameSpace {
  const guessed = guessNameSpace(selectable(folders).map(({ name }) => name));
  const [separator, prefix] = side === 1 ? [options.sep1, options.prefix1] : [options.sep2, options.prefix2];
  return {
    separator: separator?.value ?? announced.separator ?? guessed.separator,
    prefix: prefix?.value ?? announced.prefix ?? guessed.prefix,
  };
}

/**
 * Where every folder of the source goes, as imapsync 2.229 decides it, in the order of the listing; names that the run
 * takes beside the listing (--nocheckfoldersexist) stand behind.
 */
export function mapFolders(options: MappingOptions, servers: ServersView): readonly MappedFolder[] {
  return new FolderMapper(options, servers).mapAll();
}

/** Options with one value on which every name depends. */
const settling = ['sep1', 'sep2', 'prefix1', 'prefix2', 'subfolder1', 'subfolder2'] as const;

interface RunEnd {
  readonly exit: number;
  readonly reason: string;
}

class FolderMapper {
  private readonly source: readonly ListedFolder[];
  private readonly names: NameMapper;

  constructor(
    private readonly options: MappingOptions,
    private readonly servers: ServersView,
  ) {
    this.source = selectable(servers.source.folders);
    this.names = new NameMapper(options, servers, this.source, selectable(servers.destination.folders));
  }

  mapAll(): readonly MappedFolder[] {
    const { subfolder1, names, source } = this;
    const listed = this.servers.source.folders.map(({ name }) => name);
    const open = settling.find((option) => this.options[option]?.value === null);
    if (open !== undefined) {
      const reason = `--${open} has a value that is not known here`;
      return listed.map((name) => ({ source: name, destination: null, outcome: 'unknown', steps: [], reason }));
    }
    if (typeof subfolder1 === 'object' && subfolder1 !== null) return listed.map((name) => ended(name, subfolder1));
    const { nameSpace, announcedSeparator, subscribed = [] } = this.servers.source;
    const selection = selectFolders(
      this.options,
      { folders: source, subscribed, separator: announcedSeparator ?? (nameSpace.separator || '/') },
      subfolder1,
    );
    const { refused } = selection;
    if (refused !== null) {
      const reason = `Perl refuses the pattern "${refused.given.value}" of --${refused.option}: ${refused.message}.`;
      return listed.map((name) => ended(name, { exit: 255, reason }));
    }
    const { wanted } = selection;
    const end = names.endOfRun(source, wanted);
    if (end !== null) return listed.map((name) => ended(name, end));
    return [...listed, ...selection.beyondListing].map((name) => {
      const doubt = selection.unsure.get(name);
      if (doubt !== undefined) return { source: name, destination: null, outcome: 'unknown', steps: [], reason: doubt };
      if (wanted.has(name)) return names.map(name);
      return { source: name, destination: null, outcome: 'not-selected', steps: [] };
    });
  }

  /** The folder that --subfolder1 adds to the selection; null where it adds none; or how the run ends. */
  private get subfolder1(): string | RunEnd | null {
    const wanted = sanitizedSubfolder(this.options.subfolder1);
    if (wanted === null) return null;
    const extended = this.servers.source.nameSpace.prefix + wanted;
    const found = [wanted, extended].find((name) => this.source.some((folder) => folder.name === name));
    if (found !== undefined) return found;
    if (this.options.folderrec.length > 0) return null;
    return { exit: 21, reason: `The folder "${wanted}" of --subfolder1 does not exist on the source.` };
  }
}

function ended(source: string, { exit, reason }: RunEnd): MappedFolder {
  return { source, destination: null, outcome: 'error', steps: [], exit, reason };
}

/** Maps single names, whether the run takes them or not. */
class NameMapper {
  private readonly pairs: ReadonlyMap<string, GivenValue & { readonly to: string }> | string;
  private readonly automap: (name: string) => string | undefined;
  private readonly rules: readonly NameRule[];
  private readonly withoutSubfolder: Removal | null;

  constructor(
    private readonly options: MappingOptions,
    private readonly servers: ServersView,
    source: readonly ListedFolder[],
    destination: readonly ListedFolder[],
  ) {
    const nameSpaces = { source: servers.source.nameSpace, destination: servers.destination.nameSpace };
    const subfolder1 = sanitizedSubfolder(options.subfolder1);
    const subfolder2 = sanitizedSubfolder(options.subfolder2);
    this.pairs = pairsOfF1f2(options.f1f2);
    const isAutomapOn = options.automap && subfolder1 === null && subfolder2 === null;
    this.automap = isAutomapOn ? createAutomap(source, destination, nameSpaces) : () => undefined;
    this.rules = nameRules(options, subfolder2, nameSpaces, { source, destination });
    this.withoutSubfolder = subfolder1 === null ? null : removalOf(subfolder1, nameSpaces.source.separator);
  }

  /** imapsync maps all folders of the source, so a substitution that Perl refuses ends the run as soon as one meets it. */
  endOfRun(source: readonly ListedFolder[], wanted: ReadonlySet<string>): RunEnd | null {
    const end = this.refusal;
    if (end === null || typeof this.pairs === 'string') return null;
    for (const name of [...source.map((folder) => folder.name), ...wanted]) {
      const isTaken = this.pairs.has(name) || (wanted.has(name) && this.automap(name) !== undefined);
      if (!isTaken) return end;
    }
    return null;
  }

  private get refusal(): RunEnd | null {
    const removal = this.withoutSubfolder?.refused;
    if (removal !== undefined) return { exit: 255, reason: `Perl refuses the pattern of --subfolder1: ${removal}.` };
    const rule = this.rules.find(({ refused }) => refused !== undefined);
    return rule === undefined ? null : { exit: 64, reason: `Perl refuses ${rule.label}: ${rule.refused}.` };
  }

  map(source: string): MappedFolder {
    const unknown = (reason: string, steps: readonly MappingStep[] = []): MappedFolder => ({
      source,
      destination: null,
      outcome: 'unknown',
      steps,
      reason,
    });
    if (typeof this.pairs === 'string') return unknown(this.pairs);
    const steps: MappingStep[] = [];
    const pair = this.pairs.get(source);
    if (pair !== undefined) return direct(source, pair.to, { by: 'f1f2', given: pair });
    const mapped = this.automap(source);
    if (mapped !== undefined) return direct(source, mapped, { by: 'automap' });
    let name = source;
    if (this.withoutSubfolder !== null) {
      const applied = this.withoutSubfolder.apply(name);
      if (applied.kind !== 'changed' && applied.kind !== 'same') return unknown('--subfolder1 is not followed for it');
      if (applied.kind === 'changed') steps.push({ by: 'subfolder1', from: name, to: applied.name });
      name = applied.name;
    }
    name = arrivalName(
      name,
      this.servers.source.nameSpace,
      this.servers.destination.nameSpace,
      this.options.fixslash2,
      (by, from, to) => steps.push({ by, from, to }),
    );
    for (const rule of this.rules) {
      const applied = rule.apply(name);
      if (applied.kind === 'timeout') return unknown(`Following ${rule.label} takes too many steps.`, steps);
      if (applied.kind === 'unknown') return unknown(`Not followed: ${rule.label} ${applied.reason}.`, steps);
      if (applied.kind === 'same') continue;
      const given = rule.given === undefined ? {} : { given: rule.given };
      steps.push({ by: rule.by, ...given, from: name, to: applied.name });
      name = applied.name;
    }
    return { source, destination: name, outcome: 'mapped', steps };
  }
}

function direct(source: string, destination: string, cause: Pick<MappingStep, 'by' | 'given'>): MappedFolder {
  const steps = source === destination ? [] : [{ ...cause, from: source, to: destination }];
  return { source, destination, outcome: 'mapped', steps };
}

interface Removal {
  /** Set where Perl refuses the pattern. */
  readonly refused?: string;
  apply(name: string): Applied;
}

/** --subfolder1 is taken away as a pattern, wherever it first matches, with a separator behind it. */
function removalOf(subfolder: string, separator: string): Removal {
  const part = separator !== '' && subfolder.endsWith(separator) ? subfolder.slice(0, -1) : subfolder;
  const pattern = readPattern(`${part}(\\${separator})?`);
  if (pattern.kind === 'pattern') return { apply: (name) => replaced(name, pattern.find, () => '') };
  const apply = (): Applied => ({ kind: 'unknown', reason: 'is not followed' });
  return pattern.kind === 'invalid' ? { refused: pattern.message, apply } : { apply };
}
