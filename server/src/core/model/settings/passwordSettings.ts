import type { Invocation } from '../invocation.js';
import { assignedVariable } from './environmentVariables.js';
import { isEmptyValue, type Setting } from './setting.js';
import type { SettingsDraft } from './settingsDraft.js';

/** Switches with which imapsync is done before it looks for accounts. */
const earlyEnds = ['help', 'version', 'abort', 'justbanner', 'justconnect', 'tests'];

/**
 * Settles which password counts: a passfile beats the environment, which beats `--password1`. Without any of them
 * imapsync asks on the terminal.
 */
export function settlePasswords(draft: SettingsDraft, invocation: Invocation): void {
  const asks = !endsEarly(draft) && !isConnectionTest(draft);
  for (const side of ['1', '2'] as const) settlePassword(draft, invocation, side, asks);
}

/** Whether imapsync only prints something, connects, or stops another run. */
export function endsEarly(draft: SettingsDraft): boolean {
  return earlyEnds.some((name) => draft.isOn(name));
}

/** Whether one of the four options is certainly not given, without which imapsync only connects. */
export function isConnectionTest(draft: SettingsDraft): boolean {
  return ['host1', 'user1', 'host2', 'user2'].some((name) => (draft.has(name) ? !draft.isOn(name) : !draft.open));
}

function settlePassword(draft: SettingsDraft, invocation: Invocation, side: '1' | '2', asks: boolean): void {
  const option = `password${side}`;
  const variable = `IMAPSYNC_PASSWORD${side}`;
  const assigned = assignedVariable(invocation, variable);
  if (assigned !== undefined && !isEmptyValue(assigned.value)) {
    const { value, range, certain } = assigned;
    const note = certain ? {} : { note: 'if the launcher hands the variable on' };
    draft.set({ option, value, origin: 'environment', by: variable, range, certain, ...note });
  }
  const passfile = draft.get(`passfile${side}`);
  if (passfile !== undefined) {
    const { range } = passfile;
    const place: Pick<Setting, 'range'> = range === undefined ? {} : { range };
    const note = 'the first line of the file';
    draft.set({ option, value: null, origin: 'passfile', by: passfile.option, ...place, note, certain: true });
    return;
  }
  const password = draft.get(option);
  if (password !== undefined && !isBlank(password.value)) {
    if (assigned !== undefined || password.origin === 'environment') return;
    draft.amend(option, { note: joined(password.note, `unless the environment has ${variable}`) });
    return;
  }
  const mechanism = draft.get(`authmech${side}`)?.value;
  const needsNone = typeof mechanism === 'string' && /^(?:PREAUTH|EXTERNAL)$/i.test(mechanism);
  if (!asks || needsNone) return;
  const note =
    assigned === undefined
      ? `from ${variable} where the environment has it, otherwise asked for on the terminal`
      : 'asked for on the terminal';
  draft.set({ option, value: null, origin: 'unknown', note, certain: false });
}

/** imapsync removes blanks around a password before it looks whether there is one. */
function isBlank(value: Setting['value']): boolean {
  return isEmptyValue(typeof value === 'string' ? value.replace(/^ +| +$/g, '') : value);
}

function joined(first: string | undefined, second: string): string {
  return first === undefined ? second : `${first}, ${second}`;
}
