import type { Analysis } from '../analysis.js';
import type { TextRange } from '../text/range.js';
import { summarise } from './invocationSummary.js';
import { functionName, type ScriptBlock, scriptBlocks } from './scriptBlocks.js';

/** One entry in the outline of a file. */
export interface OutlineSymbol {
  readonly kind: 'command' | 'row' | 'function';
  /** `alice@mail.example → alice@example.org`, or the name of a function. */
  readonly name: string;
  /** `dry run`, `real run · deletes on the destination` …; of a function how many commands it holds. */
  readonly detail: string;
  readonly range: TextRange;
  /** Where the command's name stands. */
  readonly selectionRange: TextRange;
  readonly children: readonly OutlineSymbol[];
}

/**
 * The command lines of a file by the accounts they join, those of a function in it; `options_extra.txt` holds none.
 * Functions without a command line are left out.
 */
export function documentSymbols(analysis: Analysis): readonly OutlineSymbol[] {
  const { source, invocations } = analysis;
  if (source.dialect === 'options-extra') return [];
  const commands = invocations.map((invocation): OutlineSymbol => {
    const { accounts, mode, deletions } = summarise(invocation);
    return {
      kind: invocation.syntax.table === undefined ? 'command' : 'row',
      name: accounts,
      detail: [mode, ...deletions].join(' · '),
      range: invocation.range,
      selectionRange: invocation.headRange,
      children: [],
    };
  });
  const functions = source.flow === undefined ? [] : scriptBlocks(source.flow).filter(({ name }) => name);
  return functions.length === 0 ? commands : underFunctions(commands, functions, source.text);
}

function underFunctions(
  commands: readonly OutlineSymbol[],
  functions: readonly ScriptBlock[],
  text: string,
): readonly OutlineSymbol[] {
  const symbols: OutlineSymbol[] = [];
  let next = 0;
  for (let index = 0; index < commands.length; ) {
    const command = commands[index]!;
    while (next < functions.length && functions[next]!.range.end <= command.range.start) next++;
    const block = functions[next];
    if (block === undefined || block.range.start > command.range.start) {
      symbols.push(command);
      index++;
      continue;
    }
    const children: OutlineSymbol[] = [];
    while (index < commands.length && commands[index]!.range.start < block.range.end) children.push(commands[index++]!);
    const { start, end } = block.range;
    const selectionRange = functionName(text, block);
    symbols.push({
      kind: 'function',
      name: text.slice(selectionRange.start, selectionRange.end) || block.name!,
      detail: children.length === 1 ? '1 imapsync command' : `${children.length} imapsync commands`,
      range: { start, end: Math.max(end, children.at(-1)!.range.end) },
      selectionRange,
      children,
    });
  }
  return symbols;
}
