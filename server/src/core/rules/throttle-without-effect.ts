import { providerOf } from '../folders/nameSpaces.js';
import type { OptionUse } from '../getopt/result.js';
import { removeUses } from '../model/edits/removeUse.js';
import { presetsOf } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { sides } from './shared/sides.js';

const throttling = new Set(['gmail', 'microsoft365', 'outlook-com']);

/** Below so many bytes a second the longest pause, 2 seconds, makes the pace for all but the smallest messages. */
const tinyRate = 1000;

/** Gmail locks an account beyond 2,500 MB a day, which this rate reaches in 25 seconds. */
const hugeRate = 100_000_000;

export const throttleWithoutEffect = defineRule({
  id: 'throttle-without-effect',
  severity: 'warning',
  category: 'connection',
  summary: 'A limit on the pace is written in a way that limits nothing, or less than it says.',
  messages: {
    noSleep:
      'With {option} 0 imapsync never pauses, so no limit on its pace has any effect, although {reason}. Remove it.',
    replaced:
      '{option} 0 does not lift the limit: imapsync takes 0 as not given, and {preset} puts its own value there. To run without any limit use --maxsleep 0.',
    huge: '{option} {value} takes the place of the limit that {preset} sets, and no connection is that fast: nothing will limit the pace. Remove it to keep the limit of the preset.',
    tiny: '{option} {value} is no cap: imapsync pauses at most 2 seconds (--maxsleep) after each message, so larger messages pass faster than that. Limit {other} instead, or raise --maxsleep.',
  },
  check(invocation, context) {
    checkSleep(invocation, context);
    for (const name of ['maxbytespersecond', 'maxmessagespersecond', 'maxsize', 'maxbytesafter']) {
      const use = invocation.last(name);
      if (use?.value != null) checkLimit(invocation, use, Number(use.value), context);
    }
  },
});

function checkSleep(invocation: Invocation, context: RuleContext): void {
  const use = invocation.last('maxsleep');
  if (use?.value == null || Number(use.value) !== 0) return;
  const limit = invocation.last('maxbytespersecond') ?? invocation.last('maxmessagespersecond');
  const provider = sides
    .map((side) => providerOf(invocation, side))
    .find((each) => each !== undefined && throttling.has(each.id));
  if (limit === undefined && provider === undefined) return;
  report(invocation, use, 'noSleep', context, {
    reason: limit === undefined ? `${provider!.name} throttles those who hurry` : `${limit.spelled} asks for one`,
  });
}

function checkLimit(invocation: Invocation, use: OptionUse, value: number, context: RuleContext): void {
  const preset = presetsOf(invocation).find(({ settings }) => settings.some(({ option }) => option === use.name));
  const isRate = use.name === 'maxbytespersecond';
  const data = { preset: preset === undefined ? '' : preset.names.map((name) => `--${name}`).join(' with ') };
  if (value === 0 && preset !== undefined) report(invocation, use, 'replaced', context, data);
  else if (isRate && value >= hugeRate && preset !== undefined) report(invocation, use, 'huge', context, data);
  else if (isRate && value > 0 && value < tinyRate && invocation.isAbsent('maxsleep')) {
    report(invocation, use, 'tiny', context, { other: '--maxmessagespersecond' });
  }
}

function report(
  invocation: Invocation,
  use: OptionUse,
  message: 'noSleep' | 'replaced' | 'huge' | 'tiny',
  { report: tell, text }: RuleContext,
  data: Readonly<Record<string, string>>,
): void {
  tell({
    range: use.valueRange ?? use.range,
    message,
    ...(message === 'tiny' ? { severity: 'info' } : {}),
    data: { option: `--${use.name}`, value: use.value ?? '', ...data },
    ...(message === 'tiny'
      ? {}
      : {
          suggestions: () => [
            { title: `Remove --${use.name}`, edits: removeUses(invocation, text, invocation.all(use.name)) },
          ],
        }),
  });
}
