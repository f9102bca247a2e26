import { knownNameSpace, providerOf } from '../folders/nameSpaces.js';
import type { OptionUse } from '../getopt/result.js';
import { presetsOf, type SideNumber } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { removal } from './shared/removal.js';
import { changeValue } from './shared/valueEdit.js';

const options = ['prefix1', 'sep1', 'prefix2', 'sep2'] as const;

const isConcerned = anyGiven('prefix1', 'sep1', 'prefix2', 'sep2', 'fixslash2');

export const prefixOrSeparatorAtOdds = defineRule({
  id: 'prefix-or-separator-at-odds',
  severity: 'warning',
  category: 'folders',
  summary: 'A separator or prefix is given that is not the one of the server, which imapsync would find out by itself.',
  messages: {
    noSeparator:
      'A prefix ends in the separator of its server, such as "INBOX." or "INBOX/". With "{value}" imapsync will {effect}.',
    provider:
      '{provider} has the {what} "{actual}", and --{option} "{value}" takes its place: names of folders will be read or written wrongly. Leave the option out, and imapsync takes what the server announces.',
    overridden: '--{preset} sets the {what} "{actual}" whatever --{option} says, so it has no effect.',
    slashes:
      'The destination separates by dots, and with --nofixslash2 dots in names of the source become slashes there, which such servers refuse. Remove --nofixslash2.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const option of options) {
      const use = invocation.last(option);
      if (use?.value != null) checkOption(invocation, use, use.value, context);
    }
    const fix = invocation.last('fixslash2');
    if (fix?.negated !== true) return;
    if (knownNameSpace(invocation, 1).separator !== '/' || knownNameSpace(invocation, 2).separator !== '.') return;
    context.report({
      range: fix.range,
      message: 'slashes',
      suggestions: () => removal(invocation, context.text, invocation.all('fixslash2')),
    });
  },
});

function checkOption(invocation: Invocation, use: OptionUse, value: string, context: RuleContext): void {
  const option = use.name;
  const side: SideNumber = option.endsWith('1') ? 1 : 2;
  const range = use.valueRange ?? use.range;
  const what = option.startsWith('sep') ? 'separator' : 'prefix';
  const suggestions = () => removal(invocation, context.text, invocation.all(option));
  for (const { names, settings } of presetsOf(invocation)) {
    const setting = settings.find((each) => each.option === option && each.how === 'always');
    if (setting === undefined || setting.value === value) continue;
    const data = { preset: names.join(' and --'), what, actual: String(setting.value), option };
    context.report({ range, message: 'overridden', data, suggestions });
    return;
  }
  const provider = providerOf(invocation, side);
  const separator = invocation.value(`sep${side}`) ?? provider?.separator ?? null;
  if (what === 'prefix' && /^INBOX$/i.test(value)) {
    const effect =
      side === 1
        ? 'take the prefix off the inbox itself, leave it without a name and not copy it'
        : 'write names such as "INBOXSent"';
    context.report({
      range,
      message: 'noSeparator',
      severity: 'error',
      data: { value, effect },
      suggestions: () =>
        separator === null || separator === ''
          ? suggestions()
          : changeValue(invocation, context.text, use, value + separator, `Change to ${value}${separator}`),
    });
    return;
  }
  if (provider === undefined || !provider.separatorVerified) return;
  const actual = what === 'separator' ? provider.separator : provider.prefix;
  if (actual === null || actual === value) return;
  // Another prefix can be meant to gather everything below one folder, or to take such a level away.
  if (what === 'prefix' && value !== '' && !/^INBOX[./]$/i.test(value)) return;
  context.report({
    range,
    message: 'provider',
    data: { provider: provider.name, what, actual, option, value },
    suggestions,
  });
}
