import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule } from './rule.js';
import { cacheUse, given, removal, switchedOn } from './shared/uses.js';

const alterations = ['truncmess', 'regexmess', 'pipemess', 'maxlinelengthcmd'];

export const delete1WithoutProof = defineRule({
  id: 'delete1-without-proof',
  severity: 'warning',
  category: 'deletion',
  summary: '`--delete1` deletes originals of which no true copy need exist.',
  messages: {
    cache:
      'With {option} imapsync deletes on the source what its cache knows, without a look at the destination: if a mailbox was made anew since, mail is lost on both sides. Run --delete1 without the cache.',
    altered:
      '{option} alters the copies, and --delete1 deletes the originals: nothing is left as it was. Copy first, look at the result, then delete.',
    merged:
      '{option} numbers messages without a Message-Id by folder, and {merge} lets messages of several folders meet: the second with the same number is taken for a copy, and --delete1 deletes it uncopied. Do not merge these folders, or remove --delete1.',
  },
  check(invocation, context) {
    const deletion = given(invocation, 'delete1');
    if (deletion === undefined) return;
    const report = (
      use: OptionUse,
      message: string,
      data: Record<string, string>,
      severity: 'error' | 'warning',
    ): void => {
      context.report({
        range: use.range,
        message,
        severity,
        data,
        related: [{ range: deletion.range, message: `${deletion.spelled} deletes on the source.` }],
        suggestions: () => [removal(invocation, context, 'delete1')],
      });
    };
    const cache = cacheUse(invocation);
    if (cache !== undefined) report(cache, 'cache', { option: cache.spelled }, 'warning');
    for (const name of alterations) {
      const use = given(invocation, name);
      if (use !== undefined) report(use, 'altered', { option: use.spelled }, 'warning');
    }
    const numbered = switchedOn(invocation, 'addheader', ['gmail2']);
    const merge = numbered === undefined ? undefined : mergingUse(invocation);
    if (numbered !== undefined && merge !== undefined) {
      report(numbered, 'merged', { option: numbered.spelled, merge: merge.spelled }, 'error');
    }
  },
});

/** What makes messages of several folders meet in one place. */
function mergingUse(invocation: Invocation): OptionUse | undefined {
  const pairs = invocation.all('f1f2');
  const targets = pairs.map(({ value }) => (value?.includes('=') ? value.slice(value.indexOf('=') + 1) : null));
  const merged = pairs.find((_, index) => targets[index] != null && targets.indexOf(targets[index]!) < index);
  return merged ?? switchedOn(invocation, 'skipcrossduplicates', ['gmail1']);
}
