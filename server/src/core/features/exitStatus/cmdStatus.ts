import type { Analysis } from '../../analysis.js';
import type { StatusReader } from './numberPlace.js';
import { codeBefore, commandBefore } from './precedingCommand.js';

/** `if errorlevel 16`, `if %ERRORLEVEL% EQU 16`, `if "%rc%"=="16"` behind `set rc=%ERRORLEVEL%`. */
export const cmdUse: StatusReader = ({ before, range }, analysis) => {
  const at = range.start - before.length;
  const level = /\bif\s+(?:\/i\s+)?(?:not\s+)?errorlevel[\s=]+$/i.exec(before);
  if (level !== null) return isOfImapsync(analysis, at + level.index) ? { orHigher: true } : null;
  const compared =
    /\bif\s+(?:\/i\s+)?(?:not\s+)?["']?[%!](\w+)[%!]["']?\s*(?:==|\s(?:equ|neq|gtr|geq|lss|leq)\s)\s*["']?$/i.exec(
      before,
    );
  if (compared === null) return null;
  const name = compared[1]!.toLowerCase();
  const read = name === 'errorlevel' ? at + compared.index : assignedAt(analysis.source.text, name, at);
  return read !== null && isOfImapsync(analysis, read) ? { orHigher: false } : null;
};

/** Where the variable was last set before `end`, if it was set to the exit code. */
function assignedAt(text: string, name: string, end: number): number | null {
  const pattern = new RegExp(`\\bset\\s+(?:/a\\s+)?"?${name}=\\s*(["%!\\w]*)`, 'gi');
  const last = [...codeBefore(text, end).matchAll(pattern)].at(-1);
  return last !== undefined && /^[%!]errorlevel[%!]"?$/i.test(last[1]!)
    ? Math.max(0, end - codeBefore(text, end).length) + last.index
    : null;
}

/** Commands that leave ERRORLEVEL as it is, and those that only decide. */
const transparent = /^(?:[)(:@]|(?:if|else|echo|rem|goto|set|for|setlocal|endlocal)\b)/i;

function isOfImapsync(analysis: Analysis, at: number): boolean {
  const command = commandBefore(analysis, at, (segment) => transparent.test(segment), /[\n&|]+/);
  return command === 'imapsync' || /^call\s+:/i.test(command ?? '');
}
