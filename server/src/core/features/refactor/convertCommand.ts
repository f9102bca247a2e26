import { joinSign } from '../../model/edits/lineJoin.js';
import type { Invocation } from '../../model/invocation.js';
import { quoteWord } from '../../syntax/quote.js';
import { readSource } from '../../syntax/readSource.js';
import type { Comment, SourceFile } from '../../syntax/source.js';
import type { Word } from '../../syntax/word.js';
import type { NewFileAction } from './action.js';
import { isShell, type Shell, translateWord } from './translateWord.js';

const targets: Readonly<Record<Shell, { readonly title: string; readonly extension: string; readonly head: string }>> =
  {
    posix: { title: 'Write as shell script', extension: '.sh', head: '#!/bin/sh\n' },
    cmd: { title: 'Write as batch file', extension: '.cmd', head: '@echo off\r\n' },
    powershell: { title: 'Write as PowerShell script', extension: '.ps1', head: '' },
  };

/** Programs in front of imapsync that every system has in the same form. */
const portableLaunchers: ReadonlySet<string> = new Set(['docker', 'podman']);

/** Scripts of the command for the shells that its file is not written for: with its arguments, without redirections and pipes. */
export function conversions(invocation: Invocation, source: SourceFile): readonly NewFileAction[] {
  if (source.dialect !== invocation.dialect || !(isShell(source.dialect) || source.dialect === 'profile')) return [];
  const actions: NewFileAction[] = [];
  for (const to of ['posix', 'cmd', 'powershell'] as const) {
    const content = to === source.dialect ? null : convertCommand(invocation, source, to);
    if (content === null) continue;
    const { title, extension } = targets[to];
    actions.push({ kind: 'new-file', id: to, title, extension, content, editsFor: () => [] });
  }
  return actions;
}

/**
 * A script of another shell that hands imapsync the same arguments, one option on a line; the comments of a profile stand
 * above it. Null where that can not be said in the other shell.
 */
export function convertCommand(invocation: Invocation, source: SourceFile, to: Shell): string | null {
  const { syntax, dialect } = invocation;
  if (syntax.embedded !== undefined || syntax.incomplete || syntax.assignments.length > 0) return null;
  const head = programOf(invocation, to);
  const lines = head === null ? null : argumentLines(invocation, source.text, to);
  if (head === null || lines === null) return null;
  const { head: opening } = targets[to];
  const eol = to === 'posix' ? '\n' : '\r\n';
  const command = [head, ...lines].join(` ${joinSign(to)}${eol}  `);
  const comments = dialect === 'profile' ? source.comments.map((comment) => commentOf(comment, to) + eol).join('') : '';
  const script = `${opening}${comments}${command}${eol}`;
  return saysTheSame(script, to, syntax.words) ? script : null;
}

/** The words in front of the arguments; null where the other shell has no such program. */
function programOf({ syntax }: Invocation, to: Shell): string | null {
  const { executable, launcher } = syntax;
  const first = launcher[0]?.value;
  const words: string[] = [];
  for (const word of launcher) {
    if (word.value === null || first == null || !portableLaunchers.has(first)) return null;
    words.push(quoteWord(word.value, to));
  }
  if (executable !== null) {
    // In a container the program is that of the container, whatever shell starts it.
    const path = launcher.length > 0 ? executable.value : programPath(executable, to);
    if (path === null) return null;
    const quoted = quoteWord(path, to);
    words.push(to === 'powershell' && words.length === 0 && quoted !== path ? `& ${quoted}` : quoted);
  } else if (launcher.length === 0) words.push(to === 'posix' ? 'imapsync' : 'imapsync.exe');
  return words.join(' ');
}

/** The program on the other system: a path below the present folder stays one, any other is left to the search path. */
function programPath({ value }: Word, to: Shell): string | null {
  if (value === null) return null;
  const isWindowsPath = value.includes('\\') || /\.exe$/i.test(value) || /^[A-Za-z]:/.test(value);
  if (to !== 'posix' && isWindowsPath) return value;
  const base = value.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '');
  const isHere = /^\.[\\/][^\\/]+$/.test(value);
  if (to === 'posix') return isHere ? `./${base}` : base;
  return `${isHere ? '.\\' : ''}${base}.exe`;
}

/** Each option with its value, in the order of the command; null where a word has no counterpart. */
function argumentLines(invocation: Invocation, text: string, to: Shell): readonly string[] | null {
  const { syntax, uses, dialect } = invocation;
  const values = new Set(
    uses.flatMap(({ wordIndex, valueWordIndex }) => (valueWordIndex === wordIndex ? [] : [valueWordIndex])),
  );
  const lines: string[] = [];
  for (const [index, word] of syntax.words.entries()) {
    const translated = translateWord(word, dialect, to, text, values.has(index));
    if (translated === null) return null;
    if (values.has(index)) lines[lines.length - 1] += ` ${translated}`;
    else lines.push(translated);
  }
  return lines;
}

function commentOf({ text }: Comment, to: Shell): string {
  if (to !== 'cmd') return `#${text}`;
  // Behind REM percent signs count, and a caret at the end joins the next line.
  let end = text.length;
  while (/[\s^]/.test(text.charAt(end - 1))) end--;
  return `REM${text.slice(0, end).replaceAll('%', '%%')}`;
}

/** Whether the other shell reads the arguments as they are known here. */
function saysTheSame(script: string, to: Shell, words: readonly Word[]): boolean {
  const { invocations } = readSource(script, to);
  const found = invocations[0];
  if (invocations.length !== 1 || found === undefined || found.incomplete) return false;
  const written = found.written?.words ?? found.words;
  return written.length === words.length && written.every(({ value }, index) => value === words[index]!.value);
}
