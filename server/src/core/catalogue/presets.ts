import type { Implication, Side } from './optionFact.js';
import { isFrom, knownReleases, type Release } from './release.js';

export type PresetName =
  | 'gmail1'
  | 'gmail2'
  | 'office1'
  | 'office2'
  | 'exchange1'
  | 'exchange2'
  | 'domino1'
  | 'domino2';

/** One setting that a preset makes. */
export interface PresetSetting {
  readonly option: string;
  /** true or false for a switch; otherwise what the option's value becomes, or what joins its list. */
  readonly value: string | boolean;
  /**
   * - `if-absent`: only where the command line does not write the option at all;
   * - `if-empty`: also where it writes 0 or an empty value;
   * - `always`: over what the command line says;
   * - `append`: behind the values of the command line.
   */
  readonly how: 'if-absent' | 'if-empty' | 'always' | 'append';
  /** A switch that suppresses this setting. */
  readonly unless?: string;
  /** What a value means that does not explain itself. */
  readonly note?: string;
  /** The first release that makes it, and the first one that does not any more, where that is not so in all. */
  readonly from?: Release;
  readonly before?: Release;
}

export interface Preset {
  /** The presets that must be given together for these settings. */
  readonly names: readonly PresetName[];
  readonly side: Side | 'both';
  readonly settings: readonly PresetSetting[];
}

const hostAndTls = (side: 1 | 2, host: string): readonly PresetSetting[] => [
  { option: `host${side}`, value: host, how: 'if-empty' },
  { option: `ssl${side}`, value: true, how: 'if-absent' },
];

const gmailPace = (rate: string, after: string): readonly PresetSetting[] => [
  { option: 'maxbytespersecond', value: rate, how: 'if-empty', before: '2.290' },
  { option: 'maxbytesafter', value: after, how: 'if-empty', before: '2.290' },
  { option: 'maxbytespersecond', value: '300000', how: 'if-empty', from: '2.290' },
  { option: 'maxbytesafter', value: '3000000000', how: 'if-empty', from: '2.290' },
  { option: 'automap', value: true, how: 'if-absent' },
  { option: 'maxsleep', value: '2', how: 'if-absent' },
];

/** From the author's ChangeLog, for --gmail2 alone and with --gmail1. */
const datesFromHeaders: PresetSetting = { option: 'idatefromheader', value: true, how: 'if-absent', from: '2.291' };

const allMailLast: PresetSetting = { option: 'folderlast', value: '[Gmail]/All Mail', how: 'append' };

const withoutGmailLevel: PresetSetting = {
  option: 'regextrans2',
  value: 's,\\[Gmail\\].,,',
  how: 'append',
  note: 'drops the [Gmail] level from folder names',
};

const bareGmailFolder = {
  option: 'exclude',
  value: '\\[Gmail\\]$',
  how: 'append',
  note: 'the bare [Gmail] folder',
} as const;

const wrapLongLines: PresetSetting = {
  option: 'regexmess',
  value: 's,(.{10239}),$1\\r\\n,g',
  how: 'append',
  unless: 'noregexmess',
  note: 'breaks lines longer than 10239 bytes',
};

const exchangePace = (maxsize: string): readonly PresetSetting[] => [
  { option: 'maxsize', value: maxsize, how: 'if-empty' },
  { option: 'maxmessagespersecond', value: '4', how: 'if-empty' },
  { option: 'disarmreadreceipts', value: true, how: 'if-absent' },
];

/**
 * What each preset of imapsync sets in 2.229 and as far as it is known in other releases, in the order in which the program applies them: a preset that fills a place
 * leaves nothing to fill for those behind it. The first entry stands for both Gmail presets together, which do not add
 * up but select a third one and keep every other preset from being read.
 */
const presetsOfAll: readonly Preset[] = [
  {
    names: ['gmail1', 'gmail2'],
    side: 'both',
    settings: [
      ...hostAndTls(1, 'imap.gmail.com'),
      ...hostAndTls(2, 'imap.gmail.com'),
      ...gmailPace('20000', '1000000000'),
      { option: 'skipcrossduplicates', value: false, how: 'if-absent' },
      { option: 'synclabels', value: true, how: 'if-absent' },
      { option: 'resynclabels', value: true, how: 'if-absent' },
      datesFromHeaders,
      { option: 'useheader', value: 'X-Gmail-Received', how: 'append' },
      { option: 'useheader', value: 'Message-Id', how: 'append' },
      bareGmailFolder,
      allMailLast,
    ],
  },
  {
    names: ['gmail1'],
    side: 'host1',
    settings: [
      ...hostAndTls(1, 'imap.gmail.com'),
      ...gmailPace('40000', '3000000000'),
      { option: 'skipcrossduplicates', value: true, how: 'if-absent' },
      { option: 'useheader', value: 'X-Gmail-Received', how: 'append' },
      { option: 'useheader', value: 'Message-Id', how: 'append' },
      withoutGmailLevel,
      allMailLast,
    ],
  },
  {
    names: ['gmail2'],
    side: 'host2',
    settings: [
      ...hostAndTls(2, 'imap.gmail.com'),
      ...gmailPace('20000', '1000000000'),
      { option: 'expunge1', value: true, how: 'if-absent' },
      { option: 'addheader', value: true, how: 'if-absent' },
      datesFromHeaders,
      { ...bareGmailFolder, unless: 'noexclude' },
      { option: 'useheader', value: 'Message-Id', how: 'append' },
      withoutGmailLevel,
      { option: 'regextrans2', value: 's,^ +| +$,,g', how: 'append', note: 'trims blanks at both ends of a name' },
      { option: 'regextrans2', value: 's,/ +| +/,/,g', how: 'append', note: 'trims blanks around slashes' },
      {
        option: 'regextrans2',
        value: `s/['\\^"]/_/g`,
        how: 'append',
        note: 'replaces quotes and carets by underscores',
      },
      allMailLast,
    ],
  },
  {
    names: ['office1'],
    side: 'host1',
    settings: [
      ...hostAndTls(1, 'outlook.office365.com'),
      { option: 'exclude', value: '^Files$', how: 'append', unless: 'noexclude', note: 'the Files folder' },
    ],
  },
  {
    names: ['office2'],
    side: 'host2',
    settings: [
      ...hostAndTls(2, 'outlook.office365.com'),
      ...exchangePace('45000000'),
      wrapLongLines,
      { option: 'f1f2', value: 'Files=Files_renamed_by_imapsync', how: 'append', unless: 'nof1f2' },
    ],
  },
  { names: ['exchange1'], side: 'host1', settings: [] },
  {
    names: ['exchange2'],
    side: 'host2',
    settings: [
      ...exchangePace('10000000'),
      {
        option: 'regexflag',
        value: 's/\\\\Flagged//g',
        how: 'append',
        unless: 'noregexflag',
        note: 'removes the \\Flagged flag',
      },
      wrapLongLines,
    ],
  },
  {
    names: ['domino1'],
    side: 'host1',
    settings: [
      { option: 'sep1', value: '\\', how: 'always' },
      { option: 'prefix1', value: '', how: 'always' },
      { option: 'messageidnodomain', value: true, how: 'if-absent' },
    ],
  },
  {
    names: ['domino2'],
    side: 'host2',
    settings: [
      { option: 'sep2', value: '\\', how: 'always' },
      { option: 'prefix2', value: '', how: 'always' },
      { option: 'messageidnodomain', value: true, how: 'if-absent' },
      {
        option: 'regextrans2',
        value: 's,^Inbox\\\\(.*),$1,i',
        how: 'append',
        note: 'lifts subfolders out of Inbox',
      },
    ],
  },
];

/** What the presets set in 2.229. */
export const presets: readonly Preset[] = settingsIn(knownReleases.described);

function settingsIn(release: Release): readonly Preset[] {
  return presetsOfAll.map((preset) => ({
    ...preset,
    settings: preset.settings.filter(
      ({ from, before }) =>
        (from === undefined || isFrom(release, from)) && (before === undefined || !isFrom(release, before)),
    ),
  }));
}

/** More releases than these are never in force side by side. */
const mostRemembered = 16;
const remembered = new Map<Release, readonly Preset[]>();

/** What the presets set in a release; null for one that is not known, for which 2.229 stands. */
export function presetsIn(release: Release | null): readonly Preset[] {
  if (release === null) return presets;
  const known = remembered.get(release);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const made = settingsIn(release);
  remembered.set(release, made);
  return made;
}

/** The presets in force when exactly those for which `isGiven` answers true are given, in the order of application. */
export function presetsInForce(
  isGiven: (name: PresetName) => boolean,
  release: Release | null = null,
): readonly Preset[] {
  const presets = presetsIn(release);
  if (isGiven('gmail1') && isGiven('gmail2')) return presets.slice(0, 1);
  return presets.filter(({ names }) => names.length === 1 && isGiven(names[0]!));
}

const implied = {
  'if-absent': {},
  'if-empty': { over: 'empty' },
  always: { over: 'always' },
  append: { append: true },
} as const satisfies Record<PresetSetting['how'], Partial<Implication>>;

/** The settings of one preset, or of several given together, as implications of an option in 2.229. */
export function impliedByPreset(...names: readonly PresetName[]): readonly Implication[] {
  const preset = presets.find((each) => each.names.join() === names.join());
  return preset === undefined ? [] : implicationsOf(preset);
}

/** The settings of a preset as implications of an option. */
export function implicationsOf(preset: Preset): readonly Implication[] {
  return preset.settings.map(({ option, value, how, unless, note }) => ({
    option,
    value,
    ...implied[how],
    ...(unless === undefined ? {} : { unless: [unless] }),
    ...(note === undefined ? {} : { note }),
  }));
}
