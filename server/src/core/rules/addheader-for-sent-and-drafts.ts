import { defineRule } from './rule.js';
import { addition, given, switchedOn } from './shared/uses.js';

const sentOrDrafts =
  /(?:^|[./\]])(?:sent(?: items| messages| mail)?|drafts|gesendet|gesendete elemente|entw&APw-rfe)$/i;

export const addheaderForSentAndDrafts = defineRule({
  id: 'addheader-for-sent-and-drafts',
  severity: 'hint',
  category: 'identity',
  summary: 'Sent mail and drafts often lack a Message-Id, and imapsync skips what it can not tell apart.',
  messages: {
    missing:
      'Mail in "{folder}" often has neither Message-Id nor Received: imapsync skips it, counts it as void and ends with exit code 0. Add --addheader.',
    merged:
      '{option} numbers messages without a Message-Id by folder: where {merge} lets messages of several folders meet, the second with the same number is taken for a copy and not copied. Do not merge folders of such messages.',
  },
  check(invocation, context) {
    const numbered = invocation.last('addheader');
    if (numbered !== undefined) {
      if (numbered.negated || invocation.isSet('delete1') === true) return;
      const merge = switchedOn(invocation, 'skipcrossduplicates', []);
      if (merge === undefined) return;
      const data = { option: numbered.spelled, merge: merge.spelled };
      context.report({ range: numbered.range, message: 'merged', severity: 'warning', data });
      return;
    }
    if (invocation.last('folder') === undefined || invocation.open || given(invocation, 'gmail2') !== undefined) return;
    if (invocation.isSet('useuid') === true) return;
    const use = invocation.all('folder').find(({ value }) => value !== null && sentOrDrafts.test(value));
    if (use === undefined) return;
    context.report({
      range: use.valueRange ?? use.range,
      message: 'missing',
      data: { folder: use.value! },
      suggestions: () => [addition(invocation, context, ['--addheader'])],
    });
  },
});
