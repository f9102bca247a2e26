import type { OptionFact } from '../catalogue/optionFact.js';
import type { PlannedChange } from './passPlan.js';

/** Why an option of the user is left out of a pass, or gives way to one of ours. */
export interface Withheld {
  readonly action: Exclude<PlannedChange['action'], 'added'>;
  readonly reason: string;
  /** Its no-form is left out too; by default that stays, since it only says what a pass wants anyway. */
  readonly alsoNegated?: true;
}

function removed(reason: string): Withheld {
  return { action: 'removed', reason };
}

function redirected(reason: string): Withheld {
  return { action: 'replaced', reason, alsoNegated: true };
}

const testMode =
  'Runs imapsync’s own tests, which write files and open connections of their own whatever the other options say.';
const reportMail = 'A release that does not look at --dry here puts a report message into the INBOX of that account.';
const stopSignals = 'Changes what the signals do by which a pass is stopped.';
const endsEarly = 'Ends the run before it reaches the servers, so there would be nothing to see.';

/** Options that a pass never hands over as they stand, with the reason in words; the dangers were seen on release 2.229. */
const withheld: Readonly<Record<string, Withheld>> = {
  delete1: removed(
    '--dry does not keep --delete1 from the source: imapsync still sends UID EXPUNGE there for every message that is already on the destination. The pass does not list what the real run removes from the source.',
  ),
  expunge1: {
    action: 'replaced',
    reason:
      'The real run removes every message marked \\Deleted from the source before it copies; the pass has --noexpunge1 and does not list them.',
  },
  abort: removed('Stops another imapsync that is running, under --dry too.'),
  abortbyfile: removed('Stops another imapsync that is running, under --dry too.'),
  pipemess: removed('Its command is run by a shell at the start, under --dry too.'),
  maxlinelengthcmd: removed('Its command is run by a shell at the start, under --dry too.'),
  tests: removed(testMode),
  testsdebug: removed(testMode),
  testsunit: removed(testMode),
  testslive: removed('Replaces both accounts by test accounts of imapsync’s author.'),
  testslive2: removed('Replaces both accounts by test accounts of imapsync’s author.'),
  testslive6: removed('Replaces both accounts by test accounts of imapsync’s author.'),
  extra: removed('The options in its value are read behind all others and overrule them, --dry and passwords too.'),
  fixcolonbug: removed('Renames folders of the cache, under --dry too.'),
  cacheaftercopy: removed('Writes the cache; a pass copies nothing that it could note there.'),
  emailreport1: removed(reportMail),
  emailreport2: removed(reportMail),
  releasecheck: removed('Sends the release and the system to imapsync’s author, under --dry too.'),
  pidfile: redirected(
    'The file is overwritten at the start and deleted at the end, under --dry too: --abort and --pidfilelocking would lose sight of a real run that uses it.',
  ),
  pidfilelocking: removed('The pass has a pid file of its own, so there is nothing to lock against.'),
  tmpdir: redirected('The folder is created and written to, under --dry too.'),
  log: redirected('The pass writes its log file into its private folder.'),
  logfile: redirected('An existing log file is overwritten, under --dry too.'),
  logdir: redirected('The folder is created and written to, under --dry too.'),
  dockercontext: redirected(
    'In a container imapsync would change to another folder, where relative paths mean other files, and write no log.',
  ),
  tail: removed('Shows the log of another imapsync that is running instead of doing the pass.'),
  showpasswords: removed('Prints the passwords to the terminal and into the log file.'),
  debugcontent: removed('Prints the text of messages to the terminal and into the log file.'),
  debugenv: removed('Prints the environment, which can hold passwords, to the terminal and into the log file.'),
  simulong: removed('Only prints lines for as long as it is told to.'),
  memorystress: removed('Only fills the memory.'),
  sigexit: removed(stopSignals),
  sigreconnect: removed(stopSignals),
  sigignore: removed(stopSignals),
  justbanner: removed(endsEarly),
  version: removed(endsEarly),
  help: removed(endsEarly),
  dry1: {
    action: 'removed',
    reason: '--nodry1 makes a dry run fetch messages and run expressions over them; --dry alone turns both off.',
    alsoNegated: true,
  },
};

/**
 * Why a pass leaves the option out, or null where it can stay. What no list names is decided by the catalogue: code that
 * is run, or something that happens under `--dry`, does not stay.
 */
export function withheldOption(fact: OptionFact): Withheld | null {
  if (Object.hasOwn(withheld, fact.name)) return withheld[fact.name]!;
  if (redeemed.has(fact.name) || fact.valueKind === 'perl-op') return null;
  if (fact.shellExec || fact.perlEval) return removed('Its value is run as a program, under --dry too.');
  if (fact.honoursDry === false || fact.honoursDry === 'unknown') {
    return removed(fact.dryDetail ?? 'It can change something under --dry too.');
  }
  if (fact.writes.includes('local')) return removed('It writes files on this machine.');
  if (fact.writes.length > 0 && fact.honoursDry !== true)
    return removed('It changes an account, and nothing says that --dry prevents it.');
  return null;
}

/** Options that write the cache only: harmless once `--tmpdir` points into the private folder. */
const redeemed: ReadonlySet<string> = new Set(['usecache', 'useuid']);
