import { type Analysis, analyse, type FileDialect } from '../../server/src/core/languageService.js';

/** The present of every feature test: 23 November 2026, noon UTC. */
export const now = Date.UTC(2026, 10, 23, 12);

/** A text with the place that a `|` in it marked. */
export interface Marked {
  readonly text: string;
  readonly offset: number;
  readonly analysis: Analysis;
}

/** Takes the cursor mark `|` out of a text and reads the rest. A second `|` stays, as a pipe. */
export function marked(source: string, dialect: FileDialect = 'posix'): Marked {
  const offset = source.indexOf('|');
  if (offset < 0) throw new Error('the text has no cursor mark');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  return { text, offset, analysis: analyse(text, dialect) };
}
