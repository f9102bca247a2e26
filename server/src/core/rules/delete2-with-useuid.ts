import { defineRule } from './rule.js';
import { temporaryCache } from './shared/temporaryCache.js';
import { allGiven, given, listed, removal } from './shared/uses.js';

export const delete2WithUseuid = defineRule({
  id: 'delete2-with-useuid',
  severity: 'error',
  category: 'deletion',
  summary: '`--delete2` with `--useuid` deletes everything on the destination that the local cache does not know.',
  messages: {
    temporary:
      '--useuid makes the local cache the only proof that a message was copied, and this cache is lost with the temporary folder: then --delete2 deletes all mail on the destination and copies it again. Build the cache with one --usecache run and a --tmpdir that stays, or use only one of the two.',
    cache:
      '--useuid makes the local cache the only proof that a message was copied: on a first run, on another machine or with another spelling of a host or user, --delete2 deletes all mail on the destination and copies it again. Build the cache with one --usecache run, or use only one of the two.',
    sizes:
      'A message that {limits} keeps out never enters the cache: with --useuid and --delete2 imapsync deletes the copy that the destination has and does not copy it again. Remove one of the three.',
  },
  check(invocation, context) {
    const uids = given(invocation, 'useuid');
    const deletion = uids === undefined ? undefined : given(invocation, 'delete2');
    // Without a cache nothing is deleted, and everything copied again: unusable-cache.
    if (uids === undefined || deletion === undefined || invocation.isSet('usecache') === false) return;
    const isTemporary = temporaryCache(invocation);
    const common = {
      related: [{ range: deletion.range, message: `${deletion.spelled} deletes on the destination.` }],
      suggestions: () => [removal(invocation, context, 'delete2'), removal(invocation, context, 'useuid')],
    };
    context.report({
      range: uids.range,
      message: isTemporary ? 'temporary' : 'cache',
      ...(isTemporary ? {} : { severity: 'warning' as const }),
      ...common,
    });
    const limits = allGiven(invocation, ['maxsize', 'minsize', 'skipmess']);
    if (limits.length === 0) return;
    context.report({ range: limits[0]!.range, message: 'sizes', data: { limits: listed(limits) }, ...common });
  },
});
