/** A pattern made of literal text and anchors only. */
export interface LiteralPattern {
  readonly text: string;
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/**
 * The alternatives of a Perl pattern where each is literal text with optional anchors (`^\[Gmail\]|Spam$`); null where
 * the pattern says more than that.
 */
export function literalAlternatives(pattern: string): readonly LiteralPattern[] | null {
  const alternatives: LiteralPattern[] = [];
  for (const part of pattern.split(/(?<=(?:^|[^\\])(?:\\\\)*)\|/)) {
    const match = /^(\^?)((?:[^\\^$.|()[\]{}*+?]|\\[^A-Za-z0-9])*)(\$?)$/.exec(part);
    if (match === null) return null;
    const [, start, body, end] = match;
    alternatives.push({ text: body!.replace(/\\(.)/g, '$1'), atStart: start !== '', atEnd: end !== '' });
  }
  return alternatives;
}

/** Whether the pattern matches `name` as Perl would, letter case included. */
export function matchesLiteral({ text, atStart, atEnd }: LiteralPattern, name: string): boolean {
  if (atStart && atEnd) return name === text;
  if (atStart) return name.startsWith(text);
  return atEnd ? name.endsWith(text) : name.includes(text);
}
