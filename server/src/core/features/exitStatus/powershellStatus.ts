import type { StatusReader } from './numberPlace.js';
import { codeBefore } from './precedingCommand.js';

const status = String.raw`\$(?:(?:global:)?LASTEXITCODE|\w+\.ExitCode|(\w+))`;
const compared = new RegExp(`${status}\\s+-(?:eq|ne|gt|ge|lt|le)\\s+["']?$`, 'i');
const listed = new RegExp(`${status}\\s+-(?:not)?in\\s+@?\\(?\\s*(?:\\d+\\s*,\\s*)*$`, 'i');
const switched = new RegExp(`\\bswitch\\s*(?:-\\w+\\s+)*\\(\\s*${status}\\s*\\)\\s*$`, 'i');

/**
 * `$LASTEXITCODE -eq 16`, `$code -in 16, 161` behind `$code = $LASTEXITCODE`, `switch ($LASTEXITCODE) { 16 { … } }`.
 * Cmdlets leave $LASTEXITCODE as it is, so only programs can stand between; that a script runs others is seldom.
 */
export const powershellUse: StatusReader = ({ text, range, before, after }, { invocations }) => {
  if (!invocations.some(({ range: { end } }) => end <= range.start)) return null;
  const found =
    compared.exec(before) ?? listed.exec(before) ?? (isLabel(before, after) ? subject(text, range.start) : null);
  if (found === null) return null;
  return found[1] === undefined || holdsStatus(text, found[1], range.start) ? { orHigher: false } : null;
};

function isLabel(before: string, after: string): boolean {
  return /(?:^|[{};])\s*$/.test(before) && /^\s*\{/.test(after);
}

/** What is switched over, in the block around `offset`. */
function subject(text: string, offset: number): RegExpExecArray | null {
  const code = codeBefore(text, offset);
  let depth = 0;
  for (let index = code.length - 1; index >= 0; index -= 1) {
    const sign = code[index];
    if (sign === '}') depth += 1;
    else if (sign === '{' && depth > 0) depth -= 1;
    else if (sign === '{') return switched.exec(code.slice(Math.max(0, index - 200), index));
  }
  return null;
}

function holdsStatus(text: string, name: string, end: number): boolean {
  const pattern = new RegExp(`\\$${name}\\s*=(?!=)\\s*([$:.\\w]*)`, 'gi');
  const last = [...codeBefore(text, end).matchAll(pattern)].at(-1);
  return /^\$(?:global:)?LASTEXITCODE$|^\$\w+\.ExitCode$/i.test(last?.[1] ?? '');
}
