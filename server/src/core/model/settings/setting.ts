import type { TextRange } from '../../text/range.js';

/**
 * Where a setting comes from.
 * - `written`: an option of the command line;
 * - `options-extra`: an option in the first line of `options_extra.txt`;
 * - `preset`, `implied`: a preset or another option, which `by` names;
 * - `environment`: the variable that `by` names;
 * - `passfile`: the first line of the file that the option in `by` names;
 * - `default`: the program, where nothing else says anything;
 * - `unknown`: what decides about it can not be seen.
 */
export type SettingOrigin =
  | 'written'
  | 'options-extra'
  | 'preset'
  | 'implied'
  | 'environment'
  | 'passfile'
  | 'default'
  | 'unknown';

/** One thing that imapsync will run with. */
export interface Setting {
  /** Canonical name, the key of the catalogue. */
  readonly option: string;
  /** true or false for a switch, otherwise the text of the value; null where it is not known. A secret is `hiddenSecret`. */
  readonly value: string | boolean | null;
  readonly origin: SettingOrigin;
  /** The preset, option (without dashes), variable or file that the value comes from, where it is not the option itself. */
  readonly by?: string;
  /** Where in the file the option, the assignment, or what `by` names stands. */
  readonly range?: TextRange;
  /** One of several values: those of a list and of a hash stand one behind the other. */
  readonly adds?: true;
  /** What the place held before. */
  readonly overrides?: Setting;
  /** Something that the value alone does not tell, as part of a sentence. */
  readonly note?: string;
  /** An unknown value as it is written, variables by their names. Never that of a secret. */
  readonly shown?: string;
  /** false where something that can not be seen, an option in `"$@"` for instance, could make it another one. */
  readonly certain: boolean;
}

/** What stands in place of every password and token. */
export const hiddenSecret = '••••';

/** What Perl takes for false. */
export function isEmptyValue(value: Setting['value']): boolean {
  return value === '' || value === '0' || value === false;
}
