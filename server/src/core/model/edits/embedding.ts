import type { TextChange } from '../../text/edit.js';
import type { Invocation } from '../invocation.js';

/**
 * Whether the changes mean the same where the invocation stands in a text that is read twice (`bash -c '…'`, `eval`):
 * there they may hold only characters that no reading treats specially, blanks and joined line ends.
 */
export function surviveEmbedding(invocation: Invocation, changes: readonly TextChange[]): boolean {
  if (invocation.syntax.embedded === undefined) return true;
  return changes.every(({ newText }) => /^(?:[\w\s./:=@%+,#-]|\\\r?\n)*$/.test(newText));
}
