import { imapsyncOptions } from '../catalogue/options.js';
import type { FlowStep } from '../syntax/flow.js';
import type { SourceFile } from '../syntax/source.js';
import type { Word } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';
import { defineRule, type FileContext, type Suggestion } from './rule.js';

/** Something that was meant to give a variable a value. */
interface Mishap {
  readonly message: 'blanks' | 'dollar' | 'bare' | 'nameWithBlank';
  readonly name: string;
  readonly range: TextRange;
  readonly suggestion: Suggestion | null;
}

/** `NAME = `, `NAME =`, where a command begins. */
const spaced = /([A-Za-z_]\w*)[ \t]+=/y;
/** `NAME= `, in front of an option. */
const detached = /([A-Za-z_]\w*)=[ \t]+(?=["']?-)/y;
const dollar = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})=/y;
const setCommand = /set[ \t]+"?([A-Za-z_]\w*)([ \t]+)=/iy;

export const brokenAssignment = defineRule({
  id: 'broken-assignment',
  severity: 'error',
  category: 'usage',
  summary: 'What is meant to give a variable of an imapsync command line its value does something else.',
  dialects: ['posix', 'cmd', 'powershell'],
  messages: {
    blanks:
      'With blanks around the equals sign this is no assignment: the shell looks for a command, and {variable} stays as it was in the imapsync command that uses it. Leave the blanks out.',
    dollar:
      'An assignment has no dollar sign: the shell puts in what {variable} holds and looks for a command of that name, and the imapsync command that uses {variable} gets no value from here. Delete the dollar sign.',
    bare: 'Without a dollar sign this is no assignment: PowerShell looks for a command named {name}, and {variable} stays as it was in the imapsync command that uses it. Write {variable}.',
    nameWithBlank:
      'cmd takes the blank before the equals sign for a part of the name, so {variable} stays as it was in the imapsync command that uses it. Leave the blank out.',
  },
  checkFile(context) {
    const mishaps = mishapsIn(context);
    if (mishaps.length === 0) return;
    const used = namesUsed(context.source);
    for (const { message, name, range, suggestion } of mishaps) {
      if (!used.has(context.dialect === 'posix' ? name : name.toLowerCase())) continue;
      context.report({
        range,
        message,
        data: { name, variable: context.dialect === 'cmd' ? `%${name}%` : `$${name}` },
        suggestions: () => (suggestion === null ? [] : [suggestion]),
      });
    }
  },
});

function mishapsIn({ source, text, dialect }: FileContext): readonly Mishap[] {
  const { flow } = source;
  if (flow === undefined) return [];
  const found: Mishap[] = [];
  flow.steps.forEach((step, index) => {
    const mishap = mishapAt(step, flow.distances[index]!, text, dialect);
    if (mishap !== null) found.push(mishap);
  });
  return found;
}

function mishapAt(step: FlowStep, distance: number, text: string, dialect: FileContext['dialect']): Mishap | null {
  switch (step.kind) {
    case 'assign':
      return dialect === 'cmd' && step.name.endsWith(' ') ? setMishap(text, step.start + distance) : null;
    case 'command':
      return dialect === 'posix' ? dollarMishap(step.words, text, step.start + distance) : null;
    case 'call': {
      const [first] = step.words ?? [];
      if (dialect === 'posix' && step.name.startsWith('-') && step.assigned.length > 0)
        return detachedMishap(text, step.assigned.at(-1)!.start + distance);
      if (dialect === 'cmd' || first === undefined || !startsWithEquals(first)) return null;
      return spacedMishap(step.words!, distance, text, step.start + distance, dialect === 'powershell');
    }
    default:
      return null;
  }
}

function startsWithEquals({ pieces }: Word): boolean {
  const [first] = pieces;
  return first?.kind === 'text' && !first.quoted && first.value.startsWith('=');
}

/** `OPTS = "--dry"` */
function spacedMishap(
  words: readonly Word[],
  distance: number,
  text: string,
  start: number,
  isPowerShell: boolean,
): Mishap | null {
  const match = matchAt(spaced, text, start);
  if (match === null) return null;
  const operatorEnd = start + match[0].length;
  const end = words.at(-1)!.range.end + distance;
  const value = text.slice(operatorEnd, end).trim();
  const range = { start, end: operatorEnd };
  const name = match[1]!;
  if (isPowerShell) {
    const edits = [{ range: { start, end: start }, newText: '$' }];
    return { message: 'bare', name, range, suggestion: { title: `Write $${name}`, edits } };
  }
  const isOne = words.length <= (words[0]!.value === '=' ? 2 : 1);
  const written = isOne ? value : /["'`\\\r\n]/.test(value) ? null : `"${value}"`;
  const edits = [{ range: { start, end }, newText: `${name}=${written}` }];
  return {
    message: 'blanks',
    name,
    range,
    suggestion: written === null ? null : { title: 'Leave the blanks out', edits },
  };
}

/** `OPTS= "--dry"` */
function detachedMishap(text: string, start: number): Mishap | null {
  const match = matchAt(detached, text, start);
  if (match === null) return null;
  const end = start + match[0].length;
  const blanks = { start: start + match[1]!.length + 1, end };
  const isQuoted = /["']/.test(text.charAt(end));
  return {
    message: 'blanks',
    name: match[1]!,
    range: { start, end: blanks.start },
    suggestion: isQuoted ? { title: 'Leave the blanks out', edits: [{ range: blanks, newText: '' }] } : null,
  };
}

/** `$OPTS="--dry"` */
function dollarMishap(words: readonly Word[], text: string, start: number): Mishap | null {
  const match = matchAt(dollar, text, start);
  if (match === null) return null;
  const name = match[1] ?? match[2]!;
  const operator = { start, end: start + match[0].length };
  const edits = [{ range: operator, newText: `${name}=` }];
  const suggestion = words.length === 1 ? { title: 'Delete the dollar sign', edits } : null;
  return { message: 'dollar', name, range: operator, suggestion };
}

/** `set OPTS = --dry` */
function setMishap(text: string, start: number): Mishap | null {
  const match = matchAt(setCommand, text, start);
  if (match === null) return null;
  const end = start + match[0].length;
  const blanks = { start: end - 1 - match[2]!.length, end: end - 1 };
  return {
    message: 'nameWithBlank',
    name: match[1]!,
    range: { start: blanks.start - match[1]!.length, end },
    suggestion: { title: 'Leave the blank out', edits: [{ range: blanks, newText: '' }] },
  };
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/**
 * The variables that imapsync command lines use, in lower case where the language takes no notice of case; those too
 * that name the program of a command with an option which only imapsync has.
 */
function namesUsed({ scanned, invocations, flow, dialect }: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (words: readonly Word[]): void => {
    for (const { pieces } of words) {
      for (const piece of pieces) {
        if (piece.kind === 'dynamic' && piece.name !== undefined)
          names.add(dialect === 'posix' ? piece.name : piece.name.toLowerCase());
      }
    }
  };
  for (const { words } of scanned ?? invocations) add(words);
  for (const { written } of invocations) if (written !== undefined) add(written.words);
  for (const step of flow?.steps ?? []) if (step.kind === 'command' && step.words.some(isHostOption)) add(step.words);
  return names;
}

function isHostOption({ value }: Word): boolean {
  const name = /^--?((?:host|user|passfile|password|ssl)[12])(?:=|$)/.exec(value ?? '')?.[1];
  return name !== undefined && imapsyncOptions.exact(name) !== undefined;
}
