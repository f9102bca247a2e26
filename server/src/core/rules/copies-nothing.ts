import { effectiveHost, presetsOf, type SideNumber } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { assignedVariable } from '../model/settings/environmentVariables.js';
import { defineRule } from './rule.js';
import { breaksOff } from './shared/breaksOff.js';

const needed = ['host1', 'user1', 'host2', 'user2'] as const;

/** Switches with which imapsync is done before it looks for accounts. */
const others = ['help', 'version', 'abort', 'justbanner', 'justconnect', 'tests', 'testsdebug', 'testsunit'] as const;

export const copiesNothing = defineRule({
  id: 'copies-nothing',
  severity: 'error',
  category: 'process',
  summary: 'A host or user is missing or empty, so imapsync tries the connection only, copies nothing and ends well.',
  messages: {
    missing:
      'Without {options} imapsync only tries the connections: it will log in nowhere, copy nothing and end with exit code 0, as if all were well.',
    empty:
      'An empty {option} counts as none, and then imapsync only tries the connections: it will copy nothing and end with exit code 0, as if all were well.',
    webPage:
      'With SERVER_SOFTWARE set, imapsync takes itself for a web page: it ignores its command line, copies nothing and ends with exit code 0.',
  },
  check(invocation, context) {
    const { syntax } = invocation;
    if (syntax.assignments.length > 0) {
      const page = assignedVariable(invocation, 'SERVER_SOFTWARE');
      if (page !== undefined && page.value !== '') {
        context.report({ range: page.range, message: 'webPage' });
        return;
      }
    }
    if (needed.every((name) => isGiven(invocation, name))) return;
    // A command that breaks off, or that imapsync refuses, has reports of its own.
    if (invocation.open || syntax.optionsExtra === true || breaksOff(syntax)) return;
    if (invocation.errors.length > 0 || invocation.rest.length > 0) return;
    // An option given for the wrong side, twice, has a report of its own.
    if (needed.some((name) => invocation.all(name).length > 1)) return;
    const missing = needed.filter((name) => isMissing(invocation, name));
    if (missing.length === 0 || others.some((name) => invocation.isSet(name) === true)) return;
    // Hosts alone are a way to try a connection, and with one side alone a command is being written.
    if (missing.includes('user1') && missing.includes('user2') && !isEmptied(invocation)) return;
    if (isUntouched(invocation, 1) || isUntouched(invocation, 2)) return;
    const [empty] = missing.flatMap((name) => invocation.last(name) ?? []);
    if (empty !== undefined) {
      context.report({ range: empty.range, message: 'empty', data: { option: `--${empty.name}` } });
      return;
    }
    const names = missing.map((name) => `--${name}`);
    const options = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
    context.report({ range: invocation.headRange, message: 'missing', data: { options } });
  },
});

/** With a value that is not blank, or not known. */
function isGiven(invocation: Invocation, name: string): boolean {
  const value = invocation.value(name);
  return value === null || (value !== undefined && /[^ 0]/.test(value));
}

function isMissing(invocation: Invocation, name: (typeof needed)[number]): boolean {
  const value = invocation.value(name);
  if (value === null || (value !== undefined && value.trim() !== '' && value.trim() !== '0')) return false;
  if (!name.startsWith('host')) return true;
  const side: SideNumber = name === 'host1' ? 1 : 2;
  return effectiveHost(invocation, side) === null;
}

function isEmptied(invocation: Invocation): boolean {
  return invocation.last('user1') !== undefined || invocation.last('user2') !== undefined;
}

/** Neither host nor user of the side is given. */
function isUntouched(invocation: Invocation, side: SideNumber): boolean {
  if (invocation.last(`host${side}`) !== undefined || invocation.last(`user${side}`) !== undefined) return false;
  return !presetsOf(invocation).some(({ settings }) => settings.some(({ option }) => option === `host${side}`));
}
