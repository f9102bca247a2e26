/** One line of a text: `end` is where its text ends, `next` where the next line begins; LF and CR LF end a line. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The line that begins at `start`. */
export function lineFrom(text: string, start: number): Line {
  const feed = text.indexOf('\n', start);
  if (feed < 0) return { start, end: text.length, next: text.length };
  return { start, end: feed > start && text.charCodeAt(feed - 1) === 0x0d ? feed - 1 : feed, next: feed + 1 };
}

/** Every line of a text; a byte order mark is none of the first one's. */
export function* linesOf(text: string): Generator<Line> {
  let position = startOf(text);
  while (position < text.length) {
    const line = lineFrom(text, position);
    yield line;
    position = line.next;
  }
}

/** The offset behind a byte order mark. */
export function startOf(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** The offset of the first character at or behind `start` that is neither blank nor tab; at most `end`. */
export function skipBlanks(text: string, start: number, end: number): number {
  let position = start;
  while (position < end && isBlank(text.charCodeAt(position))) position++;
  return position;
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** Whether the text of `[start, end)` ends with an escape sign that is not escaped itself. */
export function endsEscaped(text: string, start: number, end: number, sign = 0x5c): boolean {
  let count = 0;
  while (end - count > start && text.charCodeAt(end - count - 1) === sign) count++;
  return count % 2 === 1;
}
