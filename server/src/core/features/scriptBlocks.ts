import type { TokenStep } from '../syntax/flow.js';
import type { Flow } from '../syntax/source.js';
import { escapeRegExp } from '../text/escapeRegExp.js';
import type { TextRange } from '../text/range.js';

/** A construct of a script that holds commands: a function, a loop, `if … fi`, a group in braces or parentheses. */
export interface ScriptBlock {
  /** Of a function. */
  readonly name: string | null;
  /** From the sign or word that opens it to the end of the one that closes it. */
  readonly range: TextRange;
}

const closers: Partial<Record<TokenStep['token'], TokenStep['token']>> = {
  fi: 'if',
  done: 'loop',
  esac: 'case',
  '}': '{',
  ')': '(',
};
const openers: ReadonlySet<TokenStep['token']> = new Set(Object.values(closers));

interface Open {
  readonly opener: TokenStep['token'] | 'block';
  readonly name: string | null;
  readonly start: number;
}

/** The blocks of a script that are closed, in the order in which they begin. */
export function scriptBlocks({ steps, distances }: Flow): readonly ScriptBlock[] {
  const blocks: ScriptBlock[] = [];
  const stack: Open[] = [];
  let head: { readonly name: string; readonly start: number } | null = null;
  const close = (opener: Open['opener'], end: number): void => {
    const index = stack.findLastIndex((open) => open.opener === opener);
    if (index < 0) return;
    const { name, start } = stack[index]!;
    stack.length = index;
    blocks.push({ name, range: { start, end } });
  };
  steps.forEach((step, index) => {
    const start = step.start + distances[index]!;
    if (step.kind === 'open') {
      stack.push({ opener: 'block', name: step.block === 'function' ? (step.name ?? null) : null, start });
    } else if (step.kind === 'close') close('block', start);
    else if (step.kind !== 'token') head = null;
    else if (step.token === 'function') head = { name: step.name ?? '', start };
    else if (openers.has(step.token)) {
      stack.push({ opener: step.token, name: head?.name ?? null, start: head?.start ?? start });
      head = null;
    } else {
      const opener = closers[step.token];
      if (opener !== undefined) close(opener, start + step.token.length);
    }
  });
  return blocks.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}

/** How far behind the beginning of a function its name is looked for. */
const furthestName = 200;

/** Where the name of a function stands; the place where the function begins, where it is not written as it is. */
export function functionName(text: string, { name, range: { start } }: ScriptBlock): TextRange {
  const head = text.slice(start, start + furthestName).toLowerCase();
  const at = name === null ? -1 : head.search(new RegExp(`(?<![\\w-])${escapeRegExp(name.toLowerCase())}(?![\\w-])`));
  return at < 0 ? { start, end: start } : { start: start + at, end: start + at + name!.length };
}
