import type { OptionFact } from '../../catalogue/optionFact.js';
import { optionFacts } from '../../catalogue/options.js';
import { decidedDefault, type Surroundings } from './decidedDefaults.js';
import { isEmptyValue, type Setting } from './setting.js';
import type { SettingsDraft } from './settingsDraft.js';

/**
 * Fills the places that are left with what the program sets there. Defaults that switch nothing on are left out: they
 * are the same as doing nothing. Where options may be given that can not be seen, no default is certain.
 */
export function addDefaults(draft: SettingsDraft, surroundings: Surroundings): void {
  for (const fact of optionFacts) {
    if (fact.follows === null && !fact.noEffect && isUnset(draft, fact)) addDefault(draft, fact, surroundings);
  }
  for (const fact of optionFacts) {
    if (fact.follows !== null && isUnset(draft, fact)) follow(draft, fact, fact.follows);
  }
}

function isUnset(draft: SettingsDraft, fact: OptionFact): boolean {
  const present = draft.get(fact.name);
  if (present === undefined) return draft.values(fact.name).length === 0;
  return fact.emptyIsAbsent && isEmptyValue(present.value);
}

function addDefault(draft: SettingsDraft, fact: OptionFact, surroundings: Surroundings): void {
  const decided = decidedDefault(fact, draft, surroundings);
  if (decided === 'none') return;
  for (const part of decided ?? plainDefault(fact)) {
    const setting = part.origin === 'default' ? whereNothingIsOpen(draft, part) : part;
    if (fact.repeatable) draft.add(setting);
    else draft.set(setting);
  }
}

/** The default that the catalogue states. */
function plainDefault({ name: option, default: value }: OptionFact): readonly Setting[] {
  if (value === null || value === false || value === 0 || value === '') return [];
  const values = typeof value === 'object' ? value : [value === true ? true : String(value)];
  return values.map((one) => ({ option, value: one, origin: 'default', certain: true }));
}

function follow(draft: SettingsDraft, fact: OptionFact, followed: string): void {
  const { name: option } = fact;
  const model = draft.get(followed);
  if (model === undefined || (fact.emptyIsAbsent && isEmptyValue(model.value))) return;
  const { origin, overrides, by, range, ...rest } = model;
  const place: Pick<Setting, 'range'> = range === undefined ? {} : { range };
  if (origin === 'default' || origin === 'unknown') draft.set({ ...rest, option, origin });
  else draft.set({ ...rest, option, origin: 'implied', by: followed, ...place, certain: !draft.open });
}

function whereNothingIsOpen({ open }: SettingsDraft, setting: Setting): Setting {
  if (!open) return setting;
  const { option, value, note, adds } = setting;
  const usual =
    value === null ? (note ?? 'decided by the program') : value === true ? 'on' : value === false ? 'off' : value;
  return {
    option,
    value: null,
    origin: 'unknown',
    note: `${usual} unless the script adds the option`,
    ...(adds === undefined ? {} : { adds }),
    certain: false,
  };
}
