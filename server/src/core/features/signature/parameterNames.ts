import type { OptionFact, ValueKind } from '../../catalogue/optionFact.js';

const names: Readonly<Partial<Record<ValueKind, string>>> = {
  'auth-mechanism': 'MECHANISM',
  bytes: 'BYTES',
  'bytes-rate': 'BYTES_PER_SECOND',
  character: 'CHARACTER',
  count: 'NUMBER',
  days: 'DAYS',
  dir: 'FOLDER',
  domain: 'DOMAIN',
  email: 'ADDRESS',
  file: 'FILE',
  'folder-host1': 'SOURCE_FOLDER',
  'folder-host2': 'DESTINATION_FOLDER',
  'folder-prefix': 'PREFIX',
  'function-name': 'FUNCTION',
  'header-name': 'HEADER',
  host: 'HOST',
  level: 'LEVEL',
  login: 'USER',
  'message-set': 'NUMBERS',
  'perl-op': 'OPERATOR',
  'perl-pattern': 'PATTERN',
  port: 'PORT',
  rate: 'PER_SECOND',
  seconds: 'SECONDS',
  secret: 'SECRET',
  'secret-or-file': 'TOKEN_OR_FILE',
  'shell-command': 'COMMAND',
  signal: 'SIGNAL',
  'tls-version': 'VERSIONS',
};

const plainNames = { none: '', string: 'TEXT', integer: 'NUMBER', number: 'NUMBER', 'key=value': 'KEY=VALUE' } as const;

/** What stands for the value of an option in a signature: `BYTES`, `FILE`. */
export function parameterName(fact: OptionFact): string {
  return (fact.valueKind === null ? undefined : names[fact.valueKind]) ?? plainNames[fact.value];
}
