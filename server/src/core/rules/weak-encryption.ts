import { insertOptions } from '../model/edits/insertOptions.js';
import { defineRule } from './rule.js';
import { sides } from './shared/sides.js';

export const weakEncryption = defineRule({
  id: 'weak-encryption',
  severity: 'hint',
  category: 'connection',
  summary: 'The certificate of the server is not looked at, or an obsolete protocol is asked for.',
  messages: {
    unverified:
      'imapsync will accept any certificate of {side}, also one made out to another name: it verifies none unless told to. Add --sslargs{n} SSL_verify_mode=1; a server with a certificate of its own making then ends the run.',
    obsolete:
      '{value} allows {side} an obsolete protocol only, with known weaknesses, and current TLS libraries refuse it. Remove it unless the server is too old for anything better.',
  },
  check(invocation, { report, text }) {
    let isTold = false;
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
      if (isTold || encryption === undefined || encryption.negated || invocation.open) continue;
      if (settings.some(({ value }) => value === null || value.startsWith('SSL_verify_mode='))) continue;
      if (settings.some(({ value }) => value?.startsWith('SSL_fingerprint=') === true)) continue;
      isTold = true;
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
