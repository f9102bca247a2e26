/** What a server puts between the levels of a folder name, and in front of personal folders (separator included). */
export interface NameSpace {
  readonly separator: string;
  readonly prefix: string;
}

/** What changes a name before any --regextrans2. */
export type ArrivalChange = 'prefix1' | 'separators' | 'fixslash2' | 'prefix2';

/**
 * The name that a folder of the source has on the destination before any --regextrans2: prefix removed, separators
 * exchanged, prefix of the destination put in front (imapsync 2.229). Raw names on both sides. `changed` is called for
 * each step that changes the name.
 */
export function arrivalName(
  name: string,
  source: NameSpace,
  destination: NameSpace,
  fixslash2 = true,
  changed?: (by: ArrivalChange, from: string, to: string) => void,
): string {
  let result = name;
  const become = (by: ArrivalChange, next: string): void => {
    if (next !== result) changed?.(by, result, next);
    result = next;
  };
  const whole = name === '' || name === source.prefix ? 'INBOX' : name;
  become('prefix1', whole.startsWith(source.prefix) ? whole.slice(source.prefix.length) : whole);
  const from = source.separator || '/';
  const to = destination.separator || '/';
  if (from !== to) {
    become('separators', exchanged(result, from, to));
    if (fixslash2 && from === '/') become('fixslash2', result.replaceAll('/', '_'));
  }
  if (!/^INBOX\n?$/i.test(result)) become('prefix2', destination.prefix + result);
  return result;
}

function exchanged(name: string, from: string, to: string): string {
  if (!name.includes(to)) return name.replaceAll(from, () => to);
  return name
    .split(to)
    .map((part) => part.replaceAll(from, () => to))
    .join(from);
}
