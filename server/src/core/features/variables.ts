import type { Analysis } from '../analysis.js';
import type { Invocation } from '../model/invocation.js';
import type { Word } from '../syntax/word.js';
import { intersects, type TextRange, touches } from '../text/range.js';
import { heldAt, holdersOf, placesOf, valueNamedAt } from './heldVariables.js';
import { invocationAt } from './place.js';
import { scriptBlocks } from './scriptBlocks.js';
import { type Definition, definitions, type NamedDefinition } from './variableDefinitions.js';

/** A variable by its name, as the shell compares names, and where it stands. */
export interface Variable {
  readonly name: string;
  readonly range: TextRange;
}

/** How the shells write what a variable holds. Arguments (`$1`, `%1`) are left out: each function has others. */
const references: Readonly<Record<string, RegExp>> = {
  posix: /(?<!\\)\$(?:([A-Za-z_]\w*)|\{[#!]?([A-Za-z_]\w*)[^{}\n]*\})/g,
  cmd: /%%~?[a-z]*?([A-Za-z?])(?!\w)|[%!]([^%!\s=:"&|<>^\d][^%!\s=:"&|<>^]*)(?::[^%!\n]*)?[%!]/g,
  powershell: /(?<!`)(?:\$|(?<![\w.])@)(?:(\w+(?::\w+)?)|\{([^{}\n]+)\})/g,
};

/** `$1`, `$@`, `%1` */
const isArgument = /^(?:\d+|[@*])$/;

/** The variable at `offset`: one used or given a value there; null where there is none. */
export function variableAt(analysis: Analysis, offset: number): Variable | null {
  return usedAt(analysis, offset) ?? definedAt(analysis, offset);
}

function usedAt(analysis: Analysis, offset: number): Variable | null {
  const { source } = analysis;
  const invocation = invocationAt(analysis, offset);
  const used = invocation === null ? undefined : usedOn(invocation).find(({ range }) => touches(range, offset));
  if (used !== undefined) return used;
  if (source.flow === undefined || isInComment(analysis, offset)) return null;
  const line = lineAround(source.text, offset);
  return referencesIn(source.text, line, source.dialect).find(({ range }) => touches(range, offset)) ?? null;
}

/** The variables on a command line, as they are written there. */
function usedOn({ syntax, dialect }: Invocation): readonly Variable[] {
  return (syntax.written?.words ?? syntax.words).flatMap(({ pieces, value }: Word) =>
    value !== null
      ? []
      : pieces.flatMap((piece) =>
          piece.kind === 'text' || piece.what !== 'variable' || piece.name === undefined
            ? []
            : [{ name: comparable(piece.name, dialect), range: piece.range }],
        ),
  );
}

function definedAt(analysis: Analysis, offset: number): Variable | null {
  if (analysis.source.flow === undefined) {
    const value = valueNamedAt(analysis, offset);
    return value === null ? null : { name: comparable(value.name, value.dialect), range: value.nameRange };
  }
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

/**
 * What gives the variable its value. In a script that is all that assigns to it where it is seen; where the script is a
 * part of a file of another format, or hands the value over as an argument, the place where its text stands.
 */
export function definitionsOf(analysis: Analysis, variable: Variable): readonly Definition[] {
  const named = isArgument.test(variable.name) ? [] : inScope(analysis, variable);
  if (named.length > 0) return named;
  const { name, range } = variable;
  const held = heldAt(analysis, range.start);
  return placesOf(analysis, held.length > 0 ? held : (valueNamedAt(analysis, range.start)?.words ?? []), name);
}

/** Every place where a variable is used; in a script all that is written so, wherever it stands. */
export function usesOf(analysis: Analysis, variable: Variable): readonly TextRange[] {
  const { source } = analysis;
  const { name, range } = variable;
  if (source.flow === undefined || isArgument.test(name)) {
    // Nobody can tell from outside how far a script in a file of another format reaches, but by what it assigns.
    const invocation = invocationAt(analysis, range.start);
    const places = definitionsOf(analysis, variable);
    const holders = holdersOf(analysis, name, places);
    const commands = holders.length > 0 ? holders : invocation === null ? [] : [invocation];
    return commands
      .flatMap(usedOn)
      .filter((other) => other.name === name)
      .map((other) => other.range);
  }
  const whole = { start: 0, end: source.text.length };
  const named = definitions(analysis, { name });
  const scopes = scopesOf(analysis, named);
  const scope = scopeAt(scopes, range.start);
  return referencesIn(source.text, whole, source.dialect)
    .filter((other) => other.name === name && !isInComment(analysis, other.range.start))
    .map((other) => other.range)
    .filter((use) => scopeAt(scopes, use.start) === scope && !named.some(({ nameRange }) => overlaps(nameRange, use)));
}

function inScope(analysis: Analysis, { name, range }: Variable): readonly Definition[] {
  const named = definitions(analysis, { name });
  const scopes = scopesOf(analysis, named);
  const scope = scopeAt(scopes, range.start);
  return named.filter(({ nameRange }) => scopeAt(scopes, nameRange.start) === scope);
}

/** The functions that keep a variable to themselves, which has these definitions. */
function scopesOf({ source: { flow } }: Analysis, named: readonly NamedDefinition[]): readonly TextRange[] {
  const locals = named.filter(({ local }) => local);
  if (flow === undefined || locals.length === 0) return [];
  return scriptBlocks(flow).flatMap(({ name, range }) =>
    name !== null && locals.some(({ nameRange }) => contains(range, nameRange)) ? [range] : [],
  );
}

/** The innermost of the functions that holds an offset. */
function scopeAt(scopes: readonly TextRange[], offset: number): TextRange | undefined {
  return scopes.findLast((scope) => touches(scope, offset));
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

function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function overlaps(a: TextRange, b: TextRange): boolean {
  return intersects(a, b) && a.start < b.end && b.start < a.end;
}
