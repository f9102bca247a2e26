import { quoteWord } from '../../syntax/quote.js';

/**
 * The text as one word in single quotes of a POSIX shell, everything in it meant as it is written; null where it holds
 * quotes, variables or commands of its own.
 */
export function quotedAsWritten(written: string): string | null {
  return /['"`]|\$[A-Za-z_{(]|[\r\n]/.test(written) ? null : quoteWord(written, 'posix', 'single');
}
