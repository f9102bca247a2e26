import type { ValueKind } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { quoteWord } from '../syntax/quote.js';
import type { DynamicPiece, Word } from '../syntax/word.js';
import type { TextChange } from '../text/edit.js';
import { defineRule, type RuleContext } from './rule.js';

/** Launchers that hand their words to another shell, which expands them a second time. */
const secondShells =
  /^(?:.*\/)?(?:ba|da|z|k)?sh$|^(?:.*\/)?(?:parallel|ssh|su|eval|screen|tmux|watch|script|flock|nix|nix-shell)$/;

const wholeVariable = /^\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\})$/;
const anyVariable = /\$(?:[A-Za-z_]\w+|\{[A-Za-z_]\w*\})/;

/** Values in which a dollar sign and a name are a variable, be there something else around it. */
const nameKinds: ReadonlySet<ValueKind | null> = new Set<ValueKind>(['host', 'login', 'file', 'dir', 'email']);

export const wrongQuotes = defineRule({
  id: 'wrong-quotes',
  severity: 'warning',
  category: 'usage',
  summary: 'Quotes let the shell expand what is meant for imapsync, or keep it from expanding what is not.',
  dialects: ['posix', 'profile'],
  messages: {
    capture:
      'In double quotes the shell puts its own argument in the place of {written}, nothing where it has none: imapsync will not get what the pattern of {option} captured. Put a backslash before the dollar sign, or use single quotes.',
    literal:
      'In single quotes the shell leaves {written} alone: imapsync will take it as it stands for the value of {option}. Use double quotes.',
    noVariables:
      'A profile has no variables: imapsync will take {written} as it stands for the value of {option}. Write the value itself.',
  },
  check(invocation, context) {
    const { words, embedded } = invocation.syntax;
    if (embedded !== undefined) return;
    for (const use of invocation.uses) {
      if (use.valueWordIndex === null) continue;
      const word = words[use.valueWordIndex]!;
      if (word.origin !== undefined) continue;
      if (use.value === null) {
        if (word.quote === 'double') checkCaptures(invocation, use, word, context);
      } else if (use.value.includes('$')) checkLiteral(invocation, use, word, use.value, context);
    }
  },
});

/** `"s/(.*)/$1/"`: a number that is no argument of the script but a group of the pattern before it. */
function checkCaptures(invocation: Invocation, use: OptionUse, word: Word, context: RuleContext): void {
  if (invocation.dialect !== 'posix' || findOption(use.name)?.valueKind !== 'perl-op') return;
  const { text } = context;
  const written = text.slice(word.range.start, word.range.end);
  // Who escapes one dollar sign knows what the others do.
  if (written.includes('\\$')) return;
  let before = '';
  const captures: DynamicPiece[] = [];
  for (const piece of word.pieces) {
    if (piece.kind === 'text') before += piece.value;
    else if (isCapture(piece) && groupsBefore(before) >= Number(piece.name)) captures.push(piece);
    else return;
  }
  const [first] = captures;
  if (first === undefined) return;
  const { range } = first;
  context.report({
    range,
    message: 'capture',
    severity: 'error',
    data: { written: text.slice(range.start, range.end), option: use.spelled },
    suggestions: () => [
      {
        title: 'Put a backslash before the dollar sign',
        edits: captures.map(({ range: { start } }): TextChange => ({ range: { start, end: start }, newText: '\\' })),
      },
      ...singleQuotes(word, written),
    ],
  });
}

function isCapture({ what, name }: DynamicPiece): boolean {
  return what === 'variable' && name !== undefined && /^[1-9]$/.test(name);
}

/** How many groups the pattern of a substitution opens, where `text` reaches into its replacement; 0 where it does not. */
function groupsBefore(text: string): number {
  const pattern =
    /^\s*s([^\w\s\\{([<])((?:\\.|(?!\1)[^\\])*)\1/s.exec(text)?.[2] ??
    /^\s*s([{([<])(.*)[})\]>]\s*[{([<]/s.exec(text)?.[2] ??
    '';
  return pattern.match(/(?<!\\)(?:\\\\)*\((?!\?)/g)?.length ?? 0;
}

function singleQuotes(word: Word, written: string): readonly { title: string; edits: readonly TextChange[] }[] {
  const inner = written.slice(1, -1);
  const isPlain = written.startsWith('"') && written.endsWith('"') && !/["'\\`]/.test(inner);
  if (!isPlain) return [];
  return [{ title: 'Change to single quotes', edits: [{ range: word.range, newText: `'${inner}'` }] }];
}

function checkLiteral(invocation: Invocation, use: OptionUse, word: Word, value: string, context: RuleContext): void {
  const fact = findOption(use.name);
  if (fact === undefined || fact.secret || fact.valueKind === 'perl-op' || fact.valueKind === 'perl-pattern') return;
  const match = (nameKinds.has(fact.valueKind) ? anyVariable : wholeVariable).exec(value);
  if (match === null) return;
  const range = use.valueRange ?? word.range;
  const data = { written: match[0], option: use.spelled };
  if (invocation.dialect === 'profile') {
    context.report({ range, message: 'noVariables', data });
    return;
  }
  if (invocation.dialect !== 'posix' || word.quote !== 'single') return;
  const { launcher } = invocation.syntax;
  if (launcher.some((each) => each.value === null || secondShells.test(each.value))) return;
  context.report({
    range,
    message: 'literal',
    data,
    suggestions: () =>
      use.valueWordIndex === use.wordIndex || /["`\\]/.test(value)
        ? []
        : [{ title: 'Change to double quotes', edits: [{ range: word.range, newText: unescaped(value) }] }],
  });
}

/** The value in double quotes, its dollar signs left to the shell. */
function unescaped(value: string): string {
  return quoteWord(value, 'posix', 'double').replaceAll('\\$', '$');
}
