import type { TextChange } from '../../text/edit.js';
import { intersects } from '../../text/range.js';
import type { Invocation } from '../invocation.js';
import { isList, keepsItems } from './listItems.js';

/** Characters that no reading treats specially, blanks and joined line ends. */
const harmlessInShell = /^(?:[\w\s./:=@%+,#-]|\\\r?\n)*$/;
/** The same for cmd, which halves percent signs at each reading. */
const harmlessInCmd = /^(?:[\w\s./:=@+,#-]|\^\r?\n)*$/;

/**
 * Whether the changes mean what they say where the invocation, or a word of it, stands in a text that is read twice: in
 * `bash -c '…'`, or in the value of a variable that is split where it is used. A change that changes nothing means that
 * what was wanted can not be written there. In a file of another format they may hold nothing that this format reads as
 * its own, and in a list whole items only.
 */
export function surviveEmbedding(invocation: Invocation, changes: readonly TextChange[], text: string): boolean {
  const { embedded, reserved, written, words } = invocation.syntax;
  const inside = changes.filter(({ newText }) => !commentLine.test(newText));
  if (reserved !== undefined && inside.some(({ newText }) => reserved.test(newText))) return false;
  if (isList(invocation) && !inside.every((change) => keepsItems(invocation, change))) return false;
  if (embedded === undefined && written === undefined) return true;
  const harmless = invocation.dialect === 'cmd' ? harmlessInCmd : harmlessInShell;
  const split = words.filter(({ origin }) => origin?.split === true).map(({ range }) => range);
  return inside.every(({ range, newText }) => {
    if (written !== undefined && text.slice(range.start, range.end) === newText) return false;
    const readTwice = embedded !== undefined || split.some((word) => intersects(word, range));
    return !readTwice || harmless.test(newText);
  });
}

/** A comment is inserted above the command line, where the file was read again with it. */
const commentLine = /^[ \t]*(?:#|REM|<!--) [^\n]*\n$/;
