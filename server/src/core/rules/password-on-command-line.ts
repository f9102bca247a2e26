import type { OptionUse } from '../getopt/result.js';
import { removeUses } from '../model/edits/removeUse.js';
import { replaceByWords, textInPlace } from '../model/edits/replaceWord.js';
import type { Invocation } from '../model/invocation.js';
import type { TextChange } from '../text/edit.js';
import { defineRule, type RuleContext, type Suggestion } from './rule.js';
import { isLikelyToken } from './shared/likelyToken.js';

type Side = '1' | '2';
const sides: readonly Side[] = ['1', '2'];

export const passwordOnCommandLine = defineRule({
  id: 'password-on-command-line',
  severity: 'warning',
  category: 'authentication',
  summary: 'A password or token stands in the command for everyone to read.',
  messages: {
    literal:
      'The value of {option} is the password itself: whoever sees this file, the shell history or, while imapsync runs, the process list can read it. Put it in a file of its own (mode 600) and name that file with {passfile}.',
    logged:
      'imapsync will write the password of {spelled} into its log in clear: it masks only the word that follows {option} in lower case, as in "{option} VALUE". Put the password in a file of its own (mode 600) and name that file with {passfile}.',
    unexpanded:
      'imapsync will take the value of {option} as it stands here, dollar sign included: {reason}. Put the password in a file of its own (mode 600) and name that file with {passfile}.',
    token:
      'The value of {option} looks like the token itself. imapsync masks no tokens: it will write this one into its log in clear, and the process list shows it too. Put it in a file of its own (mode 600) and give the name of that file as the value.',
  },
  check(invocation, context) {
    // An account table is there to hold passwords; how they get from it to imapsync is up to who reads it.
    if (invocation.dialect === 'table') return;
    for (const side of sides) {
      if (!isIgnored(invocation, side)) {
        for (const use of invocation.all(`password${side}`)) checkPassword(invocation, use, side, context);
      }
      for (const name of [`oauthaccesstoken${side}`, `oauthdirect${side}`]) {
        for (const use of invocation.all(name)) checkToken(invocation, use, side, context);
      }
    }
  },
});

/** With a token imapsync wants a password all the same and ignores it, so any word will do. */
function isIgnored(invocation: Invocation, side: Side): boolean {
  return invocation.all(`oauthaccesstoken${side}`).length + invocation.all(`oauthdirect${side}`).length > 0;
}

function checkPassword(invocation: Invocation, use: OptionUse, side: Side, context: RuleContext): void {
  // An empty value is no secret: imapsync then asks for the password.
  if (use.value === '') return;
  const option = `--password${side}`;
  const passfile = `--passfile${side}`;
  const suggestions = (): readonly Suggestion[] => [intoPassfile(invocation, use, side, context)];
  if (!isMasked(use)) {
    const { range, spelled } = use;
    const written = use.valueWordIndex === use.wordIndex ? `${spelled}=…` : spelled;
    const severity = use.value === null ? 'warning' : 'error';
    context.report({ range, message: 'logged', severity, data: { spelled: written, option, passfile }, suggestions });
  } else if (use.value !== null) {
    const isVariable = /^\$(?:\w+|\{\w+\})$/.test(use.value);
    const reason = unexpandedReason(invocation);
    context.report({
      range: use.valueRange ?? use.range,
      message: isVariable ? 'unexpanded' : 'literal',
      data: { option, passfile, reason },
      suggestions,
    });
  }
}

function unexpandedReason({ dialect }: Invocation): string {
  if (dialect === 'profile') return 'a profile has no variables';
  if (dialect === 'json' || dialect === 'yaml') return 'no shell reads this list';
  if (dialect === 'cmd') return 'a batch file writes its variables %NAME%';
  return 'the quotes keep the shell from expanding it';
}

/** imapsync masks the word after an argument that holds `-password1` or `-password2`, in lower case. */
function isMasked({ spelled, wordIndex, valueWordIndex }: OptionUse): boolean {
  return valueWordIndex !== wordIndex && /-password[12]$/.test(spelled);
}

function intoPassfile(invocation: Invocation, use: OptionUse, side: Side, { text }: RuleContext): Suggestion {
  if (invocation.all(`passfile${side}`).length > 0) {
    return {
      title: `Remove the password: --passfile${side} wins over it`,
      edits: removeUses(invocation, text, [use]),
    };
  }
  return {
    title: `Read the password from ./secret${side} (create that file yourself, mode 600, with the password on its first line)`,
    edits: passfileEdits(invocation, use, side, text),
  };
}

function passfileEdits(invocation: Invocation, use: OptionUse, side: Side, text: string): readonly TextChange[] {
  const { wordIndex, valueWordIndex } = use;
  const option = `--passfile${side}`;
  const file = `./secret${side}`;
  if (valueWordIndex === null || valueWordIndex === wordIndex) {
    return [replaceByWords(invocation, text, wordIndex, [option, file])];
  }
  return [
    replaceByWords(invocation, text, wordIndex, [option]),
    replaceByWords(invocation, text, valueWordIndex, [file]),
  ];
}

function checkToken(invocation: Invocation, use: OptionUse, side: Side, context: RuleContext): void {
  const { value, valueRange, valueWordIndex, name } = use;
  if (value === null || valueRange === null || valueWordIndex === null || !isLikelyToken(value)) return;
  context.report({
    range: valueRange,
    message: 'token',
    severity: 'error',
    data: { option: `--${name}` },
    suggestions: () => [
      {
        title: `Read the token from ./token${side} (create that file yourself, mode 600, with the token on its first line)`,
        edits: [{ range: valueRange, newText: textInPlace(invocation, valueWordIndex, valueRange, `./token${side}`) }],
      },
    ],
  });
}
