import type { Conflict, Implication, OptionFact, Requirement, ValueKind } from '../catalogue/optionFact.js';
import { isFrom, type Release } from '../catalogue/release.js';
import { settingText } from './given.js';
import { code, enumerate, prose } from './markdown.js';
import { lackText, releaseDifferences, releaseSpan } from './releaseText.js';

const sideNames = { host1: 'source (host1)', host2: 'destination (host2)', local: 'local files' } as const;

const kindNames: Readonly<Record<ValueKind, string>> = {
  'auth-mechanism': 'a login mechanism',
  bytes: 'a number of bytes',
  'bytes-rate': 'bytes per second',
  character: 'one character',
  count: 'a whole number',
  days: 'a number of days',
  dir: 'a folder of this machine',
  domain: 'a Windows domain',
  email: 'a mail address',
  file: 'a file of this machine',
  'folder-host1': 'a mail folder of the source',
  'folder-host2': 'a mail folder of the destination',
  'folder-mapping': 'source folder=destination folder',
  'folder-prefix': 'a prefix of folder names',
  'function-name': 'a function of the program',
  'header-name': 'a header name',
  host: 'a host name or IP address',
  'imap-search': 'an IMAP SEARCH expression',
  'key=value': 'key=value',
  level: 'a level',
  login: 'an account name',
  'message-set': 'message numbers',
  options: 'options in one text',
  'perl-op': 'a Perl operator such as s/a/b/',
  'perl-pattern': 'a Perl regular expression without slashes',
  port: 'a port number',
  rate: 'a number per second',
  seconds: 'seconds',
  secret: 'a secret',
  'secret-or-file': 'a token, or a file that holds one',
  'shell-command': 'a shell command',
  signal: 'a signal name',
  'tls-version': 'TLS versions',
};

const plainKinds = {
  none: 'switch',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  'key=value': 'key=value',
} as const;

/** One line of facts: name, side, kind of value, default. */
export function optionHeading(fact: OptionFact): string {
  const parts = [`**${code(`--${fact.name}`)}**`];
  if (fact.side !== null) parts.push(sideNames[fact.side]);
  parts.push(valueText(fact));
  parts.push(defaultText(fact));
  if (fact.repeatable) parts.push('can be repeated');
  return parts.join(' · ');
}

/** What a value of the option is, in words. */
export function valueText(fact: OptionFact): string {
  if (fact.value === 'none') return fact.negatable ? 'switch' : 'switch without a no-form';
  const kind = fact.valueKind === null ? plainKinds[fact.value] : kindNames[fact.valueKind];
  return `takes ${fact.value === 'string' && fact.valueKind === null ? 'text' : kind}`;
}

/** What holds where the option is not given. */
export function defaultText(fact: OptionFact): string {
  if (fact.defaultNote !== null) return `default: ${prose(fact.defaultNote)}`;
  const value = fact.default;
  if (value === true) return 'on by default';
  if (value === false) return 'off by default';
  if (value === null) return fact.value === 'none' ? 'off by default' : 'no default';
  if (typeof value === 'object') return `default ${enumerate(value.map(code), 'and')}`;
  return `default ${value === '' ? 'empty' : code(String(value))}`;
}

/** Whether the option changes nothing in the release in force. */
export function isIdle({ noEffect, worksFrom }: OptionFact, release: Release | null): boolean {
  return noEffect && (worksFrom === null || release === null || !isFrom(release, worksFrom));
}

/** What can go wrong with the option on any command: code it runs, mail and files it changes, also under --dry. */
export function dangers(fact: OptionFact, release: Release | null = null): readonly string[] {
  const lines: string[] = [];
  if (isIdle(fact, release)) {
    const idle = 'imapsync accepts this option and it changes nothing.';
    const { worksFrom } = fact;
    lines.push(
      `**No effect:** ${worksFrom === null ? `${idle} Leave it out.` : `before release ${worksFrom} ${idle}`}`,
    );
  }
  if (fact.shellExec) lines.push('**Runs code:** its value is executed by a shell.');
  else if (fact.perlEval) lines.push('**Runs code:** its value is executed as Perl.');
  if (fact.writes.length > 0) {
    const changed = enumerate(
      fact.writes.map((what) => (what === 'local' ? 'local files' : `the ${sideNames[what]}`)),
      'and',
    );
    lines.push(`**Changes** ${changed}${fact.honoursDry === true ? ', but not under `--dry`' : ''}.`);
  }
  if (fact.dryDetail !== null) lines.push(`**Under \`--dry\`:** ${prose(fact.dryDetail.replace(/^Under --dry /, ''))}`);
  else if (fact.honoursDry === false) lines.push('**Under `--dry`** it still does its work.');
  return lines;
}

/** The settings an option makes besides its own; empty where it makes none. */
export function implicationText(implications: readonly Implication[]): string {
  const settings = implications.map((one) => code(settingText(one)) + (one.append ? ' (added to the list)' : ''));
  if (settings.length === 0) return '';
  if (settings.length < 4) return `**Also sets** ${enumerate(settings, 'and')}.`;
  return ['**Also sets**', ...settings.map((setting) => `- ${setting}`)].join('\n');
}

/** A conflict as one sentence: `with --delete1: …`. */
export function conflictText(conflict: Conflict): string {
  const names = conflict.with.map((name) => code(`--${name}`));
  if (conflict.environment !== undefined) names.push(`the environment variable ${code(conflict.environment)}`);
  const met = enumerate(names, conflict.all ? 'and' : 'or');
  return `${conflict.absent ? 'without' : 'with'} ${met}: ${prose(conflict.effect)}`;
}

/** A requirement as a sentence. */
export function requirementText(requirement: Requirement): string {
  const names = requirement.anyOf.map((name) => code(`--${name}`));
  if (requirement.environment !== undefined) names.push(`the environment variable ${code(requirement.environment)}`);
  const note = requirement.note === undefined ? '' : prose(requirement.note);
  if (names.length === 0) return note;
  return `${enumerate(names, 'or')}${note === '' ? '' : ` (${note})`}`;
}

/** What holds in which release: what differs from the rest of the text, since when there is the option, what was read. */
export function releaseText(fact: OptionFact, release: Release | null): string {
  const differences = releaseDifferences(fact, release).map((line) => `- ${prose(line)}`);
  const span = prose(releaseSpan(fact, release));
  return differences.length === 0 ? span : `**From release to release**\n${differences.join('\n')}\n\n${span}`;
}

/** That the release in force lacks the option; empty where it has it. */
export function lackLines(fact: OptionFact, release: Release | null): readonly string[] {
  const text = lackText(fact, release);
  return text === null ? [] : [`**Not in this release:** ${prose(text)}`];
}

/** Everything about an option that does not depend on a command: what completion shows. */
export function optionMarkdown(fact: OptionFact, release: Release | null = null): string {
  const parts = [optionHeading(fact), ...lackLines(fact, release), prose(fact.summary)];
  parts.push(...dangers(fact, release));
  if (fact.notes !== '') parts.push(prose(fact.notes));
  const implied = implicationText(fact.implies);
  if (implied !== '') parts.push(implied);
  if (fact.requires.length > 0) parts.push(`**Needs** ${fact.requires.map(requirementText).join('; ')}.`);
  if (fact.conflicts.length > 0)
    parts.push(
      ['**Together with other options**', ...fact.conflicts.map((one) => `- ${conflictText(one)}`)].join('\n'),
    );
  parts.push(releaseText(fact, release));
  return parts.join('\n\n');
}
