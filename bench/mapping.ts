import { type ListedFolder, mapListing } from '../server/src/core/languageService.js';
import { figure, median, milliseconds, note } from './figures.js';

const argv = [
  '--automap',
  ...['--regextrans2', 's/Sent$/Sent Items/'],
  ...['--regextrans2', 's,(/|^) +,$1,g', '--regextrans2', 's, +(/|$),$1,g'],
  ...['--regextrans2', 's{^Projects/(\\d+)/(.*)$}{Old/$1-$2}'],
  ...['--exclude', '^INBOX\\.Trash'],
];

/** Where 5,000 folders go by automap, a selection and a few substitutions, warm: what a preview asks at each keystroke. */
export function measureMapping(): void {
  const source = listing(5000);
  const map = (): number => {
    const announced = { source: { separator: '.', prefix: 'INBOX.' }, destination: { separator: '/', prefix: '' } };
    return mapListing({ argv, source, destination: [{ name: 'INBOX', flags: [] }], announced }).length;
  };
  const first = milliseconds(map);
  for (let round = 0; round < 15; round += 1) map();
  const warm = median(Array.from({ length: 15 }, () => milliseconds(map)));
  figure('mapping of 5,000 folders, warm', `${warm.toFixed(1)} ms`, '50 ms', warm <= 50);
  note('the first time', `${first.toFixed(0)} ms`);
}

function listing(count: number): readonly ListedFolder[] {
  const leaves = ['Sent', 'Archive 2019', 'Envoy&AOk-s', 'Invoices '];
  const names = Array.from(
    { length: count - 1 },
    (_, at) => `INBOX.Projects.${at % 50}.Customer-${at}.${leaves[at % 4]}`,
  );
  return ['INBOX', ...names].map((name) => ({ name, flags: [] }));
}
