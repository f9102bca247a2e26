import { findExitCode } from '../catalogue/exitCodes.js';
import type { ExitCodeUse } from './exitStatus/exitCodeUse.js';
import { code, prose } from './markdown.js';

/** What an exit code of imapsync says and what to do about it; null for a number that imapsync never returns. */
export function exitCodeMarkdown(use: ExitCodeUse): string | null {
  const known = findExitCode(use.code);
  if (known === undefined) return null;
  const parts = [`**Exit code ${use.code}** of imapsync: ${code(known.name)}`, prose(known.meaning)];
  if (use.orHigher) parts.push(`${code(`errorlevel ${use.code}`)} holds for this code and every higher one.`);
  if (known.unused) parts.push('No path through the program returns it.');
  if (known.causes.length > 0) parts.push(list(use.code === 0 ? 'When' : 'Causes', known.causes));
  if (known.remedies.length > 0) parts.push(list('What to do', known.remedies));
  return parts.join('\n\n');
}

function list(title: string, items: readonly string[]): string {
  return [`**${title}**`, ...items.map((item) => `- ${prose(item)}`)].join('\n');
}
