import { differenceOf } from '../../text/difference.js';
import { type Reading, readScript } from '../readScript.js';
import type { Comment, SourceFile } from '../source.js';
import { readCommands } from './commands.js';
import { delayedSwitches, sameOutside } from './delayed.js';
import { startScan } from './scan.js';

/** The name in any case, with what cmd and the program take out of a word between its letters. */
const name = /i[\^"\r\n]*m[\^"\r\n]*a[\^"\r\n]*p[\^"\r\n]*s[\^"\r\n]*y[\^"\r\n]*n[\^"\r\n]*c/i;

/**
 * Reads a batch file as cmd does: every imapsync command line in it, and its comments. With an earlier version of the
 * text at hand only the lines that changed are read; the answer is the same.
 */
export function readCmd(text: string, previous?: SourceFile): SourceFile {
  // Without the name there is no invocation and no directive to look for.
  if (!name.test(text)) return { dialect: 'cmd', text, invocations: [], comments: [] };
  const switches = delayedSwitches(text);
  const readFrom = (all: string, start: number, stopsAt: (offset: number) => boolean): Reading => {
    const comments: Comment[] = [];
    const budget = { left: 4 * all.length + 4096 };
    const scan = startScan(all, start, { batch: true, switches, depth: 0, budget, comments, embedded: null });
    const offsets = [start];
    const furthest = [0];
    readCommands(scan, (fresh) => {
      if (fresh && stopsAt(scan.position)) return true;
      offsets.push(scan.position);
      furthest.push(fresh ? scan.furthest : -1);
      return false;
    });
    const { found, steps } = scan;
    const lookedAhead = 4 * all.length + 4096 - budget.left;
    return { found, comments, steps, offsets, furthest, seen: scan.furthest, lookedAhead };
  };
  return readScript(text, 'cmd', readFrom, usable(text, switches, previous));
}

/** The earlier version, where delayed expansion is on in the same lines of it. */
function usable(
  text: string,
  switches: ReturnType<typeof delayedSwitches>,
  previous: SourceFile | undefined,
): SourceFile | undefined {
  if (previous === undefined) return undefined;
  const earlier = delayedSwitches(previous.text);
  if (earlier.length === 0 && switches.length === 0) return previous;
  return sameOutside(earlier, switches, differenceOf(previous.text, text)) ? previous : undefined;
}
