import { isFrom } from '../catalogue/release.js';
import type { OptionUse } from '../getopt/result.js';
import { insertOptions } from '../model/edits/insertOptions.js';
import { removeUses } from '../model/edits/removeUse.js';
import { renameOption, replaceWord } from '../model/edits/replaceWord.js';
import type { SideNumber } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { type Encryption, encryptionOf } from './shared/encryption.js';
import { sides } from './shared/sides.js';

export const portAgainstEncryption = defineRule({
  id: 'port-against-encryption',
  severity: 'error',
  category: 'connection',
  summary: 'Port and kind of encryption do not fit, so imapsync never gets to the login.',
  messages: {
    clearOn993:
      'Port 993 speaks TLS from the first byte, but imapsync will wait there for a greeting in clear until the time runs out (120 seconds by default) and end with exit code 101{exception}. Add --ssl{n}.',
    starttlsOn993:
      'Port 993 speaks TLS from the first byte, but with --tls{n} imapsync will wait there for a greeting in clear until the time runs out (120 seconds by default) and end with exit code 101. Use --ssl{n} in place of --tls{n}.',
    sslOn143:
      'Port 143 greets in clear, but with --ssl{n} imapsync will begin with TLS there: the handshake fails, and it ends with exit code 101. Use --tls{n} on port 143, or port 993 with --ssl{n}.',
    both: 'With --ssl{n} and --tls{n} imapsync will ask for STARTTLS inside a connection that is encrypted already; servers refuse that, and it ends with exit code 12. Remove one of the two.',
  },
  check(invocation, context) {
    for (const side of sides) {
      const encryption = encryptionOf(invocation, side);
      if (encryption !== null) checkSide(invocation, encryption, side, context);
    }
  },
});

function checkSide(invocation: Invocation, encryption: Encryption, side: SideNumber, context: RuleContext): void {
  const { ssl, tls, port, isSslOn } = encryption;
  const { report, text } = context;
  const n = String(side);
  const isTlsOn = tls?.negated === false;
  if (isSslOn && isTlsOn) {
    report({
      range: tls.range,
      message: 'both',
      data: { n },
      ...(ssl === undefined ? {} : { related: [{ range: ssl.range, message: `--ssl${n} is given here.` }] }),
      suggestions: () => {
        const without = (name: string): Suggestion => ({
          title: `Remove --${name}`,
          edits: removeUses(invocation, text, invocation.all(name)),
        });
        if (ssl === undefined || port?.value === '993') return [without(`tls${n}`)];
        return port?.value === '143' ? [without(`ssl${n}`)] : [without(`tls${n}`), without(`ssl${n}`)];
      },
    });
  } else if (port === undefined) return;
  else if (port.value === '143' && isSslOn) {
    report({
      range: port.valueRange ?? port.range,
      message: 'sslOn143',
      data: { n },
      suggestions: () => [...starttls(invocation, ssl, side), ...port993(invocation, port, side, text)],
    });
  } else if (port.value === '993' && !isSslOn) check993(invocation, encryption, port, side, context);
}

function check993(
  invocation: Invocation,
  { ssl, tls }: Encryption,
  port: OptionUse,
  side: SideNumber,
  { report, text }: RuleContext,
): void {
  const n = String(side);
  const range = port.valueRange ?? port.range;
  if (tls?.negated === false) {
    if (!invocation.isAbsent(`ssl${n}`) && ssl === undefined) return;
    report({
      range,
      message: 'starttlsOn993',
      data: { n },
      related: [{ range: tls.range, message: `--tls${n} is given here.` }],
      suggestions: () => {
        const edit = renameOption(invocation, tls.wordIndex, tls.spelled, `--ssl${n}`);
        const others = [...invocation.all(`ssl${n}`), ...invocation.all(`tls${n}`)].filter((use) => use !== tls);
        return edit === null
          ? []
          : [{ title: `Change to --ssl${n}`, edits: [edit, ...removeUses(invocation, text, others)] }];
      },
    });
    return;
  }
  // What is written as --nossl1 or --notls1 belongs to clear-text-connection, which tells of worse.
  if (ssl !== undefined || tls !== undefined || !invocation.isAbsent(`ssl${n}`) || !invocation.isAbsent(`tls${n}`)) {
    return;
  }
  const { release } = invocation;
  const isProbed = invocation.isSet('sslcheck') !== false;
  if (isProbed && release !== null && isFrom(release, '2.284')) return;
  report({
    range,
    message: 'clearOn993',
    severity: isProbed && release === null ? 'warning' : 'error',
    data: { n, exception: isProbed && release === null ? '; only from release 2.284 on it finds out by itself' : '' },
    fix: () => ({
      title: `Add --ssl${n}`,
      edits: [insertOptions(invocation, text, [`--ssl${n}`], { after: port.valueWordIndex ?? port.wordIndex })],
    }),
  });
}

function starttls(invocation: Invocation, ssl: OptionUse | undefined, side: SideNumber): readonly Suggestion[] {
  if (ssl === undefined || invocation.all(ssl.name).length > 1) return [];
  const edit = renameOption(invocation, ssl.wordIndex, ssl.spelled, `--tls${side}`);
  return edit === null ? [] : [{ title: `Change to --tls${side}`, edits: [edit] }];
}

function port993(invocation: Invocation, port: OptionUse, side: SideNumber, text: string): readonly Suggestion[] {
  const { valueWordIndex, wordIndex } = port;
  if (valueWordIndex === null || valueWordIndex === wordIndex) return [];
  return [{ title: `Change to --port${side} 993`, edits: [replaceWord(invocation, text, valueWordIndex, '993')] }];
}
