import { findLineSlip } from '../lineSlips.js';
import { SimpleWord } from '../makeWord.js';
import { findOperatorSlip } from '../operatorSlips.js';
import { lastPathPart } from '../posix/executableName.js';
import type { Finding } from '../posix/finding.js';
import { findImapsync } from '../posix/launchers.js';
import type { Slip } from '../slip.js';
import type { Word } from '../word.js';
import type { Command } from './command.js';
import { recordEffects } from './effects.js';
import { findIndirectly } from './indirectCommands.js';
import { lookedAhead, type Scan, step } from './scan.js';
import { reportScript } from './scripts.js';

const noWords: readonly Word[] = [];

/** Records the invocation that a command is, those in a script that it hands on, or that it may call a function. */
export function reportCommand(scan: Scan, command: Command): void {
  const { words } = command;
  const [head] = words;
  const name = programName(head!);
  if (name === 'imapsync') {
    reportProgram(scan, words.slice(1), head!, noWords, slipsOf(scan, command));
    return;
  }
  recordEffects(scan, command, name);
  const indirect = name === undefined ? null : findIndirectly(name, command);
  if (indirect !== null) {
    if (indirect.kind === 'words') reportProgram(scan, indirect.words, indirect.executable, indirect.launcher);
    else reportScript(scan, indirect, words);
    return;
  }
  const finding = findByName(words, name);
  if (finding === null) reportOther(scan, command, name);
  else if (finding.kind === 'script') reportScript(scan, { ...finding, words, shell: 'posix' }, words);
  else reportFinding(scan, command, finding);
}

/** What the command of these words starts; null where that is not imapsync. */
export function findImapsyncInPowerShell(words: readonly Word[]): Finding | null {
  return words.length === 0 ? null : findByName(words, programName(words[0]!));
}

function findByName(words: readonly Word[], name: string | undefined): Finding | null {
  return findImapsync(withPlainName(words, name));
}

/** The name of a program as Windows looks for it: without folder, case and `.exe`. */
function programName(word: Word): string | undefined {
  if (word.value === null) return undefined;
  return lastPathPart(word.value)
    .toLowerCase()
    .replace(/\.(?:exe|cmd|bat)$/, '');
}

function withPlainName(words: readonly Word[], name: string | undefined): readonly Word[] {
  const [first, ...rest] = words;
  if (name === undefined || first!.value === name) return words;
  return [new SimpleWord(name, 0, name.length, 'none'), ...rest];
}

function reportFinding(scan: Scan, command: Command, finding: Finding & { kind: 'program' }): void {
  const { words } = command;
  const { executable, firstArgument, end } = finding;
  const launcher = words.slice(0, executable ?? firstArgument);
  // What a launcher puts in (xargs, parallel) comes from a pipe that is not followed.
  if (finding.inserted !== undefined) return;
  const program = executable === null ? null : words[executable]!;
  reportProgram(scan, words.slice(firstArgument, end), program, launcher, slipsOf(scan, command));
}

function reportProgram(
  scan: Scan,
  words: readonly Word[],
  executable: Word | null,
  launcher: readonly Word[],
  slips: Slips = {},
): void {
  const first = launcher[0] ?? executable ?? words[0]!;
  const last = words.at(-1) ?? executable ?? launcher.at(-1)!;
  const range = { start: first.range.start, end: last.range.end };
  const invocation = {
    dialect: 'powershell',
    range,
    executable,
    launcher,
    assignments: [],
    words,
    incomplete: scan.broken,
  } as const;
  scan.found.push(scan.embedded === null ? { ...invocation, ...slips } : { ...invocation, embedded: scan.embedded });
  step(scan, { kind: 'invocation', start: range.start });
}

interface Slips {
  readonly slips?: readonly Slip[];
}

/** The slips at a command that ends at the position; none in a text that is read twice. */
function slipsOf(scan: Scan, { words, stop, placeholders }: Command): Slips {
  if (scan.embedded !== null) return {};
  const { text, end } = scan;
  const lastWord = words.at(-1)!.range;
  const slips = placeholders.map((range): Slip => ({ kind: 'placeholder', range }));
  const operator = findOperatorSlip(text, stop, end, lastWord, '|;&');
  const { slip, seen } =
    operator.slip === null ? findLineSlip({ text, dialect: 'powershell', lastWord, stop, end }) : operator;
  if (seen > stop) lookedAhead(scan, seen, seen - stop);
  if (slip !== null) slips.push(slip);
  return slips.length === 0 ? {} : { slips };
}

/** A command that may be a function of the script, or a program whose name a variable holds. */
function reportOther(scan: Scan, command: Command, name: string | undefined): void {
  const { words, called, start } = command;
  if (scan.steps === null) return;
  if (name !== undefined) step(scan, { kind: 'call', name, words: words.slice(1), assigned: [], start });
  else if (called) {
    const slips = slipsOf(scan, command);
    step(scan, { kind: 'command', words, assignments: [], incomplete: scan.broken, start, ...slips });
  }
}
