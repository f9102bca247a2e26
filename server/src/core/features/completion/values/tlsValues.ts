import { findSslArgument, sslArguments } from '../../../catalogue/sslArguments.js';
import type { Proposal, ValueQuestion } from '../proposal.js';

/** `key=value` for the TLS layer: whole pairs and keys in front of the equals sign, the values of the key behind it. */
export function tlsArgumentProposals({ fact, invocation, text, cursor }: ValueQuestion): readonly Proposal[] {
  const equals = text.indexOf('=');
  if (equals >= 0 && cursor > equals) {
    const key = findSslArgument(text.slice(0, equals));
    return (key?.values ?? []).map(({ value, summary }) => ({
      value,
      detail: summary,
      from: equals + 1,
      to: text.length,
    }));
  }
  const given = new Set(invocation.all(fact.name).map(({ value }) => value?.split('=')[0]));
  const free = sslArguments.filter(({ name }) => !given.has(name));
  if (equals >= 0) return free.map(({ name, summary }) => ({ value: name, detail: summary, from: 0, to: equals }));
  return free.flatMap(({ name, summary, values }): readonly Proposal[] => [
    ...values.map(({ value, summary: meaning }) => ({ value: `${name}=${value}`, detail: meaning })),
    { value: `${name}=`, detail: summary, unfinished: true },
  ]);
}

/** The key whose value is being typed, where it names a file or a directory. */
export function tlsFileKind({ text, cursor }: ValueQuestion): 'file' | 'directory' | null {
  const equals = text.indexOf('=');
  if (equals < 0 || cursor <= equals) return null;
  const key = text.slice(0, equals);
  return key.endsWith('_file') ? 'file' : key.endsWith('_path') ? 'directory' : null;
}

/** What --ssl1_ssl_version hands over as SSL_version. */
export function tlsVersionProposals(): readonly Proposal[] {
  return (findSslArgument('SSL_version')?.values ?? []).map(({ value, summary }) => ({ value, detail: summary }));
}
