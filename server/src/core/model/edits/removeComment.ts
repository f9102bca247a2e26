import type { TextChange } from '../../text/edit.js';
import type { TextRange } from '../../text/range.js';
import { isBlank, lineEnd, lineStart } from './lineJoin.js';

/** Removes a comment: with its whole line where it stands alone, else with the blanks before it. */
export function removeComment(text: string, comment: TextRange): TextChange {
  let start = comment.start;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  if (start !== lineStart(text, comment.start)) return { range: { start, end: comment.end }, newText: '' };
  const end = text.indexOf('\n', lineEnd(text, comment.end));
  return { range: { start, end: end < 0 ? text.length : end + 1 }, newText: '' };
}
