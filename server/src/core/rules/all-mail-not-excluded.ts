import { optionFacts } from '../catalogue/options.js';
import type { Provider } from '../catalogue/provider.js';
import { providerOf } from '../folders/nameSpaces.js';
import { insertOptions } from '../model/edits/insertOptions.js';
import { presetsOf } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule } from './rule.js';
import { anyGiven } from './shared/given.js';
import { meetsName } from './shared/perlValues.js';

/** Options of runs that copy nothing. */
const readOnlyRuns = new Set(optionFacts.filter(({ readOnlyRun }) => readOnlyRun).map(({ name }) => name));
const selectsFolders = anyGiven('folder', 'folderrec', 'include', 'subscribed', 'subfolder1');
const exclusion = String.raw`^\[Gmail\]/All Mail$`;

export const allMailNotExcluded = defineRule({
  id: 'all-mail-not-excluded',
  severity: 'info',
  category: 'folders',
  summary: 'Gmail lists every message once more in its folder All Mail, and nothing leaves that out.',
  messages: {
    twice:
      'Gmail lists every message in "[Gmail]/All Mail" beside the folders of its labels, and nothing in this command leaves it out: imapsync will copy all mail at least twice. Add --exclude, or --skipcrossduplicates if unlabelled mail is wanted too.',
  },
  check(invocation, context) {
    if (invocation.open || selectsFolders(invocation)) return;
    const provider = providerOf(invocation, 1);
    // Between two accounts of Gmail the presets copy labels instead.
    if (provider?.id !== 'gmail' || isGmail(invocation) || skipsDuplicates(invocation)) return;
    if (invocation.isSet('skipcrossduplicates') === true) return;
    if (invocation.uses.some(({ name, negated }) => !negated && readOnlyRuns.has(name))) return;
    if (invocation.all('exclude').some(({ value }) => value === null || excludesAll(value, provider))) return;
    context.report({
      range: invocation.headRange,
      message: 'twice',
      suggestions: () => [
        {
          title: `Add --exclude '${exclusion}'`,
          edits: [insertOptions(invocation, context.text, ['--exclude', exclusion])],
        },
      ],
    });
  },
});

function isGmail(invocation: Invocation): boolean {
  return providerOf(invocation, 2)?.id === 'gmail';
}

function skipsDuplicates(invocation: Invocation): boolean {
  if (invocation.isSet('skipcrossduplicates') === false) return false;
  return presetsOf(invocation).some(({ settings }) =>
    settings.some(({ option, value }) => option === 'skipcrossduplicates' && value === true),
  );
}

function excludesAll(value: string, provider: Provider): boolean {
  return provider.folders.all.some(({ raw }) => meetsName(value, raw) !== false);
}
