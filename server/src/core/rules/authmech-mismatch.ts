import { authMechanisms } from '../catalogue/authMechanisms.js';
import type { OptionUse } from '../getopt/result.js';
import { removeUses } from '../model/edits/removeUse.js';
import type { SideNumber } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { hasToken, sides } from './shared/sides.js';

/** Mechanisms that log in as user1 or user2 and can not speak for another user. */
const ownUserOnly = new Set(['CRAM-MD5', 'NTLM']);

export const authmechMismatch = defineRule({
  id: 'authmech-mismatch',
  severity: 'warning',
  category: 'authentication',
  summary: 'The login mechanism does not fit the accounts given, so the login fails or ends with exit code 161.',
  messages: {
    plainAlone:
      'Without {authuser}, {option} PLAIN sends an empty login name, which servers refuse. imapsync then logs in with LOGIN and copies the mail, but the run ends with exit code 161. Remove {option}: LOGIN is the default.',
    unknown:
      'imapsync knows no mechanism of this name, so that login fails; it then tries LOGIN, and even where that works the run ends with exit code 161. Remove {option}: LOGIN is the default.',
    adminIgnored:
      'With {option} LOGIN imapsync will ignore {authuser} and log in as the user with the password of the administrator. Remove {option}: {authuser} selects PLAIN by itself.',
    adminFails:
      '{option} {mechanism} can not log in for another user: with {authuser} the login will fail, and imapsync tries no other. Remove {option}: {authuser} selects PLAIN by itself.',
    proxyAlone:
      'imapsync will stop with exit code 64 before it connects: {option} needs {authuser}, the administrator who logs in first.',
  },
  check(invocation, context) {
    for (const side of sides) {
      const mechanism = invocation.last(`authmech${side}`);
      if (mechanism?.value != null && !hasToken(invocation, side)) {
        checkMechanism(invocation, mechanism, mechanism.value.toUpperCase(), side, context);
      }
      const proxy = invocation.last(`proxyauth${side}`);
      if (proxy === undefined || !invocation.isAbsent(`authuser${side}`)) continue;
      context.report({
        range: proxy.range,
        message: 'proxyAlone',
        severity: 'error',
        data: { option: `--proxyauth${side}`, authuser: `--authuser${side}` },
      });
    }
  },
});

function checkMechanism(
  invocation: Invocation,
  use: OptionUse,
  mechanism: string,
  side: SideNumber,
  { report, text }: RuleContext,
): void {
  const authuser = `authuser${side}`;
  const administrator = invocation.last(authuser);
  const message = messageFor(invocation, mechanism, administrator !== undefined, authuser);
  if (message === null) return;
  report({
    range: use.valueRange ?? use.range,
    message,
    severity: administrator === undefined ? 'warning' : 'error',
    data: { option: `--authmech${side}`, authuser: `--${authuser}`, mechanism },
    ...(administrator === undefined
      ? {}
      : { related: [{ range: administrator.range, message: 'The administrator is named here.' }] }),
    suggestions: () => [
      { title: `Remove --authmech${side}`, edits: removeUses(invocation, text, invocation.all(use.name)) },
    ],
  });
}

function messageFor(
  invocation: Invocation,
  mechanism: string,
  hasAdministrator: boolean,
  authuser: string,
): 'plainAlone' | 'unknown' | 'adminIgnored' | 'adminFails' | null {
  if (hasAdministrator) {
    if (mechanism === 'LOGIN') return 'adminIgnored';
    return ownUserOnly.has(mechanism) ? 'adminFails' : null;
  }
  // An empty mechanism counts as none; a text with an option in it was swallowed.
  if (mechanism === '' || mechanism.startsWith('-')) return null;
  if (mechanism === 'PLAIN') return invocation.isAbsent(authuser) ? 'plainAlone' : null;
  return authMechanisms.some(({ name }) => name === mechanism) ? null : 'unknown';
}
