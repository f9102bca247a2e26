import type { Implication } from '../../catalogue/optionFact.js';
import { findOption } from '../../catalogue/options.js';
import { implicationsOf, presetsInForce } from '../../catalogue/presets.js';
import type { Release } from '../../catalogue/release.js';
import { isEmptyValue, type Setting } from './setting.js';
import type { SettingsDraft } from './settingsDraft.js';

type Cause = Pick<Setting, 'origin' | 'by' | 'range'>;

/** Makes the settings of the presets that are given, as the release in force does. */
export function addPresets(draft: SettingsDraft, release: Release | null): void {
  for (const preset of presetsInForce((name) => draft.isOn(name), release)) {
    const { names } = preset;
    const range = draft.get(names.at(-1)!)?.range;
    const cause: Cause = { origin: 'preset', by: names.join('+'), ...(range === undefined ? {} : { range }) };
    imply(draft, implicationsOf(preset), cause);
  }
}

/**
 * The options that set others, presets aside, in the order in which the program of 2.229 comes to them. Where two want
 * the same place it is this order that decides.
 */
export const implyingOptions: readonly string[] = [
  'testslive',
  'testslive6',
  'abortbyfile',
  'useuid',
  'usecache',
  'delete2',
  'filterbuggyflags',
  'debugimap',
  'debugimap1',
  'debugimap2',
  'delete2foldersonly',
  'delete2foldersbutnot',
  'delete1',
  'delete2duplicates',
  'idatefromheader',
  'authmd5',
  'authmd51',
  'authmd52',
  'authuser1',
  'authuser2',
  'justfolders',
  'dry',
  'disarmreadreceipts',
  'oauthdirect1',
  'oauthdirect2',
  'oauthaccesstoken1',
  'oauthaccesstoken2',
  'subfolder1',
  'subfolder2',
];

/** Makes the settings that options make besides their own, those of options that were only implied included. */
export function addImplied(draft: SettingsDraft): void {
  for (const name of implyingOptions) {
    if (!draft.has(name)) continue;
    const implications = findOption(name)?.implies ?? [];
    const range = draft.get(name)?.range;
    const cause: Cause = { origin: 'implied', by: name, ...(range === undefined ? {} : { range }) };
    imply(draft, draft.isOn(name) ? implications : implications.filter(({ evenEmpty }) => evenEmpty === true), cause);
  }
  if (draft.get('abletosearch1')?.value === false || noSearchAtAll(draft)) forceOff(draft, 'checkmessageexists');
}

function noSearchAtAll(draft: SettingsDraft): boolean {
  return !draft.has('abletosearch1') && draft.get('abletosearch')?.value === false;
}

/** Without SEARCH on the source imapsync never looks whether a message is still there. */
function forceOff(draft: SettingsDraft, option: string): void {
  if (!draft.isOn(option)) return;
  const by = draft.has('abletosearch1') ? 'noabletosearch1' : 'noabletosearch';
  draft.set({ option, value: false, origin: 'implied', by, certain: true });
}

function imply(draft: SettingsDraft, implications: readonly Implication[], cause: Cause): void {
  // What one of them sets does not count for the others.
  const made = implications.filter(({ unless = [] }) => !unless.some((setting) => draft.given(setting)));
  for (const { option, value, append, first, over, unless, note } of made) {
    const setting: Setting = {
      option,
      value,
      ...cause,
      ...(note === undefined ? {} : { note }),
      certain: !draft.open || ((append === true || over === 'always') && unless === undefined),
    };
    if (append === true) draft.add(setting, first === true);
    else if (isFree(draft.get(option), setting, over)) draft.set(setting);
  }
}

function isFree(present: Setting | undefined, { value }: Setting, over: Implication['over']): boolean {
  if (present === undefined) return true;
  if (over === 'empty') return isEmptyValue(present.value);
  return over === 'always' && (value === null || present.value !== value);
}
