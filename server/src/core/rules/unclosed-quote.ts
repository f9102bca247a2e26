import { findOption, imapsyncOptions } from '../catalogue/options.js';
import type { Invocation } from '../model/invocation.js';
import type { Word } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';

/** A line inside quotes that begins with an option. */
const optionLine = /\n[ \t]*--?([A-Za-z][A-Za-z0-9-]*)/;

export const unclosedQuote = defineRule({
  id: 'unclosed-quote',
  severity: 'error',
  category: 'usage',
  summary: 'A quote is not closed, or only by the next quote of another value.',
  dialects: ['posix', 'cmd', 'powershell', 'profile'],
  messages: {
    unclosed:
      'The {sign} that opens here is never closed: the shell will stop with a syntax error and not run this command. Close it behind the value.',
    cmd: 'The {sign} that opens here is not closed on its line: cmd takes the rest of the line, options included, for a part of the value, and a caret at its end joins no lines. Close it behind the value.',
    powershell:
      'The {sign} that opens here is never closed: PowerShell finds a syntax error and will run nothing of the script. Close it behind the value.',
    profile:
      'The {sign} that opens here is not closed on its line, where it must be in a profile: xargs will stop and not run imapsync. Close it behind the value.',
    spansLines:
      'The {sign} that opens here is closed only on another line: {option}, which begins a line in between, will be a part of the value and no option. Close it behind the value.',
  },
  check(invocation, context) {
    const { words, incomplete } = invocation.syntax;
    for (let index = 0; index < words.length; index++) {
      const word = words[index]!;
      if (word.origin !== undefined) continue;
      if (word.value === null ? incomplete : word.value.includes('\n')) {
        if (!isProgram(invocation, index) && checkLines(word, context)) return;
        if (word.value === null) checkUnclosed(invocation, word, context);
      }
    }
  },
});

/** Whether the word is a command of a shell, which can well be several lines with options of its own. */
function isProgram({ uses }: Invocation, index: number): boolean {
  const use = uses.find(({ valueWordIndex }) => valueWordIndex === index);
  return use !== undefined && findOption(use.name)?.shellExec === true;
}

function checkUnclosed(invocation: Invocation, word: Word, context: RuleContext): void {
  const last = word.pieces.at(-1);
  if (last?.kind !== 'dynamic' || last.what !== 'unterminated') return;
  const { text } = context;
  const range = last.range.start < last.range.end ? openingOf(text, last.range) : quoteBefore(word, text);
  if (range === null) return;
  const sign = text.slice(range.start, range.end);
  const { dialect } = invocation;
  const message = dialect === 'profile' || dialect === 'cmd' || dialect === 'powershell' ? dialect : 'unclosed';
  const suggestions = (): readonly Suggestion[] => close(text, range, sign);
  context.report({ range, message, data: { sign }, suggestions });
}

/** `$(`, `${`, a backtick: the construct stands there as a whole. */
function openingOf(text: string, { start }: TextRange): TextRange | null {
  const sign = /^(?:\$\(\(|[$<>]\(|\$\{|`|\$?["'])/.exec(text.slice(start, start + 3))?.[0];
  return sign === undefined ? null : { start, end: start + sign.length };
}

/** The quote in front of what is quoted at the end of the word. */
function quoteBefore({ pieces, range }: Word, text: string): TextRange | null {
  let start = pieces.at(-1)!.range.start;
  for (let index = pieces.length - 2; index >= 0; index--) {
    const piece = pieces[index]!;
    if (!piece.quoted || piece.range.end !== start) break;
    start = piece.range.start;
  }
  for (const at of [start - 1, range.start]) {
    const sign = text.charAt(at);
    if (at >= range.start && (sign === '"' || sign === "'")) return { start: at, end: at + 1 };
  }
  return null;
}

/** Closes the quote at the end of its line, before a sign that joins lines. */
function close(text: string, { end }: TextRange, sign: string): readonly Suggestion[] {
  if (sign !== '"' && sign !== "'") return [];
  const newline = text.indexOf('\n', end);
  const line = text.slice(end, newline < 0 ? text.length : newline);
  const option = /[ \t]+--?[A-Za-z]/.exec(line);
  const length = option?.index ?? line.replace(/[ \t]*[\\^`]?[ \t\r]*$/, '').length;
  const at = end + length;
  return [{ title: 'Close the quote behind the value', edits: [{ range: { start: at, end: at }, newText: sign }] }];
}

/** Whether a quote was reported that is closed too late: all behind it is then read inside out. */
function checkLines({ pieces }: Word, context: RuleContext): boolean {
  const { text } = context;
  for (const { start, value } of quotedStretches(pieces)) {
    const match = optionLine.exec(value);
    if (match === null || imapsyncOptions.exact(match[1]!.toLowerCase()) === undefined) continue;
    const range = { start: start - 1, end: start };
    const sign = text.charAt(range.start);
    if (sign !== '"' && sign !== "'") continue;
    context.report({
      range,
      message: 'spansLines',
      severity: 'warning',
      data: { sign, option: `--${match[1]}` },
      suggestions: () => close(text, range, sign),
    });
    return true;
  }
  return false;
}

/** What stands in quotes, from where it begins; where something is unknown a new stretch begins. */
function quotedStretches(pieces: Word['pieces']): readonly { readonly start: number; readonly value: string }[] {
  const found: { start: number; value: string }[] = [];
  let end = -1;
  for (const piece of pieces) {
    if (piece.kind === 'dynamic' || !piece.quoted) {
      end = -1;
      continue;
    }
    if (piece.range.start === end) found.at(-1)!.value += piece.value;
    else found.push({ start: piece.range.start, value: piece.value });
    end = piece.range.end;
  }
  return found;
}
