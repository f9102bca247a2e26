import { analyse, applyChanges, createLanguageService } from '../server/src/core/languageService.js';
import type { Corpus } from './corpora.js';
import { figure, median, milliseconds, percentile } from './figures.js';

const now = Date.UTC(2026, 10, 23);
const service = createLanguageService();

/** What takes most to explain, put onto a command in the middle of the file. */
const written = [
  '--search "SENTSINCE 1-Jan-2026 NOT (SEEN OR FROM a LARGER 5)"',
  '--host1 imap.gmail.com --host2 outlook.office365.com --regextrans2 s/Sent/x/',
  '--regextrans2 s/^.*Sent.*$/x/i',
  '--folder Sent',
  '--f1f2 Sent=Drafts',
  '--gmail1 --office2 --host2 outlook.office365.com',
];

/** A hover and the form of a value at places all over a file of 1,000 invocations. */
export function measureHover({ name, dialect, generate }: Corpus): void {
  const text = generate(1000);
  const places = [...text.matchAll(/ --[a-z]/g)].map(({ index }) => index);
  const times: number[] = [];
  for (const [number, words] of written.entries()) {
    const start = places[Math.floor(places.length / 2) + number * 17] ?? 0;
    const changed = applyChanges(text, [{ range: { start, end: start }, newText: ` ${words}` }]);
    const analysis = analyse(changed, dialect);
    const offsets = Array.from({ length: 40 }, (_, round) =>
      round % 2 === 0 ? start + words.length - 2 : Math.floor((changed.length / 40) * round),
    );
    const ask = (offset: number): void => {
      service.hover(analysis, offset, { now });
      service.signatureHelp(analysis, offset);
    };
    for (const offset of offsets) ask(offset);
    for (const offset of offsets) times.push(milliseconds(() => ask(offset)));
  }
  const p95 = percentile(times, 0.95);
  const value = `${p95.toFixed(2)} ms (median ${median(times).toFixed(2)})`;
  figure(`${name}: hover in 1,000 invocations, 95th percentile`, value, '5 ms', p95 <= 5);
}
