import type { ValueKind } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import type { Dialect } from '../syntax/dialect.js';
import { quoteWord } from '../syntax/quote.js';
import type { DynamicPiece, Word } from '../syntax/word.js';
import type { TextChange } from '../text/edit.js';
import type { TextRange } from '../text/range.js';
import { defineRule, type RuleContext } from './rule.js';
import { type SingleQuotes, singleQuotesOf } from './shared/cmdSingleQuotes.js';

/** Launchers that hand their words to another shell, which expands them a second time. */
const secondShells =
  /^(?:.*\/)?(?:ba|da|z|k)?sh$|^(?:.*\/)?(?:parallel|ssh|su|eval|screen|tmux|watch|script|flock|nix|nix-shell)$/;

const wholeVariable = /^\$(?:(?:env:)?[A-Za-z_]\w*|\{[A-Za-z_]\w*\})$/;
const anyVariable = /\$(?:(?:env:)?[A-Za-z_]\w+|\{[A-Za-z_]\w*\})/;

/** Values in which a dollar sign and a name are a variable, be there something else around it. */
const nameKinds: ReadonlySet<ValueKind | null> = new Set<ValueKind>(['host', 'login', 'file', 'dir', 'email']);

export const wrongQuotes = defineRule({
  id: 'wrong-quotes',
  severity: 'warning',
  category: 'usage',
  summary: 'Quotes let the shell expand what is meant for imapsync, or keep it from expanding what is not.',
  dialects: ['posix', 'cmd', 'powershell', 'profile', 'json'],
  messages: {
    capture:
      'In double quotes the shell puts its own argument in the place of {written}, nothing where it has none: imapsync will not get what the pattern of {option} captured. Put a backslash before the dollar sign, or use single quotes.',
    variable:
      'In double quotes PowerShell puts the value of its variable {written} there, and it has none: imapsync will get nothing in place of what the pattern of {option} captured. Put a backtick before the dollar sign, or use single quotes.',
    literal:
      'In single quotes the shell leaves {written} alone: imapsync will take it as it stands for the value of {option}. Use double quotes.',
    ordinary:
      'Single quotes are ordinary characters to cmd: imapsync will get them as a part of the value. Use double quotes.',
    splitting:
      'Single quotes are ordinary characters to cmd: the blank between them separates words, so imapsync will get the rest as stray words and stop with exit code 64 before it connects. Use double quotes.',
    percent:
      'In a batch file a single percent sign begins a variable, and cmd drops one that begins none: imapsync will get the value of {option} without it. Write %%.',
    foreignVariable:
      'cmd writes variables %NAME%: imapsync will take {written} as it stands for the value of {option}. Write {variable}.',
    noShell:
      'No shell reads this list, so nothing puts in variables: imapsync will take {written} as it stands for the value of {option}. Write the value itself, or start imapsync by a shell.',
    noVariables:
      'A profile has no variables: imapsync will take {written} as it stands for the value of {option}. Write the value itself.',
  },
  check(invocation, context) {
    const { words, embedded } = invocation.syntax;
    if (embedded !== undefined) return;
    for (const quotes of singleQuotesOf(invocation, context.text)) reportSingleQuotes(invocation, quotes, context);
    for (const use of invocation.uses) {
      if (use.valueWordIndex === null) continue;
      const word = words[use.valueWordIndex]!;
      if (word.origin !== undefined) continue;
      if (invocation.dialect === 'cmd') checkPercent(use, word, context);
      if (use.value === null) {
        if (word.quote === 'double') checkCaptures(invocation, use, word, context);
      } else if (use.value.includes('$')) checkLiteral(invocation, use, word, use.value, context);
    }
  },
});

/** `"s/(.*)/$1/"`: a number that is no argument of the script but a group of the pattern before it. */
function checkCaptures(invocation: Invocation, use: OptionUse, word: Word, context: RuleContext): void {
  const { dialect } = invocation;
  const sign = dialect === 'posix' ? '\\' : dialect === 'powershell' ? '`' : null;
  if (sign === null || findOption(use.name)?.valueKind !== 'perl-op') return;
  const { text } = context;
  const written = text.slice(word.range.start, word.range.end);
  // Who escapes one dollar sign knows what the others do.
  if (written.includes(`${sign}$`)) return;
  let before = '';
  const captures: DynamicPiece[] = [];
  for (const piece of word.pieces) {
    if (piece.kind === 'text') before += piece.value;
    else if (isCapture(piece) && (dialect === 'powershell' || groupsBefore(before) >= Number(piece.name)))
      captures.push(piece);
    else return;
  }
  const [first] = captures;
  if (first === undefined) return;
  const { range } = first;
  context.report({
    range,
    message: dialect === 'posix' ? 'capture' : 'variable',
    severity: 'error',
    data: { written: text.slice(range.start, range.end), option: use.spelled },
    suggestions: () => [
      {
        title: `Put a ${dialect === 'posix' ? 'backslash' : 'backtick'} before the dollar sign`,
        edits: captures.map(({ range: { start } }): TextChange => ({ range: { start, end: start }, newText: sign })),
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
  const match = (nameKinds.has(fact.valueKind) && invocation.dialect !== 'cmd' ? anyVariable : wholeVariable).exec(
    value,
  );
  if (match === null) return;
  const range = use.valueRange ?? word.range;
  const data = { written: match[0], option: use.spelled };
  if (invocation.dialect === 'profile') {
    context.report({ range, message: 'noVariables', data });
    return;
  }
  if (invocation.dialect === 'json') {
    context.report({ range, message: 'noShell', data });
    return;
  }
  if (invocation.dialect === 'cmd') {
    reportForeignVariable(range, match[0], use, context);
    return;
  }
  if ((invocation.dialect !== 'posix' && invocation.dialect !== 'powershell') || word.quote !== 'single') return;
  const { launcher } = invocation.syntax;
  if (launcher.some((each) => each.value === null || secondShells.test(each.value))) return;
  context.report({
    range,
    message: 'literal',
    data,
    suggestions: () =>
      use.valueWordIndex === use.wordIndex || /["`\\]/.test(value)
        ? []
        : [
            {
              title: 'Change to double quotes',
              edits: [{ range: word.range, newText: unescaped(value, invocation.dialect) }],
            },
          ],
  });
}

/** The value in double quotes, its dollar signs left to the shell. */
function unescaped(value: string, dialect: Dialect): string {
  return quoteWord(value, dialect, 'double').replaceAll(dialect === 'powershell' ? '`$' : '\\$', '$');
}

function reportForeignVariable(range: TextRange, written: string, use: OptionUse, context: RuleContext): void {
  const variable = `%${written.replace(/^\$(?:env:)?\{?(\w+)\}?$/, '$1')}%`;
  const { start, end } = range;
  const at = context.text.slice(start, end).indexOf(written);
  const place = { start: start + at, end: start + at + written.length };
  context.report({
    range,
    message: 'foreignVariable',
    data: { written, option: use.spelled, variable },
    suggestions: () =>
      at < 0 ? [] : [{ title: `Change to ${variable}`, edits: [{ range: place, newText: variable }] }],
  });
}

function reportSingleQuotes(invocation: Invocation, { first, last, range }: SingleQuotes, context: RuleContext): void {
  const isRefused = invocation.errors.some(({ wordIndex }) => first < wordIndex && wordIndex <= last);
  const inner = context.text.slice(range.start + 1, range.end - 1);
  context.report({
    range,
    message: isRefused ? 'splitting' : 'ordinary',
    severity: isRefused ? 'error' : 'warning',
    suggestions: () =>
      /["!]|\\$/.test(inner) ? [] : [{ title: 'Change to double quotes', edits: [{ range, newText: `"${inner}"` }] }],
  });
}

/** A percent sign that cmd has dropped: it stands between the pieces of the word. */
function checkPercent(use: OptionUse, { range, pieces }: Word, context: RuleContext): void {
  const { text } = context;
  const places: TextRange[] = [];
  let from = range.start;
  const look = (to: number): void => {
    for (let at = from; at < to; at++) if (text[at] === '%') places.push({ start: at, end: at + 1 });
  };
  for (const piece of pieces) {
    look(piece.range.start);
    from = piece.range.end;
  }
  look(range.end);
  const [first] = places;
  if (first === undefined) return;
  context.report({
    range: first,
    message: 'percent',
    data: { option: use.spelled },
    suggestions: () => [
      { title: 'Double the percent sign', edits: places.map((place): TextChange => ({ range: place, newText: '%%' })) },
    ],
  });
}
