import type { Analysis } from '../analysis.js';
import type { FlowStep } from '../syntax/flow.js';
import type { Word } from '../syntax/word.js';
import { escapeRegExp } from '../text/escapeRegExp.js';
import { type TextRange, touches } from '../text/range.js';
import { invocationAt } from './place.js';

/** A variable by its name, as the shell compares names, and where it stands. */
export interface Variable {
  readonly name: string;
  readonly range: TextRange;
}

/** A place that gives a variable a value. */
export interface Definition {
  /** The whole assignment, or the command that gives the value. */
  readonly range: TextRange;
  /** The name in it, or the text that is handed over. */
  readonly nameRange: TextRange;
}

/** How the shells write what a variable holds. Arguments (`$1`, `%1`) are left out: each function has others. */
const references: Readonly<Record<string, RegExp>> = {
  posix: /(?<!\\)\$(?:([A-Za-z_]\w*)|\{[#!]?([A-Za-z_]\w*)[^{}\n]*\})/g,
  cmd: /%%~?[a-z]*?([A-Za-z?])(?!\w)|[%!]([^%!\s=:"&|<>^\d][^%!\s=:"&|<>^]*)(?::[^%!\n]*)?[%!]/g,
  powershell: /(?<!`)(?:\$|(?<![\w.])@)(?:(\w+(?::\w+)?)|\{([^{}\n]+)\})/g,
};

/** The variable at `offset`: one used or given a value there; null where there is none. */
export function variableAt(analysis: Analysis, offset: number): Variable | null {
  return usedAt(analysis, offset) ?? definedAt(analysis, offset);
}

function usedAt(analysis: Analysis, offset: number): Variable | null {
  const { source } = analysis;
  const invocation = invocationAt(analysis, offset);
  if (invocation !== null) {
    const { syntax, dialect } = invocation;
    for (const word of syntax.written?.words ?? syntax.words) {
      const used = usedIn(word, dialect, offset);
      if (used !== null) return used;
    }
  }
  if (source.flow === undefined || isInComment(analysis, offset)) return null;
  const { start, end } = lineAround(source.text, offset);
  return referencesIn(source.text, { start, end }, source.dialect).find(({ range }) => touches(range, offset)) ?? null;
}

function usedIn({ pieces, value, range }: Word, dialect: string, offset: number): Variable | null {
  if (value !== null || !touches(range, offset)) return null;
  for (const piece of pieces) {
    if (piece.kind === 'text' || piece.what !== 'variable' || piece.name === undefined) continue;
    if (touches(piece.range, offset)) return { name: comparable(piece.name, dialect), range: piece.range };
  }
  return null;
}

function definedAt(analysis: Analysis, offset: number): Variable | null {
  const found = definitions(analysis, { offset }).find(({ nameRange }) => touches(nameRange, offset));
  return found === undefined ? null : { name: found.name, range: found.nameRange };
}

/** As about_Scopes lists them; `env:` is another place altogether. */
const powershellScope = /^(?:global|local|private|script|using|variable):/;

/** The name as the shell of `dialect` compares it; of a property (`$account.user1`) that of its object. */
function comparable(name: string, dialect: string): string {
  if (dialect === 'powershell') return name.toLowerCase().replace(/\..*$/s, '').replace(powershellScope, '');
  // Names of loops are one letter, and their case counts.
  return dialect === 'cmd' && !name.startsWith('%%') ? name.toLowerCase() : name;
}

export interface NamedDefinition extends Definition {
  readonly name: string;
}

/** Which definitions are looked for: of a variable, or those that may stand around an offset. */
export interface Wanted {
  readonly name?: string;
  readonly offset?: number;
}

/** What gives variables values in a script, in the order of the text. */
export function definitions({ source }: Analysis, { name: wanted, offset }: Wanted): readonly NamedDefinition[] {
  const { flow, text, dialect } = source;
  const found: NamedDefinition[] = [];
  flow?.steps.forEach((step, index) => {
    if (step.kind !== 'assign' && step.kind !== 'columns' && step.kind !== 'forget') return;
    const start = step.start + flow.distances[index]!;
    if (offset !== undefined && (start > offset || start + furthestName < offset)) return;
    const names = step.kind === 'columns' ? step.names : step.name === null ? [] : [step.name];
    if (wanted !== undefined && !names.includes(wanted)) return;
    let from = start;
    for (const name of names) {
      const nameRange = name === '' ? null : nameIn(text, from, name, step, dialect);
      if (nameRange === null) continue;
      if (step.kind === 'columns' && dialect === 'posix') from = nameRange.end;
      if (wanted !== undefined && name !== wanted) continue;
      const end = step.kind === 'assign' ? step.end + flow.distances[index]! : nameRange.end;
      found.push({ name, range: { start, end: Math.max(end, nameRange.end) }, nameRange });
    }
  });
  return found;
}

/** How far behind the beginning of a command the name of its variable is looked for. */
const furthestName = 400;

/** Where a step names the variable, its sign left out; null where it does not name it. */
function nameIn(text: string, start: number, name: string, step: FlowStep, dialect: string): TextRange | null {
  const loop = /^%%(.)$/.exec(name)?.[1];
  const stretch = text.slice(start, start + furthestName);
  // `tokens=1-4 … %%a`: only the first of its variables is named.
  if (loop !== undefined && dialect === 'cmd') {
    const first = /%%?\w(?=\s+in\b)/i.exec(stretch);
    return first === null ? null : { start: start + first.index, end: start + first.index + first[0].length };
  }
  const line = step.kind === 'columns' ? stretch : (/^.*/.exec(stretch)?.[0] ?? '');
  const flags = dialect === 'posix' ? '' : 'i';
  const match = new RegExp(`(?<![\\w${dialect === 'posix' ? '$' : ''}-])${escapeRegExp(name)}(?!\\w)`, flags).exec(
    line,
  );
  return match === null ? null : { start: start + match.index, end: start + match.index + name.length };
}

/** Every place in the file where a variable is used; in a script all that is written so, wherever it stands. */
export function uses(analysis: Analysis, variable: Variable): readonly TextRange[] {
  const { source } = analysis;
  if (source.flow === undefined || isArgument.test(variable.name)) return usesOnCommand(analysis, variable);
  const whole = { start: 0, end: source.text.length };
  return referencesIn(source.text, whole, source.dialect)
    .filter(({ name, range }) => name === variable.name && !isInComment(analysis, range.start))
    .map(({ range }) => range);
}

/** `$1`, `$@`, `%1` */
const isArgument = /^(?:\d+|[@*])$/;

/** In a file that holds scripts nobody can tell from outside how far each of them reaches: one command is certain. */
function usesOnCommand(analysis: Analysis, { name, range }: Variable): readonly TextRange[] {
  const invocation = invocationAt(analysis, range.start);
  if (invocation === null) return [];
  const { syntax, dialect } = invocation;
  return (syntax.written?.words ?? syntax.words).flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      const isUse = piece.kind === 'dynamic' && piece.what === 'variable' && piece.name !== undefined;
      return isUse && comparable(piece.name!, dialect) === name ? [piece.range] : [];
    }),
  );
}

function referencesIn(text: string, { start, end }: TextRange, dialect: string): readonly Variable[] {
  const pattern = references[dialect];
  if (pattern === undefined) return [];
  const found: Variable[] = [];
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const at = start + match.index;
    const [all, short, long] = match;
    const name = dialect === 'cmd' && all.startsWith('%%') ? `%%${short}` : (short ?? long ?? '');
    found.push({ name: comparable(name, dialect), range: { start: at, end: at + all.length } });
  }
  return found;
}

function lineAround(text: string, offset: number): TextRange {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
}

function isInComment({ source: { comments } }: Analysis, offset: number): boolean {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comments[middle]!.range.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low > 0 && offset < comments[low - 1]!.range.end;
}
