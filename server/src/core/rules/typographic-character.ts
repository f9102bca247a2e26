import { findOption, imapsyncOptions } from '../catalogue/options.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import type { TextPiece, Word } from '../syntax/word.js';
import type { TextChange } from '../text/edit.js';
import type { TextRange } from '../text/range.js';
import { defineRule, type RuleContext } from './rule.js';
import { closingWord, foreignBlanks, foreignDashes, foreignQuotes, invisible } from './shared/typography.js';

const anyForeign =
  /[\u00a0\u00ab\u00bb\u00ad\u1680\u2000-\u2015\u2018-\u201f\u202f\u2039\u203a\u205f\u2060\u2212\u3000\ufeff]/;

export const typographicCharacter = defineRule({
  id: 'typographic-character',
  severity: 'warning',
  category: 'usage',
  summary: 'Quotes, blanks or dashes of a web page or word processor stand where the shell knows only its own.',
  dialects: ['posix', 'cmd', 'powershell', 'profile', 'table', 'systemd'],
  messages: {
    quotes:
      'These are quotes of a web page or word processor, not of the shell: they become a part of the value, and blanks between them separate words. Write straight quotes.',
    blank:
      'A blank that the shell does not know as one ({code}) stands here: it separates nothing and becomes a part of the word. Write an ordinary blank.',
    invisible: 'A character that can not be seen ({code}) stands here and becomes a part of the word. Delete it.',
    dash: '{option} will take this word for its value. It reads like {name}, written with a dash that is not the hyphen of options: give {option} its value and write {name}.',
  },
  check(invocation, context) {
    const { syntax, range } = invocation;
    if (!anyForeign.test(context.text.slice(range.start, range.end))) return;
    for (const [index, word] of syntax.words.entries()) {
      if (word.origin === undefined) checkWord(invocation, index, word, context);
    }
    for (const use of invocation.uses) checkDash(use, context);
  },
});

function checkWord(invocation: Invocation, index: number, word: Word, context: RuleContext): void {
  const { pieces } = word;
  const bare = pieces.filter(isBareText);
  for (const [message, pattern] of [
    ['blank', foreignBlanks],
    ['invisible', invisible],
  ] as const) {
    const places = bare.flatMap((piece) => placesOf(pattern, piece));
    const [first] = places;
    if (first === undefined) continue;
    const code = context.text.charCodeAt(first.start).toString(16).toUpperCase().padStart(4, '0');
    context.report({
      range: first,
      message,
      severity: isRefused(invocation, index) ? 'error' : 'warning',
      data: { code: `U+${code}` },
      suggestions: () => [
        {
          title: message === 'blank' ? 'Change to an ordinary blank' : 'Delete it',
          edits: places.map((range): TextChange => ({ range, newText: message === 'blank' ? ' ' : '' })),
        },
      ],
    });
    return;
  }
  const [first] = bare;
  // A table knows no quotes at all.
  if (first === undefined || first !== pieces[0] || invocation.dialect === 'table') return;
  const opening = foreignQuotes.opening.exec(first.value);
  if (opening === null) return;
  const last = closingWord(invocation, index, context.text);
  if (last < 0) return;
  const { end } = invocation.syntax.words[last]!.range;
  const start = first.range.start + opening.index;
  const range = { start, end };
  context.report({
    range,
    message: 'quotes',
    severity: last > index && isRefused(invocation, last) ? 'error' : 'warning',
    suggestions: () => {
      const inner = context.text.slice(start + 1, end - 1);
      return /['"\\$`]/.test(inner)
        ? []
        : [{ title: 'Change to straight quotes', edits: [{ range, newText: `"${inner}"` }] }];
    },
  });
}

/** Whether imapsync stops for the word. */
function isRefused({ errors }: Invocation, index: number): boolean {
  return errors.some(({ wordIndex }) => wordIndex === index);
}

/** `--user1 –host2`: the word is no option to Getopt::Long, but meant as one. */
function checkDash(use: OptionUse, context: RuleContext): void {
  const { value, valueRange, valueWordIndex, wordIndex } = use;
  if (value === null || valueRange === null || valueWordIndex === wordIndex) return;
  if (findOption(use.name)?.secret === true) return;
  const dash = foreignDashes.exec(value);
  if (dash === null) return;
  const [name = ''] = value.slice(dash[0].length).split('=');
  if (imapsyncOptions.exact(name.toLowerCase()) === undefined) return;
  context.report({ range: valueRange, message: 'dash', data: { option: use.spelled, name: `--${name}` } });
}

function isBareText(piece: Word['pieces'][number]): piece is TextPiece {
  return piece.kind === 'text' && !piece.quoted && piece.verbatim;
}

function placesOf(pattern: RegExp, { value, range }: TextPiece): readonly TextRange[] {
  return [...value.matchAll(pattern)].map(({ index }) => ({
    start: range.start + index,
    end: range.start + index + 1,
  }));
}
