import { positionsOf } from '../core/languageService.js';

/**
 * Tokens as the protocol sends them: five numbers each, line and character counted from the token before. `tokens` holds
 * four numbers each (offset, length, type, modifiers), rising, in `text`.
 */
export function relativeTokens(text: string, tokens: Int32Array): Int32Array {
  const lines = positionsOf(text);
  const data = new Int32Array((tokens.length / 4) * 5);
  let line = 0;
  let lineStart = 0;
  let nextStart = lines.lineStart(1);
  let lastLine = 0;
  let last = 0;
  for (let index = 0, at = 0; index < tokens.length; index += 4, at += 5) {
    const start = tokens[index]!;
    while (nextStart <= start) {
      line++;
      lineStart = nextStart;
      nextStart = lines.lineStart(line + 1);
    }
    data[at] = line - lastLine;
    data[at + 1] = start - (line === lastLine ? last : lineStart);
    data[at + 2] = tokens[index + 1]!;
    data[at + 3] = tokens[index + 2]!;
    data[at + 4] = tokens[index + 3]!;
    lastLine = line;
    last = start;
  }
  return data;
}

/** The same numbers as they are sent; it takes longer than everything before, so only what is sent is turned. */
export function sendable(data: Int32Array): number[] {
  const numbers = new Array<number>(data.length);
  for (let index = 0; index < data.length; index++) numbers[index] = data[index]!;
  return numbers;
}
