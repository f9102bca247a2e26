import { rejoinLines } from '../model/edits/rejoinLines.js';
import type { Invocation } from '../model/invocation.js';
import type { Dialect } from '../syntax/dialect.js';
import type { Slip } from '../syntax/slip.js';
import type { TextChange } from '../text/edit.js';
import type { TextRange } from '../text/range.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { continuationSlip } from './shared/continuationSlip.js';
import { lineEndsInWords } from './shared/lineEndsInWords.js';
import { swallowedLine } from './shared/swallowedLine.js';

const signs: Readonly<Partial<Record<Dialect, string>>> = { posix: '\\', cmd: '^', powershell: '`' };

export const brokenContinuation = defineRule({
  id: 'broken-continuation',
  severity: 'error',
  category: 'usage',
  summary: 'Lines meant as one command are not joined, or lines that are not meant to be are.',
  messages: {
    commentLine:
      'The command ends at this comment: imapsync will run {without}, and the shell will take {lost} for a command of its own. Move the comment above the command.',
    blankLine:
      'This {sign} joins an empty line, at which the command ends: imapsync will run {without}, and the shell will take {lost} for a command of its own. Delete the empty line.',
    missingSign:
      'The line before {lost} does not end in {sign}, so the command ends there: imapsync will run without {lost} and all behind it, and the shell will take {lost} for a command of its own. Put {sign} at the end of that line.',
    wrongSign:
      'A {written} at the end of a line joins nothing here: imapsync will run {without} and get the {written} as a stray word. The sign that joins lines is {sign}.',
    backtick:
      'A backtick joins lines in PowerShell only; here the shell will run what stands between this one and the next as a command. The sign that joins lines is {sign}.',
    blankBehindSign:
      'Blanks stand behind this {sign}, so it does not join the lines: the command ends here{consequence}. Delete the blanks.',
    blankBehindLastSign:
      'Blanks stand behind this {sign}, so it joins nothing and makes a blank one more argument, for which imapsync will stop with exit code 64 before it connects. Delete the {sign} and the blanks.',
    commentBehindSign:
      'A comment stands behind this {sign}, so it does not join the lines: the command ends here, and the shell will take {lost} for a command of its own. Move the comment above the command.',
    swallowedLine:
      '{word} begins a line of its own, but the {sign} before it joins that line to the command: imapsync will get {word} as a stray word and stop with exit code 64 before it connects. Delete the {sign}.',
    profileSign:
      'A profile needs no sign that joins lines: this backslash makes the line end a part of the next word, and imapsync will take that for a stray word. Delete it.',
  },
  check(invocation, context) {
    if (invocation.dialect === 'profile') {
      checkProfile(invocation, context);
      return;
    }
    const sign = signs[invocation.dialect];
    if (sign === undefined) return;
    if (invocation.dialect === 'posix' && checkBackticks(invocation, context, sign)) return;
    const slip = continuationSlip(invocation, context.text);
    if (slip !== null) checkSlip(invocation, context, slip, sign);
    if (invocation.rest.length > 0) checkSwallowed(invocation, context, sign);
  },
});

function checkSlip(invocation: Invocation, context: RuleContext, slip: Slip, sign: string): void {
  const { text, source } = context;
  const { range } = slip;
  const lost = slip.lost === undefined ? null : text.slice(slip.lost.start, slip.lost.end);
  if (lost === null) {
    const suggestions = (): readonly Suggestion[] => [
      { title: `Delete the ${sign}: the command ends here`, edits: [withBlanksBefore(text, range)] },
    ];
    context.report({ range, message: 'blankBehindLastSign', data: { sign }, suggestions });
    return;
  }
  const bare = invocation.syntax.words.length === 0;
  const data = { lost, sign, without: bare ? 'with no options at all' : `without ${lost} and all behind it` };
  const rejoin = (title: string, offset: number) => (): readonly Suggestion[] => {
    const edits = rejoinLines(invocation, source, offset);
    return edits === null ? [] : [{ title, edits }];
  };
  switch (slip.kind) {
    case 'comment-line':
      context.report({
        range,
        message: 'commentLine',
        data,
        suggestions: rejoin('Move the comment above the command', range.start),
      });
      break;
    case 'blank-line':
      context.report({
        range,
        message: 'blankLine',
        data,
        suggestions: rejoin('Delete what stands between the lines', range.start),
      });
      break;
    case 'missing-sign': {
      const offset = range.start - 1 - /[ \t]*$/.exec(text.slice(lineOf(text, range.start), range.start))![0].length;
      context.report({
        range,
        message: 'missingSign',
        data,
        suggestions: rejoin(`Put ${sign} at the end of the line before`, offset),
      });
      break;
    }
    case 'wrong-sign':
      context.report({
        range,
        message: 'wrongSign',
        data: { ...data, written: text.slice(range.start, range.end) },
        suggestions: rejoin(`Change to ${sign}`, range.start),
      });
      break;
    case 'blank-behind-sign':
      context.report({
        range,
        message: 'blankBehindSign',
        data: { sign, consequence: `, and the shell will take ${lost} for a command of its own` },
        suggestions: rejoin('Delete the blanks', range.start),
      });
      break;
    case 'comment-behind-sign': {
      context.report({
        range,
        message: 'commentBehindSign',
        data,
        suggestions: rejoin('Move the comment above the command', range.start),
      });
      break;
    }
  }
}

function lineOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function withBlanksBefore(text: string, { start, end }: TextRange): TextChange {
  let from = start;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  return { range: { start: from, end }, newText: '' };
}

/** `--dry \` and on the next line `done`. */
function checkSwallowed(invocation: Invocation, context: RuleContext, sign: string): void {
  const { text } = context;
  const index = swallowedLine(invocation, text);
  if (index < 0) return;
  const { range, value } = invocation.syntax.words[index]!;
  const joint = text.lastIndexOf(sign, range.start);
  context.report({
    range,
    message: 'swallowedLine',
    data: { word: value?.replace(/=.*/s, '=…') ?? '', sign },
    suggestions: () => [
      {
        title: `Delete the ${sign} at the end of the line before`,
        edits: [withBlanksBefore(text, { start: joint, end: joint + 1 })],
      },
    ],
  });
}

/** A pair of backticks around a line end and an option is a command substitution; who wrote it thought of PowerShell. */
function checkBackticks(invocation: Invocation, context: RuleContext, sign: string): boolean {
  const { text } = context;
  for (const { value, quote, origin, pieces } of invocation.syntax.words) {
    if (value !== null || quote !== 'none' || origin !== undefined) continue;
    const piece = pieces.find(
      ({ kind, range }) => kind === 'dynamic' && /^`[ \t]*\r?\n[ \t]*-/.test(opening(text, range)),
    );
    if (piece === undefined) continue;
    const { start } = piece.range;
    context.report({
      range: { start, end: start + 1 },
      message: 'backtick',
      data: { sign },
      suggestions: () => [
        {
          title: `Change the backticks at line ends to ${sign}`,
          edits: backticksAtLineEnds(text, start).map((range) => ({ range, newText: sign })),
        },
      ],
    });
    return true;
  }
  return false;
}

function opening(text: string, { start, end }: TextRange): string {
  return text.slice(start, Math.min(end, start + 80));
}

/** The backticks, with the blanks behind them, that end the line of `offset` and the lines behind it without a gap. */
function backticksAtLineEnds(text: string, offset: number): readonly TextRange[] {
  const found: TextRange[] = [];
  for (let position = offset; ; ) {
    const newline = text.indexOf('\n', position);
    const end = newline > 0 && text.charAt(newline - 1) === '\r' ? newline - 1 : newline < 0 ? text.length : newline;
    const at = text.slice(position, end).search(/`[ \t]*$/);
    if (at < 0) return found;
    found.push({ start: position + at, end });
    if (newline < 0) return found;
    position = newline + 1;
  }
}

function checkProfile(invocation: Invocation, context: RuleContext): void {
  const joints = lineEndsInWords(invocation);
  const [first] = joints;
  if (first === undefined) return;
  context.report({
    range: first.range,
    message: 'profileSign',
    suggestions: () => [
      {
        title: 'Delete the backslashes at line ends',
        edits: joints.map(({ range }) => withBlanksBefore(context.text, range)),
      },
    ],
  });
}
