import { isBlank, isJoined, lineStart } from '../../model/edits/lineJoin.js';
import type { Invocation } from '../../model/invocation.js';

/** Words that begin a command or end a block, and that nobody leaves over among the options of imapsync. */
const commandWords = new Set(
  (
    'imapsync if then else elif fi for while until do done case esac function { } ( [ [[ ! time ' +
    'cat cd chmod cp curl cut date docker echo eval exec exit export false find grep kill local logger ls mail ' +
    'mkdir mv perl printf python python3 read return rm rsync sed set shift sleep source ssh sudo tail tee test touch ' +
    'trap true unset wait ' +
    'REM rem @echo @REM :: call goto pause endlocal setlocal'
  ).split(' '),
);

/**
 * The index of the first word that stands at the beginning of a joined line and begins a command of its own, or ends a
 * block; -1 where there is none. `text` is the text of the file.
 */
export function swallowedLine(invocation: Invocation, text: string): number {
  if (invocation.rest.length === 0) return -1;
  const { syntax, dialect, rest } = invocation;
  for (const index of rest) {
    const word = syntax.words[index]!;
    if (word.origin !== undefined || word.quote !== 'none') continue;
    const { start } = word.range;
    if (!beginsCommand(word.value) || !isFirstOnLine(text, start) || !isJoined(text, start, dialect)) continue;
    return index;
  }
  return -1;
}

function beginsCommand(value: string | null): boolean {
  return value !== null && (commandWords.has(value) || /^[A-Za-z_]\w*=|^(?:\.{0,2}\/\S*)?\/?imapsync$/.test(value));
}

function isFirstOnLine(text: string, offset: number): boolean {
  for (let position = lineStart(text, offset); position < offset; position++) {
    if (!isBlank(text.charCodeAt(position))) return false;
  }
  return true;
}
