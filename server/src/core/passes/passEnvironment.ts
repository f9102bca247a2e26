import type { Invocation } from '../model/invocation.js';
import { expandUnsplit, knownText } from './expandWords.js';
import { absolutePath } from './filePaths.js';
import type { PlanDraft } from './planDraft.js';
import type { WordSource } from './wordSource.js';

/** Variables that must not reach imapsync or its Perl, with what they would do. */
const dangerous: Readonly<Record<string, string>> = {
  SERVER_SOFTWARE: 'imapsync takes itself for a page of a web server and ignores its command line.',
  NET_SERVER_SOFTWARE: 'imapsync takes itself for a page of a web server and puts its files elsewhere.',
  POSIXLY_CORRECT:
    'Options are read by other rules: no abbreviations, and none behind the first word that is no option.',
  PERL5OPT: 'Perl loads and runs what it names before imapsync begins.',
  PERL5DB: 'Perl runs what it names as a debugger.',
};

/** Variables of a command line that only concern language, time and certificates. */
const harmless = /^(?:LANG|LANGUAGE|LC_[A-Z]+|TZ|SSL_CERT_FILE|SSL_CERT_DIR)$/;

/**
 * Keeps dangerous variables of the surrounding environment away. Of the assignments written before the command only
 * harmless ones are taken over: `PERL5LIB`, `PATH`, `TMPDIR` and the like decide what code runs or where files are
 * written. The operator's own `PERL5LIB` stays, since Perl may need it to find imapsync's modules. Passwords are not
 * dealt with here.
 */
export function planEnvironment(
  draft: PlanDraft,
  invocation: Invocation,
  scriptDirectory: string,
  source: WordSource,
): void {
  for (const { name, value } of invocation.syntax.assignments) {
    if (name === 'IMAPSYNC_PASSWORD1' || name === 'IMAPSYNC_PASSWORD2') continue;
    if (harmless.test(name)) {
      const { pieces } = expandUnsplit(value, source);
      const text = knownText(pieces);
      if (text !== null && name.startsWith('SSL_')) {
        draft.setVariable(name, [{ ...pieceOf(absolutePath(text, scriptDirectory)), range: value.range }]);
      } else {
        draft.setVariable(name, pieces);
      }
    } else if (!Object.hasOwn(dangerous, name)) {
      draft.change(
        name,
        'removed',
        'A pass takes over no variable that can decide which code runs or where files are written; set it before you start the pass if imapsync needs it.',
      );
    }
  }
  for (const [name, reason] of Object.entries(dangerous)) {
    draft.env[name] = null;
    draft.change(name, 'removed', reason);
  }
}

function pieceOf(value: string) {
  return { kind: 'text', value, quoted: false, verbatim: false } as const;
}
