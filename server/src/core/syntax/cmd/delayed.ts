/** From `offset` on variables written `!x!` are expanded, or not. */
export interface DelayedSwitch {
  readonly offset: number;
  readonly on: boolean;
}

const none: readonly DelayedSwitch[] = [];

/**
 * Where `setlocal enabledelayedexpansion`, `setlocal disabledelayedexpansion` and `endlocal` change whether `!x!` is a
 * variable, in the order of the text: a batch file whose control flow jumps about is taken as it stands. (Microsoft's
 * reference of `setlocal`: the former settings come back at the matching `endlocal`.)
 */
export function delayedSwitches(text: string): readonly DelayedSwitch[] {
  if (!/delayedexpansion/i.test(text)) return none;
  const switches: DelayedSwitch[] = [];
  const outer: boolean[] = [];
  let on = false;
  for (const match of text.matchAll(/\b(?:setlocal\b([^\n&|)]*)|endlocal\b)/gi)) {
    const options = match[1];
    if (isIdle(text, match.index)) continue;
    if (options === undefined) on = outer.pop() ?? false;
    else {
      outer.push(on);
      if (/enabledelayedexpansion/i.test(options)) on = true;
      else if (/disabledelayedexpansion/i.test(options)) on = false;
    }
    switches.push({ offset: match.index, on });
  }
  return switches;
}

/** Whether the word at `offset` stands in a comment, in a label or in what `echo` prints. */
function isIdle(text: string, offset: number): boolean {
  const head = text.slice(Math.max(0, offset - 200), offset);
  return /^[\s@(]*(?:rem\b|:|echo\b[^&|]*$)/i.test(head.slice(head.lastIndexOf('\n') + 1));
}

/** Whether all lines outside a change are read under the same switches in both versions of a text. */
export function sameOutside(
  previous: readonly DelayedSwitch[],
  current: readonly DelayedSwitch[],
  { start, oldEnd, newEnd }: { readonly start: number; readonly oldEnd: number; readonly newEnd: number },
): boolean {
  if (previous.length !== current.length) return false;
  return previous.every(({ offset, on }, index) => {
    const now = current[index]!;
    if (now.on !== on) return false;
    if (offset < start) return now.offset === offset;
    if (offset >= oldEnd) return now.offset === offset + newEnd - oldEnd;
    return now.offset >= start && now.offset < newEnd;
  });
}
