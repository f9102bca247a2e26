import type { FileFeatures } from './fileFeatures.js';

/** As VS Code names logs of imapsync. */
export const logLanguage = 'imapsync-log';

const logPath = /(?:^|[\\/])LOG_imapsync[\\/].*\.txt$/i;
const logStart = /^\ufeff?Here is imapsync \S+ on host /;

/**
 * Whether a file is a log that imapsync wrote: by the language an editor takes it for, by the folder that imapsync
 * writes its logs to, or by its first line, which editors that guess languages take for a script. It repeats a command
 * line, but is none. Prose may quote a log.
 */
export function isLog({ path = '', languageId, firstLine = '' }: FileFeatures): boolean {
  if (languageId === logLanguage) return true;
  return languageId !== 'markdown' && (logPath.test(path) || logStart.test(firstLine));
}
