import { rejoinLines } from '../model/edits/rejoinLines.js';
import type { Invocation } from '../model/invocation.js';
import type { Dialect } from '../syntax/dialect.js';
import type { Slip } from '../syntax/slip.js';
import type { TextChange } from '../text/edit.js';
import type { TextRange } from '../text/range.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { continuationSlip } from './shared/continuationSlip.js';
import { lineEndsInWords } from './shared/lineEndsInWords.js';
import { isRemark, swallowedLine } from './shared/swallowedLine.js';

const signs: Readonly<Partial<Record<Dialect, string>>> = { posix: '\\', cmd: '^', powershell: '`' };

export const brokenContinuation = defineRule({
  id: 'broken-continuation',
  severity: 'error',
  category: 'usage',
  summary: 'Lines meant as one command are not joined, or lines that are not meant to be are.',
  dialects: ['posix', 'cmd', 'powershell', 'profile'],
  messages: {
    commentLine: 'The command ends at this comment: {outcome}. Move the comment above the command.',
    blankLine: 'This {sign} joins an empty line, at which the command ends: {outcome}. Delete the empty line.',
    emptyLine:
      'This {sign} joins an empty line, whose end cmd puts in front of what follows: imapsync will take that for a stray word and stop with exit code 64 before it connects. Delete the empty line.',
    missingSign:
      'The line before {lost} does not end in {sign}, so the command ends there: {outcome}. Put {sign} at the end of that line.',
    wrongSign:
      'A {written} at the end of a line joins nothing here and is one more word of the command: {outcome}. The sign that joins lines is {sign}.',
    backtick:
      'A backtick joins lines in PowerShell only; here the shell will run what stands between this one and the next as a command. The sign that joins lines is {sign}.',
    blankBehindSign:
      'Blanks stand behind this {sign}, so it does not join the lines: the command ends here: {outcome}. Delete the blanks.',
    blankBehindLastSign:
      'Blanks stand behind this {sign}, so it joins nothing and makes a blank one more argument, for which imapsync will stop with exit code 64 before it connects. Delete the {sign} and the blanks.',
    commentBehindSign:
      'A comment stands behind this {sign}, so it does not join the lines: the command ends here: {outcome}. Move the comment above the command.',
    swallowedLine:
      '{word} begins a line of its own, but the {sign} before it joins that line to the command: imapsync will get {word} as a stray word and stop with exit code 64 before it connects. Delete the {sign}.',
    swallowedComment:
      '{word} begins no comment here, since the {sign} before it joins this line to the command: imapsync will get {word} and what follows it as stray words and stop with exit code 64 before it connects. Move the comment above the command.',
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
    const swallowed = swallowedLine(invocation, context.text);
    const [emptyLine] = lineEndsInWords(invocation, context.text);
    const slip = continuationSlip(invocation, context.text);
    if (emptyLine !== undefined) reportEmptyLine(invocation, context, emptyLine.range, sign);
    // One rejoining sets both right.
    else if (swallowed >= 0 && reportSwallowedComment(invocation, context, swallowed, sign)) return;
    else if (slip !== null) checkSlip(invocation, context, slip, sign);
    if (swallowed >= 0) reportSwallowed(invocation, context, swallowed, sign);
  },
});

function checkSlip(invocation: Invocation, context: RuleContext, slip: Slip, sign: string): void {
  const { text, source } = context;
  const { range } = slip;
  const lost = slip.lost === undefined ? null : text.slice(slip.lost.start, slip.lost.end);
  if (lost === null) {
    // Elsewhere an escaped blank separates words like any other.
    if (invocation.dialect !== 'posix') return;
    const suggestions = (): readonly Suggestion[] => [
      { title: `Delete the ${sign}: the command ends here`, edits: [withBlanksBefore(text, range)] },
    ];
    context.report({ range, message: 'blankBehindLastSign', data: { sign }, suggestions });
    return;
  }
  const data = { lost, sign, outcome: outcomeOf(invocation, lost) };
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
        data,
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

/** What comes of a command whose rest, from the option `lost` on, begins a line of its own. */
function outcomeOf({ dialect, syntax }: Invocation, lost: string): string {
  const without = syntax.words.length === 0 ? 'with no options at all' : `without ${lost} and all behind it`;
  if (dialect === 'powershell') {
    // There an expression begins, with a sign for a minus that has nothing to work on.
    return `PowerShell finds a syntax error at ${lost} and will run nothing of the script, or typed in by hand run imapsync ${without}`;
  }
  const shell = dialect === 'cmd' ? 'cmd' : 'the shell';
  return `imapsync will run ${without}, and ${shell} will take ${lost} for a command of its own`;
}

function reportEmptyLine(invocation: Invocation, context: RuleContext, range: TextRange, sign: string): void {
  context.report({
    range,
    message: 'emptyLine',
    data: { sign },
    suggestions: () => {
      const edits = rejoinLines(invocation, context.source, range.start);
      return edits === null ? [] : [{ title: 'Delete what stands between the lines', edits }];
    },
  });
}

/** `rem the old server` behind a line that cmd joins to it; answers whether the word at `index` is one. */
function reportSwallowedComment(invocation: Invocation, context: RuleContext, index: number, sign: string): boolean {
  const { range, value } = invocation.syntax.words[index]!;
  if (invocation.dialect !== 'cmd' || !isRemark(value)) return false;
  const joint = context.text.lastIndexOf(sign, range.start);
  context.report({
    range,
    message: 'swallowedComment',
    data: { word: value ?? '', sign },
    suggestions: () => {
      const edits = rejoinLines(invocation, context.source, joint);
      if (edits !== null && edits.length > 0) return [{ title: 'Move the comment above the command', edits }];
      return [deleteSign(context.text, joint, sign)];
    },
  });
  return true;
}

function deleteSign(text: string, offset: number, sign: string): Suggestion {
  return {
    title: `Delete the ${sign} at the end of the line before`,
    edits: [withBlanksBefore(text, { start: offset, end: offset + 1 })],
  };
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
function reportSwallowed(invocation: Invocation, context: RuleContext, index: number, sign: string): void {
  const { text } = context;
  const { range, value } = invocation.syntax.words[index]!;
  const joint = text.lastIndexOf(sign, range.start);
  context.report({
    range,
    message: 'swallowedLine',
    data: { word: value?.replace(/=.*/s, '=…') ?? '', sign },
    suggestions: () => [deleteSign(text, joint, sign)],
  });
}

/** A pair of backticks around a line end and an option is a command substitution; who wrote it thought of PowerShell. */
function checkBackticks(invocation: Invocation, context: RuleContext, sign: string): boolean {
  const { text } = context;
  for (const word of invocation.syntax.words) {
    // Known words make their pieces only when somebody asks for them.
    if (word.value !== null || word.quote !== 'none' || word.origin !== undefined) continue;
    const piece = word.pieces.find(
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
  const joints = lineEndsInWords(invocation, context.text);
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
