import type { FileDialect } from '../../syntax/dialect.js';
import type { SourceFile } from '../../syntax/source.js';
import type { TextChange } from '../../text/edit.js';
import { commentLine } from './commentLine.js';
import { isHarmlessComment } from './harmlessComment.js';
import { eolOf } from './lineJoin.js';

/**
 * What has to stay at the top of a file: the name of the interpreter, the front matter of Markdown, parser directives of a
 * Dockerfile, the line by which a cloud-config is known, `@echo off`, which keeps comments from the screen, the one line
 * of options_extra.txt that imapsync reads.
 */
const preambles: Readonly<Partial<Record<FileDialect, RegExp>>> = {
  posix: /^#!.*/,
  powershell: /^#!.*/,
  makefile: /^#!.*/,
  cmd: /^@?echo[ \t]+off\b.*/i,
  markdown: /^---[ \t]*\r?\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?=\r?$)/m,
  dockerfile: /^#[ \t]*[a-z]+[ \t]*=.*(?:\r?\n#[ \t]*[a-z]+[ \t]*=.*)*/i,
  yaml: /^(?:#cloud-config\b|%YAML\b).*/,
  'options-extra': /^.*/,
};

/** Inserts a comment line as near to the top of the file as one can stand; null where the file can hold none. */
export function insertCommentAtTop(source: SourceFile, comment: string): TextChange | null {
  const { text, dialect, table } = source;
  const line = commentLine(dialect, comment);
  const eol = eolOf(text);
  const top = text.startsWith('\ufeff') ? 1 : 0;
  const preamble =
    table?.header?.start === top
      ? text.slice(top, table.header.end)
      : preambles[dialect]?.exec(text.slice(top, top + longestPreamble))?.[0];
  const length = preamble?.replace(/\r$/, '').length;
  if (length !== undefined) {
    const start = top + length;
    return harmless(source, { range: { start, end: start }, newText: `${eol}${line}` }, eol.length);
  }
  return harmless(source, { range: { start: top, end: top }, newText: `${line}${eol}` }, 0);
}

const longestPreamble = 20_000;

function harmless(source: SourceFile, change: TextChange, before: number): TextChange | null {
  return isHarmlessComment(source, change, before) ? change : null;
}
