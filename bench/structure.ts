import { analyse, createLanguageService } from '../server/src/core/languageService.js';
import { relativeTokens } from '../server/src/lsp/relativeTokens.js';
import type { Corpus } from './corpora.js';
import { figure, median, milliseconds } from './figures.js';

/** What an editor asks for at each keystroke and each movement of the cursor, in a file of 1,000 invocations. */
export function measureStructure({ name, dialect, generate }: Corpus): void {
  const service = createLanguageService();
  const text = generate(1000);
  const analysis = analyse(text, dialect);
  const { range } = analysis.invocations[analysis.invocations.length >> 1]!;
  const place = range.start + 12;
  const screen = { start: Math.max(0, range.start - 3000), end: Math.min(text.length, range.start + 3000) };
  const measure = (what: string, budget: number, work: () => unknown): void => {
    for (let round = 0; round < 10; round += 1) work();
    const time = median(Array.from({ length: 15 }, () => milliseconds(work)));
    figure(`${name}: ${what}`, `${time.toFixed(2)} ms`, `${budget} ms`, time <= budget);
  };
  measure('semantic tokens of the file', 10, () => relativeTokens(text, service.semanticTokens(analysis)));
  measure('semantic tokens of a screen', 5, () => service.semanticTokens(analysis, screen));
  measure('inlay hints of a screen', 5, () => service.inlayHints(analysis, screen, () => true));
  measure('folding ranges of the file', 10, () => service.foldingRanges(analysis));
  measure('selection ranges', 5, () => service.selectionRanges(analysis, place));
  measure('highlights', 5, () => service.documentHighlights(analysis, place));
  measure('definition', 5, () => service.definition(analysis, place));
}
