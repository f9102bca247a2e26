/** What a server puts between the levels of a folder name, and in front of personal folders (separator included). */
export interface NameSpace {
  readonly separator: string;
  readonly prefix: string;
}

/**
 * The name that a folder of the source has on the destination before any --regextrans2: prefix removed, separators
 * exchanged, prefix of the destination put in front (imapsync 2.229). Raw names on both sides.
 */
export function arrivalName(name: string, source: NameSpace, destination: NameSpace, fixslash2 = true): string {
  let result = name === '' || name === source.prefix ? 'INBOX' : name;
  if (source.prefix !== '' && result.startsWith(source.prefix)) result = result.slice(source.prefix.length);
  result = exchangeSeparators(result, source.separator || '/', destination.separator || '/', fixslash2);
  return result.toUpperCase() === 'INBOX' ? result : destination.prefix + result;
}

function exchangeSeparators(name: string, from: string, to: string, fixslash2: boolean): string {
  if (from === to) return name;
  const exchanged = name
    .split(to)
    .map((part) => part.replaceAll(from, () => to))
    .join(from);
  return fixslash2 && from === '/' ? exchanged.replaceAll('/', '_') : exchanged;
}
