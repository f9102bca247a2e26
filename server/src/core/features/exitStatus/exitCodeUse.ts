import type { Analysis } from '../../analysis.js';
import type { TextRange } from '../../text/range.js';
import { lastStartingBefore } from '../place.js';
import { cmdUse } from './cmdStatus.js';
import type { NumberPlace, StatusReader } from './numberPlace.js';
import { posixUse } from './posixStatus.js';
import { powershellUse } from './powershellStatus.js';
import { systemdUse } from './systemdStatus.js';

/** A number that a script compares with the exit code of imapsync. */
export interface ExitCodeUse {
  readonly code: number;
  readonly range: TextRange;
  /** The comparison holds for this code and every higher one: `if errorlevel 16`. */
  readonly orHigher: boolean;
}

const readers: Readonly<Record<string, StatusReader>> = {
  posix: posixUse,
  cmd: cmdUse,
  powershell: powershellUse,
  systemd: systemdUse,
};

/** A line is looked at so far to either side. */
const reach = 400;

/** The exit code of imapsync that the number at `offset` stands for; null where it is none, or may be that of another program. */
export function exitCodeAt(analysis: Analysis, offset: number): ExitCodeUse | null {
  if (analysis.invocations.length === 0) return null;
  const place = numberAt(analysis.source.text, offset);
  if (place === null) return null;
  if (analysis.source.comments.some(({ range }) => range.start <= offset && offset <= range.end)) return null;
  const read = readers[dialectAt(analysis, offset) ?? ''];
  const use = read?.(place, analysis) ?? null;
  if (use === null) return null;
  return { code: Number(analysis.source.text.slice(place.range.start, place.range.end)), range: place.range, ...use };
}

function numberAt(text: string, offset: number): NumberPlace | null {
  let start = offset;
  let end = offset;
  while (offset - start < 4 && isDigit(text.charCodeAt(start - 1))) start -= 1;
  while (end - offset < 4 && isDigit(text.charCodeAt(end))) end += 1;
  if (end === start || end - start > 3) return null;
  if (/[\w.$-]/.test(text.charAt(start - 1)) || /[\w.%]/.test(text.charAt(end))) return null;
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - reach);
  const lineEnd = text.indexOf('\n', end);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + reach);
  return { text, range: { start, end }, before: text.slice(from, start), after: text.slice(end, to) };
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** In a host format the script that the place belongs to is written in the dialect of the command above it. */
function dialectAt(analysis: Analysis, offset: number): string | null {
  const { source, invocations } = analysis;
  if (source.dialect in readers) return source.dialect;
  const last = invocations[lastStartingBefore(analysis, offset)];
  if (last === undefined) return null;
  if (source.dialect === 'markdown' && /\n[ >]*(?:```|~~~)/.test(source.text.slice(last.range.end, offset)))
    return null;
  return last.dialect;
}
