import { encodeImapUtf7 } from '../folders/imapUtf7.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { foreignQuotes } from './shared/typography.js';
import { changeValue } from './shared/valueEdit.js';

const options = [
  'folder',
  'folderrec',
  'folderfirst',
  'folderlast',
  'include',
  'exclude',
  'f1f2',
  'regextrans2',
  'subfolder1',
  'subfolder2',
] as const;
const patterns: ReadonlySet<string> = new Set(['include', 'exclude', 'regextrans2']);
const beyondAscii = /[^\0-\x7f]/;

/** Where a letter stands alone for itself in a pattern, its encoding can take its place. */
const standsAlone = /^(?!.*[^\0-\x7f][?*+{])[^[\]]*$/s;

const isConcerned = anyGiven(...options);

export const folderNameNotEncoded = defineRule({
  id: 'folder-name-not-encoded',
  severity: 'error',
  category: 'folders',
  summary: 'A folder is named with letters beyond ASCII, which imapsync knows only in their encoded form.',
  messages: {
    notEncoded:
      'Servers list this folder with its letters beyond ASCII encoded, and imapsync compares names as they are listed: {value} will meet no folder. {advice}',
    dropped:
      'imapsync leaves all letters beyond ASCII out of the value of --{option}: the folder will be called otherwise. Choose a name of ASCII letters.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const option of options) {
      if (invocation.last(option) === undefined) continue;
      for (const use of invocation.all(option)) {
        if (use.value !== null && beyondAscii.test(use.value)) report(invocation, use, use.value, context);
      }
    }
  },
});

function report(invocation: Invocation, use: OptionUse, value: string, context: RuleContext): void {
  const range = use.valueRange ?? use.range;
  const word = invocation.syntax.words[use.valueWordIndex ?? use.wordIndex]!;
  // Typographic quotes around a word have a report of their own.
  if (word.quote === 'none' && foreignQuotes.opening.test(word.value ?? '')) return;
  if (use.name.startsWith('subfolder')) {
    context.report({ range, message: 'dropped', data: { option: use.name } });
    return;
  }
  const isPlain = !patterns.has(use.name) || standsAlone.test(value);
  const encoded = isPlain ? value.replace(/[^\0-\x7f]+/g, encodeImapUtf7) : null;
  context.report({
    range,
    message: 'notEncoded',
    data: { value, advice: encoded === null ? 'Write the encoded names.' : `Write ${encoded}.` },
    suggestions: () =>
      encoded === null ? [] : changeValue(invocation, context.text, use, encoded, `Change to ${encoded}`),
  });
}
