import { EmbeddedText } from '../embeddedText.js';
import { endsEscaped, lineFrom, skipBlanks } from './lines.js';

/** A line end that no sign joins to the next line: it would end what an edit changes. */
export const bareLineEnd = /(?<![\\`]\r?)\n/;

/** Comment lines between joined ones: nothing may be removed there, since what stays could join what follows, or become text. */
export const anyRemoval = /^\s*$|(?:^|\s)[#;]/;

/** How a format joins lines. */
export interface Joining {
  /** The sign at the end of a line that goes on. */
  readonly sign: number;
  /** Blanks may stand behind the sign. */
  readonly blanksBehind: boolean;
  /** What takes the place of the joined line end. */
  readonly joint: string;
  /** The characters with which a comment line begins, which may stand between joined lines. */
  readonly comments: string;
  /** Empty lines between joined lines are passed over. */
  readonly skipsEmpty: boolean;
}

/** Several lines of a file that its format takes for one, without what joins them. */
export interface LogicalLine {
  readonly start: number;
  readonly text: EmbeddedText;
  /** Comment lines or empty lines stand between its parts. */
  readonly interrupted: boolean;
  /** Where the text of its last line ends. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

/** Reads the logical line that begins at `start`; `comment` is told of the comment lines between its parts. */
export function readLogicalLine(
  source: string,
  start: number,
  joining: Joining,
  comment: (start: number, end: number) => void,
): LogicalLine {
  const text = new EmbeddedText();
  let position = start;
  let end = start;
  let interrupted = false;
  for (let joined = false; ; ) {
    const line = lineFrom(source, position);
    if (joined) {
      const first = skipBlanks(source, line.start, line.end);
      const isComment = first < line.end && joining.comments.includes(source[first]!);
      if (isComment || (first === line.end && joining.skipsEmpty && line.next > line.end)) {
        if (isComment) comment(first, line.end);
        interrupted = true;
        position = line.next;
        if (position >= source.length) return { start, text, interrupted, end, next: source.length };
        continue;
      }
    }
    let stop = line.end;
    if (joining.blanksBehind) while (stop > line.start && ' \t'.includes(source[stop - 1]!)) stop--;
    const goesOn = endsEscaped(source, line.start, stop, joining.sign);
    text.addVerbatim(source, line.start, goesOn ? stop - 1 : line.end);
    end = line.end;
    if (!goesOn || line.next >= source.length) return { start, text, interrupted, end, next: line.next };
    text.addEscape(joining.joint, { start: stop - 1, end: line.next });
    position = line.next;
    joined = true;
  }
}
