import type { OptionFact } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import type { OptionUse } from '../getopt/result.js';
import { buildInvocation } from '../model/buildInvocation.js';
import { effectiveSettings } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import type { Setting } from '../model/settings/setting.js';
import { originText } from './connectionMarkdown.js';
import { impliedBy, isGiven, settingText } from './given.js';
import { code, prose } from './markdown.js';
import { conflictText, requirementText } from './optionMarkdown.js';
import { valueHere } from './valueMarkdown.js';

/** What is true of the option on this very command, its value aside; with `given` only what is there, not what is missing. */
export function circumstances(
  invocation: Invocation,
  use: OptionUse,
  fact: OptionFact,
  detail: 'all' | 'given' = 'all',
): readonly string[] {
  const lines: string[] = [];
  for (const { wordIndex, message } of invocation.errors) {
    if (wordIndex === use.wordIndex || wordIndex === use.valueWordIndex) lines.push(`**Refused:** ${prose(message)}`);
  }
  const settings = effectiveSettings(invocation);
  const overruled = overruledText(invocation, use, settings);
  if (overruled !== null) lines.push(overruled);
  const otherwise = detail === 'all' ? otherwiseText(invocation, use, fact) : null;
  if (otherwise !== null) lines.push(otherwise);
  const pair = pairText(invocation, fact, settings, detail);
  if (pair !== null) lines.push(pair);
  const count = invocation.all(use.name).length;
  if (count > 1) {
    if (fact.repeatable) lines.push(`Given ${count} times on this command: they add up.`);
    else if (invocation.last(use.name) === use)
      lines.push(`Given ${count} times on this command: this one, the last, wins.`);
    else lines.push(`**Ignored here:** given ${count} times on this command, and the last one wins.`);
  }
  for (const { by, text } of settersOf(invocation, fact)) {
    if (!use.negated) lines.push(`${code(`--${by.name}`)} on this command would set ${text} by itself.`);
  }
  if (use.negated) return lines;
  for (const conflict of fact.conflicts) {
    if (meets(invocation, conflict)) lines.push(`**On this command**, ${conflictText(conflict)}`);
  }
  for (const requirement of fact.requires) {
    const met = requirement.anyOf.some((name) => isGiven(invocation, name));
    const environment = invocation.syntax.assignments.some(({ name }) => name === requirement.environment);
    if (met || environment) continue;
    const missing = requirement.anyOf.length > 0 && !invocation.open;
    lines.push(`${missing ? '**Needs, and it is not on this command:**' : 'Needs'} ${requirementText(requirement)}`);
  }
  return lines;
}

/** What would hold without the option, where its default depends on the rest of the command. */
function otherwiseText(invocation: Invocation, use: OptionUse, fact: OptionFact): string | null {
  if (fact.defaultNote === null || fact.secret || fact.repeatable || invocation.last(use.name) !== use) return null;
  const { dialect, range, executable, launcher, assignments, words, incomplete, optionsExtra } = invocation.syntax;
  const extra = optionsExtra === undefined ? {} : { optionsExtra };
  const rest = words.filter((_, index) => index !== use.wordIndex && index !== use.valueWordIndex);
  const without = buildInvocation({
    dialect,
    range,
    executable,
    launcher,
    assignments,
    words: rest,
    incomplete,
    ...extra,
  });
  const setting = effectiveSettings(without).find(({ option }) => option === use.name);
  if (setting === undefined || setting.origin === 'unknown' || setting.value === null || !setting.certain) return null;
  // What another option sets is told of that option.
  if (setting.origin !== 'default' && settersOf(invocation, fact).length > 0) return null;
  return `Without it imapsync would take ${inForce(setting)}.`;
}

/** What the same option of the other side comes to. */
function pairText(
  invocation: Invocation,
  fact: OptionFact,
  settings: readonly Setting[],
  detail: 'all' | 'given',
): string | null {
  if (fact.pair === null) return null;
  const pair = findOption(fact.pair);
  if (pair === undefined) return null;
  const name = code(`--${pair.name}`);
  const where = pair.side === 'host1' ? 'source' : 'destination';
  const use = invocation.last(pair.name);
  const setting = settings.findLast(({ option }) => option === pair.name);
  if (use === undefined) {
    if (detail === 'given' && (setting === undefined || setting.origin === 'default')) return null;
    if (setting !== undefined && setting.origin !== 'unknown' && setting.value !== null)
      return `${name}, the same for the ${where}, is not given here: imapsync takes ${inForce(setting)}.`;
    return invocation.open ? null : `${name}, the same for the ${where}, is not given here.`;
  }
  const otherwise =
    setting === undefined || setting.origin === 'written' || setting.value === null
      ? ''
      : `, but ${inForce(setting)} is in force`;
  if (use.valueRange === null) {
    return `${code(use.negated ? `--no${pair.name}` : `--${pair.name}`)} is given for the ${where}${otherwise}.`;
  }
  return `${name} for the ${where} is ${valueHere(invocation, pair, use)}${otherwise}.`;
}

/** What is in force in place of what is written, where something overrules it. */
function overruledText(invocation: Invocation, use: OptionUse, settings: readonly Setting[]): string | null {
  if (invocation.last(use.name) !== use) return null;
  const setting = settings.find(({ option }) => option === use.name);
  if (setting === undefined || setting.adds) return null;
  if (setting.note !== undefined && setting.origin === 'written')
    return `It ${setting.note.startsWith('read as') ? 'is' : 'holds'} ${prose(setting.note)}.`;
  if (setting.origin === 'written' || setting.origin === 'unknown' || setting.value === null) return null;
  return `**In force here:** ${inForce(setting)} instead of what is written.`;
}

/** `--port2 993 (by --gmail2)`, `--errorsmax 50, the default`. */
function inForce(setting: Setting): string {
  const { option, value, origin } = setting;
  const text =
    typeof value === 'boolean' ? `${value ? '--' : '--no'}${option}` : `--${option} ${value === '' ? "''" : value}`;
  return `${code(text)}${origin === 'default' ? ', the default' : originText(setting)}`;
}

/** Other options on this command that set this one where it is not given. */
export function settersOf(
  invocation: Invocation,
  fact: OptionFact,
): readonly { readonly by: OptionFact; readonly text: string }[] {
  const setters: { by: OptionFact; text: string }[] = [];
  for (const use of invocation.uses) {
    const by = findOption(use.name);
    if (by === undefined || by === fact || use.negated || invocation.last(use.name) !== use) continue;
    for (const implication of impliedBy(invocation, by)) {
      if (implication.option === fact.name) setters.push({ by, text: code(settingText(implication)) });
    }
  }
  return setters;
}

export function meets(invocation: Invocation, conflict: OptionFact['conflicts'][number]): boolean {
  if (conflict.absent)
    return conflict.with.some((name) => invocation.isAbsent(name) || invocation.isSet(name) === false);
  if (invocation.syntax.assignments.some(({ name }) => name === conflict.environment)) return true;
  if (conflict.with.length === 0) return false;
  const given = (name: string): boolean => isGiven(invocation, name);
  return conflict.all ? conflict.with.every(given) : conflict.with.some(given);
}
