import type { OptionUse } from '../../getopt/result.js';
import { insertOptions } from '../../model/edits/insertOptions.js';
import { removeUses } from '../../model/edits/removeUse.js';
import { presetsOf } from '../../model/effectiveSettings.js';
import type { Invocation } from '../../model/invocation.js';
import type { RuleContext, Suggestion } from '../rule.js';

/** The occurrence that switches an option on, or gives it its value; undefined where it is not written or taken back. */
export function given(invocation: Invocation, name: string): OptionUse | undefined {
  const use = invocation.last(name);
  return use === undefined || use.negated ? undefined : use;
}

/** The occurrences that count of those of the named options that are on, in the order of `names`. */
export function allGiven(invocation: Invocation, names: readonly string[]): readonly OptionUse[] {
  const uses: OptionUse[] = [];
  for (const name of names) {
    const use = given(invocation, name);
    if (use !== undefined) uses.push(use);
  }
  return uses;
}

/** The option that switches the cache on: --usecache, or --useuid without --nousecache. */
export function cacheUse(invocation: Invocation): OptionUse | undefined {
  const written = invocation.last('usecache');
  if (written !== undefined) return written.negated ? undefined : written;
  return given(invocation, 'useuid');
}

/** The use that switches a switch on, be it that of a preset that sets it; undefined where it is off. */
export function switchedOn(invocation: Invocation, name: string, presets: readonly string[]): OptionUse | undefined {
  const written = invocation.last(name);
  if (written !== undefined) return written.negated ? undefined : written;
  if (!presets.some((preset) => invocation.last(preset) !== undefined)) return undefined;
  const preset = presetsOf(invocation).find(({ settings }) =>
    settings.some(({ option, value }) => option === name && value === true),
  );
  return preset === undefined ? undefined : given(invocation, preset.names.at(-1)!);
}

/** `--a`, `--a and --b`, `--a, --b and --c`, as they are written. */
export function listed(uses: readonly OptionUse[]): string {
  const names = uses.map(({ spelled }) => spelled);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Removes every occurrence of an option. */
export function removal(invocation: Invocation, { text }: RuleContext, name: string): Suggestion {
  const uses = invocation.all(name);
  const shown = uses.at(-1)?.negated === true ? `--no${name}` : `--${name}`;
  return { title: `Remove ${shown}`, edits: removeUses(invocation, text, uses) };
}

/** Adds options, whose words are given as imapsync is to get them. */
export function addition(invocation: Invocation, { text }: RuleContext, words: readonly string[]): Suggestion {
  return { title: `Add ${words.join(' ')}`, edits: [insertOptions(invocation, text, words)] };
}
