import { optionRank } from '../../catalogue/optionOrder.js';
import type { CommandItem } from './commandItems.js';

/**
 * Items in the order of `optionRank`. Fixed ones keep their places and nothing passes them; occurrences of one option keep
 * their order, so the one that counts stays the last.
 */
export function orderItems<Item extends Pick<CommandItem, 'use' | 'fixed'>>(items: readonly Item[]): readonly Item[] {
  const ordered: Item[] = [];
  let run: Item[] = [];
  const endRun = (): void => {
    for (const item of run.sort((one, other) => rankOf(one) - rankOf(other))) ordered.push(item);
    run = [];
  };
  for (const item of items) {
    if (!item.fixed) {
      run.push(item);
      continue;
    }
    endRun();
    ordered.push(item);
  }
  endRun();
  return ordered;
}

function rankOf({ use }: Pick<CommandItem, 'use'>): number {
  return use === null ? Number.POSITIVE_INFINITY : optionRank(use.name);
}
