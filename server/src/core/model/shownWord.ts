import type { Word } from '../syntax/word.js';

/** A word for display: what is known of it, variables by their names, `…` for everything else. */
export function shownWord(word: Word): string {
  let text = '';
  for (const piece of word.pieces) {
    if (piece.kind === 'text') text += piece.value;
    // Variables of a loop of cmd bear their signs in their names.
    else text += piece.name === undefined ? '…' : piece.name.startsWith('%%') ? piece.name : `$${piece.name}`;
  }
  return text;
}
