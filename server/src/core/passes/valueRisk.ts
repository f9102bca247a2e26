import type { OptionFact } from '../catalogue/optionFact.js';
import { imapsyncOptions } from '../catalogue/options.js';
import { perlRisk } from './perlOperator.js';

/**
 * Why a value must not reach imapsync in a pass, as a sentence that does not quote it; null where it can.
 * imapsync puts the values of `--search…`, `--useheader` and `--fetch_hash_set` into its commands to the server as they
 * are, so a line break in them begins a command of its own (seen with 2.229: a STORE hidden in `--search` was carried
 * out under `--dry`), and a bracket in a header name asks for message bodies, which marks messages as read.
 */
export function valueRisk(fact: OptionFact, value: string): string | null {
  if (fact.valueKind === 'perl-op') {
    const risk = perlRisk(value);
    return risk === null ? null : `Its value is run as Perl, under --dry too, and it ${risk}.`;
  }
  if (holdsSecretOption(value)) {
    return 'Its value is the option with the password that stands behind it, so a word is missing in between.';
  }
  if (fact.valueKind === 'perl-pattern') return null;
  if (/[\r\n\0]/.test(value)) {
    return 'Its value holds a line break, behind which the server would read a command that --dry does not see.';
  }
  if (fact.spec === '=s%' && /^\w*(?:_cb|callback)=/i.test(value)) {
    return 'Its value names a function that Perl would call.';
  }
  if (fact.valueKind === 'header-name' && /[^ !-~]|[()[\]{}"\\]/.test(value)) {
    return 'Its value is no header name: brackets and quotes in it can ask the server for whole messages and mark them as read.';
  }
  if (fact.valueKind === 'message-set' && !/^[0-9:*,]*$/.test(value)) {
    return 'Its value is no set of message numbers: anything else in it can ask the server for whole messages and mark them as read.';
  }
  return null;
}

/** `--host1 --password1=secret`: the whole second word is the value. */
function holdsSecretOption(value: string): boolean {
  const name = /^(?:--?|\+)([\w-]+)=/.exec(value)?.[1];
  if (name === undefined) return false;
  const found = imapsyncOptions.lookUp(name);
  if (found === undefined) return false;
  return 'definition' in found ? found.definition.secret : found.some(({ definition }) => definition.secret);
}
