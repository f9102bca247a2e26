// @ts-check
import { loadBundle } from './loadBundle.mjs';

/** @typedef {import('../../server/src/core/catalogue/optionFact.js').OptionFact} OptionFact */

/** The module that tells the reader of account tables which names are options, and which of them take a value. */
export async function columnNames() {
  const { optionFacts } = await loadBundle('server/src/core/catalogue/options.ts');
  const { laterOptions } = await loadBundle('server/src/core/catalogue/options/later.ts');
  /** @type {Record<'value' | 'switch' | 'negatable', string[]>} */
  const names = { value: [], switch: [], negatable: [] };
  for (const { name, aliases, spec } of /** @type {readonly OptionFact[]} */ ([...optionFacts, ...laterOptions])) {
    // A column of that name holds further options, whatever the release.
    if (name === 'extra') continue;
    const kind = spec === '!' ? 'negatable' : spec === '' ? 'switch' : 'value';
    names[kind].push(...[name, ...aliases].map((each) => each.toLowerCase()));
  }
  const lists = Object.entries(names).map(([kind, list]) => `  ${kind}:\n    '${list.sort().join(' ')}',`);
  return `// Written by scripts/generate.mjs from the catalogue of options.

/** Names and aliases of all options in lower case, separated by blanks, by what they take. */
export const columnNames: Readonly<Record<'value' | 'switch' | 'negatable', string>> = {
${lists.join('\n')}
};
`;
}
