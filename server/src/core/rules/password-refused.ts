import { providerOf } from '../folders/nameSpaces.js';
import { insertOptions } from '../model/edits/insertOptions.js';
import { defineRule } from './rule.js';
import { hasToken, sides } from './shared/sides.js';

export const passwordRefused = defineRule({
  id: 'password-refused',
  severity: 'warning',
  category: 'authentication',
  summary: 'The provider takes no password over IMAP, or no password of the account.',
  messages: {
    refused:
      '{provider} takes no passwords over IMAP{since}, app passwords included: the login will fail, and imapsync ends with exit code 161. Get an OAuth access token, put it in a file and name that file with {token}.',
    appPassword:
      '{provider} takes no password of the account itself over IMAP: if this is one, the login will fail and imapsync ends with exit code 161. Create an app password with the provider and use that.',
  },
  check(invocation, { report, text }) {
    for (const side of sides) {
      const use = invocation.last(`passfile${side}`) ?? invocation.last(`password${side}`);
      if (use === undefined || hasToken(invocation, side)) continue;
      const provider = providerOf(invocation, side);
      if (provider === undefined) continue;
      const { password, verified, since } = provider.authentication;
      if (password === 'allowed' || !verified) continue;
      const token = `oauthaccesstoken${side}`;
      // What a file or a variable holds may be an app password.
      const isHidden = use.name.startsWith('passfile') || use.value === null || use.value === '';
      if (password === 'app-password' && isHidden) continue;
      if (!invocation.isAbsent(`authmech${side}`) || !invocation.isAbsent(token)) continue;
      const data = { provider: provider.name, token: `--${token}`, since: since === null ? '' : ` since ${since}` };
      if (password === 'app-password') {
        report({ range: use.range, message: 'appPassword', severity: 'hint', data });
        continue;
      }
      report({
        range: use.range,
        message: 'refused',
        data,
        suggestions: () => [
          {
            title: `Add --${token} ./token${side} (create that file yourself, mode 600, with the token on its first line)`,
            edits: [
              insertOptions(invocation, text, [`--${token}`, `./token${side}`], {
                after: use.valueWordIndex ?? use.wordIndex,
              }),
            ],
          },
        ],
      });
    }
  },
});
