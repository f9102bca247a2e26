import { findSslArgument, sslArguments } from '../catalogue/sslArguments.js';
import { lowerAscii } from '../getopt/optionTable.js';
import { code, enumerate, prose } from './markdown.js';

/** The protocol versions as IO::Socket::SSL writes them in SSL_version, the oldest first. */
const versions: readonly (readonly [written: string, name: string])[] = [
  ['sslv2', 'SSL 2'],
  ['sslv3', 'SSL 3'],
  ['tlsv1', 'TLS 1.0'],
  ['tlsv1_1', 'TLS 1.1'],
  ['tlsv1_2', 'TLS 1.2'],
  ['tlsv1_3', 'TLS 1.3'],
];

/** Which TLS versions a value of SSL_version allows: one version, or `SSLv23` less those with an exclamation mark. */
export function tlsVersionNote(value: string): string {
  const allowed = new Set<string>();
  let named = 0;
  for (const part of value.split(':')) {
    const isOff = part.trim().startsWith('!');
    const name = lowerAscii(part.trim().replace(/^!/, '')).replace(/^tlsv1(?=[123]$)/, 'tlsv1_');
    const every = name === 'sslv23' || name === 'sslv2/3';
    if (!every && !versions.some(([written]) => written === name))
      return `${code(part)} is no TLS version: they are written ${code('TLSv1_2')}, ${code('TLSv1_3')}.`;
    if (isOff) allowed.delete(name);
    else {
      named += 1;
      for (const [written] of versions) if (every || written === name) allowed.add(written);
    }
  }
  if (named > 1) {
    return `Only one version can stand without an exclamation mark; several are written ${code('SSLv23:!SSLv2:!SSLv3:!TLSv1:!TLSv1_1')}, which leaves out the old ones.`;
  }
  const names = versions.filter(([written]) => allowed.has(written)).map(([, name]) => name);
  if (names.length === 0) return 'No version is left, so no connection can be made.';
  const old = names.filter((name) => name < 'TLS 1.2');
  const warning = old.length === names.length ? ' Servers of today refuse it.' : '';
  return `Allows ${enumerate(names, 'and')}${names.length === 1 ? ' only' : ', as far as the TLS library of this machine has them'}.${warning}`;
}

/** What a `key=value` for the TLS layer sets. */
export function sslArgumentNotes(text: string): readonly string[] {
  const equals = text.indexOf('=');
  const key = equals < 0 ? text : text.slice(0, equals);
  const value = equals < 0 ? null : text.slice(equals + 1);
  const argument = findSslArgument(key);
  if (argument === undefined) {
    const meant = sslArguments.find(({ name }) => lowerAscii(name) === lowerAscii(key));
    return meant === undefined
      ? []
      : [
          `${code(key)} is not known to the TLS layer, which would pass over it: letter case matters, write ${code(meant.name)}.`,
        ];
  }
  const notes = [`${code(key)}: ${prose(argument.summary)}`];
  const known = argument.values.find((each) => each.value === value);
  if (key === 'SSL_version' && value !== null && value !== '') notes.push(tlsVersionNote(value));
  else if (known !== undefined) notes.push(`${code(value ?? '')}: ${prose(known.summary)}.`);
  return notes;
}
