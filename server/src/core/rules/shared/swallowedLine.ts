import { isBlank, isJoined, lineStart } from '../../model/edits/lineJoin.js';
import type { Invocation } from '../../model/invocation.js';
import type { Dialect } from '../../syntax/dialect.js';

/** Words that begin a command or end a block, and that nobody leaves over among the options of imapsync. */
const commandWords = new Set(
  (
    'imapsync if then else elif fi for while until do done case esac function { } ( [ [[ ! time ' +
    'cat cd chmod cp curl cut date docker echo eval exec exit export false find grep kill local logger ls mail ' +
    'mkdir mv perl printf python python3 read return rm rsync sed set shift sleep source ssh sudo tail tee test touch ' +
    'trap true unset wait'
  ).split(' '),
);

/** The same in cmd and PowerShell, where case does not count. */
const windowsWords = new Set(
  (
    'imapsync if else for echo @echo call goto pause exit set setlocal endlocal cd copy del move mkdir type start timeout ' +
    'cls title foreach while return break continue throw function param try'
  ).split(' '),
);

/** `Write-Host`, `Start-Sleep`: an approved verb and a noun. */
const cmdlet =
  /^(?:Add|Clear|Copy|Export|Get|Import|Invoke|Join|Move|New|Out|Read|Remove|Set|Start|Stop|Test|Wait|Write)-[A-Z]\w*$/i;

/** Whether a word of cmd begins a comment, or is meant to. */
export function isRemark(value: string | null): boolean {
  return value !== null && /^@?(?:rem$|::)|^#/i.test(value);
}

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
    if (!beginsCommand(word.value, dialect) || !isFirstOnLine(text, start) || !isJoined(text, start, dialect)) continue;
    return index;
  }
  return -1;
}

function beginsCommand(value: string | null, dialect: Dialect): boolean {
  if (value === null) return false;
  if (dialect === 'cmd' && isRemark(value)) return true;
  if (dialect === 'powershell' && cmdlet.test(value)) return true;
  if (dialect === 'cmd' || dialect === 'powershell') {
    return windowsWords.has(value.toLowerCase()) || /(?:^|[\\/])imapsync(?:\.exe)?$/i.test(value);
  }
  return commandWords.has(value) || /^[A-Za-z_]\w*=|^(?:\.{0,2}\/\S*)?\/?imapsync$/.test(value);
}

function isFirstOnLine(text: string, offset: number): boolean {
  for (let position = lineStart(text, offset); position < offset; position++) {
    if (!isBlank(text.charCodeAt(position))) return false;
  }
  return true;
}
