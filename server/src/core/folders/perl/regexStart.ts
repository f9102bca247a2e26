import { addAll, type CharSet, emptySet, ofCode } from './charSet.js';
import type { RegexNode } from './regexNode.js';

/** The bytes with which every match begins; null where a match may be empty or that is not known. */
export function firstBytes(node: RegexNode): CharSet | null {
  switch (node.kind) {
    case 'byte':
      return ofCode(node.code);
    case 'set':
      return node.set;
    case 'sequence': {
      for (const item of node.items) {
        if (item.kind === 'assert' || item.kind === 'look') continue;
        return firstBytes(item);
      }
      return null;
    }
    case 'choice': {
      const set = emptySet();
      for (const branch of node.branches) {
        const first = firstBytes(branch);
        if (first === null) return null;
        addAll(set, first);
      }
      return set;
    }
    case 'capture':
    case 'atomic':
      return firstBytes(node.body);
    case 'loop':
      return node.min > 0 ? firstBytes(node.body) : null;
    default:
      return null;
  }
}

/** Whether a match can only be at the start of the text. */
export function startsAtStart(node: RegexNode): boolean {
  switch (node.kind) {
    case 'assert':
      return node.what === 'start';
    case 'sequence':
      return node.items.length > 0 && startsAtStart(node.items[0]!);
    case 'choice':
      return node.branches.every(startsAtStart);
    case 'capture':
    case 'atomic':
      return startsAtStart(node.body);
    default:
      return false;
  }
}
