import { isFrom } from '../catalogue/release.js';
import { removeUses } from '../model/edits/removeUse.js';
import { renameOption } from '../model/edits/replaceWord.js';
import type { SideNumber } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { type Encryption, encryptionOf, isLocal, presetSwitchesSslOn } from './shared/encryption.js';
import { sides } from './shared/sides.js';

export const clearTextConnection = defineRule({
  id: 'clear-text-connection',
  severity: 'error',
  category: 'connection',
  summary: 'Options switch encryption off, or leave it to what the server happens to offer.',
  messages: {
    clear:
      'With {options} imapsync will send the password and all mail of {side} unencrypted: {option} rules STARTTLS out, and writing it also keeps imapsync from trying the encrypted port 993. Use --ssl{n}, or --tls{n} where the server has only port 143.',
    unlessOffered:
      'With {option} imapsync does not try the encrypted port 993: it connects to {side} in clear and encrypts only if the server offers STARTTLS. If it does not, password and mail travel unencrypted, without an error. Use --tls{n}, which stops the run instead, or --ssl{n}.',
  },
  check(invocation, context) {
    for (const side of sides) {
      const encryption = encryptionOf(invocation, side);
      if (encryption === null || encryption.isSslOn) continue;
      if (isLocal(invocation, side)) continue;
      checkSide(invocation, encryption, side, context);
    }
    checkProbe(invocation, context);
  },
});

function checkSide(invocation: Invocation, encryption: Encryption, side: SideNumber, context: RuleContext): void {
  const { ssl, tls, port } = encryption;
  const data = { side: side === 1 ? 'the source' : 'the destination', n: String(side) };
  if (tls?.negated === true && (ssl !== undefined || invocation.isAbsent(`ssl${side}`))) {
    const options = ssl === undefined ? tls.spelled : `${ssl.spelled} and ${tls.spelled}`;
    context.report({
      range: tls.range,
      message: 'clear',
      data: { ...data, option: tls.spelled, options },
      suggestions: () => withEncryption(invocation, encryption, side, context),
    });
  } else if (tls === undefined && ssl !== undefined) {
    if (!invocation.isAbsent(`tls${side}`)) return;
    context.report({
      range: ssl.range,
      message: 'unlessOffered',
      severity: 'warning',
      data: { ...data, option: ssl.spelled },
      suggestions: () => withEncryption(invocation, encryption, side, context),
    });
  } else if (tls === undefined && port?.value === '143' && isBeforeProbeOfPorts(invocation)) {
    if (!invocation.isAbsent(`tls${side}`) || !invocation.isAbsent(`ssl${side}`)) return;
    context.report({
      range: port.range,
      message: 'unlessOffered',
      severity: 'hint',
      data: { ...data, option: `--port${side} 143` },
    });
  }
}

/** From 2.284 on imapsync tries TLS on a port that is given. */
function isBeforeProbeOfPorts({ release }: Invocation): boolean {
  return release === null || !isFrom(release, '2.284');
}

function withEncryption(
  invocation: Invocation,
  { ssl, tls, port }: Encryption,
  side: SideNumber,
  { text }: RuleContext,
): readonly Suggestion[] {
  const wanted = port === undefined || port.value === '993' ? `--ssl${side}` : `--tls${side}`;
  if (port?.value === null) return [];
  const target = ssl ?? tls!;
  const rename = renameOption(invocation, target.wordIndex, target.spelled, wanted);
  if (rename === null) return [];
  const others = [...invocation.all(`ssl${side}`), ...invocation.all(`tls${side}`)].filter((use) => use !== target);
  return [{ title: `Change to ${wanted}`, edits: [rename, ...removeUses(invocation, text, others)] }];
}

function checkProbe(invocation: Invocation, { report }: RuleContext): void {
  const use = invocation.last('sslcheck');
  if (use === undefined || !use.negated) return;
  const side = sides.find(
    (each) =>
      ['port', 'ssl', 'tls'].every((name) => invocation.isAbsent(`${name}${each}`)) &&
      !presetSwitchesSslOn(invocation, each) &&
      !isLocal(invocation, each),
  );
  if (side === undefined) return;
  report({
    range: use.range,
    message: 'unlessOffered',
    severity: 'hint',
    data: { option: use.spelled, side: side === 1 ? 'the source' : 'the destination', n: String(side) },
  });
}
