import type { OptionUse } from '../getopt/result.js';
import { insertOptions } from '../model/edits/insertOptions.js';
import { defineRule } from './rule.js';
import { sides } from './shared/sides.js';

export const weakEncryption = defineRule({
  id: 'weak-encryption',
  severity: 'hint',
  category: 'connection',
  summary: 'Only half of what a command sets for TLS is in force, or it asks for an obsolete protocol.',
  messages: {
    unverified:
      'imapsync will accept any certificate of {side}, also one made out to another name, whatever the other settings for TLS say: it verifies none unless told to. Add --sslargs{n} SSL_verify_mode=1; a server with a certificate of its own making then ends the run.',
    obsolete:
      '{value} allows {side} an obsolete protocol only, with known weaknesses, and current TLS libraries refuse it. Remove it unless the server is too old for anything better.',
  },
  check(invocation, { report, text }) {
    if (invocation.last('sslargs1') === undefined && invocation.last('sslargs2') === undefined) return;
    for (const side of sides) {
      const name = side === 1 ? 'the source' : 'the destination';
      const encryption = invocation.last(`ssl${side}`) ?? invocation.last(`tls${side}`);
      const option = `sslargs${side}`;
      const settings = invocation.all(option);
      for (const { value, range, valueRange } of settings) {
        const version = value === null ? null : /^(SSL_version=(?:SSLv2|SSLv3|TLSv1))$/i.exec(value);
        if (version === null) continue;
        report({
          range: valueRange ?? range,
          message: 'obsolete',
          severity: 'warning',
          data: { value: version[1]!, side: name },
        });
      }
      if (encryption === undefined || encryption.negated || invocation.open) continue;
      // Where nothing tells that certificates matter, this would stand at every encrypted command.
      if (settings.length === 0 && !isVerified(invocation.all(`sslargs${3 - side}`))) continue;
      if (settings.some(({ value }) => value === null || /^SSL_(?:verify_mode|version|fingerprint)=/.test(value)))
        continue;
      report({
        range: encryption.range,
        message: 'unverified',
        data: { side: name, n: String(side) },
        suggestions: () => [
          {
            title: `Add --${option} SSL_verify_mode=1`,
            edits: [
              insertOptions(invocation, text, [`--${option}`, 'SSL_verify_mode=1'], { after: encryption.wordIndex }),
            ],
          },
        ],
      });
    }
  },
});

function isVerified(settings: readonly OptionUse[]): boolean {
  return settings.some(({ value }) => value !== null && /^SSL_verify_mode=[1-9]/.test(value));
}
