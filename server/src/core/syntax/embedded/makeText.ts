import type { EmbeddedText } from '../embeddedText.js';

/** The variables whose value is certain, with the offset behind which they hold it. */
export type MakeVariables = ReadonlyMap<string, { readonly value: string; readonly from: number }>;

const definition =
  /^[ ]*(?:(?:export|override|private)[ \t]+)*([\w.-]+)[ \t]*(::?=|:::=|=|\?=|\+=|!=)[ \t]*([^\r\n]*)/gm;

/**
 * The variables that a Makefile sets once, outside conditionals, to one plain word. A value of several words is left to
 * make: each of them would have to stand in the place where the variable is used.
 */
export function readMakeVariables(text: string): MakeVariables {
  const variables = new Map<string, { value: string; from: number }>();
  const conditional = /^[ ]*(?:ifn?(?:eq|def)|-?include|define)\b/m.test(text);
  if (conditional) return variables;
  const several = new Set<string>();
  for (const { 1: name, 2: operator, 3: rest, 0: whole, index } of text.matchAll(definition)) {
    const value = rest!.replace(/[ \t]#.*$/, '').trim();
    if (variables.has(name!) || several.has(name!) || !/^[:=]+$/.test(operator!) || !/^[\w./-]+$/.test(value)) {
      variables.delete(name!);
      several.add(name!);
    } else variables.set(name!, { value, from: index + whole.length });
  }
  return variables;
}

/**
 * Adds `[start, end)` as the shell gets it: `$$` is one dollar sign, a variable or function of make is known to make only.
 * Answers what was put in, with `?` for what is not known.
 */
export function addMakeText(
  script: EmbeddedText,
  text: string,
  start: number,
  end: number,
  variables: MakeVariables,
): string {
  let put = '';
  let run = start;
  let position = start;
  // Looking for the next one in the whole text would take long where there are none.
  const part = text.slice(start, end);
  while (position < end) {
    const dollar = start + part.indexOf('$', position - start);
    if (dollar < position || dollar + 1 >= end) break;
    const next = text[dollar + 1]!;
    if (next === '\r' || next === '\n') {
      position = dollar + 1;
      continue;
    }
    script.addVerbatim(text, run, dollar);
    if (next === '$') {
      position = dollar + 2;
      script.addEscape('$', { start: dollar, end: position });
    } else {
      position = next === '(' || next === '{' ? closing(text, dollar + 1, end) : dollar + 2;
      const name = next === '(' || next === '{' ? text.slice(dollar + 2, position - 1) : next;
      const range = { start: dollar, end: position };
      const known = variables.get(name);
      const value = known !== undefined && known.from <= start ? known.value : null;
      put += ` ${value ?? '?'}`;
      if (value !== null) script.addEscape(value, range);
      else script.addDynamic({ kind: 'dynamic', what: 'variable', range, quoted: false, open: true });
    }
    run = position;
  }
  script.addVerbatim(text, run, end);
  return put;
}

/** The offset behind the parenthesis or brace that closes the one at `open`; `end` where none does. */
function closing(text: string, open: number, end: number): number {
  const [opener, closer] = text[open] === '(' ? '()' : '{}';
  let depth = 0;
  for (let position = open; position < end; position++) {
    if (text[position] === opener) depth++;
    else if (text[position] === closer && --depth === 0) return position + 1;
  }
  return end;
}
