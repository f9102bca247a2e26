import { knownText, slotted } from './expandWords.js';
import type { Pass } from './passPlan.js';
import type { PlanUse } from './planUses.js';
import type { WordSource } from './wordSource.js';

/** The value that counts of a single-valued option as imapsync tidies it; null when unknown, undefined when not given. */
function settled(uses: readonly PlanUse[], name: string): string | null | undefined {
  const last = uses.filter(({ use }) => use.name === name).at(-1);
  if (last === undefined) return undefined;
  const text = knownText(last.value);
  if (text === null) return null;
  return name.startsWith('host') ? text.replace(/[ /]/g, '') : text.replace(/^ +| +$/g, '');
}

function isGiven(value: string | null | undefined): boolean {
  return value === null || (value !== undefined && value !== '' && value !== '0');
}

/** The host that a preset such as `--gmail1` stands for; undefined where none does. */
function presetHost(uses: readonly PlanUse[], option: 'host1' | 'host2'): string | undefined {
  for (const { use, fact } of uses) {
    if (use.negated) continue;
    const host = fact.implies.find((implication) => implication.option === option)?.value;
    if (typeof host === 'string') return host;
  }
  return undefined;
}

/**
 * What a pass needs and the options do not give, as options; empty when nothing is missing. Without one of them
 * imapsync only tries the connections and ends with exit code 0, whatever else is asked for.
 */
export function missingFor(pass: Pass, uses: readonly PlanUse[]): readonly string[] {
  const hosts = (['host1', 'host2'] as const).filter(
    (option) => !isGiven(settled(uses, option)) && presetHost(uses, option) === undefined,
  );
  if (pass === 'connect') return hosts.length === 2 ? ['--host1', '--host2'] : [];
  const users = ['user1', 'user2'].filter((option) => !isGiven(settled(uses, option)));
  return [...hosts, ...users].map((option) => `--${option}`);
}

/**
 * `user1@host1 → user2@host2`, without the host where the user is an address of its own and differs from the other one.
 * What is not known stands as `$NAME`, or as `?` where nothing is written.
 */
export function titleOf(uses: readonly PlanUse[], source: WordSource): string {
  const user = (number: '1' | '2'): string => shown(uses, `user${number}`, source) ?? '?';
  const side = (number: '1' | '2', other: string): string => {
    if (user(number).includes('@') && user(number) !== other) return user(number);
    const host = shown(uses, `host${number}`, source) ?? presetHost(uses, `host${number}`) ?? '?';
    return `${user(number)}@${host}`;
  };
  return `${side('1', user('2'))} → ${side('2', user('1'))}`;
}

function shown(uses: readonly PlanUse[], name: string, source: WordSource): string | undefined {
  const last = uses.filter(({ use }) => use.name === name).at(-1);
  if (last === undefined) return undefined;
  const { text, names } = slotted(last.value, source);
  let result = text.replaceAll('{brace}', '{');
  for (const variable of names) result = result.replace(`{var:${variable}}`, () => displayed(variable));
  return result.replace(/[\s\p{Cc}]+/gu, ' ').trim() || undefined;
}

function displayed(name: string): string {
  return /^\w+$/.test(name) ? `$${name}` : name.startsWith('$') ? name : `$${name}`;
}
