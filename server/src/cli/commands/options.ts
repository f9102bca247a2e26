import {
  findOption,
  imapsyncOptions,
  lackText,
  type OptionFact,
  optionFacts,
  optionHistory,
  optionsOf,
  optionTableOf,
  type Release,
  releaseDifferences,
  releaseSpan,
} from '../../core/languageService.js';
import { type ExitCode, exitCode, UsageProblem } from '../exitCode.js';
import { columns } from '../formats/columns.js';
import type { CliHost } from '../host.js';
import { type OptionShapes, oneOf, readArguments } from '../readArguments.js';
import { readReleaseOption } from '../releaseOption.js';

export const optionsHelp = `Usage: imapsync-lint options [OPTIONS] [NAME]

Lists the options of imapsync, or describes one; NAME as imapsync accepts it, dashes or not.

  --format pretty|json   how to print (default: pretty)
  --imapsync-version V   list the options of that release, or tell what it makes of NAME (default: 2.229, and what
                         changed in later releases)
  -h, --help             print this text
`;

const shapes: OptionShapes = { format: { value: true }, 'imapsync-version': { value: true } };

/** Lists imapsync's options or describes one. */
export async function runOptions(words: readonly string[], host: CliHost): Promise<ExitCode> {
  const read = readArguments(dashedNameAsWord(words), shapes);
  const json = oneOf(read, 'format', ['pretty', 'json']) === 'json';
  const release = readReleaseOption(read) ?? null;
  const [name] = read.rest;
  if (read.rest.length > 1) throw new UsageProblem('Name one option, or none for all of them.');
  if (name === undefined) {
    const sorted = [...(release === null ? optionFacts : optionsOf(release))].sort((a, b) =>
      a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1,
    );
    host.stdout.write(
      json ? jsonText(sorted) : columns(sorted.map((fact) => [`--${fact.name}`, valueName(fact), fact.summary])),
    );
    return exitCode.clean;
  }
  const fact = findWritten(name, release);
  host.stdout.write(json ? jsonText({ ...fact, history: optionHistory(fact) }) : described(fact, release));
  return exitCode.clean;
}

/** The option that a name means, in any spelling that imapsync accepts. */
function findWritten(written: string, release: Release | null): OptionFact {
  const name = written.replace(/^--?|^\+/, '');
  const table = release === null ? imapsyncOptions : optionTableOf(release);
  const found = findOption(name) ?? table.lookUp(name);
  if (found === undefined)
    throw new UsageProblem(`imapsync has no option "${written}"; imapsync-lint options lists them.`);
  if (Array.isArray(found)) {
    const names = [...new Set(found.map(({ definition }) => `--${definition.name}`))];
    throw new UsageProblem(`"${written}" is short for several options: ${names.join(', ')}.`);
  }
  return 'definition' in found ? findOption(found.definition.name)! : (found as OptionFact);
}

/** `--maxsize` is a name here, not an option of this command. */
function dashedNameAsWord(words: readonly string[]): readonly string[] {
  return words.map((word, index) => {
    if (isOurs(word.replace(/=.*$/s, '')) || isOurs(words[index - 1] ?? '')) return word;
    return word.replace(/^--?/, '');
  });
}

function isOurs(word: string): boolean {
  return word === '--format' || word === '--imapsync-version';
}

function valueName(fact: OptionFact): string {
  return fact.value === 'none' ? '' : fact.value;
}

function described(fact: OptionFact, release: Release | null): string {
  const facts: readonly (readonly string[])[] = [
    ['Value', valueName(fact) === '' ? 'none' : valueName(fact)],
    ['Default', fact.default === null ? (fact.defaultNote ?? '') : String(fact.default)],
    [
      'Also',
      [...fact.aliases.map((alias) => `--${alias}`), fact.negatable ? `--no${fact.name}` : '']
        .filter(Boolean)
        .join(' '),
    ],
    ['Side', fact.side ?? ''],
    ['Group', fact.group],
    ['Releases', releaseSpan(fact, release)],
    ['Under --dry', underDry(fact)],
  ].filter((row) => row[1] !== '');
  const notes = fact.notes === '' ? '' : `\n${fact.notes}\n`;
  const lack = lackText(fact, release);
  const differences = releaseDifferences(fact, release);
  const changes =
    differences.length === 0 ? '' : `\nFrom release to release:\n${differences.map((line) => `  ${line}\n`).join('')}`;
  return `--${fact.name}\n${lack === null ? '' : `${lack}\n`}${fact.summary}\n\n${columns(facts)}${notes}${changes}`;
}

function underDry({ honoursDry, dryDetail }: OptionFact): string {
  if (dryDetail !== null) return dryDetail;
  if (honoursDry === true) return 'nothing is changed';
  return honoursDry === null ? '' : 'it can change something all the same';
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
