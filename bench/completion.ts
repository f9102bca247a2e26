import { analyse, applyChanges, createLanguageService } from '../server/src/core/languageService.js';
import type { Corpus } from './corpora.js';
import { figure, median, milliseconds, percentile } from './figures.js';

const now = Date.UTC(2026, 10, 23);
const service = createLanguageService();

/** What is typed behind the last option of a command in the middle of the file. */
const typed = [
  '',
  '--',
  '--no',
  '--folder ',
  '--exclude ',
  '--regextrans2 ',
  '--host2 ',
  "--search 'SINCE ",
  '--user2 ',
];

/** The list at a place in a file of 1,000 invocations, and what explains its first item. */
export function measureCompletion({ name, dialect, generate }: Corpus): void {
  const text = generate(1000);
  const places = [...text.matchAll(/ --[a-z]/g)].map(({ index }) => index);
  const times: number[] = [];
  for (const [number, words] of typed.entries()) {
    const offset = places[Math.floor(places.length / 2) + number * 17] ?? 0;
    const changed = applyChanges(text, [{ range: { start: offset, end: offset }, newText: ` ${words}` }]);
    const analysis = analyse(changed, dialect);
    const ask = (): void => {
      const [first] = service.complete(analysis, offset + 1 + words.length, { byBlank: false, now }).entries;
      if (first?.explained !== undefined) service.completionDetails(first.explained, now);
    };
    for (let round = 0; round < 10; round += 1) ask();
    for (let round = 0; round < 40; round += 1) times.push(milliseconds(ask));
  }
  const p95 = percentile(times, 0.95);
  const value = `${p95.toFixed(2)} ms (median ${median(times).toFixed(2)})`;
  figure(`${name}: completion in 1,000 invocations, 95th percentile`, value, '5 ms', p95 <= 5);
}
