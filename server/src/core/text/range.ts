/** A half-open stretch of a text: zero-based offsets in UTF-16 code units, `end` not included. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in `range`; the end counts, since a cursor behind the last character still belongs to it. */
export function touches(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether two ranges share at least one character, or touch where one of them is empty. */
export function intersects(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The range `distance` further on. */
export function moveRange({ start, end }: TextRange, distance: number): TextRange {
  return { start: start + distance, end: end + distance };
}
