import type { Word } from '../word.js';

/** The last part of a path, whatever its separator. */
export function lastPathPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/**
 * The last path part of a word where it is known for certain: `imapsync` of `"$DIR"/imapsync`. Undefined where only
 * the shell knows it.
 */
export function knownLastPart(word: Word): string | undefined {
  if (word.value !== null) return lastPathPart(word.value);
  let tail = '';
  for (let index = word.pieces.length - 1; index >= 0; index--) {
    const piece = word.pieces[index]!;
    if (piece.kind === 'dynamic') break;
    tail = piece.value + tail;
  }
  return /[\\/]/.test(tail) ? lastPathPart(tail) : undefined;
}

/** Whether a word, as the name of a program, certainly is imapsync. */
export function isImapsync(word: Word): boolean {
  const name = knownLastPart(word);
  return name === 'imapsync' || name === 'imapsync.exe';
}

/** Whether the name of a container image, without tag and digest, ends in `imapsync`. */
export function isImapsyncImage(word: Word): boolean {
  const text = word.value ?? lastKnownText(word);
  const name = lastPathPart(text.split('@', 1)[0]!).split(':', 1)[0]!;
  return name.endsWith('imapsync');
}

/** The known text of a word with its unknown stretches left out: `${REGISTRY}/imapsync:$TAG` is `/imapsync:`. */
function lastKnownText(word: Word): string {
  return word.pieces.map((piece) => (piece.kind === 'text' ? piece.value : '')).join('');
}
