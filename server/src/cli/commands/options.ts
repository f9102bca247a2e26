import { findOption, imapsyncOptions, type OptionFact, optionFacts } from '../../core/languageService.js';
import { type ExitCode, exitCode, UsageProblem } from '../exitCode.js';
import { columns } from '../formats/columns.js';
import type { CliHost } from '../host.js';
import { type OptionShapes, oneOf, readArguments } from '../readArguments.js';

export const optionsHelp = `Usage: imapsync-lint options [--format pretty|json] [NAME]

Lists the options of imapsync, or describes one; NAME as imapsync accepts it, dashes or not.

  --format pretty|json   how to print (default: pretty)
  -h, --help             print this text
`;

const shapes: OptionShapes = { format: { value: true } };

/** Lists imapsync's options or describes one. */
export async function runOptions(words: readonly string[], host: CliHost): Promise<ExitCode> {
  const read = readArguments(dashedNameAsWord(words), shapes);
  const json = oneOf(read, 'format', ['pretty', 'json']) === 'json';
  const [name] = read.rest;
  if (read.rest.length > 1) throw new UsageProblem('Name one option, or none for all of them.');
  if (name === undefined) {
    const sorted = [...optionFacts].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
    host.stdout.write(
      json ? jsonText(sorted) : columns(sorted.map((fact) => [`--${fact.name}`, valueName(fact), fact.summary])),
    );
    return exitCode.clean;
  }
  const fact = findWritten(name);
  host.stdout.write(json ? jsonText(fact) : described(fact));
  return exitCode.clean;
}

/** The option that a name means, in any spelling that imapsync accepts. */
function findWritten(written: string): OptionFact {
  const name = written.replace(/^--?|^\+/, '');
  const found = findOption(name) ?? imapsyncOptions.lookUp(name);
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
    if (word === '--format' || word.startsWith('--format=') || words[index - 1] === '--format') return word;
    return word.replace(/^--?/, '');
  });
}

function valueName(fact: OptionFact): string {
  return fact.value === 'none' ? '' : fact.value;
}

function described(fact: OptionFact): string {
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
    ['Since', fact.since ?? ''],
    ['Under --dry', underDry(fact)],
  ].filter((row) => row[1] !== '');
  const notes = fact.notes === '' ? '' : `\n${fact.notes}\n`;
  return `--${fact.name}\n${fact.summary}\n\n${columns(facts)}${notes}`;
}

function underDry({ honoursDry, dryDetail }: OptionFact): string {
  if (dryDetail !== null) return dryDetail;
  if (honoursDry === true) return 'nothing is changed';
  return honoursDry === null ? '' : 'it can change something all the same';
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
