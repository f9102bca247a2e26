import { isFrom } from '../catalogue/release.js';
import type { Invocation } from '../model/invocation.js';
import { defineRule, type RuleContext } from './rule.js';
import { temporaryCache } from './shared/temporaryCache.js';
import { addition, cacheUse, given, removal, switchedOn } from './shared/uses.js';

/** The first release that refuses the cache together with --skipcrossduplicates. */
const refusesCrossDuplicates = '2.192';

export const unusableCache = defineRule({
  id: 'unusable-cache',
  severity: 'error',
  category: 'identity',
  summary: 'The cache is lost, switched off where it is all there is, or refused.',
  messages: {
    none: '{option} takes away the cache, which is all that --useuid compares by: imapsync will copy everything once more at each run. Remove one of the two.',
    refused:
      'imapsync (from 2.192 on) refuses the cache together with --skipcrossduplicates, which {option} switches on, and stops with exit code 64 before it connects. Add --noskipcrossduplicates, or remove --usecache.',
    crossDuplicates:
      'With {option} the cache comes into force too late to be refused, and messages in several folders are copied several times, whatever --skipcrossduplicates says.',
    lostUids:
      'Without a --tmpdir that stays the cache is in the temporary folder and lost at a restart or with the container: with --useuid the next run copies everything once more. Add --tmpdir with a lasting folder.',
    lost: 'Without a --tmpdir that stays the cache is in the temporary folder and lost at a restart or with the container: the next run then reads all headers again. Add --tmpdir with a lasting folder.',
  },
  check(invocation, context) {
    const uids = given(invocation, 'useuid');
    const written = invocation.last('usecache');
    if (uids === undefined && written === undefined) return;
    if (written?.negated === true) {
      if (uids === undefined) return;
      const suggestions = () => [removal(invocation, context, 'usecache'), removal(invocation, context, 'useuid')];
      context.report({ range: written.range, message: 'none', data: { option: written.spelled }, suggestions });
      return;
    }
    reportCrossDuplicates(invocation, context);
    // delete2-with-useuid says worse about it.
    if (!temporaryCache(invocation) || (uids !== undefined && invocation.isSet('delete2') === true)) return;
    context.report({
      range: (uids ?? written!).range,
      message: uids === undefined ? 'lost' : 'lostUids',
      severity: uids === undefined ? 'info' : 'warning',
      suggestions: () =>
        invocation.dialect === 'posix' && invocation.last('tmpdir') === undefined
          ? [addition(invocation, context, ['--tmpdir', '/var/tmp'])]
          : [],
    });
  },
});

function reportCrossDuplicates(invocation: Invocation, context: RuleContext): void {
  const cross = switchedOn(invocation, 'skipcrossduplicates', ['gmail1']);
  const cache = cacheUse(invocation);
  if (cross === undefined || cache === undefined) return;
  const isWritten = cross.name === 'skipcrossduplicates';
  if (!isWritten && invocation.open) return;
  if (cache.name === 'useuid') {
    context.report({
      range: cache.range,
      message: 'crossDuplicates',
      severity: 'info',
      data: { option: cache.spelled },
    });
    return;
  }
  if (invocation.release !== null && !isFrom(invocation.release, refusesCrossDuplicates)) return;
  context.report({
    range: cache.range,
    message: 'refused',
    data: { option: isWritten ? 'this command' : cross.spelled },
    related: [{ range: cross.range, message: `${cross.spelled} switches --skipcrossduplicates on.` }],
    suggestions: () => [
      isWritten
        ? removal(invocation, context, 'skipcrossduplicates')
        : addition(invocation, context, ['--noskipcrossduplicates']),
      removal(invocation, context, 'usecache'),
    ],
  });
}
