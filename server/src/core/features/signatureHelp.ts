import type { Analysis } from '../analysis.js';
import { authMechanisms } from '../catalogue/authMechanisms.js';
import type { OptionFact } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import { findSslArgument, sslArguments } from '../catalogue/sslArguments.js';
import { writtenWords } from '../model/edits/written.js';
import { type TextRange, touches } from '../text/range.js';
import { completionPlaceAt } from './completion/placeAt.js';
import { code, enumerate, prose } from './markdown.js';
import { defaultText, valueText } from './optionMarkdown.js';
import { lastStartingBefore } from './place.js';
import { operatorSignature } from './signature/operatorSignature.js';
import { parameterName } from './signature/parameterNames.js';
import { searchSignature } from './signature/searchSignature.js';
import { type Part, type Signature, signatureOf } from './signature/signature.js';
import { readableValue } from './valueMarkdown.js';
import { wordText } from './valueText.js';

/** The form of the option value that is typed at `offset`; null where no value is. */
export function signatureHelp(analysis: Analysis, offset: number): Signature | null {
  const place = completionPlaceAt(analysis, offset);
  if (place?.kind !== 'value') return null;
  const fact = findOption(place.option);
  if (fact === undefined) return null;
  const typed = fact.secret ? '' : typedText(analysis, place.range, offset);
  switch (fact.valueKind) {
    case 'folder-mapping':
      return mappingSignature(fact, typed);
    case 'key=value':
      return settingSignature(fact, typed);
    case 'perl-op':
      return operatorSignature(fact, typed);
    case 'imap-search':
      return searchSignature(fact, typed);
    default:
      return signatureOf(prose(fact.summary), [`--${fact.name} `, [parameterName(fact), aboutValue(fact, typed)]], 0);
  }
}

/** What is typed of the value before the cursor, as imapsync will read it. */
function typedText(analysis: Analysis, range: TextRange, offset: number): string {
  for (let index = lastStartingBefore(analysis, offset); index >= 0; index -= 1) {
    const invocation = analysis.invocations[index]!;
    if (!touches(invocation.range, offset)) continue;
    const word = writtenWords(invocation).find(
      (each) => each.range.start <= range.start && touches(each.range, offset),
    );
    if (word === undefined) continue;
    const { text, placeOf } = wordText(word);
    return text.slice(placeOf(range.start), placeOf(offset));
  }
  return '';
}

/** Kind, form, unit and default of a value, and what is typed in the units people think in. */
function aboutValue(fact: OptionFact, typed: string): string {
  const kind = valueText(fact).replace(/^takes /, '');
  const parts = [`${kind.charAt(0).toUpperCase()}${kind.slice(1)}${formText(fact)}.`];
  const standard = defaultText(fact);
  if (standard !== 'no default') parts.push(`${standard.charAt(0).toUpperCase()}${standard.slice(1)}.`);
  const choice = choiceText(fact);
  if (choice !== '') parts.push(choice);
  const readable = readableValue(fact, typed);
  if (readable !== null) parts.push(`${code(typed)} = ${readable}.`);
  return parts.join('\n\n');
}

function formText({ value }: OptionFact): string {
  if (value === 'integer') return ', written in digits without a unit';
  return value === 'number' ? ', written in digits without a unit; a fraction has a dot' : '';
}

function choiceText({ valueKind }: OptionFact): string {
  if (valueKind === 'auth-mechanism')
    return `Known: ${enumerate(
      authMechanisms.map(({ name }) => code(name)),
      'and',
    )}.`;
  if (valueKind !== 'tls-version') return '';
  const values = findSslArgument('SSL_version')?.values ?? [];
  return values.map(({ value, summary }) => `- ${code(value)}: ${prose(summary)}`).join('\n');
}

function mappingSignature(fact: OptionFact, typed: string): Signature {
  const source: Part = [
    'SOURCE',
    'The name of a folder of the source, as its server lists it: with prefix, in IMAP UTF-7.',
  ];
  const destination: Part = [
    'DESTINATION',
    'The name that the folder gets on the destination, taken as it is: with prefix and separator of that server, in IMAP UTF-7.',
  ];
  return signatureOf(prose(fact.summary), [`--${fact.name} `, source, '=', destination], typed.includes('=') ? 1 : 0);
}

function settingSignature(fact: OptionFact, typed: string): Signature {
  const tls = fact.name.startsWith('sslargs');
  const equals = typed.indexOf('=');
  const argument = tls && equals > 0 ? findSslArgument(typed.slice(0, equals)) : undefined;
  const known = tls
    ? `Known: ${enumerate(
        sslArguments.slice(0, 6).map(({ name }) => code(name)),
        'and',
      )}, among others.`
    : 'A name.';
  const values = argument?.values.map(({ value, summary }) => `- ${code(value)}: ${prose(summary)}`) ?? [];
  return signatureOf(
    argument === undefined ? prose(fact.summary) : `${code(argument.name)}: ${prose(argument.summary)}`,
    [
      `--${fact.name} `,
      [argument?.name ?? 'KEY', argument === undefined ? known : prose(argument.summary)],
      '=',
      ['VALUE', values.length > 0 ? ['Worth setting:', ...values].join('\n') : 'What the key is set to.'],
    ],
    equals < 0 ? 0 : 1,
  );
}
