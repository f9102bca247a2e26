import { surviveEmbedding } from '../model/edits/embedding.js';
import { insertOptions } from '../model/edits/insertOptions.js';
import type { Invocation } from '../model/invocation.js';
import type { Suggestion } from '../text/edit.js';
import { knownNameSpace } from './nameSpaces.js';

const dotsToSlashes = String.raw`s/\./\//g`;
const slashesToDots = String.raw`s/\//./g`;

/**
 * The two delimiter mappings that guides recommend, each with a title that says what it will do between these servers:
 * imapsync exchanges the servers' own separators before any --regextrans2.
 */
export function delimiterRefactorings(invocation: Invocation, text: string): readonly Suggestion[] {
  const source = knownNameSpace(invocation, 1).separator;
  const destination = knownNameSpace(invocation, 2).separator;
  const fixslash2 = invocation.isSet('fixslash2') !== false;
  const suggestions: readonly Suggestion[] = [
    {
      title: `Add --regextrans2 ${dotsToSlashes}: ${effectOfDotsToSlashes(source, destination)}`,
      edits: [insertOptions(invocation, text, ['--regextrans2', dotsToSlashes])],
    },
    {
      title: `Add --regextrans2 ${slashesToDots}: ${effectOfSlashesToDots(source, destination, fixslash2)}`,
      edits: [insertOptions(invocation, text, ['--regextrans2', slashesToDots])],
    },
  ];
  return suggestions.filter(({ edits }) => surviveEmbedding(invocation, edits, text));
}

function effectOfDotsToSlashes(source: string | null, destination: string | null): string {
  if (destination === '.')
    return 'breaks folder names, since the destination separates by dots (INBOX.A.B is sent as INBOX/A/B)';
  if (destination === null) {
    return 'turns dots left in names into levels on a destination that separates by /, breaks names on one that separates by dots; the separators themselves are exchanged already';
  }
  if (destination !== '/') return `turns every dot in a name into a slash; the destination separates by ${destination}`;
  if (source === '.') {
    return 'changes only dots left over, such as a slash inside a source name, into levels; the separators . and / are exchanged already';
  }
  return 'turns every dot in a name into a level (v1.2 becomes v1/2); separators are exchanged already';
}

function effectOfSlashesToDots(source: string | null, destination: string | null, fixslash2: boolean): string {
  if (destination === '/')
    return 'flattens the tree, since the destination separates by / (A/B becomes one folder A.B)';
  if (destination === null) {
    return 'flattens the tree on a destination that separates by /, turns slashes left in names into levels on one that separates by dots; the separators themselves are exchanged already';
  }
  if (destination !== '.') return `turns every slash in a name into a dot; the destination separates by ${destination}`;
  if (source === '/') {
    return fixslash2
      ? 'changes nothing, since imapsync has exchanged / and . already and leaves no slash in a name'
      : 'turns dots of the source names, which arrive as slashes, into levels; the separators / and . are exchanged already';
  }
  return 'turns every slash in a name into a level; separators are exchanged already';
}
