import { moveRange, type TextRange } from '../text/range.js';

/**
 * What can go wrong around a command line, where only its surroundings tell:
 * - `comment-line`, `blank-line`: behind a joined line end stands a comment or nothing, so the command ends there although
 *   more options follow. The range is the comment, or the sign that joins.
 * - `missing-sign`: the next line begins with an option, but nothing joins it. The range is that option.
 * - `wrong-sign`: the same with a word in front of the line end that joins lines in another dialect. The range is that word.
 * - `blank-behind-sign`: blanks stand between the sign that should join and the line end. The range is sign and blanks.
 * - `comment-behind-sign`: a comment does. The range reaches from the sign to the line end.
 * - `parenthesis`: an unquoted `(` ends the command, which no shell accepts. The range reaches to the next blank
 *   outside of parentheses.
 * - `operator`: a `|`, `;` or `&` that touches the last word and what follows. The range reaches from it to the next blank.
 * - `placeholder`: `<user>`, two redirections. The range is all of it.
 * - `redirection-order`: `2>&1 >file`. The range is both.
 */
export type SlipKind =
  | 'comment-line'
  | 'blank-line'
  | 'missing-sign'
  | 'wrong-sign'
  | 'blank-behind-sign'
  | 'comment-behind-sign'
  | 'parenthesis'
  | 'operator'
  | 'placeholder'
  | 'redirection-order';

/** Something at a command line that its words alone do not tell. Its ranges can lie behind the command line. */
export interface Slip {
  readonly kind: SlipKind;
  readonly range: TextRange;
  /** The option with which the line begins that the shell runs as a command of its own, up to an equals sign. */
  readonly lost?: TextRange;
}

/** The same slip `distance` further on. */
export function moveSlip({ kind, range, lost }: Slip, distance: number): Slip {
  const moved = { kind, range: moveRange(range, distance) };
  return lost === undefined ? moved : { ...moved, lost: moveRange(lost, distance) };
}
