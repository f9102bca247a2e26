import type { TextRange } from '../../text/range.js';
import type { AssignStep } from '../flow.js';
import { makeWord } from '../makeWord.js';
import { knownPrefix, type Word } from '../word.js';
import type { PosixAssignment } from './assignments.js';
import { forgetArithmetic, forgetVariable } from './forget.js';
import { skipOptions } from './launcherOptions.js';
import { isLauncher } from './launchers.js';
import type { Scan } from './scan.js';
import { findSlips } from './slips.js';

const none: readonly never[] = [];

/** Records what an assignment that is a command of its own does. */
export function recordAssignment(scan: Scan, assignment: PosixAssignment): void {
  scan.steps.push(stepOf(assignment, false));
}

/** Records an array among the words of `declare` and its kin, the last of which names it. */
export function declareArray(scan: Scan, words: readonly Word[], elements: readonly Word[]): void {
  const target = words[words.length - 1]!;
  const name = /^\w+/.exec(knownPrefix(target))?.[0] ?? null;
  const declaration = declarations.get(words[0]?.value ?? '');
  if (declaration === undefined || name === null || !isPlainDeclaration(words)) {
    forgetVariable(scan, name, target.range.start);
    return;
  }
  const { range } = target;
  const append = knownPrefix(target).endsWith('+=');
  const end = elements.at(-1)?.range.end ?? range.end;
  const value = listOf(elements);
  if (value === null) forgetVariable(scan, name, range.start);
  else {
    scan.steps.push({ kind: 'assign', name, start: range.start, end, value, append, ...natureOf(words, declaration) });
  }
}

/** Records a script that can not be read before variables are known: `eval "$COMMAND"`. */
export function recordUnknownScript(scan: Scan, words: readonly Word[], assignments: readonly PosixAssignment[]): void {
  pushCommand(scan, words, assignments, none);
}

/** Records what a command that does not start imapsync does to variables, or that a variable may make it start imapsync. */
export function recordCommand(
  scan: Scan,
  words: readonly Word[],
  assignments: readonly PosixAssignment[],
  placeholders: readonly TextRange[],
): void {
  const head = words[0]!;
  const { start } = head.range;
  const name = head.value;
  if (name === null) {
    pushCommand(scan, words, assignments, placeholders);
    return;
  }
  if (name === 'command' || name === 'builtin') {
    const at = skipOptions(words, 1, { letters: '' });
    const effect = effects.get(words[at]?.value ?? '');
    if (effect !== undefined) {
      effect(scan, words.slice(at), assignments);
      return;
    }
  }
  // Assignments in front of these last in some shells.
  if (lasting.has(name)) for (const assignment of assignments) forgetVariable(scan, assignment.name, start);
  const effect = effects.get(name);
  if (effect !== undefined) effect(scan, words, assignments);
  else if (isLauncher(name)) {
    if (words.some(holdsVariable)) pushCommand(scan, words, assignments, placeholders);
  } else if (canBeCalled(name)) {
    const assigned = assignments.map((assignment) => stepOf(assignment, true)).filter((step) => step.kind === 'assign');
    scan.steps.push({ kind: 'call', name, words: words.slice(1), assigned, start });
  }
}

/** Whether the calls of a function with this name are recorded. */
export function canBeCalled(name: string | null): boolean {
  return name !== null && !name.includes('/') && !harmless.has(name) && !effects.has(name) && !isLauncher(name);
}

/** Whether a command of this name does something to variables, or runs what its words name. */
export function hasEffect(name: string): boolean {
  return name === 'eval' || name === 'command' || name === 'builtin' || effects.has(name);
}

function pushCommand(
  scan: Scan,
  words: readonly Word[],
  assignments: readonly PosixAssignment[],
  placeholders: readonly TextRange[],
): void {
  const { start } = words[0]!.range;
  // What a variable names in a text that is read twice is not looked up.
  if (scan.embedded !== null) {
    if (words[0]!.value === 'eval') forgetVariable(scan, null, start);
    return;
  }
  const step = { kind: 'command', words, assignments, incomplete: scan.broken, start } as const;
  const slips = findSlips(scan, words[words.length - 1]!.range, placeholders);
  scan.steps.push(slips === null ? step : { ...step, slips });
}

function holdsVariable({ pieces, value }: Word): boolean {
  return value === null && pieces.some((piece) => piece.kind === 'dynamic' && piece.what === 'variable');
}

function stepOf(
  { name, range, value, append, subscript, elements }: PosixAssignment,
  local: boolean,
): AssignStep | { readonly kind: 'forget'; readonly name: string; readonly start: number } {
  const { start, end } = range;
  const assigned = elements === undefined ? value : listOf(elements);
  if (subscript || assigned === null) return { kind: 'forget', name, start };
  return { kind: 'assign', name, start, end, value: assigned, append, local };
}

/** The elements of an array; null where they name their places (`[2]=x`). */
function listOf(elements: readonly Word[]): readonly Word[] | null {
  return elements.some(namesPlace) ? null : elements;
}

/** Whether an element may begin with `[…]=`, which quotes would take the meaning of. */
function namesPlace({ pieces: [first] }: Word): boolean {
  if (first?.kind === 'dynamic') return first.what === 'glob';
  return first?.verbatim === true && !first.quoted && first.value.startsWith('[');
}

type Effect = (scan: Scan, words: readonly Word[], assignments: readonly PosixAssignment[]) => void;

/** Commands that declare variables, and whether a function keeps them to itself. */
const declarations = new Map<string, 'local' | 'global'>([
  ['export', 'global'],
  ['readonly', 'global'],
  ['local', 'local'],
  ['declare', 'local'],
  ['typeset', 'local'],
]);

/** Whether a declaration gives its variables no nature that changes what they hold (`-i`, `-u`, `-n` …). */
function isPlainDeclaration(words: readonly Word[]): boolean {
  return words.every(({ value }, index) => index === 0 || value === null || /^(?:[^-+].*|-[axrgp]*|--)?$/s.test(value));
}

/** Where the variables of a declaration are seen, and whether they can change. */
function natureOf(
  words: readonly Word[],
  declaration: 'local' | 'global' | undefined,
): Pick<AssignStep, 'local' | 'global' | 'constant'> {
  const has = (letter: string) =>
    words.some(({ value }) => value !== null && /^-\w/.test(value) && value.includes(letter));
  const global = declaration === 'local' && has('g');
  return {
    local: declaration === 'local' && !global,
    ...(global ? { global } : {}),
    ...(words[0]!.value === 'readonly' || has('r') ? { constant: true } : {}),
  };
}

const declare: Effect = (scan, words) => {
  const kind = words[0]!.value!;
  if (kind === 'export' && words.some(({ value }) => value === '-f')) {
    for (const { value, range } of words.slice(1)) {
      if (value !== null && value !== '-f') {
        scan.steps.push({ kind: 'call', name: value, words: null, assigned: [], start: range.start });
      }
    }
    return;
  }
  const nature = natureOf(words, declarations.get(kind));
  const plain = isPlainDeclaration(words);
  const isArray = words.some(({ value }) => value !== null && /^-\w*[aA]/.test(value));
  const declared = new Set<string>();
  const isReference = words.some(({ value }) => value !== null && /^-\w*n/.test(value));
  for (const word of words.slice(1)) {
    const { start, end } = word.range;
    const prefix = knownPrefix(word);
    if (prefix.startsWith('-')) continue;
    const match = /^([A-Za-z_]\w*)(\+?=)?/.exec(prefix);
    // `declare "x_$y=1"` may mean any variable.
    if (match === null || (match[2] === undefined && word.value === null)) {
      forgetVariable(scan, null, start);
      continue;
    }
    const [operator, name, assigns] = match;
    const value = assigns === undefined || !plain ? null : wordFrom(word, operator.length);
    // All words are expanded before the first variable is declared, and of an array one word can be all elements.
    const known = value !== null && !uses(value, declared) && !(isArray && !/^[^(]/.test(knownPrefix(value)));
    declared.add(name!);
    if (known) scan.steps.push({ kind: 'assign', name: name!, start, end, value, append: assigns === '+=', ...nature });
    else if (!plain) scan.steps.push({ kind: 'forget', name: isReference ? null : name!, forever: true, start });
    else if (assigns !== undefined || prefix !== name) forgetVariable(scan, name!, start);
    // `local x` hides what x holds outside.
    else if (nature.local) {
      scan.steps.push({
        kind: 'assign',
        name: name!,
        start,
        end,
        value: null,
        append: false,
        declares: true,
        ...nature,
      });
    }
  }
};

function uses({ pieces }: Word, names: ReadonlySet<string>): boolean {
  return pieces.some((piece) => piece.kind === 'dynamic' && piece.name !== undefined && names.has(piece.name));
}

/** The part of a word from `length` characters of its first piece on, as an assigned value; null where that is no text. */
function wordFrom(word: Word, length: number): Word | null {
  const [first, ...rest] = word.pieces;
  if (first?.kind !== 'text' || !first.verbatim || first.quoted || first.value.length < length) return null;
  const start = first.range.start + length;
  const pieces = rest.map((piece) => (piece.kind === 'text' ? piece : { ...piece, open: false }));
  const head = { ...first, value: first.value.slice(length), range: { start, end: first.range.end } };
  const range = { start, end: word.range.end };
  return makeWord(range, head.value === '' ? pieces : [head, ...pieces], word.quote);
}

const forgetNames =
  (letters: string): Effect =>
  (scan, words) => {
    const first = skipOptions(words, 1, { letters });
    for (const word of words.slice(first)) forgetVariable(scan, plainName(word), word.range.start);
  };

/** The variable that a word names; null where only the shell knows. */
function plainName({ value }: Word): string | null {
  return value === null ? null : (/^[A-Za-z_]\w*/.exec(value)?.[0] ?? '');
}

const read: Effect = (scan, words, assignments) => {
  let array: string | null | undefined;
  const first = skipOptions(words, 1, { letters: 'adinNptu' }, ({ name, value }) => {
    if (name === '-a') array = value;
  });
  const { start } = words[0]!.range;
  if (array !== undefined) forgetVariable(scan, array, start);
  const names = words.slice(first).map(plainName);
  const certain = names.filter((name) => name !== null && name !== '');
  if (certain.length < names.length) forgetVariable(scan, null, start);
  const separator = assignments.find(({ name }) => name === 'IFS');
  const separators = separator === undefined ? ' \t\n' : separator.value.value;
  if (certain.length > 0) scan.steps.push({ kind: 'columns', names: certain as string[], separators, start });
  else if (array === undefined) forgetVariable(scan, 'REPLY', start);
};

/** Defines an empty function, so that calls can not be followed that may run another body. */
function forgetFunction(scan: Scan, name: string | null, start: number): void {
  if (name === null) return;
  scan.steps.push({ kind: 'open', block: 'function', name, start }, { kind: 'close', start });
}

const unset: Effect = (scan, words) => {
  const { start: first } = words[0]!.range;
  if (words.some(({ value }) => value === '-f')) {
    for (const { value } of words.slice(2)) forgetFunction(scan, value, first);
    return;
  }
  const isReference = words.some(({ value }) => value === '-n');
  for (const word of words.slice(1)) {
    const { start, end } = word.range;
    const name = plainName(word);
    if (name === null || word.value !== name || isReference) forgetVariable(scan, name, start);
    else scan.steps.push({ kind: 'assign', name, start, end, value: null, append: false, local: false });
  }
};

/** `set -- a b`, `set -e`, `set a b`: from the first word that is no option on, the words become the arguments. */
const set: Effect = (scan, words) => {
  const { start } = words[0]!.range;
  let index = 1;
  for (; index < words.length; index++) {
    const { value } = words[index]!;
    if (value === null || !/^[-+]/.test(value)) break;
    if (value === '--') {
      scan.steps.push({ kind: 'arguments', words: words.slice(index + 1), start });
      return;
    }
    if (value === '-' || value === '+') continue;
    if (/^[-+]\w*o$/.test(value)) index++;
  }
  if (index < words.length) scan.steps.push({ kind: 'arguments', words: words.slice(index), start });
};

const shift: Effect = (scan, words) => {
  const { start } = words[0]!.range;
  const count = words[1] === undefined ? '1' : words[1].value;
  const known = count !== null && /^\d{1,4}$/.test(count);
  scan.steps.push(
    known ? { kind: 'arguments', words: [], shift: Number(count), start } : { kind: 'arguments', words: null, start },
  );
};

/** A handler may give variables their values, or call a function, at any time. */
const trap: Effect = (scan, words) => {
  const { start } = words[0]!.range;
  const handler = (words[1]?.pieces ?? []).map((piece) => (piece.kind === 'text' ? piece.value : ' ')).join('');
  for (const [, name, assigns] of handler.matchAll(/([A-Za-z_][\w-]*)(\+?=)?/g)) {
    if (assigns !== undefined) scan.steps.push({ kind: 'forget', name: name!, forever: true, start });
    else scan.steps.push({ kind: 'call', name: name!, words: null, assigned: [], start });
  }
};

/** An option names the variable. */
const forgetOptionValue =
  (letter: string): Effect =>
  (scan, words) => {
    skipOptions(words, 1, { letters: letter }, ({ name, valueIndex }) => {
      const target = words[valueIndex];
      if (name !== `-${letter}`) return;
      forgetVariable(scan, target === undefined ? null : plainName(target), words[0]!.range.start);
    });
  };

const source: Effect = (scan, words) => forgetVariable(scan, null, words[0]!.range.start);

const letArithmetic: Effect = (scan, words) => {
  forgetArithmetic(scan, words[0]!.range.start, words.at(-1)!.range.end);
};

const leave =
  (block: 'function' | 'loop'): Effect =>
  (scan, words) => {
    scan.steps.push({ kind: 'leave', block, start: words[0]!.range.start });
  };

const effects = new Map<string, Effect>([
  ['return', leave('function')],
  ['break', leave('loop')],
  ['continue', leave('loop')],
  ...[...declarations.keys()].map((name): [string, Effect] => [name, declare]),
  ['read', read],
  ['mapfile', forgetNames('cCdnOsu')],
  ['readarray', forgetNames('cCdnOsu')],
  [
    'getopts',
    (scan, words) => forgetVariable(scan, words[2] === undefined ? null : plainName(words[2]), words[0]!.range.start),
  ],
  ['printf', forgetOptionValue('v')],
  ['wait', forgetOptionValue('p')],
  ['unset', unset],
  ['let', letArithmetic],
  ['source', source],
  ['.', source],
  ['set', set],
  ['shift', shift],
  ['trap', trap],
]);

/** POSIX's special built-in utilities (POSIX.1-2017, Shell Command Language, 2.14). */
const lasting = new Set(
  'break : continue . eval exec exit export readonly return set shift times trap unset'.split(' '),
);

/** Commands met everywhere that are no functions of anybody and change no variable. */
const harmless = new Set(
  ': [ cat cd chmod cp cut date dirname echo exit false find grep head kill ls mkdir mv pwd rm sed shopt sleep sort tail tee test touch tr true umask wc'.split(
    ' ',
  ),
);
