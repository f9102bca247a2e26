import type { TextRange } from '../../text/range.js';
import type { DynamicKind, DynamicPiece, TextPiece, WordPiece } from '../word.js';
import { nameEnd } from './chars.js';
import type { WordUse } from './words.js';

/** An unquoted character that may belong to an expansion, by its offset in the source. */
interface Mark {
  readonly character: string;
  readonly offset: number;
}

/**
 * Replaces what bash would expand in the unquoted text of a word by dynamic pieces: braces first, then tildes, then
 * file name patterns, in the order of bash. In an assigned value only tildes are expanded.
 */
export function markUnquotedExpansions(text: string, pieces: readonly WordPiece[], use: WordUse): readonly WordPiece[] {
  if (use === 'assigned') return markTildes(text, pieces, true);
  return markPatterns(markTildes(text, markBraces(text, pieces), false));
}

/** How many opening braces of one word are tried exactly; a word with more is taken to be expanded. */
const BRACE_TRIES = 40;

function markBraces(text: string, pieces: readonly WordPiece[]): readonly WordPiece[] {
  const marks = braceMarks(pieces);
  const regions: TextRange[] = [];
  let tries = 0;
  for (let index = 0; index < marks.length; index++) {
    if (marks[index]!.character !== '{') continue;
    const start = marks[index]!.offset;
    if (++tries > BRACE_TRIES) {
      const last = marks.findLastIndex((mark) => mark.character === '}');
      if (last > index) regions.push({ start, end: marks[last]!.offset + 1 });
      break;
    }
    const closing = closingBrace(marks, index + 1);
    if (closing < 0) continue;
    const end = marks[closing]!.offset + 1;
    // A comma decides even where it is quoted, as in bash.
    const content = text.slice(start + 1, end - 1).replace(/\\\r?\n/g, '');
    if (content.includes(',') || isSequence(content)) regions.push({ start, end });
    index = closing;
  }
  return replaceRegions(pieces, regions, 'brace', true);
}

function braceMarks(pieces: readonly WordPiece[]): readonly Mark[] {
  const characters = unquotedCharacters(pieces);
  const at = (index: number): string | undefined => characters[index]?.character;
  const marks: Mark[] = [];
  // Bash leaves `{}` at the beginning of a word alone.
  for (let index = at(0) === '{' && at(1) === '}' ? 2 : 0; index < characters.length; index++) {
    const character = at(index)!;
    const dots = character === '.' && at(index + 1) === '.' && at(index + 2) !== '}';
    if (dots || character === '{' || character === '}' || character === ',') marks.push(characters[index]!);
  }
  return marks;
}

/** The unquoted characters of a word, with an empty one for whatever stands between. */
function unquotedCharacters(pieces: readonly WordPiece[]): readonly Mark[] {
  const characters: Mark[] = [];
  for (const piece of pieces) {
    const { start } = piece.range;
    if (!isUnquoted(piece)) characters.push({ character: '', offset: start });
    else {
      for (let index = 0; index < piece.value.length; index++) {
        characters.push({ character: piece.value[index]!, offset: start + index });
      }
    }
  }
  return characters;
}

/** The mark that ends a brace expansion, found as bash finds it: a `}` counts only behind a comma or dots. */
function closingBrace(marks: readonly Mark[], first: number): number {
  let nesting = 0;
  let separators = 0;
  for (let index = first; index < marks.length; index++) {
    const { character } = marks[index]!;
    if (character === '{') nesting++;
    else if (character === '}') {
      if (nesting > 0) nesting--;
      else if (separators > 0) return index;
    } else if (nesting === 0) separators++;
  }
  return -1;
}

/** `1..5`, `a..e`, `1..10..2` */
function isSequence(content: string): boolean {
  return /^(?:[-+]?\d+\.\.[-+]?\d+|[A-Za-z]\.\.[A-Za-z])(?:\.\.[-+]?\d+)?$/.test(content);
}

function markTildes(text: string, pieces: readonly WordPiece[], assigned: boolean): readonly WordPiece[] {
  const first = pieces[0];
  if (first === undefined) return pieces;
  const regions: TextRange[] = [];
  // Bash expands tildes in an argument that looks like an assignment as in an assignment.
  const like = !assigned && isUnquoted(first) && looksLikeAssignment(text, first.range);
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    if (!isUnquoted(piece)) continue;
    for (let at = piece.value.indexOf('~'); at >= 0; at = piece.value.indexOf('~', at + 1)) {
      const offset = piece.range.start + at;
      const atStart = index === 0 && at === 0;
      const before = at > 0 ? piece.value[at - 1] : joinedCharacter(pieces[index - 1]);
      const separated = (like && (before === ':' || before === '=')) || (assigned && before === ':');
      if (!atStart && !separated) continue;
      const end = tildePrefixEnd(piece, at + 1);
      const next = pieces[index + 1];
      const reachesEnd = end === piece.value.length;
      if (reachesEnd && next?.kind === 'text' && next.quoted) continue;
      regions.push({ start: offset, end: piece.range.start + end });
      at = end - 1;
    }
  }
  return replaceRegions(pieces, regions, 'tilde', false);
}

/** Whether a word begins like `name=`, `name+=` or `name[`; what the brackets hold is not looked at. */
function looksLikeAssignment(text: string, range: TextRange): boolean {
  const name = nameEnd(text, range.start, range.end);
  if (name === range.start || name === range.end) return false;
  const next = text[name] === '+' ? name + 1 : name;
  return next < range.end && (text[next] === '=' || text[name] === '[');
}

/** The character in front of a piece where only a continued line end stands between. */
function joinedCharacter(previous: WordPiece | undefined): string | undefined {
  return previous !== undefined && isUnquoted(previous) ? previous.value.at(-1) : undefined;
}

function tildePrefixEnd(piece: TextPiece, start: number): number {
  let end = start;
  while (end < piece.value.length && piece.value[end] !== '/' && piece.value[end] !== ':') end++;
  return end;
}

function markPatterns(pieces: readonly WordPiece[]): readonly WordPiece[] {
  const regions: TextRange[] = [];
  let bracket = -1;
  for (const piece of pieces) {
    if (piece.kind === 'text' && piece.quoted && piece.value.includes('/')) bracket = -1;
    if (!isUnquoted(piece)) continue;
    for (let index = 0; index < piece.value.length; index++) {
      const character = piece.value[index];
      const offset = piece.range.start + index;
      if (character === '*' || character === '?') regions.push({ start: offset, end: offset + 1 });
      else if (character === '[') bracket = bracket < 0 ? offset : bracket;
      else if (character === '/') bracket = -1;
      else if (character === ']' && bracket >= 0) {
        while (regions.length > 0 && regions[regions.length - 1]!.start >= bracket) regions.pop();
        regions.push({ start: bracket, end: offset + 1 });
        bracket = -1;
      }
    }
  }
  return replaceRegions(pieces, regions, 'glob', true);
}

function isUnquoted(piece: WordPiece): piece is TextPiece {
  return piece.kind === 'text' && !piece.quoted;
}

/** `regions` are in order and do not overlap; a piece that begins inside one belongs to it. */
function replaceRegions(
  pieces: readonly WordPiece[],
  regions: readonly TextRange[],
  what: DynamicKind,
  open: boolean,
): readonly WordPiece[] {
  if (regions.length === 0) return pieces;
  const result: WordPiece[] = [];
  let next = 0;
  let covered = -1;
  for (const piece of pieces) {
    if (!isUnquoted(piece)) {
      if (piece.range.start >= covered) result.push(piece);
      continue;
    }
    let from = Math.max(piece.range.start, Math.min(covered, piece.range.end));
    while (next < regions.length && regions[next]!.start < piece.range.end) {
      const region = regions[next]!;
      if (region.start > from) result.push(part(piece, from, region.start));
      const dynamicPiece: DynamicPiece = { kind: 'dynamic', what, range: region, quoted: false, open };
      result.push(dynamicPiece);
      covered = region.end;
      from = Math.min(covered, piece.range.end);
      next++;
    }
    if (from < piece.range.end) result.push(part(piece, from, piece.range.end));
  }
  return result;
}

function part(piece: TextPiece, start: number, end: number): TextPiece {
  const from = start - piece.range.start;
  return { ...piece, value: piece.value.slice(from, from + end - start), range: { start, end } };
}
