import { extraOptionTableOf } from '../catalogue/optionTables.js';
import { parseOptions } from '../getopt/parseOptions.js';
import type { UsageError } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import type { TextRange } from '../text/range.js';
import { defineRule, type FileContext } from './rule.js';

export const optionsExtraIgnored = defineRule({
  id: 'options-extra-ignored',
  severity: 'warning',
  category: 'usage',
  dialects: ['options-extra'],
  summary: 'imapsync ignores part of `options_extra.txt`.',
  messages: {
    laterLine:
      'imapsync reads the first line of options_extra.txt only, so it will ignore this. Write all options on the first line.',
    notTaken:
      'imapsync takes no {option} from options_extra.txt: it will print a warning and go on without it. Write it into the command itself.',
    unusable: 'imapsync can not use {option} as it stands here: it will print a warning and go on without it.',
    leftOver: 'This word is neither an option nor the value of one, so imapsync will ignore it.',
    noComment: 'This begins no comment: imapsync will ignore the sign and take the options behind it.',
    unreadable:
      'A quote is not closed here, or a backslash ends the line, so imapsync will read no option at all from this file.',
  },
  checkFile(context) {
    for (const invocation of context.invocations) checkFirstLine(invocation, context);
    const later = laterLines(context);
    if (later !== null) context.report({ range: later, message: 'laterLine' });
  },
});

function checkFirstLine(invocation: Invocation, { report }: FileContext): void {
  const { syntax, range } = invocation;
  if (syntax.incomplete) {
    report({ range, message: 'unreadable', invocation });
    return;
  }
  for (const error of parseOptions(syntax.words, extraOptionTableOf(invocation.release)).errors) {
    if (error.kind === 'delete-2' || error.consequence === true) continue;
    const isSign = syntax.words[error.wordIndex]?.value === '#';
    report({
      range: error.range,
      message: isSign ? 'noComment' : (keys[error.kind] ?? 'unusable'),
      data: { option: error.spelled ?? '' },
      invocation,
    });
  }
}

const keys: Readonly<Partial<Record<UsageError['kind'], string>>> = {
  'unknown-option': 'notTaken',
  'extra-argument': 'leftOver',
};

/** From the first to the last line behind the first one that is neither blank nor a comment; null where all are. */
function laterLines({ text }: FileContext): TextRange | null {
  let first = -1;
  let end = -1;
  for (let start = text.indexOf('\n') + 1; start > 0 && start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const line = text.slice(start, newline < 0 ? text.length : newline).trimEnd();
    if (line !== '' && !line.startsWith('#')) {
      if (first < 0) first = start + line.length - line.trimStart().length;
      end = start + line.length;
    }
    start = newline + 1;
  }
  return first < 0 ? null : { start: first, end };
}
