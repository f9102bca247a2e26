import { imapsyncOptions } from '../catalogue/options.js';

/** Text as inline code, whatever characters it holds; control characters are shown as the replacement character. */
export function code(text: string): string {
  const shown = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '\ufffd');
  let longest = 0;
  for (const run of shown.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  const pad = shown === '' || shown.startsWith('`') || shown.endsWith('`') || /^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/**
 * Prose of our own for Markdown: options and settings become code, with dashes; signs that Markdown reads are shown as
 * they are.
 */
export function prose(text: string): string {
  return text
    .split(/((?<![\w-])--?[A-Za-z][\w-]*(?:=\S*\w)?|(?<![\w\\/.@-])[A-Za-z]\w*(?:=\w+)?(?![\w/@]))/)
    .map((part, index) => (index % 2 === 1 ? term(part) : escapeMarkdown(part)))
    .join('');
}

function term(text: string): string {
  if (text.startsWith('-')) return code(text);
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  if (!ordinaryWords.has(name) && name === name.toLowerCase() && imapsyncOptions.exact(name)) return code(`--${text}`);
  return equals >= 0 || name.includes('_') ? code(text) : escapeMarkdown(text);
}

/** Names of options that prose uses as words, the two sides and their users among them. */
const ordinaryWords: ReadonlySet<string> = new Set([
  ...['host1', 'host2', 'user1', 'user2'],
  ...['abort', 'debug', 'delete', 'dry', 'exclude', 'expunge', 'folder', 'help', 'id', 'include', 'log', 'sanitize'],
  ...['search', 'subscribe', 'subscribed', 'tests', 'timeout', 'var', 'version'],
]);

/** Text without any meaning for Markdown or HTML. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** Longer values are cut in the middle of nowhere for display: `abc…`. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = isHighSurrogate(text.charCodeAt(length - 2)) ? length - 2 : length - 1;
  return `${text.slice(0, end)}…`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
