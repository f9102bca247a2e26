import { findOption } from '../catalogue/options.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { invocationOrigin } from '../model/movedInvocation.js';
import type { Comment } from '../syntax/source.js';
import type { Word } from '../syntax/word.js';
import type { TextChange } from '../text/edit.js';
import type { TextRange } from '../text/range.js';
import { defineRule, type FileContext } from './rule.js';

/** A cmdlet that starts imapsync joins the arguments by itself; so it does not matter which release runs it. */
const cmdlets = /^(?:start-process|saps|start)$/i;

export const nativeArgumentQuotes = defineRule({
  id: 'native-argument-quotes',
  severity: 'warning',
  category: 'usage',
  summary: 'A value with double quotes in it, or an empty one, reaches imapsync only from PowerShell 7.3 on.',
  dialects: ['powershell'],
  messages: {
    quotes:
      'Before release 7.3 PowerShell hands double quotes in a value on unescaped: imapsync will get the value of {option} without them there, and split at blanks between them. {advice}',
    empty:
      'Before release 7.3 PowerShell leaves an empty value out: {option} will take {next} there. Run this by PowerShell 7.3 or later.',
  },
  checkFile(context) {
    if (context.dialect !== 'powershell' || context.source.comments.some(needsNewRelease)) return;
    for (const invocation of context.invocations) {
      if (mayHoldQuotes(invocation)) checkInvocation(invocation, context);
    }
  },
});

/** `#requires -Version 7.3` (about_Requires). */
function needsNewRelease({ text }: Comment): boolean {
  const version = /^requires\s.*-version\s+(\d+)(?:\.(\d+))?/i.exec(text);
  if (version === null) return false;
  const major = Number(version[1]);
  return major > 7 || (major === 7 && Number(version[2] ?? 0) >= 3);
}

/** Asked of the command line where it was first read: one that has moved makes its words only when somebody asks. */
function mayHoldQuotes(invocation: Invocation): boolean {
  const { uses, syntax } = invocationOrigin(invocation).origin;
  return uses.some(
    ({ value, valueWordIndex }) =>
      valueWordIndex !== null && (value === null || value.includes('"') || syntax.words[valueWordIndex]!.value === ''),
  );
}

function checkInvocation(invocation: Invocation, context: FileContext): void {
  const { launcher, embedded, words } = invocation.syntax;
  if (embedded !== undefined || cmdlets.test(launcher[0]?.value ?? '')) return;
  for (const use of invocation.uses) {
    if (use.valueWordIndex === null) continue;
    const word = words[use.valueWordIndex]!;
    if (word.value !== '' && !word.pieces.some(holdsQuote)) continue;
    if (word.origin !== undefined || isVerbatim(invocation, word, context)) continue;
    if (word.value === '') reportEmpty(invocation, use, word, context);
    else reportQuotes(invocation, use, word, context);
  }
}

function holdsQuote(piece: Word['pieces'][number]): boolean {
  return piece.kind === 'text' && piece.value.includes('"');
}

/** Whether the word stands behind `--%`, whose quotes are the program's own. */
function isVerbatim({ range: { start } }: Invocation, word: Word, { text }: FileContext): boolean {
  return /\s--%\s/.test(text.slice(start, word.range.start));
}

function reportEmpty(invocation: Invocation, use: OptionUse, word: Word, context: FileContext): void {
  const next = invocation.syntax.words[use.valueWordIndex! + 1];
  const isOption = next?.value?.startsWith('-') === true;
  context.report({
    invocation,
    range: word.range,
    message: 'empty',
    severity: 'info',
    data: {
      option: use.spelled,
      next: isOption
        ? `${next.value!.replace(/=.*/s, '=…')} for its value`
        : 'the next word for its value, if there is one',
    },
  });
}

function reportQuotes(invocation: Invocation, use: OptionUse, word: Word, context: FileContext): void {
  const kind = findOption(use.name)?.valueKind;
  const places = kind === 'perl-op' || kind === 'perl-pattern' ? replaceable(word, context.text, kind) : null;
  context.report({
    invocation,
    range: use.valueRange ?? word.range,
    message: 'quotes',
    data: {
      option: use.spelled,
      advice: places === null ? 'Run this by PowerShell 7.3 or later.' : 'Write \\x22, which Perl reads as one.',
    },
    suggestions: () =>
      places === null
        ? []
        : [
            {
              title: 'Write \\x22 in place of each double quote',
              edits: places.map((range): TextChange => ({ range, newText: '\\x22' })),
            },
          ],
  });
}

/**
 * Where the double quotes of a Perl expression stand that `\x22` can take the place of; null where that means something
 * else: as a delimiter, behind a backslash, between single quotes as delimiters, in code.
 */
function replaceable({ pieces }: Word, text: string, kind: 'perl-op' | 'perl-pattern'): readonly TextRange[] | null {
  const value = pieces.map((piece) => (piece.kind === 'text' ? piece.value : '')).join('');
  if (/\\"/.test(value) || value.includes('(?{')) return null;
  if (kind === 'perl-op' && !/^s([/,|#!%~@;:])(?:\\.|(?!\1)[^\\])*\1(?:\\.|(?!\1)[^\\])*\1[gimsx]*$/s.test(value))
    return null;
  const places: TextRange[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue;
    const { start, end } = piece.range;
    if (!piece.verbatim) {
      if (piece.value === '"') places.push({ start, end });
      else if (piece.value.includes('"')) return null;
      continue;
    }
    for (let at = start; at < end; at++) if (text[at] === '"') places.push({ start: at, end: at + 1 });
  }
  return places;
}
