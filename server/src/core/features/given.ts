import type { Implication, OptionFact } from '../catalogue/optionFact.js';
import { findOption, imapsyncOptions } from '../catalogue/options.js';
import { implicationsOf, presetsIn } from '../catalogue/presets.js';
import { lowerAscii } from '../getopt/optionTable.js';
import type { Invocation } from '../model/invocation.js';

/**
 * Whether a command certainly has a setting written as the catalogue writes them: `delete2`, `noexpunge1`,
 * `authmech1=LOGIN`. Only what is written counts, and of several occurrences the last one.
 */
export function isGiven(invocation: Invocation, setting: string): boolean {
  const equals = setting.indexOf('=');
  const spelling = imapsyncOptions.exact(lowerAscii(equals < 0 ? setting : setting.slice(0, equals)));
  if (spelling === undefined) return false;
  const use = invocation.last(spelling.definition.name);
  if (use === undefined || use.negated !== spelling.negated) return false;
  return equals < 0 || (use.value !== null && lowerAscii(use.value) === lowerAscii(setting.slice(equals + 1)));
}

/** The settings that a written option makes on this command besides its own: both Gmail presets together are a third one. */
export function impliedBy(invocation: Invocation, fact: OptionFact): readonly Implication[] {
  const together = fact.impliesWithPair ?? (fact.pair === null ? null : findOption(fact.pair)?.impliesWithPair);
  const paired = together != null && fact.pair !== null && invocation.isSet(fact.pair) === true;
  if (fact.group !== 'presets') return paired ? together : fact.implies;
  const names = paired ? [fact.name, fact.pair].sort() : [fact.name];
  const preset = presetsIn(invocation.release).find((each) => each.names.join() === names.join());
  return preset === undefined ? fact.implies : implicationsOf(preset);
}

/** A setting as it would be written: `--ssl1`, `--nossl1`, `--maxsleep 2`. */
export function settingText({ option, value, note }: Implication): string {
  if (value === true) return `--${option}`;
  if (value === false) return `--no${option}`;
  return `--${option} ${value ?? note ?? '…'}`;
}
