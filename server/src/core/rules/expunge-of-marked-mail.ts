import { defineRule } from './rule.js';
import { addition, given, removal, switchedOn } from './shared/uses.js';

export const expungeOfMarkedMail = defineRule({
  id: 'expunge-of-marked-mail',
  severity: 'warning',
  category: 'deletion',
  summary: 'An expunge destroys what users marked as deleted, on the source before it is copied.',
  messages: {
    source:
      '{option} expunges each folder of the source before it is read: all mail that a user marked as deleted is destroyed there and not copied, whatever a selection of messages says. Remove {option}.',
    preset:
      '{option} switches --expunge1 on: all mail that a user marked as deleted is destroyed on the source and not copied. Add --noexpunge1; such mail is then copied with its mark.',
    destination:
      '{option} expunges each folder of the destination: without --delete2 what it destroys is mail that a user marked as deleted there. Remove {option}.',
    noexpunge2:
      '{option} does not keep --delete2 from expunging what it deletes. Only --nouidexpunge2 does; the mail then stays, marked as deleted.',
    nouidexpunge2:
      'With {option} what --delete2 deletes stays on the destination, marked as deleted; many mail programs go on to show it.',
  },
  check(invocation, context) {
    const on1 = given(invocation, 'delete1') === undefined ? switchedOn(invocation, 'expunge1', ['gmail2']) : undefined;
    // In a rehearsal nothing is expunged.
    const isDry = invocation.isSet('dry') === true;
    if (on1 !== undefined && !isDry) {
      const isWritten = on1.name === 'expunge1';
      if (isWritten || !invocation.open) {
        context.report({
          range: on1.range,
          message: isWritten ? 'source' : 'preset',
          data: { option: on1.spelled },
          suggestions: () => [
            isWritten ? removal(invocation, context, 'expunge1') : addition(invocation, context, ['--noexpunge1']),
          ],
        });
      }
    }
    const on2 = invocation.last('expunge2');
    const mirrors = invocation.isSet('delete2') === true;
    if (
      on2?.negated === false &&
      !mirrors &&
      !isDry &&
      !(invocation.open && invocation.last('delete2') === undefined)
    ) {
      const suggestions = () => [removal(invocation, context, 'expunge2')];
      context.report({ range: on2.range, message: 'destination', data: { option: on2.spelled }, suggestions });
    } else if (on2?.negated === true && mirrors) {
      context.report({ range: on2.range, message: 'noexpunge2', severity: 'info', data: { option: on2.spelled } });
    }
    const precise = mirrors ? invocation.last('uidexpunge2') : undefined;
    if (precise?.negated === true && on2?.negated !== false) {
      context.report({
        range: precise.range,
        message: 'nouidexpunge2',
        severity: 'info',
        data: { option: precise.spelled },
      });
    }
  },
});
