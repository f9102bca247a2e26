import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../test/seededRandom.js';
import { corpora } from './corpora.js';
import { median, note } from './figures.js';
import { inFolder, isInstalled, linter, runTime } from './programs.js';

const files = 2000;
const withImapsync = 40;
const folders = 50;

/** The linter on a folder of 2,000 files of all kinds, of which 40 hold imapsync, beside `grep -rl imapsync`. */
export function measureWorkspace(): void {
  inFolder((folder) => {
    fillWorkspace(folder);
    const ours = median(Array.from({ length: 5 }, () => runTime([...linter, folder])));
    const plain = median(Array.from({ length: 5 }, () => runTime([...linter, '--version'])));
    note(`workspace of ${files} files, ${withImapsync} with imapsync, whole process`, `${ours.toFixed(0)} ms`);
    note('of which the program only starts and ends', `${plain.toFixed(0)} ms`);
    if (!isInstalled('grep')) return;
    const theirs = median(Array.from({ length: 5 }, () => runTime(['grep', '-rl', 'imapsync', folder])));
    note('as many times as `grep -rl imapsync`', `${(ours / theirs).toFixed(1)} (${theirs.toFixed(0)} ms)`);
  });
}

function fillWorkspace(folder: string): void {
  const random = createRandom(1);
  for (let index = 0; index < folders; index += 1) mkdirSync(join(folder, `part${index}`));
  for (let index = 0; index < files; index += 1) {
    const { file, generate } = corpora[index % corpora.length]!;
    const place = join(folder, `part${index % folders}`, `${index}`);
    mkdirSync(place);
    const text = generate(3 + Math.floor(random() * 15), index + 1);
    const isOurs = index % (files / withImapsync) === 0;
    writeFileSync(
      join(place, file),
      isOurs ? text : text.replaceAll('imapsync', 'mailcopy').replaceAll('IMAPSYNC', 'COPY'),
    );
  }
}
