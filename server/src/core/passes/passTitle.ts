import { optionTableOf } from '../catalogue/optionTables.js';
import { parseOptions } from '../getopt/parseOptions.js';
import type { Invocation } from '../model/invocation.js';
import { expandWords } from './expandWords.js';
import { planUses } from './planUses.js';
import { titleOf } from './sides.js';
import { wordSourceOf } from './wordSource.js';

/** `user1@host1 → user2@host2` for titles and lists, from the words that `context` makes known. Holds no secret. */
export function passTitle(invocation: Invocation, context: Parameters<typeof wordSourceOf>[1]): string {
  const source = wordSourceOf(invocation, context);
  const words = expandWords(invocation.syntax.words, source);
  return titleOf(planUses(parseOptions(words, optionTableOf(invocation.release))), source);
}
