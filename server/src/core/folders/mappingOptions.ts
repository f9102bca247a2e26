import { type PresetName, type PresetSetting, presetsInForce } from '../catalogue/presets.js';
import type { OptionUse } from '../getopt/result.js';

/** One value of an option that has a say in the names of folders. */
export interface GivenValue {
  /** null where it is not known, since only the shell knows it. */
  readonly value: string | null;
  /** Where it is written; absent for what a preset adds. */
  readonly use?: OptionUse;
  /** The presets that add it: `gmail2`. */
  readonly preset?: string;
}

/** The options that decide which folders are taken and what they are called (imapsync 2.229), presets included. */
export interface MappingOptions {
  readonly folder: readonly GivenValue[];
  readonly folderrec: readonly GivenValue[];
  readonly include: readonly GivenValue[];
  readonly exclude: readonly GivenValue[];
  readonly folderfirst: readonly GivenValue[];
  readonly folderlast: readonly GivenValue[];
  readonly f1f2: readonly GivenValue[];
  /** Those of the command line first, then those of presets. */
  readonly regextrans2: readonly GivenValue[];
  readonly subscribed: boolean;
  readonly subfolder1: GivenValue | null;
  readonly subfolder2: GivenValue | null;
  readonly automap: boolean;
  readonly fixslash2: boolean;
  readonly fixInboxINBOX: boolean;
  readonly checkfoldersexist: boolean;
  /** What replaces what the servers announce. */
  readonly sep1: GivenValue | null;
  readonly sep2: GivenValue | null;
  readonly prefix1: GivenValue | null;
  readonly prefix2: GivenValue | null;
}

/** Collects the options of one command. */
export function mappingOptions(uses: readonly OptionUse[]): MappingOptions {
  const reader = new OptionsReader(uses);
  return {
    folder: reader.list('folder'),
    folderrec: reader.list('folderrec'),
    include: reader.list('include'),
    exclude: reader.list('exclude'),
    folderfirst: reader.list('folderfirst'),
    folderlast: reader.list('folderlast'),
    f1f2: reader.list('f1f2'),
    regextrans2: reader.list('regextrans2'),
    subscribed: reader.isOn('subscribed', false),
    subfolder1: reader.single('subfolder1'),
    subfolder2: reader.single('subfolder2'),
    automap: reader.isOn('automap', false),
    fixslash2: reader.isOn('fixslash2', true),
    fixInboxINBOX: reader.isOn('fixInboxINBOX', true),
    checkfoldersexist: reader.isOn('checkfoldersexist', true),
    sep1: reader.single('sep1'),
    sep2: reader.single('sep2'),
    prefix1: reader.single('prefix1'),
    prefix2: reader.single('prefix2'),
  };
}

interface Added {
  readonly preset: string;
  readonly setting: PresetSetting;
}

class OptionsReader {
  private readonly byName = new Map<string, OptionUse[]>();
  private readonly added: readonly Added[];

  constructor(uses: readonly OptionUse[]) {
    for (const use of uses) {
      const known = this.byName.get(use.name);
      if (known === undefined) this.byName.set(use.name, [use]);
      else known.push(use);
    }
    this.added = presetsInForce((name: PresetName) => this.written(name) === true).flatMap(({ names, settings }) =>
      settings
        .filter(({ unless }) => unless === undefined || this.written(unless) !== true)
        .map((setting) => ({ preset: names.join('+'), setting })),
    );
  }

  list(name: string): readonly GivenValue[] {
    const written = (this.byName.get(name) ?? []).map((use) => ({ value: use.value, use }));
    const added = this.addedTo(name).map(({ preset, setting }) => ({ value: String(setting.value), preset }));
    return [...written, ...added];
  }

  single(name: string): GivenValue | null {
    for (const { preset, setting } of this.addedTo(name)) {
      if (setting.how === 'always') return { value: String(setting.value), preset };
    }
    const use = this.byName.get(name)?.at(-1);
    return use === undefined ? null : { value: use.value, use };
  }

  isOn(name: string, usually: boolean): boolean {
    return this.written(name) ?? (usually || this.addedTo(name).some(({ setting }) => setting.value === true));
  }

  private written(name: string): boolean | undefined {
    const use = this.byName.get(name)?.at(-1);
    return use === undefined ? undefined : !use.negated;
  }

  private addedTo(name: string): readonly Added[] {
    return this.added.filter(({ setting }) => setting.option === name);
  }
}
