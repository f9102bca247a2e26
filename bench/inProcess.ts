import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, lint } from '../server/src/core/languageService.js';
import type { Corpus } from './corpora.js';
import { figure, median, milliseconds, note, percentile } from './figures.js';

const now = Date.UTC(2026, 10, 23);

/** Linting 1,000 invocations once warm, and how it grows to 10,000. */
export function measureLint({ name, dialect, generate }: Corpus): void {
  const lintText = (text: string): number => lint(analyse(text, dialect), { now }).length;
  const thousand = generate(1000);
  const tenThousand = generate(10_000);
  const first = milliseconds(() => lintText(thousand));
  for (let round = 0; round < 15; round += 1) lintText(thousand);
  const warm = median(Array.from({ length: 15 }, () => milliseconds(() => lintText(thousand))));
  const size = `${(thousand.length / 1000).toFixed(0)} kB`;
  figure(`${name}: lint 1,000 invocations (${size}), warm`, `${warm.toFixed(1)} ms`, '30 ms', warm <= 30);
  note('the first time', `${first.toFixed(0)} ms`);
  const large = median(Array.from({ length: 5 }, () => milliseconds(() => lintText(tenThousand))));
  figure(`${name}: 10,000 to 1,000 invocations`, `${(large / warm).toFixed(1)} times`, '11 times', large / warm <= 11);
}

/** One keystroke after the other in a file of 1,000 invocations, each answered by its problems. */
export function measureKeystrokes({ name, dialect, generate }: Corpus): void {
  let document = TextDocument.create('file:///bench', 'text', 1, generate(1000));
  let analysis = analyse(document.getText(), dialect);
  lint(analysis, { now });
  const keystrokes: number[] = [];
  for (let round = 0; round < 300; round += 1) {
    const start = document.positionAt(Math.floor(((round * 7919) % 1000) * (document.getText().length / 1000)));
    const typed = [{ range: { start, end: start }, text: 'x' }];
    keystrokes.push(
      milliseconds(() => {
        document = TextDocument.update(document, typed, round + 2);
        analysis = analyse(document.getText(), dialect, analysis);
        lint(analysis, { now });
      }),
    );
  }
  const p95 = percentile(keystrokes, 0.95);
  const value = `${p95.toFixed(1)} ms (median ${median(keystrokes).toFixed(1)})`;
  figure(`${name}: edit to diagnostics, 95th percentile`, value, '10 ms', p95 <= 10);
}
