const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Tokens as the protocol sends them: five numbers each, line and character counted from the token before. `tokens` holds
 * four numbers each (offset, length, type, modifiers), rising, in `text`.
 */
export function relativeTokens(text: string, tokens: Int32Array): number[] {
  const data = new Array<number>((tokens.length / 4) * 5);
  let position = 0;
  let lines = 0;
  let lineStart = 0;
  let from = 0;
  for (let index = 0, at = 0; index < tokens.length; index += 4, at += 5) {
    const start = tokens[index]!;
    for (; position < start; position++) {
      const code = text.charCodeAt(position);
      const ends = code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(position + 1) !== LINE_FEED);
      if (!ends) continue;
      lines++;
      lineStart = position + 1;
    }
    data[at] = lines;
    data[at + 1] = lines === 0 ? start - from : start - lineStart;
    data[at + 2] = tokens[index + 1]!;
    data[at + 3] = tokens[index + 2]!;
    data[at + 4] = tokens[index + 3]!;
    lines = 0;
    from = start;
  }
  return data;
}
