import { type HoverContext, hover } from '../../server/src/core/features/hover.js';
import { analyse, type FileDialect } from '../../server/src/core/languageService.js';
import { now } from './cursor.js';

export type { FileDialect } from '../../server/src/core/languageService.js';

export interface Hovered {
  readonly markdown: string;
  /** The text that the answer is about. */
  readonly covered: string;
}

/** What is said at the place that `¦` marks in `source`, or the first `|` where there is none. */
export function hoverOf(
  source: string,
  dialect: FileDialect = 'posix',
  context: Partial<HoverContext> = {},
): Hovered | null {
  const mark = source.includes('¦') ? '¦' : '|';
  const offset = source.indexOf(mark);
  if (offset < 0) throw new Error('the text has no cursor mark');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  const answer = hover(analyse(text, dialect), offset, { now, ...context });
  if (answer === null) return null;
  return { markdown: answer.markdown, covered: text.slice(answer.range.start, answer.range.end) };
}
