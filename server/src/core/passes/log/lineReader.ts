import type { LogState } from './logState.js';

/** What lines of one form say. Most forms begin with fixed text, by which alone most lines are told apart. */
export interface LineReader {
  /** What a line of this form begins with; empty where that can be anything. */
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
  return readByAny(readers.get(line.charAt(0)), state, line) || readByAny(readers.get(''), state, line);
}

function readByAny(readers: readonly LineReader[] | undefined, state: LogState, line: string): boolean {
  for (const { starts, form, read } of readers ?? []) {
    if (!line.startsWith(starts)) continue;
    const match = form.exec(line);
    if (match === null) continue;
    read(state, match, line);
    return true;
  }
  return false;
}

/** Readers by the first character of their lines, by none where that can be any. */
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
