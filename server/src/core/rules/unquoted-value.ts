import type { OptionFact, ValueKind } from '../catalogue/optionFact.js';
import { findOption, imapsyncOptions } from '../catalogue/options.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { quoteWord } from '../syntax/quote.js';
import type { Slip } from '../syntax/slip.js';
import { knownPrefix, type Word } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { quotedAsWritten } from './shared/quotable.js';

const patternKinds: ReadonlySet<ValueKind | null> = new Set<ValueKind>(['perl-op', 'perl-pattern']);
const nameKinds: ReadonlySet<ValueKind | null> = new Set<ValueKind>([
  'perl-op',
  'perl-pattern',
  'folder-host1',
  'folder-host2',
  'folder-prefix',
  'folder-mapping',
]);

/** Programs behind a pipe or a semicolon without blanks that nobody means as a part of a pattern. */
const programs =
  /^[|;&](?:awk|cat|cut|echo|e?grep|exit|head|logger|mailx?|more|less|nl|perl|pv|python3?|sed|sendmail|sleep|sort|tail|tee|tr|ts|uniq|wc|while|xargs)(?![\w-])/;

export const unquotedValue = defineRule({
  id: 'unquoted-value',
  severity: 'warning',
  category: 'usage',
  summary: 'A value without quotes holds signs that the shell takes for its own.',
  dialects: ['posix', 'cmd', 'powershell'],
  messages: {
    parenthesis:
      'An unquoted parenthesis is a syntax error: the shell will not run this command{option}. Put the value in single quotes.',
    operator:
      'The shell ends the command at this unquoted {sign} and will run the rest of the value of {option} as a program. Put the value in {quotes} quotes.',
    caret:
      'Without quotes cmd takes the caret away, so imapsync will get {value} for {option}. Put the value in double quotes.',
    expression:
      'PowerShell reads what stands in these parentheses as an expression of its own, not as a part of the value of {option}. Put the value in single quotes.',
    reserved:
      'PowerShell reserves the sign < in {written}: it finds a syntax error and will run nothing of the script. Replace the placeholder by a value in quotes.',
    expanded:
      'The shell takes {written} for a pattern: it will hand imapsync the names of files that match, or several words, in place of the value of {option}. Put the value in single quotes.',
    backslash:
      'Without quotes the shell removes the backslashes, so imapsync will get {value} for {option}. Put the value in single quotes.',
    secretBackslash:
      'Without quotes the shell removes the backslash from the value of {option}. Put the value in single quotes.',
    placeholder:
      'The shell takes < and > in {written} for redirections: imapsync will get no such word, and the word behind it becomes the name of a file that is emptied. Replace the placeholder by a value in quotes.',
  },
  check(invocation, context) {
    const { slips, embedded } = invocation.syntax;
    if (slips !== undefined) for (const slip of slips) checkSlip(invocation, slip, context);
    if (embedded !== undefined) return;
    for (const use of invocation.uses) {
      if (use.valueWordIndex === null) continue;
      const word = invocation.syntax.words[use.valueWordIndex]!;
      if (word.quote !== 'none' || word.origin !== undefined) continue;
      if (invocation.dialect === 'cmd') checkCarets(use, word, context);
      else if (invocation.dialect === 'powershell') checkExpression(invocation, use, word, context);
      else if (word.value === null) checkPatterns(invocation, use, word, context);
      else if (word.range.end - word.range.start > word.value.length) checkBackslashes(use, word, word.value, context);
    }
  },
});

function checkSlip(invocation: Invocation, slip: Slip, context: RuleContext): void {
  switch (slip.kind) {
    case 'parenthesis':
      checkParenthesis(invocation, slip, context);
      break;
    case 'operator':
      checkOperator(invocation, slip, context);
      break;
    case 'placeholder': {
      const { range } = slip;
      if (!standsForValue(invocation, range)) break;
      const written = context.text.slice(range.start, range.end);
      context.report({
        range,
        message: invocation.dialect === 'powershell' ? 'reserved' : 'placeholder',
        severity: 'error',
        data: { written },
        suggestions: () => [
          {
            title: 'Put the placeholder in quotes until you replace it',
            edits: [{ range, newText: invocation.dialect === 'cmd' ? `"${written}"` : `'${written}'` }],
          },
        ],
      });
    }
  }
}

/** Whether something stands where an option expects its value, and not where a redirection can. */
function standsForValue({ syntax }: Invocation, { start }: TextRange): boolean {
  const word = syntax.words.findLast(({ range }) => range.end <= start);
  if (word === undefined) return false;
  const written = knownPrefix(word);
  if (word.range.end === start) return written.endsWith('=');
  const name = /^--?([A-Za-z][A-Za-z0-9-]*)$/.exec(written)?.[1];
  const found = name === undefined ? undefined : imapsyncOptions.lookUp(name);
  return found !== undefined && !('length' in found) && found.definition.spec.startsWith('=');
}

function checkParenthesis(invocation: Invocation, { range: { start, end } }: Slip, context: RuleContext): void {
  const { words } = invocation.syntax;
  const last = words.at(-1);
  const isGlued = last !== undefined && last.range.end === start;
  const waiting = invocation.errors.find(
    ({ kind, wordIndex }) => kind === 'missing-value' && wordIndex === words.length - 1,
  );
  const holder = isGlued
    ? invocation.uses.find(({ valueWordIndex }) => valueWordIndex === words.length - 1)?.spelled
    : waiting?.spelled;
  const begin = isGlued ? valueStart(invocation, last) : start;
  context.report({
    range: { start: begin, end },
    message: 'parenthesis',
    severity: 'error',
    data: { option: holder === undefined ? '' : ` (here in the value of ${holder})` },
    suggestions: () => quote({ start: begin, end }, context.text),
  });
}

/** Where the value begins in the last word: behind the equals sign of `--name=value`. */
function valueStart(invocation: Invocation, last: Word): number {
  const index = invocation.syntax.words.length - 1;
  const use = invocation.uses.find(({ valueWordIndex }) => valueWordIndex === index);
  return use?.wordIndex === index ? (use.valueRange?.start ?? last.range.start) : last.range.start;
}

function checkOperator(invocation: Invocation, { range }: Slip, context: RuleContext): void {
  const { text } = context;
  const index = invocation.syntax.words.length - 1;
  const last = invocation.syntax.words[index];
  const use = invocation.uses.find(({ valueWordIndex }) => valueWordIndex === index);
  const kind = use === undefined ? null : (findOption(use.name)?.valueKind ?? null);
  if (last?.range.end !== range.start || use === undefined || last.quote !== 'none' || !patternKinds.has(kind)) return;
  const sign = text.charAt(range.start);
  if (kind === 'perl-pattern' && sign !== '|') return;
  if (programs.test(text.slice(range.start, range.end))) return;
  const whole = { start: valueStart(invocation, last), end: range.end };
  context.report({
    range: whole,
    message: 'operator',
    data: { sign, option: use.spelled, quotes: invocation.dialect === 'cmd' ? 'double' : 'single' },
    suggestions: () => (invocation.dialect === 'cmd' ? quoteForCmd(whole, text) : quote(whole, text)),
  });
}

/** `^Junk`: a caret in front of a character that means nothing to cmd was meant for imapsync. */
function checkCarets(use: OptionUse, word: Word, context: RuleContext): void {
  if (!patternKinds.has(findOption(use.name)?.valueKind ?? null)) return;
  const { text } = context;
  const lost = word.pieces.some(
    ({ kind, range }) =>
      kind === 'text' && range.end - range.start === 2 && /^\^[\w.\\[*]$/.test(text.slice(range.start, range.end)),
  );
  if (!lost) return;
  const range = use.valueRange ?? word.range;
  const data = { option: use.spelled, value: use.value ?? 'it without the caret' };
  context.report({ range, message: 'caret', data, suggestions: () => quoteForCmd(range, text) });
}

/** `(a|b)`, `^(a|b)$`: alternatives of a pattern, which nobody means as a command. */
function checkExpression(invocation: Invocation, use: OptionUse, word: Word, context: RuleContext): void {
  if (!patternKinds.has(findOption(use.name)?.valueKind ?? null)) return;
  const { text } = context;
  const { words } = invocation.syntax;
  const start = (use.valueRange ?? word.range).start;
  // What stands before the parentheses is a word of its own, and so is what follows.
  const match = /^[^\s"'`$(){};|,]*\((?:[^\s"'`(){};,|]+\|)+[^\s"'`(){};,|]*\)[^\s"'`(){};|,]*/.exec(
    text.slice(start, start + 200),
  );
  if (match === null || words.every(({ value, range }) => value !== null || range.start < start)) return;
  const range = { start, end: start + match[0].length };
  context.report({
    range,
    message: 'expression',
    severity: 'error',
    data: { option: use.spelled },
    suggestions: () => [
      {
        title: 'Put the value in single quotes',
        edits: [{ range, newText: quoteWord(match[0], 'powershell', 'single') }],
      },
    ],
  });
}

function checkPatterns(invocation: Invocation, use: OptionUse, word: Word, context: RuleContext): void {
  const fact = findOption(use.name);
  if (fact === undefined || fact.secret || !nameKinds.has(fact.valueKind)) return;
  const piece = word.pieces.find((each) => each.kind === 'dynamic' && (each.what === 'glob' || each.what === 'brace'));
  if (piece === undefined) return;
  const { text } = context;
  const range = use.valueRange ?? word.range;
  context.report({
    range,
    message: 'expanded',
    data: { written: text.slice(piece.range.start, piece.range.end), option: use.spelled },
    suggestions: () => quote({ start: range.start, end: endOfStrayWords(invocation, use, text) }, text),
  });
}

/** The end of the words behind a value that are left over on its line, as the second one of `[Gmail]/All Mail` is. */
function endOfStrayWords(invocation: Invocation, use: OptionUse, text: string): number {
  const { words } = invocation.syntax;
  let index = use.valueWordIndex!;
  while (
    invocation.rest.includes(index + 1) &&
    /^[ \t]+$/.test(text.slice(words[index]!.range.end, words[index + 1]!.range.start))
  ) {
    index++;
  }
  return words[index]!.range.end;
}

function checkBackslashes(use: OptionUse, word: Word, value: string, context: RuleContext): void {
  const fact = findOption(use.name);
  if (fact === undefined || !losesBackslash(word, fact)) return;
  const range = use.valueRange ?? word.range;
  const suggestions = (): readonly Suggestion[] => quote(range, context.text);
  if (fact.secret) context.report({ range, message: 'secretBackslash', data: { option: use.spelled }, suggestions });
  else
    context.report({
      range,
      message: 'backslash',
      data: { option: use.spelled, value: use.value ?? value },
      suggestions,
    });
}

/** Whether a backslash stands before a character that needs none in a shell, so that it was meant for imapsync. */
function losesBackslash({ pieces }: Word, { valueKind }: OptionFact): boolean {
  const needless = patternKinds.has(valueKind) ? /^[A-Za-z0-9./+@-]$/ : /^[A-Za-z0-9]$/;
  return pieces.some((piece) => piece.kind === 'text' && !piece.verbatim && needless.test(piece.value));
}

function quote(range: TextRange, text: string): readonly Suggestion[] {
  const newText = quotedAsWritten(text.slice(range.start, range.end));
  return newText === null ? [] : [{ title: 'Put the value in single quotes', edits: [{ range, newText }] }];
}

function quoteForCmd(range: TextRange, text: string): readonly Suggestion[] {
  const written = text.slice(range.start, range.end);
  if (/["!]|\^[&|<>()^]|\\$/.test(written)) return [];
  return [{ title: 'Put the value in double quotes', edits: [{ range, newText: `"${written}"` }] }];
}
