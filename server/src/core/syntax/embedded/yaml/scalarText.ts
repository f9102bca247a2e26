import type { TextRange } from '../../../text/range.js';
import { EmbeddedText } from '../../embeddedText.js';
import { isBlank, lineFrom, skipBlanks } from '../lines.js';
import type { YamlScalar } from './nodes.js';

const escapes = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/** What a scalar holds, with the way back to the file (YAML 1.2.2, chapters 7.3 and 8.1). */
export function scalarText(text: string, scalar: YamlScalar): EmbeddedText {
  const result = new EmbeddedText();
  if (scalar.block !== undefined) addBlock(result, text, scalar.block, scalar.style === 'folded');
  else if (scalar.style === 'plain') addFolded(result, text, scalar.range, scalar.style);
  else {
    const { start, end } = scalar.range;
    addFolded(result, text, { start: start + 1, end: scalar.incomplete ? end : end - 1 }, scalar.style);
    if (scalar.incomplete) {
      result.addDynamic({
        kind: 'dynamic',
        what: 'unterminated',
        range: { start: end, end },
        quoted: true,
        open: false,
      });
    }
  }
  return result;
}

/** Whether the scalar spreads over lines that YAML joins: then an empty line is a line end. */
export function isFolded(text: string, { style, range }: YamlScalar): boolean {
  if (style === 'literal') return false;
  const feed = text.indexOf('\n', range.start);
  return feed >= 0 && feed < range.end;
}

function addFolded(result: EmbeddedText, text: string, { start, end }: TextRange, style: YamlScalar['style']): void {
  let run = start;
  let position = start;
  while (position < end) {
    const character = text[position]!;
    if (character === '\n' || (character === '\r' && text[position + 1] === '\n')) {
      let blanks = position;
      while (blanks > run && isBlank(text.charCodeAt(blanks - 1))) blanks--;
      result.addVerbatim(text, run, blanks);
      position = addLineEnds(result, text, blanks, end, ' ');
      run = position;
    } else if (style === 'single' && character === "'") {
      result.addVerbatim(text, run, position);
      result.addEscape("'", { start: position, end: position + 2 });
      position += 2;
      run = position;
    } else if (style === 'double' && character === '\\') {
      result.addVerbatim(text, run, position);
      position = addEscape(result, text, position, end);
      run = position;
    } else position++;
  }
  result.addVerbatim(text, run, end);
}

/** One line end becomes `single`, of several the first is lost; blanks around them are too. Answers where the text goes on. */
function addLineEnds(result: EmbeddedText, text: string, start: number, end: number, single: string): number {
  let feeds = 0;
  let position = start;
  for (; position < end; position++) {
    const code = text.charCodeAt(position);
    if (code === 0x0a) feeds++;
    else if (!isBlank(code) && code !== 0x0d) break;
  }
  result.addEscape(feeds === 1 ? single : '\n'.repeat(feeds - 1), { start, end: position });
  return position;
}

/** Answers the offset behind the escape. */
function addEscape(result: EmbeddedText, text: string, start: number, end: number): number {
  const next = text[start + 1];
  if (start + 1 >= end || next === undefined) {
    result.addVerbatim(text, start, end);
    return end;
  }
  if (next === '\n' || next === '\r') return addLineEnds(result, text, start + 1, end, '');
  const known = escapes.get(next);
  if (known !== undefined) {
    result.addEscape(known, { start, end: start + 2 });
    return start + 2;
  }
  const code = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/.exec(
    text.slice(start + 1, Math.min(end, start + 10)),
  );
  const point = code === null ? -1 : Number.parseInt(code[1] ?? code[2] ?? code[3]!, 16);
  const stop = code === null ? start + 2 : start + 1 + code[0].length;
  const range = { start, end: stop };
  if (point >= 0 && point <= 0x10ffff) result.addEscape(String.fromCodePoint(point), range);
  else result.addDynamic({ kind: 'dynamic', what: 'bytes', range, quoted: true, open: false });
  return stop;
}

function addBlock(
  result: EmbeddedText,
  text: string,
  { body, indent, chomping }: NonNullable<YamlScalar['block']>,
  folded: boolean,
): void {
  let position = body.start;
  // A line end of a folded scalar waits until it is known what the next line is.
  let waiting: { start: number; feeds: number; deeper: boolean } | null = null;
  while (position < body.end) {
    const line = lineFrom(text, position);
    const start = Math.min(line.start + indent, Math.max(line.start, skipBlanks(text, line.start, line.end)), line.end);
    const end = Math.min(line.end, body.end);
    const blank = skipBlanks(text, line.start, end) >= end;
    const from = blank ? Math.min(line.start + indent, end) : start;
    if (!folded) {
      const goesOn = line.next <= body.end && line.next > line.end;
      const isPlain = line.next === line.end + 1;
      result.addVerbatim(text, from, goesOn && isPlain ? line.next : end);
      if (goesOn && !isPlain) result.addEscape('\n', { start: line.end, end: line.next });
    } else if (blank && from >= end) {
      if (waiting !== null) waiting.feeds++;
      else result.addEscape('\n', { start: line.end, end: line.next });
    } else {
      const deeper = isBlank(text.charCodeAt(from));
      if (waiting !== null) {
        const keeps = waiting.deeper || deeper;
        const joint = keeps ? '\n'.repeat(waiting.feeds) : waiting.feeds === 1 ? ' ' : '\n'.repeat(waiting.feeds - 1);
        result.addEscape(joint, { start: waiting.start, end: from });
      }
      result.addVerbatim(text, from, end);
      waiting = { start: end, feeds: 1, deeper };
    }
    position = line.next;
  }
  const last = lineFrom(text, body.end);
  if (chomping !== '-' && last.next > last.end && body.end > body.start) {
    result.addEscape('\n', { start: body.end, end: body.end });
  }
}
