import { findOption, imapsyncOptions } from '../../catalogue/options.js';
import { lowerAscii } from '../../getopt/optionTable.js';
import { isEmptyValue, type Setting } from './setting.js';

const none: readonly Setting[] = [];

/** Settings while they are worked out, in the order in which imapsync makes them. Secrets stand in it as they are. */
export class SettingsDraft {
  readonly #single = new Map<string, Setting>();
  readonly #lists = new Map<string, Setting[]>();

  /** `open`: options that can not be seen may be given too. */
  constructor(readonly open: boolean) {}

  /** The value of a single-valued option; undefined where it has none. */
  get(option: string): Setting | undefined {
    return this.#single.get(option);
  }

  /** The values of a list or hash, in order. */
  values(option: string): readonly Setting[] {
    return this.#lists.get(option) ?? none;
  }

  has(option: string): boolean {
    return this.#single.has(option) || this.values(option).length > 0;
  }

  /** Whether Perl takes the value for true; one that is written and not known counts. */
  isOn(option: string): boolean {
    const setting = this.#single.get(option);
    return setting === undefined ? this.values(option).length > 0 : !isEmptyValue(setting.value);
  }

  /** Whether a setting as the catalogue writes them holds: `delete2`, `noexpunge1`, `authmech1=LOGIN`. */
  given(text: string): boolean {
    const equals = text.indexOf('=');
    const spelling = imapsyncOptions.exact(lowerAscii(equals < 0 ? text : text.slice(0, equals)));
    if (spelling === undefined) return false;
    const { name, spec } = spelling.definition;
    const setting = this.#single.get(name);
    if (setting === undefined) return equals < 0 && this.values(name).length > 0;
    if (spec === '' || spec === '!') return setting.value === !spelling.negated;
    if (equals < 0) return true;
    return typeof setting.value === 'string' && lowerAscii(setting.value) === lowerAscii(text.slice(equals + 1));
  }

  /** Sets the one value of an option and remembers what was there. */
  set(setting: Setting): void {
    const before = this.#single.get(setting.option);
    this.#single.set(setting.option, before === undefined ? setting : { ...setting, overrides: before });
  }

  /** Changes what is said about the value of an option that has one. */
  amend(option: string, change: Partial<Setting>): void {
    const setting = this.#single.get(option);
    if (setting !== undefined) this.#single.set(option, { ...setting, ...change });
  }

  /** Adds a value behind, or with `first` in front of those that are there. A hash keeps one value for each key. */
  add(setting: Setting, first = false): void {
    const { option } = setting;
    let list = this.#lists.get(option);
    if (list === undefined) {
      list = [];
      this.#lists.set(option, list);
    }
    const added: Setting = { ...setting, adds: true };
    const same = findOption(option)?.value === 'key=value' ? indexOfKey(list, setting) : -1;
    if (same >= 0) list[same] = { ...added, overrides: list[same]! };
    else if (first) list.unshift(added);
    else list.push(added);
  }

  /** All settings, in no order that means anything, lists in theirs. */
  all(): readonly Setting[] {
    return [...this.#single.values(), ...[...this.#lists.values()].flat()];
  }
}

function indexOfKey(list: readonly Setting[], { value }: Setting): number {
  const key = keyOf(value);
  return key === null ? -1 : list.findIndex((other) => keyOf(other.value) === key);
}

function keyOf(value: Setting['value']): string | null {
  return typeof value === 'string' ? value.slice(0, value.indexOf('=')) : null;
}
