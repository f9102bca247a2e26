import type { LogState } from './logState.js';

/** What lines of one form say. The form begins with fixed text, so that most lines are told apart by it alone. */
export interface LineReader {
  /** What a line of this form begins with. */
  readonly starts: string;
  readonly form: RegExp;
  /** `match` is that of the form, `line` the whole line. */
  read(state: LogState, match: RegExpExecArray, line: string): void;
}

/** A form with the text that its lines begin with. */
export function reader(
  starts: string,
  form: RegExp,
  read: (state: LogState, match: RegExpExecArray, line: string) => void,
): LineReader {
  return { starts, form, read };
}

/** Reads a line by the first reader whose form it has; false where it has none. */
export function readBy(readers: ReadonlyMap<string, readonly LineReader[]>, state: LogState, line: string): boolean {
  for (const { starts, form, read } of readers.get(line.charAt(0)) ?? []) {
    if (!line.startsWith(starts)) continue;
    const match = form.exec(line);
    if (match === null) continue;
    read(state, match, line);
    return true;
  }
  return false;
}

/** Readers by the first character of their lines. */
export function byFirstCharacter(readers: readonly LineReader[]): ReadonlyMap<string, readonly LineReader[]> {
  const groups = new Map<string, LineReader[]>();
  for (const each of readers) {
    const character = each.starts.charAt(0);
    const group = groups.get(character);
    if (group === undefined) groups.set(character, [each]);
    else group.push(each);
  }
  return groups;
}
