import type { DynamicKind, DynamicPiece, TextPiece, WordPiece } from '../word.js';

/** A stretch of the source that stands for itself. */
export function verbatim(text: string, start: number, end: number, quoted: boolean): TextPiece {
  return { kind: 'text', value: text.slice(start, end), range: { start, end }, quoted, verbatim: true };
}

/** A stretch of the source that stands for other text. */
export function escaped(value: string, start: number, end: number, quoted = true): TextPiece {
  return { kind: 'text', value, range: { start, end }, quoted, verbatim: false };
}

/** A stretch that only PowerShell knows; `open` where it can become no word or several. */
export function dynamic(
  what: DynamicKind,
  start: number,
  end: number,
  { name, quoted = false, open = !quoted }: { name?: string; quoted?: boolean; open?: boolean } = {},
): DynamicPiece {
  return name === undefined
    ? { kind: 'dynamic', what, range: { start, end }, quoted, open }
    : { kind: 'dynamic', what, name, range: { start, end }, quoted, open };
}

/** Adds the source between two offsets where there is any. */
export function addRun(text: string, start: number, end: number, quoted: boolean, pieces: WordPiece[]): void {
  if (end > start) pieces.push(verbatim(text, start, end, quoted));
}
