import { PLACEHOLDER } from '../embeddedText.js';
import { knownLastPart } from '../posix/executableName.js';
import { findImapsync } from '../posix/launchers.js';
import type { Word } from '../word.js';

/** What a command of cmd turned out to start. Indexes count its words. */
export type CmdFinding =
  | {
      readonly kind: 'program';
      /** The word that names imapsync; null where a container image starts it by itself. */
      readonly executable: number | null;
      readonly firstArgument: number;
      /** Behind the last argument. */
      readonly end: number;
      /** Who reads the words once more before imapsync gets them. */
      readonly reader: 'cmd' | 'posix' | null;
    }
  /** A variable says what is started. */
  | { readonly kind: 'unknown' };

/** Launchers in a row beyond this are not followed. */
const LONGEST_CHAIN = 20;

/** Launchers that are the same programs as elsewhere; `timeout` and `time` for example are not. */
const sameElsewhere = new Set([
  ...['perl', 'docker', 'podman', 'nerdctl', 'docker-compose', 'podman-compose', 'kubectl', 'oc', 'sudo'],
]);

const unknown: CmdFinding = { kind: 'unknown' };

/** Finds the imapsync that the command of these words starts; null where it starts something else. */
export function findImapsyncInCmd(words: readonly Word[]): CmdFinding | null {
  return findAt(words, 0, 0);
}

function findAt(words: readonly Word[], index: number, chain: number): CmdFinding | null {
  const word = words[index];
  if (word === undefined || chain > LONGEST_CHAIN) return null;
  const name = programName(word);
  if (name === undefined) return unknown;
  switch (name) {
    case 'imapsync':
      return { kind: 'program', executable: index, firstArgument: index + 1, end: words.length, reader: null };
    case 'call':
      return readBy('cmd', findAt(words, index + 1, chain + 1));
    case 'cmd':
      return readBy('cmd', findAt(words, behindCommandSwitch(words, index + 1), chain + 1));
    case 'start':
      return findAt(words, behindStartOptions(words, index + 1), chain + 1);
    case 'wsl':
      return behindWsl(words, index + 1);
    default:
      return sameElsewhere.has(name) ? findElsewhere(words, index, name) : null;
  }
}

/** The name of a program as cmd looks for it: without path and `.exe`, in lower case; undefined where only cmd knows it. */
export function programName(word: Word): string | undefined {
  const only = word.pieces.length === 1 && word.value === null ? word.pieces[0]! : undefined;
  if (only?.kind === 'dynamic' && only.name?.toLowerCase() === 'comspec') return 'cmd';
  const last = knownLastPart(word) ?? behindBackslash(word);
  // Read a second time, what only cmd knows is a placeholder.
  if (last?.includes(PLACEHOLDER) === true) return undefined;
  return last?.toLowerCase().replace(/\.(?:exe|com)$/, '');
}

/** `imapsync.exe` of `%~dp0imapsync.exe` and of `%DIR%\imapsync.exe`: the folder of the batch file ends in a backslash. */
function behindBackslash({ pieces }: Word): string | undefined {
  const last = pieces[pieces.length - 1];
  if (last?.kind !== 'text') return undefined;
  const backslash = last.value.lastIndexOf('\\');
  if (backslash >= 0) return last.value.slice(backslash + 1);
  return /^imapsync(?:\.exe)?$/i.test(last.value) ? last.value : undefined;
}

function readBy(reader: 'cmd' | 'posix', finding: CmdFinding | null): CmdFinding | null {
  return finding?.kind === 'program' ? { ...finding, reader: finding.reader ?? reader } : finding;
}

/** `cmd /s /c …`, `cmd /v:on /k …` */
function behindCommandSwitch(words: readonly Word[], index: number): number {
  for (let at = index; at < words.length; at++) {
    const option = words[at]!.value?.toLowerCase();
    if (option === '/c' || option === '/k' || option === '/r') return at + 1;
    if (option?.startsWith('/') !== true) return words.length;
  }
  return words.length;
}

/** `start "title" /d folder /wait …` (Microsoft's reference of `start`) */
function behindStartOptions(words: readonly Word[], index: number): number {
  let at = index;
  const first = words[at];
  if (first !== undefined && beginsInQuotes(first)) at++;
  for (; at < words.length; at++) {
    const option = words[at]!.value?.toLowerCase();
    if (option === '/d' || option === '/node' || option === '/affinity' || option === '/machine') at++;
    else if (option?.startsWith('/') !== true) return at;
  }
  return at;
}

/** Only the quote that a word begins with makes it a title. */
function beginsInQuotes({ quote, range, pieces }: Word): boolean {
  if (quote !== 'double') return false;
  const first = pieces[0];
  return first === undefined || (first.range.start > range.start && first.quoted);
}

/** `wsl -d Debian -u root -- imapsync …`: but behind `--exec` a Linux shell reads the words once more. */
function behindWsl(words: readonly Word[], index: number): CmdFinding | null {
  let shell = true;
  for (let at = index; at < words.length; at++) {
    const option = words[at]!.value ?? '';
    if (/^(?:-d|--distribution|-u|--user|--cd|--distribution-id|--shell-type)$/.test(option)) at++;
    else if (option === '--' || option === '-e' || option === '--exec') {
      if (option !== '--') shell = false;
      return readBehindWsl(words, at + 1, shell);
    } else if (!option.startsWith('-')) return readBehindWsl(words, at, shell);
  }
  return null;
}

function readBehindWsl(words: readonly Word[], index: number, shell: boolean): CmdFinding | null {
  const found = findElsewhere(words, index);
  return shell ? readBy('posix', found) : found;
}

/** Looks for imapsync as in a POSIX shell, from `index` on; `name` is that of the program there, as that shell writes it. */
function findElsewhere(words: readonly Word[], index: number, name?: string): CmdFinding | null {
  const rest = words.slice(index);
  const first = rest[0];
  if (first !== undefined && name !== undefined) rest[0] = { ...first, pieces: first.pieces, open: false, value: name };
  const finding = findImapsync(rest);
  if (finding?.kind !== 'program' || finding.inserted !== undefined) return null;
  return {
    kind: 'program',
    executable: finding.executable === null ? null : finding.executable + index,
    firstArgument: finding.firstArgument + index,
    end: finding.end + index,
    reader: null,
  };
}
