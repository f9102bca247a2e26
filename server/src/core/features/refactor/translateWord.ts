import type { Dialect } from '../../syntax/dialect.js';
import { quoteWord } from '../../syntax/quote.js';
import type { Word } from '../../syntax/word.js';

/** The shells that a command can be written for. */
export type Shell = 'posix' | 'cmd' | 'powershell';

/** A stretch of a word: text, a variable, or an argument of the script by its number. */
type Part =
  | { readonly text: string }
  | { readonly variable: string; readonly own: boolean }
  | { readonly argument: string };

/** All arguments of the script, as each shell writes them. */
const allArguments: Readonly<Record<Shell, string>> = { posix: '"$@"', cmd: '%*', powershell: '@args' };

const name = '[A-Za-z_][A-Za-z0-9_]*';
const variables: Readonly<Record<Shell, RegExp>> = {
  posix: new RegExp(`^\\$(?:(${name})|\\{(${name})\\})$`),
  cmd: new RegExp(`^(?:%(${name})%|!(${name})!)$`),
  powershell: new RegExp(`^\\$(?:(?:env:)?(${name})|\\{(?:env:)?(${name})\\})$`, 'i'),
};
const argument: Readonly<Partial<Record<Shell, RegExp>>> = { posix: /^\$([1-9])$/, cmd: /^%~?([1-9])$/ };

/**
 * A word in the quoting of another shell. `text` is the file that the word stands in, `isValue` whether it is the value of
 * an option: one word then, whatever the variable holds. Variables that the script does not set come from the environment.
 * Null for what the other shell has no simple counterpart of.
 */
export function translateWord(word: Word, from: Dialect, to: Shell, text: string, isValue: boolean): string | null {
  if (word.value !== null) return translateText(word.value, to);
  if (!isShell(from)) return null;
  const written = text.slice(word.range.start, word.range.end);
  if (written === allArguments[from]) return isValue ? null : allArguments[to];
  if (word.open && !isValue) return null;
  const parts: Part[] = [];
  for (const piece of word.pieces) {
    const part =
      piece.kind === 'text' ? { text: piece.value } : partOf(text.slice(piece.range.start, piece.range.end), from);
    if (part === null) return null;
    parts.push(part);
  }
  return writers[to](parts);
}

/** A known value. Windows PowerShell hands double quotes and empty words over otherwise than they are written. */
function translateText(value: string, to: Shell): string | null {
  if (/[\0\r\n]/.test(value)) return null;
  if (to === 'powershell' && (value === '' || value.includes('"') || (value.endsWith('\\') && /\s/.test(value))))
    return null;
  return quoteWord(value, to);
}

function partOf(written: string, from: Shell): Part | null {
  const number = argument[from]?.exec(written)?.[1];
  if (number !== undefined) return { argument: number };
  const found = variables[from].exec(written);
  const variable = found?.[1] ?? found?.[2];
  if (variable === undefined) return null;
  return { variable, own: from === 'powershell' && !/^\$\{?env:/i.test(written) };
}

const writers: Readonly<Record<Shell, (parts: readonly Part[]) => string | null>> = {
  posix: (parts) => {
    const braced = parts.length > 1;
    const inside = parts.map((part) => {
      if ('text' in part) return part.text.replace(/["\\$`]/g, '\\$&');
      const called = 'argument' in part ? part.argument : part.variable;
      return braced ? `\${${called}}` : `$${called}`;
    });
    return `"${inside.join('')}"`;
  },
  cmd: (parts) => {
    if (parts.some((part) => 'text' in part && /["\0\r\n]|\\$/.test(part.text))) return null;
    const inside = parts.map((part) => {
      if ('text' in part) return part.text.replaceAll('%', '%%');
      return 'argument' in part ? `%~${part.argument}` : `%${part.variable}%`;
    });
    return `"${inside.join('')}"`;
  },
  powershell: (parts) => {
    if (parts.some((part) => 'text' in part && /["\u201c-\u201e\0\r\n]|\\$/.test(part.text))) return null;
    const braced = parts.length > 1;
    const inside = parts.map((part) => {
      if ('text' in part) return part.text.replace(/[`$]/g, '`$&');
      if ('argument' in part) return `$($args[${Number(part.argument) - 1}])`;
      const called = part.own ? part.variable : `env:${part.variable}`;
      return braced ? `\${${called}}` : `$${called}`;
    });
    return `"${inside.join('')}"`;
  },
};

export function isShell(dialect: string): dialect is Shell {
  return dialect in allArguments;
}
