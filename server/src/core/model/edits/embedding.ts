import type { TextChange } from '../../text/edit.js';
import { intersects } from '../../text/range.js';
import type { Invocation } from '../invocation.js';

/** Characters that no reading treats specially, blanks and joined line ends. */
const harmlessInShell = /^(?:[\w\s./:=@%+,#-]|\\\r?\n)*$/;
/** The same for cmd, which halves percent signs at each reading. */
const harmlessInCmd = /^(?:[\w\s./:=@+,#-]|\^\r?\n)*$/;

/**
 * Whether the changes mean what they say where the invocation, or a word of it, stands in a text that is read twice: in
 * `bash -c '…'`, or in the value of a variable that is split where it is used. A change that changes nothing means that
 * what was wanted can not be written there.
 */
export function surviveEmbedding(invocation: Invocation, changes: readonly TextChange[], text: string): boolean {
  const { embedded, written, words } = invocation.syntax;
  if (embedded === undefined && written === undefined) return true;
  const harmless = invocation.dialect === 'cmd' ? harmlessInCmd : harmlessInShell;
  const split = words.filter(({ origin }) => origin?.split === true).map(({ range }) => range);
  return changes.every(({ range, newText }) => {
    if (written !== undefined && text.slice(range.start, range.end) === newText) return false;
    const readTwice = embedded !== undefined || split.some((word) => intersects(word, range));
    return !readTwice || harmless.test(newText);
  });
}
