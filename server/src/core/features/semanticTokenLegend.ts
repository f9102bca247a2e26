import type { OptionFact, ValueKind } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';

/**
 * The kinds of tokens, in the order of the numbers that name them. Those that begin with our name are declared in
 * package.json, with the scopes that the grammars give the same text; the others are those of the protocol.
 */
export const tokenTypes = [
  'imapsyncOption',
  'imapsyncNegation',
  'imapsyncUnknownOption',
  'imapsyncHost',
  'imapsyncAccount',
  'imapsyncFolder',
  'imapsyncFile',
  'imapsyncSecret',
  'imapsyncPattern',
  'imapsyncDirective',
  'imapsyncMarker',
  'imapsyncDisable',
  'imapsyncRule',
  'number',
  'property',
  'enumMember',
  'variable',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** What is told about tokens besides, each a bit in the order of the list. */
export const tokenModifiers = ['source', 'destination', 'negated', 'deletes', 'rehearses', 'dynamic'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

const typeNumbers = new Map<TokenType, number>(tokenTypes.map((type, index) => [type, index]));
const modifierBits = new Map<TokenModifier, number>(tokenModifiers.map((modifier, index) => [modifier, 1 << index]));

/** The number of a token type. */
export function typeNumber(type: TokenType): number {
  return typeNumbers.get(type)!;
}

/** The bit of a token modifier. */
export function modifierBit(modifier: TokenModifier): number {
  return modifierBits.get(modifier)!;
}

/** How an option and its value are shown. */
export interface OptionTokens {
  /** The modifiers of its name where it is not negated. */
  readonly given: number;
  /** The same for a no-form. */
  readonly negated: number;
  /** Its own name is one that negates another option: `noexclude` keeps a preset from excluding. */
  readonly negates: boolean;
  /** The type of its value; null where the text says it best. */
  readonly valueType: number | null;
  /** The side, as modifiers of its value. */
  readonly side: number;
}

const valueTypes: Partial<Record<ValueKind, TokenType>> = {
  'auth-mechanism': 'enumMember',
  bytes: 'number',
  'bytes-rate': 'number',
  count: 'number',
  days: 'number',
  dir: 'imapsyncFile',
  file: 'imapsyncFile',
  'folder-host1': 'imapsyncFolder',
  'folder-host2': 'imapsyncFolder',
  'folder-mapping': 'imapsyncFolder',
  'folder-prefix': 'imapsyncFolder',
  'header-name': 'property',
  host: 'imapsyncHost',
  level: 'number',
  login: 'imapsyncAccount',
  'perl-op': 'imapsyncPattern',
  'perl-pattern': 'imapsyncPattern',
  port: 'number',
  rate: 'number',
  seconds: 'number',
  secret: 'imapsyncSecret',
  'secret-or-file': 'imapsyncSecret',
  signal: 'enumMember',
  'tls-version': 'enumMember',
};

/** Options with which mail or folders go, by their names, as the grammars tell them apart. */
const deletion = /^(?:dele|(?:uid)?expung)/;
/** Options with which a run changes nothing, or not yet mail. */
const rehearsal = /^(?:dry|justconnect|justlogin|justfolders|justfoldersizes|justfolderlists|justautomap|justbanner)$/;

const known = new Map<string, OptionTokens>();

/** How the option with this canonical name is shown. */
export function optionTokens(name: string): OptionTokens {
  let tokens = known.get(name);
  if (tokens === undefined) {
    tokens = tokensOf(name, findOption(name));
    known.set(name, tokens);
  }
  return tokens;
}

function tokensOf(name: string, fact: OptionFact | undefined): OptionTokens {
  const side = fact?.side == null ? 0 : modifierBit(fact.side === 'host1' ? 'source' : 'destination');
  const nature = deletion.test(name) ? modifierBit('deletes') : rehearsal.test(name) ? modifierBit('rehearses') : 0;
  const type =
    fact?.secret === true ? 'imapsyncSecret' : fact?.valueKind == null ? undefined : valueTypes[fact.valueKind];
  return {
    given: side | nature,
    negated: side | modifierBit('negated'),
    negates: name.startsWith('no') && findOption(name.slice(2)) !== undefined,
    valueType: type === undefined ? null : typeNumber(type),
    side,
  };
}
