import type { NameSpace } from './arrivalName.js';

/**
 * Separator and prefix that imapsync 2.229 guesses from the folder names of a server without NAMESPACE. Where two
 * separators occur equally often the choice of the program changes from run to run; here `/` goes before `.`.
 */
export function guessNameSpace(names: readonly string[]): NameSpace {
  return { separator: guessSeparator(names), prefix: guessPrefix(names) };
}

const candidates: readonly (readonly [separator: string, pattern: RegExp])[] = [
  ['/', /\//g],
  ['.', /\./g],
  ['\\\\', /\\\\/g],
  ['\\', /[^\\]\\(?=[^\\])/g],
];

function guessSeparator(names: readonly string[]): string {
  let most = 0;
  let guessed = '/';
  for (const [separator, pattern] of candidates) {
    const count = names.reduce((sum, name) => sum + (name.match(pattern)?.length ?? 0), 0);
    if (count > most) {
      most = count;
      guessed = separator;
    }
  }
  return guessed;
}

function guessPrefix(names: readonly string[]): string {
  let guessed = '';
  for (const name of names) {
    if (/^INBOX$/i.test(name)) continue;
    if (!/^INBOX/i.test(name)) return '';
    guessed = /^INBOX[./]/i.exec(name)?.[0] ?? guessed;
  }
  return guessed;
}
