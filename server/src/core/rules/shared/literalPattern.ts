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
  let text = '';
  let atStart = false;
  let atEnd = false;
  const close = (): void => {
    alternatives.push({ text, atStart, atEnd });
    text = '';
    atStart = false;
    atEnd = false;
  };
  for (let index = 0; index < pattern.length; index++) {
    const sign = pattern.charAt(index);
    if (sign === '|') {
      close();
    } else if (atEnd) {
      return null;
    } else if (sign === '\\') {
      const escaped = pattern.charAt(++index);
      if (escaped === '' || /[A-Za-z0-9]/.test(escaped)) return null;
      text += escaped;
    } else if (sign === '^') {
      if (text !== '' || atStart) return null;
      atStart = true;
    } else if (sign === '$') {
      atEnd = true;
    } else if ('.()[]{}*+?'.includes(sign)) {
      return null;
    } else {
      text += sign;
    }
  }
  close();
  return alternatives;
}

/** Whether the pattern matches `name` as Perl would, letter case included. */
export function matchesLiteral({ text, atStart, atEnd }: LiteralPattern, name: string): boolean {
  if (atStart && atEnd) return name === text;
  if (atStart) return name.startsWith(text);
  return atEnd ? name.endsWith(text) : name.includes(text);
}
