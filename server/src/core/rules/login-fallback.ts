import { isFrom } from '../catalogue/release.js';
import type { OptionUse } from '../getopt/result.js';
import { insertOptions } from '../model/edits/insertOptions.js';
import type { SideNumber } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule } from './rule.js';
import { encryptionOf, isLocal } from './shared/encryption.js';
import { hasToken, sides } from './shared/sides.js';

/** Mechanisms with which the password itself does not travel. */
const withoutPassword = new Set(['CRAM-MD5', 'DIGEST-MD5', 'NTLM']);

export const loginFallback = defineRule({
  id: 'login-fallback',
  severity: 'info',
  category: 'authentication',
  summary:
    'A mechanism that protects the password is asked for, but after a failure imapsync sends the password itself.',
  messages: {
    fallback:
      '{option} keeps the password off the line, but where that login fails imapsync (from release 2.111 on) sends the password itself with LOGIN, and the run ends with exit code 161 even if that works. Add --notrylogin to have it stop instead.',
    clear:
      '{option} keeps the password off the line, but where that login fails imapsync (from release 2.111 on) sends the password itself with LOGIN, and {clear} leaves the connection without encryption. Add --notrylogin to have it stop instead.',
  },
  check(invocation, { report, text }) {
    if (invocation.uses.length === 0 || !invocation.isAbsent('trylogin')) return;
    if (invocation.release !== null && !isFrom(invocation.release, '2.111')) return;
    for (const side of sides) {
      const use = protecting(invocation, side);
      if (use === undefined || invocation.last(`authuser${side}`) !== undefined || hasToken(invocation, side)) continue;
      const encryption = encryptionOf(invocation, side);
      const isClear = encryption?.tls?.negated === true && !encryption.isSslOn && !isLocal(invocation, side);
      report({
        range: use.valueRange ?? use.range,
        message: isClear ? 'clear' : 'fallback',
        severity: isClear ? 'warning' : 'info',
        data: { option: use.value === null ? use.spelled : `--${use.name} ${use.value}`, clear: `--notls${side}` },
        suggestions: () => [
          {
            title: 'Add --notrylogin',
            edits: [insertOptions(invocation, text, ['--notrylogin'], { after: use.valueWordIndex ?? use.wordIndex })],
          },
        ],
      });
    }
  },
});

/** The option that asks for such a mechanism; a written mechanism wins over the MD5 switches. */
function protecting(invocation: Invocation, side: SideNumber): OptionUse | undefined {
  const mechanism = invocation.last(`authmech${side}`);
  if (mechanism !== undefined) {
    return mechanism.value !== null && withoutPassword.has(mechanism.value.toUpperCase()) ? mechanism : undefined;
  }
  const both = invocation.last('authmd5');
  if (both !== undefined && !both.negated) return side === 1 ? both : undefined;
  const one = invocation.last(`authmd5${side}`);
  return one?.negated === false ? one : undefined;
}
