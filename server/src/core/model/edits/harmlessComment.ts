import { readSource } from '../../syntax/readSource.js';
import type { SourceFile } from '../../syntax/source.js';
import { applyChanges, type TextChange } from '../../text/edit.js';

/**
 * Whether the line that a change inserts is read as a comment, from `indentation` characters behind its beginning on, and
 * every command line as before.
 */
export function isHarmlessComment(before: SourceFile, change: TextChange, indentation: number): boolean {
  const after = readSource(applyChanges(before.text, [change]), before.dialect, before);
  const at = change.range.start + indentation;
  return (
    after.comments.some((comment) => comment.range.start === at && comment.ownLine) &&
    after.comments.length === before.comments.length + 1 &&
    after.invocations.length === before.invocations.length &&
    after.invocations.every((invocation, i) => {
      const known = before.invocations[i]!.words;
      return (
        invocation.words.length === known.length && invocation.words.every((word, j) => word.value === known[j]!.value)
      );
    })
  );
}
