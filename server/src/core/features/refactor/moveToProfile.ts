import { findOption } from '../../catalogue/options.js';
import { type CommandItem, commandItems, wordKey } from '../../model/edits/commandItems.js';
import { gapEnd, lineEnd } from '../../model/edits/lineJoin.js';
import { orderItems } from '../../model/edits/orderItems.js';
import { executableRange, writtenWords } from '../../model/edits/written.js';
import type { Invocation } from '../../model/invocation.js';
import { quoteWord } from '../../syntax/quote.js';
import { readSource } from '../../syntax/readSource.js';
import type { SourceFile } from '../../syntax/source.js';
import type { TextChange } from '../../text/edit.js';
import type { NewFileAction } from './action.js';
import { rereadCommand } from './rereadCommand.js';

/** Programs in front of imapsync that `xargs` can start as well as a shell does. */
const programs: ReadonlySet<string> = new Set(['sudo', 'nice', 'ionice', 'nohup', 'timeout', 'perl']);

/**
 * Moves the options of a command into a profile and has them read from there by `xargs`. Passwords, and options whose
 * value only the shell knows, stay on the command line, in front of those of the profile. Null where something could be
 * read otherwise, where the command needs its standard input, and where the script asks for the exit code of imapsync.
 */
export function moveToProfile(invocation: Invocation, source: SourceFile): NewFileAction | null {
  const { syntax, errors, rest } = invocation;
  if (source.dialect !== 'posix' || invocation.dialect !== 'posix' || syntax.embedded !== undefined) return null;
  if (syntax.incomplete || errors.length > 0 || rest.length > 0 || !canBeStarted(invocation)) return null;
  if (asksForExitCode(invocation, source)) return null;
  const items = commandItems(invocation, source.text);
  const parted = partItems(invocation, items);
  if (parted === null || parted.moved.length < 2 || !isPlain(invocation, source.text, items)) return null;
  const content = profileOf(invocation, parted.moved);
  if (content === null) return null;
  const editsFor = (name: string): readonly TextChange[] | null => {
    const edits = changesOf(invocation, source.text, parted.kept, name);
    return readsFromProfile(invocation, source, edits, parted.kept) ? edits : null;
  };
  return {
    kind: 'new-file',
    id: 'profile',
    title: 'Move options to profile',
    extension: '.imapsync',
    content,
    editsFor,
  };
}

function canBeStarted({ syntax }: Invocation): boolean {
  const { executable, launcher } = syntax;
  if (executable === null || executable.value === null || executable.origin !== undefined) return false;
  return launcher.every(({ value }) => value !== null) && (launcher.length === 0 || programs.has(launcher[0]!.value!));
}

/** The items for the profile and those that stay; null where one of them could be anything. */
function partItems(
  invocation: Invocation,
  items: readonly CommandItem[],
): { readonly moved: readonly CommandItem[]; readonly kept: readonly CommandItem[] } | null {
  const words = writtenWords(invocation);
  const isLiteral = ({ first, last }: CommandItem): boolean =>
    words.slice(first, last + 1).every(({ value }) => value !== null && !/[\0\r\n]/.test(value));
  const staying = new Set<string>();
  for (const item of items) {
    const { use } = item;
    if (use === null || words.slice(item.first, item.last + 1).some(({ open }) => open)) return null;
    if (!isLiteral(item) || findOption(use.name)?.secret !== false) staying.add(use.name);
  }
  // The occurrences of one option stay together: their order counts.
  const stays = ({ use }: CommandItem): boolean => use === null || staying.has(use.name);
  return { moved: orderItems(items.filter((item) => !stays(item))), kept: items.filter(stays) };
}

/** Whether nothing but blanks stands between the words, and nothing feeds the command's standard input. */
function isPlain(invocation: Invocation, text: string, items: readonly CommandItem[]): boolean {
  const words = writtenWords(invocation);
  let end = executableRange(invocation)!.end;
  for (const { first, last } of items) {
    for (let index = first; index <= last; index++) {
      const { range } = words[index]!;
      if (gapEnd(text, end, range.start, 'posix') !== range.start) return false;
      end = range.end;
    }
  }
  let line = lineEnd(text, end);
  while (line < text.length && text[line - 1] === '\\') line = lineEnd(text, line + 2);
  return !text.slice(end, line).includes('<');
}

/**
 * Whether the script looks at the exit code before its next command: `xargs` ends with 123 where imapsync fails with any
 * of its codes (findutils, "xargs options", exit status).
 */
function asksForExitCode({ range }: Invocation, { text, invocations }: SourceFile): boolean {
  const next = invocations.find((other) => other.range.start >= range.end);
  return /\$\?|\$\{\?|PIPESTATUS/.test(text.slice(range.end, next?.range.start ?? text.length));
}

function profileOf(invocation: Invocation, items: readonly CommandItem[]): string | null {
  const words = writtenWords(invocation);
  let profile = '';
  for (const { first, last } of items) {
    const line = words.slice(first, last + 1).map(({ value }) => quoteWord(value ?? '', 'profile'));
    profile += `${line.join(' ')}\n`;
  }
  const read = readSource(profile, 'profile').invocations[0]?.words.map(({ value }) => value);
  const wanted = items.flatMap(({ first, last }) => words.slice(first, last + 1).map(({ value }) => value));
  return read?.length === wanted.length && read.every((value, index) => value === wanted[index]) ? profile : null;
}

function changesOf(
  invocation: Invocation,
  text: string,
  kept: readonly CommandItem[],
  name: string,
): readonly TextChange[] {
  const { assignments, range } = invocation.syntax;
  const words = writtenWords(invocation);
  const file = quoteWord(name.startsWith('-') ? `./${name}` : name, 'posix');
  const start = assignments[0]?.range.start ?? range.start;
  const end = executableRange(invocation)!.end;
  const staying = kept.map(({ first, last }) => ` ${text.slice(words[first]!.range.start, words[last]!.range.end)}`);
  return [
    { range: { start, end: start }, newText: `grep -v '^[[:space:]]*#' ${file} | ` },
    { range: { start: range.start, end: range.start }, newText: 'xargs ' },
    { range: { start: end, end: words.at(-1)!.range.end }, newText: staying.join('') },
  ];
}

/** Whether the changed script starts the same command by `xargs`, with the words that stay. */
function readsFromProfile(
  invocation: Invocation,
  source: SourceFile,
  edits: readonly TextChange[],
  kept: readonly CommandItem[],
): boolean {
  const after = rereadCommand(invocation, source, edits);
  const words = writtenWords(invocation);
  const expected = kept.flatMap(({ first, last }) => words.slice(first, last + 1));
  if (after?.syntax.launcher[0]?.value !== 'xargs' || after.keys.length !== expected.length) return false;
  if (after.syntax.executable?.value !== invocation.syntax.executable?.value) return false;
  return expected.every((word, index) => wordKey(word, source.text) === after.keys[index]);
}
