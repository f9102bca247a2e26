import { knownNameSpace } from '../folders/nameSpaces.js';
import { sanitizedSubfolder } from '../folders/subfolder.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { changeValue } from './shared/valueEdit.js';

const isConcerned = anyGiven('subfolder1', 'subfolder2');

export const subfolderReadOtherwise = defineRule({
  id: 'subfolder-read-otherwise',
  severity: 'warning',
  category: 'folders',
  summary: 'The value of `--subfolder1` or `--subfolder2` names another folder than it seems to.',
  messages: {
    cleaned:
      'imapsync keeps only letters and digits of ASCII, blanks and the signs - _ . / in the value of --{option}: the folder will be {kept}.',
    nothing: 'imapsync leaves out all the characters of this value, so --{option} has no effect.',
    separator:
      'The destination separates levels by "{separator}", so the "{other}" in it will be part of a name. Write {meant}.',
    both: '--subfolder1 takes {value} off the names and --subfolder2 puts it in front of them: the mail of {value} itself arrives in {value}/INBOX. To take one folder and what is below it to the same place, use --folderrec.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    const one = invocation.last('subfolder1');
    const two = invocation.last('subfolder2');
    if (one !== undefined) checkCleaning(invocation, one, context);
    if (two === undefined) return;
    if (!checkCleaning(invocation, two, context)) return;
    if (one?.value != null && one.value === two.value) {
      context.report({ range: two.valueRange ?? two.range, message: 'both', data: { value: one.value } });
    } else checkSeparator(invocation, two, context);
  },
});

/** Reports a value that loses characters; false where it did. */
function checkCleaning(invocation: Invocation, use: OptionUse, context: RuleContext): boolean {
  const { value } = use;
  // Letters beyond ASCII have a report of their own.
  if (value === null || value === '' || /[^\0-\x7f]/.test(value)) return false;
  const kept = sanitizedSubfolder({ value });
  if (kept === value.replace(/^ +| +$/g, '')) return true;
  const range = use.valueRange ?? use.range;
  if (kept === null) context.report({ range, message: 'nothing', data: { option: use.name } });
  else {
    const data = { option: use.name, kept };
    context.report({
      range,
      message: 'cleaned',
      data,
      suggestions: () => changeValue(invocation, context.text, use, kept, `Change to ${kept}`),
    });
  }
  return false;
}

function checkSeparator(invocation: Invocation, use: OptionUse, context: RuleContext): void {
  const { separator } = knownNameSpace(invocation, 2);
  const { value } = use;
  // A dot can belong to a name; a slash on a server with dots can not.
  if (separator !== '.' || value === null || !value.includes('/')) return;
  const meant = value.replaceAll('/', '.');
  context.report({
    range: use.valueRange ?? use.range,
    message: 'separator',
    data: { separator, other: '/', meant },
    suggestions: () => changeValue(invocation, context.text, use, meant, `Change to ${meant}`),
  });
}
