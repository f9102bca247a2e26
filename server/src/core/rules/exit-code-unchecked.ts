import type { Invocation } from '../model/invocation.js';
import { defineRule } from './rule.js';
import { breaksOff } from './shared/breaksOff.js';

/** Anything that looks at how a command ended, wherever it stands in the file. */
const looks =
  /\$\{?[?]|\|\||&&|\$\{?PIPESTATUS|\berrexit\b|\bset\s+-\w*e|^#!.*\s-\w*e|\btrap\b|(?:^|[\s;])(?:if|until|!)\s[^\n]*imapsync|\bwait\b/m;

/** It copies nothing, is read twice, or does not end where its author means it to. */
function isDoubtful(invocation: Invocation): boolean {
  const { syntax, rest } = invocation;
  return syntax.embedded !== undefined || breaksOff(syntax) || rest.length > 0 || invocation.isSet('dry') === true;
}

/** `do` and `done` where a command begins. */
const loopWord = /(?:^|[;\n])[ \t]*(do|done)(?![\w-])/g;

export const exitCodeUnchecked = defineRule({
  id: 'exit-code-unchecked',
  severity: 'hint',
  category: 'process',
  summary: 'A loop runs imapsync for many accounts, and nothing looks at how each run ended.',
  dialects: ['posix'],
  messages: {
    unchecked:
      'In this loop nothing looks at how imapsync ends, so an account that fails goes unnoticed. Write || echo with the name of the account behind it, or look at $? on the next line.',
  },
  checkFile({ text, invocations, report }) {
    if (invocations.length === 0 || !/[;\n][ \t]*done(?![\w-])/.test(text) || looks.test(text)) return;
    const words = [...text.matchAll(loopWord)];
    let depth = 0;
    let at = 0;
    for (const invocation of invocations) {
      const { start } = invocation.range;
      for (; at < words.length && words[at]!.index < start; at++) depth += words[at]![1] === 'do' ? 1 : -1;
      if (depth <= 0 || isDoubtful(invocation)) continue;
      // A loop that is not closed is being written.
      if (at >= words.length) return;
      report({ range: invocation.headRange, message: 'unchecked', invocation });
      return;
    }
  },
});
