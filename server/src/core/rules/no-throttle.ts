import { optionFacts } from '../catalogue/options.js';
import { providerOf } from '../folders/nameSpaces.js';
import { insertOptions } from '../model/edits/insertOptions.js';
import { presetsOf } from '../model/effectiveSettings.js';
import { defineRule } from './rule.js';
import { sides } from './shared/sides.js';

/** Options of runs that copy no mail. */
const readOnlyRuns = ['justfolders', ...optionFacts.filter(({ readOnlyRun }) => readOnlyRun).map(({ name }) => name)];

const paces = ['maxbytespersecond', 'maxmessagespersecond', 'exitwhenover'];

/** What the presets of 2.229 set, by provider: source, destination. */
const advice: Readonly<Record<string, readonly [string, string]>> = {
  gmail: [
    '--maxbytespersecond 40000 --maxbytesafter 3000000000',
    '--maxbytespersecond 20000 --maxbytesafter 1000000000',
  ],
  microsoft365: ['--maxmessagespersecond 4', '--maxmessagespersecond 4'],
  'outlook-com': ['--maxmessagespersecond 4', '--maxmessagespersecond 4'],
};

export const noThrottle = defineRule({
  id: 'no-throttle',
  severity: 'info',
  category: 'connection',
  summary: 'A provider that throttles is met at full speed.',
  messages: {
    unlimited:
      '{provider} slows down, disconnects or locks accounts that move much mail at once, and nothing in this command limits the pace of imapsync. Add {advice}, or the preset for this side.',
  },
  check(invocation, { report, text }) {
    if (invocation.open) return;
    for (const side of sides) {
      const provider = providerOf(invocation, side);
      const options = provider === undefined ? undefined : advice[provider.id]?.[side - 1];
      if (provider === undefined || options === undefined) continue;
      if (paces.some((name) => invocation.last(name) !== undefined) || presetsOf(invocation).length > 0) return;
      if (readOnlyRuns.some((name) => invocation.isSet(name) === true || invocation.last(name)?.value != null)) return;
      report({
        range: invocation.headRange,
        message: 'unlimited',
        data: { provider: provider.name, advice: options },
        suggestions: () => [{ title: `Add ${options}`, edits: [insertOptions(invocation, text, options.split(' '))] }],
      });
      return;
    }
  },
});
