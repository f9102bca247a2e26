import { insertOptions } from '../model/edits/insertOptions.js';
import type { Invocation } from '../model/invocation.js';
import { runsInDocker } from '../model/settings/environmentVariables.js';
import { knownPrefix } from '../syntax/word.js';
import { defineRule, type RuleContext } from './rule.js';

const files = ['passfile1', 'passfile2', 'tmpdir', 'logdir'];

export const misplacedFile = defineRule({
  id: 'misplaced-file',
  severity: 'warning',
  category: 'process',
  summary: 'imapsync looks for a file, or writes it, in another place than the one named.',
  messages: {
    logfile:
      'imapsync puts every log file below its log directory, so this one will be LOG_imapsync/{path} in the current directory. Add --logdir with an empty value to have the path taken as it is.',
    container:
      'In a container imapsync moves to /var/tmp/uid_N (N is the number of the user) before it opens files, so this path leads elsewhere{consequence}. Write the whole path.',
  },
  check(invocation, context) {
    if (invocation.last('logfile') !== undefined) checkLogfile(invocation, context);
    if (invocation.syntax.launcher.length > 0 && runsInDocker(invocation)) checkContainer(invocation, context);
  },
});

function checkLogfile(invocation: Invocation, { report, text }: RuleContext): void {
  const use = invocation.last('logfile')!;
  if (!invocation.isAbsent('logdir') || invocation.isSet('log') === false || use.valueWordIndex === null) return;
  const word = knownPrefix(invocation.syntax.words[use.valueWordIndex]!);
  const path = use.valueWordIndex === use.wordIndex ? word.slice(use.spelled.length + 1) : word;
  if (!path.startsWith('/')) return;
  report({
    range: use.valueRange ?? use.range,
    message: 'logfile',
    data: { path: use.value ?? `${path}…` },
    suggestions: () => [
      {
        title: "Add --logdir ''",
        edits: [insertOptions(invocation, text, ['--logdir', ''], { after: use.valueWordIndex! })],
      },
    ],
  });
}

function checkContainer(invocation: Invocation, { report }: RuleContext): void {
  if (!invocation.isAbsent('dockercontext') && invocation.isSet('dockercontext') !== true) return;
  for (const name of files) {
    const use = invocation.last(name);
    if (use?.value == null || use.value === '' || use.value.startsWith('/')) continue;
    report({
      range: use.valueRange ?? use.range,
      message: 'container',
      data: { consequence: name.startsWith('passfile') ? ': imapsync ends with exit code 66' : '' },
    });
  }
}
