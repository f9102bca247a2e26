import type { Range, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange, TextRange } from '../core/languageService.js';

/** Offsets to lines and characters of the document (UTF-16, as LSP counts). */
export function toRange(document: TextDocument, range: TextRange): Range {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

/** A range of lines and characters to offsets; positions outside the text are moved to its edges. */
export function toTextRange(document: TextDocument, range: Range): TextRange {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** Changes to edits, in the order of their places. */
export function toTextEdits(document: TextDocument, changes: readonly TextChange[]): TextEdit[] {
  return changes
    .map((change, index) => ({ change, index }))
    .sort((a, b) => a.change.range.start - b.change.range.start || a.index - b.index)
    .map(({ change }) => ({ range: toRange(document, change.range), newText: change.newText }));
}
