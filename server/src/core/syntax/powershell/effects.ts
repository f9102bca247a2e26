import { knownPrefix, type Word } from '../word.js';
import type { Command } from './command.js';
import { type Scan, step } from './scan.js';

/** The cmdlets that give variables values by name, and their aliases (about_Variables, "Cmdlets"). */
const byName = new Set('set-variable sv set new-variable nv remove-variable rv clear-variable clv'.split(' '));

/** Parameters that name a variable which the command fills (about_CommonParameters). */
const filling = /^-(?:ov|outv\w*|ev|errorv\w*|wv|warningv\w*|iv|informationv\w*|pv|pipelinev\w*|variable)(?::(.+))?$/i;

/** Records what a command does to variables of the scope in which it stands. */
export function recordEffects(scan: Scan, { words, called, start }: Command, name: string | undefined): void {
  if (scan.steps === null) return;
  if (called && scan.text.charAt(start) === '.') forget(scan, null, start);
  else if (name === 'invoke-expression' || name === 'iex') {
    if (!startsImapsync(words)) forget(scan, null, start);
  } else if (name !== undefined && byName.has(name)) {
    for (const word of words.slice(1)) if (!knownPrefix(word).startsWith('-')) forgetNamed(scan, word);
  } else {
    for (let index = 1; index < words.length; index++) {
      const match = filling.exec(words[index]!.value ?? '');
      if (match === null) continue;
      if (match[1] !== undefined) forget(scan, nameIn(match[1]), words[index]!.range.start);
      else if (words[index + 1] !== undefined) forgetNamed(scan, words[index + 1]!);
    }
  }
}

function forgetNamed(scan: Scan, { value, range }: Word): void {
  forget(scan, value === null ? null : nameIn(value), range.start);
}

/** A `+` in front adds to what the variable holds. */
function nameIn(text: string): string {
  return text.replace(/^\+/, '').toLowerCase();
}

function forget(scan: Scan, name: string | null, start: number): void {
  step(scan, { kind: 'forget', name, start });
}

/** Whether a script that stands in words starts imapsync, and assigns nothing. */
function startsImapsync(words: readonly Word[]): boolean {
  const script = words.map(({ pieces }) => pieces.map((piece) => (piece.kind === 'text' ? piece.value : '')).join(''));
  return /\bimapsync\b/i.test(script.join(' ')) && !/\$[\w:{}]+\s*[-+*/%?]*=/.test(script.join(' '));
}
