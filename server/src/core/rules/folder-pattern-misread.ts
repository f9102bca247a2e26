import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { meetsName } from './shared/perlValues.js';
import { changeValue, rangeInValue } from './shared/valueEdit.js';

const options = ['include', 'exclude', 'regextrans2'] as const;
const brackets = /(?<!\\)\[(G(?:oogle |oogle)?mail)\](?![*+?{])/i;

/** `/Junk/`, `m{Junk}`: a pattern between the delimiters that code would need. */
const delimited = /^(?:\/(.*)\/|m\/(.*)\/|m\{(.*)\}|m\|(.*)\|)[imsx]*$/s;

/** `Junk*`, `Trash/*`: a name with the wildcard of a shell at its end. */
const glob = /^(\^?)((?:[\w &-]|\\.|[/])+)\*(\$?)$/;

const isConcerned = anyGiven('include', 'exclude', 'regextrans2');

export const folderPatternMisread = defineRule({
  id: 'folder-pattern-misread',
  severity: 'error',
  category: 'folders',
  summary: 'A pattern for folders is written as something else, and excludes nothing, everything or the wrong ones.',
  messages: {
    brackets:
      '{brackets} is a set of letters here: it stands for any single one of them, so --{option} also meets folders that merely hold such a letter. Write {escaped}.',
    delimiters: '--{option} takes a bare pattern, so the delimiters count as a part of the name: {harm}. Write {bare}.',
    glob: '--{option} takes a Perl pattern, in which * repeats the character before it and does not stand for any text. Write {pattern}.',
    everything:
      'The pattern meets every name, so --exclude leaves out all folders: imapsync will copy nothing and end with exit code 0.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const option of options) {
      if (invocation.last(option) === undefined) continue;
      for (const use of invocation.all(option)) {
        if (use.value !== null) checkValue(invocation, use, use.value, context);
      }
    }
  },
});

function checkValue(invocation: Invocation, use: OptionUse, value: string, context: RuleContext): void {
  const range = use.valueRange ?? use.range;
  const option = use.name;
  const change = (to: string) => () => changeValue(invocation, context.text, use, to, `Change to ${to}`);
  const found = brackets.exec(value);
  if (found !== null) {
    const escaped = `\\[${found[1]!}\\]`;
    context.report({
      range: rangeInValue(invocation, use, found.index, found.index + found[0].length),
      message: 'brackets',
      data: { brackets: found[0], escaped, option },
      suggestions: change(value.slice(0, found.index) + escaped + value.slice(found.index + found[0].length)),
    });
    return;
  }
  if (option === 'regextrans2') return;
  const inside = delimited
    .exec(value)
    ?.slice(1)
    .find((each) => each !== undefined);
  if (inside !== undefined && inside !== '') {
    const isAnchored = inside.startsWith('^') || inside.endsWith('$') || value.startsWith('m');
    context.report({
      range,
      message: 'delimiters',
      data: {
        option,
        bare: inside,
        harm: isAnchored ? 'it meets no folder' : 'it meets only names that hold them too',
      },
      ...(isAnchored ? {} : { severity: 'warning' as const }),
      suggestions: change(inside),
    });
    return;
  }
  const wildcard = glob.exec(value);
  if (wildcard !== null) {
    const pattern = `^${wildcard[2]!}`;
    context.report({
      range,
      message: 'glob',
      severity: 'warning',
      data: { option, pattern },
      suggestions: change(pattern),
    });
    return;
  }
  if (option === 'exclude' && meetsEverything(value)) context.report({ range, message: 'everything' });
}

/** An empty pattern does so as well, as imapsync uses it. */
function meetsEverything(value: string): boolean {
  if (value === '' || /^\^?\.(?:\+\$?)?$/.test(value)) return true;
  // What looks ahead or behind can spare names that nobody thinks of here.
  if (value.includes('(?')) return false;
  return ['', 'INBOX', 'q7'].every((name) => meetsName(value, name) === true);
}
