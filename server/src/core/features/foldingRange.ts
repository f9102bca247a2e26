import type { Analysis } from '../analysis.js';
import { type Positions, positionsOf } from '../text/positions.js';
import type { TextRange } from '../text/range.js';
import { indentedBlocks } from './indentedBlocks.js';

/** Lines that an editor can hide behind the first of them. */
export interface Fold {
  readonly startLine: number;
  /** The last line that is hidden. */
  readonly endLine: number;
  /** `region`: what a marker speaks for. */
  readonly kind: 'comment' | 'region' | null;
}

/**
 * Command lines that go on over several lines, here-documents, blocks of comments, the stretches for which a marker of the
 * phase speaks, and the blocks of profiles and tables under their comments. In scripts also what is indented: an editor
 * that gets ranges from somebody finds none by itself. One fold a line, the longest; by their lines.
 */
export function foldingRanges(analysis: Analysis): readonly Fold[] {
  const { source } = analysis;
  const lines = positionsOf(source.text);
  const folds: Fold[] = [
    ...markerFolds(analysis, lines),
    ...(source.dialect === 'profile' || source.dialect === 'table' ? paragraphFolds(analysis, lines) : []),
    ...commentFolds(analysis, lines),
  ];
  const add = (range: TextRange): void => {
    folds.push({ startLine: lines.at(range.start).line, endLine: lines.at(range.end).line, kind: null });
  };
  for (const range of source.hereDocuments ?? []) add(range);
  source.flow?.steps.forEach((step, index) => {
    if (step.kind !== 'assign') return;
    const distance = source.flow!.distances[index]!;
    add({ start: step.start + distance, end: step.end + distance });
  });
  if (source.dialect !== 'profile') for (const { range } of analysis.invocations) add(range);
  // An editor knows the headings and lists of Markdown.
  if (source.dialect !== 'markdown') folds.push(...indentedBlocks(source.text, lines));
  return oneForEachLine(folds);
}

function oneForEachLine(folds: readonly Fold[]): readonly Fold[] {
  const byLine = new Map<number, Fold>();
  for (const fold of folds) {
    if (fold.endLine <= fold.startLine) continue;
    const known = byLine.get(fold.startLine);
    if (known === undefined || known.endLine < fold.endLine) byLine.set(fold.startLine, fold);
  }
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}

/** From each marker to the line before the next one, without the blank lines at its end. */
function markerFolds({ directives, source }: Analysis, lines: Positions): readonly Fold[] {
  const markers = directives.filter(({ kind }) => kind === 'pre-cutover' || kind === 'post-cutover');
  return markers.map(({ commentRange }, index) => {
    const next = markers[index + 1]?.commentRange.start ?? source.text.length;
    const end = lines.lineStart(lines.at(next).line);
    const stretch = source.text.slice(commentRange.end, index + 1 < markers.length ? end : next);
    const endLine = lines.at(commentRange.end + stretch.trimEnd().length).line;
    return { startLine: lines.at(commentRange.start).line, endLine, kind: 'region' };
  });
}

/** Comments in lines of their own, one below the other; a directive is none of them. */
function commentFolds({ source, directives }: Analysis, lines: Positions): readonly Fold[] {
  const directiveStarts = new Set(directives.map(({ commentRange }) => commentRange.start));
  const folds: Fold[] = [];
  let start = -1;
  let end = -1;
  for (const { range, ownLine } of source.comments) {
    const isPlain = ownLine && !directiveStarts.has(range.start);
    const first = isPlain ? lines.at(range.start).line : -1;
    const last = isPlain ? lines.at(range.end).line : -1;
    if (isPlain && first === end + 1 && start >= 0) end = last;
    else {
      folds.push({ startLine: start, endLine: end, kind: 'comment' });
      start = first;
      end = last;
    }
  }
  folds.push({ startLine: start, endLine: end, kind: 'comment' });
  return folds.filter(({ startLine }) => startLine >= 0);
}

/** Lines of options or accounts without a blank line in between, with the comment lines above them. */
function paragraphFolds({ source }: Analysis, lines: Positions): readonly Fold[] {
  const { text, comments, table } = source;
  const commentLines = new Set(comments.map(({ range }) => lines.at(range.start).line));
  const headerLine = table?.header == null ? -1 : lines.at(table.header.start).line;
  const lastLine = lines.at(text.length).line;
  const folds: Fold[] = [];
  let start = -1;
  let hasContent = false;
  for (let line = 0; line <= lastLine + 1; line++) {
    const isBlank = line > lastLine || text.slice(lines.lineStart(line), lines.lineStart(line + 1)).trim() === '';
    const isComment = commentLines.has(line);
    const ends = isBlank || line === headerLine || (isComment && hasContent);
    if (ends && start >= 0) {
      if (hasContent) folds.push({ startLine: start, endLine: line - 1, kind: null });
      start = -1;
      hasContent = false;
    }
    if (isBlank || line === headerLine) continue;
    if (start < 0) start = line;
    hasContent ||= !isComment;
  }
  return folds;
}
