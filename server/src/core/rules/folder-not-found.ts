import { providerOf } from '../folders/nameSpaces.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { anyGiven } from './shared/given.js';
import { listedAs } from './shared/knownFolders.js';
import { changeValue } from './shared/valueEdit.js';

const options = ['folder', 'folderrec'] as const;

const isConcerned = anyGiven('folder', 'folderrec');

export const folderNotFound = defineRule({
  id: 'folder-not-found',
  severity: 'warning',
  category: 'folders',
  summary: 'A folder is named as no server lists it, so imapsync skips it and still ends well.',
  messages: {
    quotes:
      'The quotes are part of the name: imapsync will look for a folder with quotes in it, find none, skip it and still end with exit code 0.',
    several:
      'imapsync takes the value for the name of one folder, commas included: it will find none, skip it and still end with exit code 0. Repeat --{option} for each folder.',
    wildcard:
      '--folder takes a name and knows no wildcards: imapsync will look for a folder with * in it, skip it and still end with exit code 0. Use --include with a pattern, or --folderrec for all folders below one.',
    inbox:
      'imapsync compares names letter for letter, and servers list the inbox as INBOX: {value} will be skipped, and imapsync still ends with exit code 0.',
    known:
      '{provider} lists this folder as {listed}: imapsync will not find {value}, skip it and still end with exit code 0.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    for (const option of options) {
      if (invocation.last(option) === undefined) continue;
      for (const use of invocation.all(option)) {
        if (use.value !== null && use.valueRange !== null) checkName(invocation, use, use.value, context);
      }
    }
  },
});

function checkName(invocation: Invocation, use: OptionUse, value: string, context: RuleContext): void {
  const range = use.valueRange ?? use.range;
  const change = (to: string) => () => changeValue(invocation, context.text, use, to, `Change to ${to}`);
  const quoted = /^(["'])(.+)\1$/.exec(value)?.[2];
  if (quoted !== undefined) {
    // In a table and in cmd such quotes have reports of their own.
    if (invocation.syntax.table !== undefined || (invocation.dialect === 'cmd' && value.startsWith("'"))) return;
    context.report({ range, message: 'quotes', suggestions: change(quoted) });
  } else if (value === 'inbox') {
    context.report({ range, message: 'inbox', data: { value }, suggestions: change('INBOX') });
  } else if (/^[^,]*[^\s,],[^\s,][^,]*(?:,[^\s,][^,]*)*$/.test(value)) {
    context.report({ range, message: 'several', data: { option: use.name } });
  } else if (use.name === 'folder' && value.includes('*')) {
    context.report({ range, message: 'wildcard' });
  } else {
    const provider = providerOf(invocation, 1);
    const listed = provider === undefined ? undefined : listedAs(provider, value);
    if (provider === undefined || listed === undefined) return;
    const data = { value, provider: provider.name, listed };
    context.report({ range, message: 'known', data, suggestions: change(listed) });
  }
}
