import { isFrom } from '../catalogue/release.js';
import { providerOf } from '../folders/nameSpaces.js';
import { insertOptions } from '../model/edits/insertOptions.js';
import type { SideNumber } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { assignedVariable } from '../model/settings/environmentVariables.js';
import { defineRule, type RuleContext } from './rule.js';
import { hasToken, sides } from './shared/sides.js';

export const oauthIncomplete = defineRule({
  id: 'oauth-incomplete',
  severity: 'warning',
  category: 'authentication',
  summary: 'An OAuth login lacks its token, or the password that older releases insist on.',
  messages: {
    noPassword:
      'Before release 2.251 imapsync will stop here and ask for a password on the terminal, although the token makes it ignore one, unless {variable} is set. Add {option} with any word, such as "ignored".',
    noToken:
      'imapsync will take the password of this side for the name of a key file of a Google service account: that is what {mechanism} means without a token. Give the file of an access token with {token}, which selects XOAUTH2 by itself.',
    unusedToken:
      'imapsync will log in with X-MASTERAUTH and leave {token} unused. Remove {mechanism}: a token selects XOAUTH2 by itself.',
  },
  check(invocation, context) {
    for (const side of sides) {
      const mechanism = invocation.last(`authmech${side}`);
      if (hasToken(invocation, side)) checkToken(invocation, side, context);
      else if (mechanism !== undefined) checkMechanism(invocation, side, context);
    }
  },
});

function checkToken(invocation: Invocation, side: SideNumber, { report, text }: RuleContext): void {
  const token = invocation.last(`oauthdirect${side}`) ?? invocation.last(`oauthaccesstoken${side}`)!;
  const mechanism = invocation.last(`authmech${side}`);
  if (mechanism?.value?.toUpperCase() === 'X-MASTERAUTH') {
    report({
      range: mechanism.valueRange ?? mechanism.range,
      message: 'unusedToken',
      data: { token: `--${token.name}`, mechanism: `--authmech${side}` },
      related: [{ range: token.range, message: 'The token is given here.' }],
    });
    return;
  }
  if (invocation.release !== null && isFrom(invocation.release, '2.251')) return;
  const password = `password${side}`;
  if (!invocation.isAbsent(password) || !invocation.isAbsent(`passfile${side}`)) return;
  const variable = `IMAPSYNC_PASSWORD${side}`;
  if (assignedVariable(invocation, variable) !== undefined) return;
  report({
    range: token.range,
    message: 'noPassword',
    data: { option: `--${password}`, variable },
    suggestions: () => [
      {
        title: `Add --${password} ignored`,
        edits: [
          insertOptions(invocation, text, [`--${password}`, 'ignored'], {
            after: token.valueWordIndex ?? token.wordIndex,
          }),
        ],
      },
    ],
  });
}

function checkMechanism(invocation: Invocation, side: SideNumber, { report, text }: RuleContext): void {
  const use = invocation.last(`authmech${side}`)!;
  if (use.value?.toUpperCase() !== 'XOAUTH2') return;
  const token = `oauthaccesstoken${side}`;
  if (!invocation.isAbsent(token) || !invocation.isAbsent(`oauthdirect${side}`)) return;
  // Google alone has such key files, and a password that is not written here may name one.
  const password = invocation.value(`password${side}`);
  const provider = providerOf(invocation, side);
  const isKeyFile = password == null || /\.(?:json|p12)\b/i.test(password);
  if (isKeyFile && (provider === undefined || provider.id === 'gmail')) return;
  report({
    range: use.valueRange ?? use.range,
    message: 'noToken',
    data: { mechanism: `--authmech${side} XOAUTH2`, token: `--${token}` },
    suggestions: () => [
      {
        title: `Add --${token} ./token${side} (create that file yourself, mode 600, with the token on its first line)`,
        edits: [
          insertOptions(invocation, text, [`--${token}`, `./token${side}`], {
            after: use.valueWordIndex ?? use.wordIndex,
          }),
        ],
      },
    ],
  });
}
