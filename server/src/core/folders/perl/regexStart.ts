import { addAll, type CharSet, emptySet, ofCode } from './charSet.js';
import type { RegexNode } from './regexNode.js';

/** The bytes with which every match begins; null where a match may be empty or that is not known. */
export function firstBytes(node: RegexNode): CharSet | null {
  const set = emptySet();
  return addFirst(node, set) ? null : set;
}

/** Adds the bytes with which a node can begin; true where it can match without any, or they are not known. */
function addFirst(node: RegexNode, set: CharSet): boolean {
  switch (node.kind) {
    case 'byte':
      addAll(set, ofCode(node.code));
      return false;
    case 'set':
      addAll(set, node.set);
      return false;
    case 'sequence':
      return node.items.every((item) => addFirst(item, set));
    case 'choice':
      return node.branches.reduce((isOpen, branch) => addFirst(branch, set) || isOpen, false);
    case 'capture':
    case 'atomic':
      return addFirst(node.body, set);
    case 'loop':
      return addFirst(node.body, set) || node.min === 0;
    case 'reference':
      set.fill(1);
      return true;
    default:
      return true;
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
