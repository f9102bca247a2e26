import { isImapsync, knownLastPart } from '../posix/executableName.js';
import { knownPrefix, type Word } from '../word.js';
import { type Argument, type Command, elementsOf, isList, wordsOf } from './command.js';
import type { ScriptText } from './scripts.js';
import { splitCommandLine } from './splitCommandLine.js';

/** imapsync as a command of PowerShell or Windows starts it, with the words that are its arguments. */
export interface IndirectProgram {
  readonly kind: 'words';
  readonly words: readonly Word[];
  readonly executable: Word;
  readonly launcher: readonly Word[];
}

/**
 * Finds the imapsync that `Start-Process`, `cmd /c`, `wsl` or `Invoke-Expression` start, or the script that they hand
 * on. `name` is in lower case. Null for any other command, and where imapsync is not what they start.
 */
export function findIndirectly(name: string, command: Command): IndirectProgram | ScriptText | null {
  return indirect.get(name)?.(command) ?? null;
}

/** Parameters of Start-Process that take a value; the others are switches. */
const startParameters = [
  'filepath',
  'argumentlist',
  'args',
  'credential',
  'environment',
  'redirectstandarderror',
  'redirectstandardinput',
  'redirectstandardoutput',
  'verb',
  'windowstyle',
  'workingdirectory',
];

/**
 * Start-Process joins the elements of -ArgumentList with blanks and quotes none of them, so that the program splits
 * them again (Start-Process, "-ArgumentList").
 */
function startProcess({ parts }: Command): IndirectProgram | null {
  let file: Word | undefined;
  let list: Argument | undefined;
  const before: Word[] = [];
  for (let index = 0; index < parts.length; index++) {
    const parameter = parameterOf(parts[index]!);
    const value = parameter === '' ? parts[index] : parts[index + 1];
    if (parameter !== '' && parameter !== null) index++;
    const taken = parameter === '' && index > 0 ? (file === undefined ? 'filepath' : 'argumentlist') : parameter;
    if (taken === 'filepath') file = value === undefined || isList(value) ? undefined : value;
    else if (taken === 'argumentlist' || taken === 'args') list = value;
    else if (file === undefined && list === undefined) before.push(...wordsOf(parts[index]!));
  }
  if (file === undefined || !isImapsync(file)) return null;
  const words = (list === undefined ? [] : elementsOf(list)).flatMap((word) => splitCommandLine(word.pieces));
  // Where the arguments stand in front of the name there is no order of the words to show.
  if (words[0] !== undefined && words[0].range.start < file.range.end) return null;
  return { kind: 'words', words, executable: file, launcher: before };
}

/** The parameter with a value that the argument names, in full; null for a switch, empty for a value. */
function parameterOf(argument: Argument): string | null {
  const word = isList(argument) ? undefined : argument;
  const name = word?.quote === 'none' ? /^-([A-Za-z]+)$/.exec(word.value ?? '')?.[1]?.toLowerCase() : undefined;
  if (name === undefined) return '';
  const matching = startParameters.filter((each) => each.startsWith(name));
  return matching.includes(name) ? name : (matching[0] ?? null);
}

/** What means something to cmd. */
const cmdSigns = /[&|<>^%()!"]/;

/** `cmd /c imapsync …`: cmd hands on the words as they are where they hold nothing that means something to it. */
function commandPrompt({ words }: Command): IndirectProgram | null {
  let index = 1;
  while (index < words.length && /^\/[^ckCK]/.test(words[index]!.value ?? '')) index++;
  if (!/^\/[ck]$/i.test(words[index]?.value ?? '')) return null;
  const line = words.slice(index + 1);
  if (line.some((word) => word.pieces.some((piece) => piece.kind === 'text' && cmdSigns.test(piece.value))))
    return null;
  const split = line.length === 1 ? splitCommandLine(line[0]!.pieces) : line;
  const [executable, ...rest] = split;
  if (executable === undefined || !isImapsync(executable)) return null;
  return { kind: 'words', words: rest, executable, launcher: words.slice(0, index + 1) };
}

const wslOptions = ['-d', '--distribution', '-u', '--user', '--cd', '--shell-type', '--distribution-id'];

/** `wsl imapsync …` goes through the shell there, `wsl -e imapsync …` does not. */
function wsl({ words }: Command): IndirectProgram | ScriptText | null {
  let index = 1;
  let direct = false;
  for (; index < words.length; index++) {
    const text = knownPrefix(words[index]!);
    if (!text.startsWith('-')) break;
    if (text === '-e' || text === '--exec') {
      direct = true;
      index++;
      break;
    }
    if (text === '--') {
      index++;
      break;
    }
    if (wslOptions.includes(text)) index++;
  }
  const executable = words[index];
  if (executable === undefined) return null;
  if (!direct) return { kind: 'script', start: index, end: words.length, words, shell: 'posix' };
  if (!isImapsync(executable)) return null;
  return { kind: 'words', words: words.slice(index + 1), executable, launcher: words.slice(0, index) };
}

/** `Invoke-Expression '…'` */
function invokeExpression({ words }: Command): ScriptText | null {
  const start = knownLastPart(words[1] ?? words[0]!)?.toLowerCase() === '-command' ? 2 : 1;
  return words.length === start + 1 ? { kind: 'script', start, end: start + 1, words, shell: 'powershell' } : null;
}

/** `pwsh -Command …`: the words are joined and read anew. */
function powerShell({ words }: Command): ScriptText | null {
  const at = words.findIndex((word) => /^-c(?:ommand)?$/i.test(word.value ?? ''));
  if (at < 0 || at + 1 >= words.length) return null;
  return { kind: 'script', start: at + 1, end: words.length, words, shell: 'powershell' };
}

const indirect = new Map<string, (command: Command) => IndirectProgram | ScriptText | null>([
  ...['start-process', 'saps', 'start'].map((name): [string, typeof startProcess] => [name, startProcess]),
  ['cmd', commandPrompt],
  ['wsl', wsl],
  ['invoke-expression', invokeExpression],
  ['iex', invokeExpression],
  ['powershell', powerShell],
  ['pwsh', powerShell],
]);
