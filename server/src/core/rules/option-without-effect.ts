import { allOptionFacts } from '../catalogue/options.js';
import { isFrom, type Release } from '../catalogue/release.js';
import { defineRule } from './rule.js';
import { removal } from './shared/removal.js';

const idle = new Map(allOptionFacts.filter(({ noEffect }) => noEffect).map((fact) => [fact.name, fact]));

export const optionWithoutEffect = defineRule({
  id: 'option-without-effect',
  severity: 'hint',
  category: 'process',
  summary: 'imapsync accepts the option and does nothing with it.',
  messages: {
    never: 'imapsync accepts {option} and does nothing with it.',
    notYet:
      'imapsync does something with {option} from release {release} on only; before, it accepts the option and does nothing.',
  },
  check(invocation, context) {
    for (const use of invocation.uses) {
      const fact = idle.get(use.name);
      if (fact === undefined) continue;
      const { worksFrom } = fact;
      if (worksFrom !== null && invocation.release !== null && isFrom(invocation.release, worksFrom as Release))
        continue;
      const isValue = fact.value !== 'none';
      context.report({
        range: use.range,
        message: worksFrom === null ? 'never' : 'notYet',
        data: { option: use.spelled, release: worksFrom ?? '' },
        // With a value something was to be done.
        ...(isValue ? { severity: 'warning' as const } : {}),
        suggestions: () => removal(invocation, context.text, [use]),
      });
    }
  },
});
