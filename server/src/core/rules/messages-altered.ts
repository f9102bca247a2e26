import { defineRule } from './rule.js';
import { anyGiven } from './shared/given.js';

const isConcerned = anyGiven('truncmess', 'syncacls');

export const messagesAltered = defineRule({
  id: 'messages-altered',
  severity: 'warning',
  category: 'process',
  summary: 'Copies are cut, or rights of folders copied that mean something else on the destination.',
  messages: {
    cut: 'imapsync cuts every message after {bytes} bytes: the copies on the destination are damaged, attachments first. To leave large messages out, use --maxsize.',
    rights:
      'imapsync copies who may read a folder letter by letter, and servers give these letters different meanings: people can lose access to folders, or gain it. Check the rights on the destination.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    const cut = invocation.last('truncmess');
    if (cut !== undefined) {
      context.report({ range: cut.range, message: 'cut', data: { bytes: cut.value ?? 'the given number of' } });
    }
    const rights = invocation.last('syncacls');
    if (rights !== undefined && !rights.negated) context.report({ range: rights.range, message: 'rights' });
  },
});
