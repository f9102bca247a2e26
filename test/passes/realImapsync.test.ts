import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pass } from '../../server/src/core/languageService.js';
import { type DovecotServer, hasDovecot, passwordOf, startDovecot } from './support/dovecotServer.js';
import { listAccount } from './support/imapClient.js';
import { imapsyncProgram } from './support/imapsyncProgram.js';
import { fillMailboxes } from './support/mailboxes.js';
import { planned } from './support/planned.js';
import { inventory, runPlan } from './support/runPlan.js';

interface Nasty {
  readonly name: string;
  readonly options: string;
  readonly pass?: Pass;
  readonly environment?: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** The pass stops before the folders. */
  readonly short?: true;
}

/** `MARK` stands for a file that must not appear, `BYSTANDER` for the pid file of a running program. */
const nasties: readonly Nasty[] = [
  {
    name: 'deletions on the source, in long and short spellings, also hidden in variables',
    options: '--no-dry -delete --expunge +nodry --DELETE1 --delete1emptyfolders $MORE "$@"',
    variables: { MORE: '--nodry --delete1', '@': '--expunge1' },
  },
  {
    name: 'deletions of messages and folders on the destination',
    options: "--delete2 --delete2folders --delete2foldersbutnot '/^Own$/' --delete2duplicates --expunge2 --delete1",
  },
  {
    name: 'an empty cache, a strict copy and files of others',
    options:
      '--useuid --delete2 --usecache --tmpdir DIR/new --logfile DIR/precious --logdir DIR/logs --pidfile DIR/precious',
  },
  {
    name: 'commands to the server hidden in search criteria',
    options:
      "--search $'ALL\\r\\nx STORE 1:* +FLAGS (\\\\Deleted)\\r\\ny EXPUNGE' --search2 $'ALL\\ny EXPUNGE' --gmail2 --nossl2",
  },
  {
    name: 'programs in expressions and options',
    options:
      "--regextrans2 's/a/b/; system(\"touch MARK\")' --regexmess 's/ /system(\"touch MARK\")/e' --skipmess 'm/(?{system(\"touch MARK\")})/' --regexflag 's/^/@{[system(\"touch MARK\")]}/' --delete2foldersonly 'system(\"touch MARK\")' --pipemess 'touch MARK' --maxlinelength 10 --maxlinelengthcmd 'touch MARK' --nodry1",
  },
  {
    name: 'the end of another run, test modes and secrets on the screen',
    options:
      '--abort --abortbyfile --pidfile BYSTANDER --pidfilelocking --tail --tests --testslive --showpasswords --debugimap --debugenv --debugcontent --debug',
  },
  {
    name: 'an environment of a web server',
    options: '--subscribeall --syncacls --addheader --emailreport1 --emailreport2',
    environment: 'SERVER_SOFTWARE=x POSIXLY_CORRECT=1 PERL5OPT=-MNoSuchModule PERL5LIB=/nowhere TMPDIR=/nowhere',
    pass: 'folders',
  },
  { name: 'deletions on the source', options: '--delete1 --expunge1 --justfolders', pass: 'login', short: true },
  { name: 'deletions on the source', options: '--delete1 --expunge1 --justlogin', pass: 'connect', short: true },
];

const program = imapsyncProgram();
const missing = program === null ? 'imapsync not found' : hasDovecot() ? null : 'dovecot not found';

describe(`a pass of the real imapsync${missing === null ? '' : ` (skipped: ${missing})`}`, function () {
  this.timeout(180_000);
  const source = 'alice';
  const destination = 'bob';
  let server: DovecotServer;
  let bystander: ChildProcess;
  let directory: string;
  let original: readonly string[];

  before(async function () {
    if (missing !== null) this.skip();
    server = await startDovecot([source, destination]);
    await fillMailboxes(server.port, source, destination);
    directory = mkdtempSync(join(tmpdir(), 'imapsync-lint-script-'));
    mkdirSync(join(directory, 'home'));
    bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    writeFileSync(join(directory, 'bystander.pid'), `${bystander.pid}\n`);
    writeFileSync(join(directory, 'precious'), 'to be kept\n');
    writeFileSync(join(directory, 'options_extra.txt'), '--folder NoSuchFolder\n');
    original = await accountsNow();
  });

  after(async () => {
    bystander?.kill();
    if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
    await server?.stop();
  });

  for (const { name, options, pass = 'dry', environment = '', variables = {}, short } of nasties) {
    it(`changes nothing in spite of ${name} (${pass})`, async () => {
      const text = options
        .replaceAll('MARK', join(directory, 'mark'))
        .replaceAll('BYSTANDER', join(directory, 'bystander.pid'))
        .replaceAll('DIR', directory);
      const side = (number: 1 | 2, user: string): string =>
        `--host${number} 127.0.0.1 --port${number} ${server.port} --nossl${number} --notls${number} --user${number} ${user} --password${number} ${passwordOf(user)}`;
      const script = `${environment} imapsync ${side(1, source)} ${side(2, destination)} ${text}`;
      const plan = planned(script, { pass, variables, scriptDirectory: directory });
      assert.equal(plan.plan.refused, null);
      const files = inventory(directory);

      const run = await runPlan(plan, program!, {
        HOME: join(directory, 'home'),
        SERVER_SOFTWARE: 'nasty',
        POSIXLY_CORRECT: '1',
        PERL5OPT: '-MNoSuchModule',
      });

      assert.equal(run.status, 0, run.output);
      assert.match(run.log, /^Here is imapsync/);
      const end =
        short === true ? /^Exiting (?:because of --justlogin|after a justconnect)/m : /End looping on each folder/;
      assert.match(run.log, end);
      assert.deepEqual(await accountsNow(), original);
      assert.deepEqual(inventory(directory), files);
      assert.equal(readFileSync(join(directory, 'precious'), 'utf8'), 'to be kept\n');
      assert.equal(bystander.exitCode ?? bystander.signalCode, null);
      for (const shown of [run.output, run.log, JSON.stringify(plan.plan)]) {
        assert.ok(!shown.includes(passwordOf(source)) && !shown.includes(passwordOf(destination)));
      }
    });
  }

  async function accountsNow(): Promise<readonly string[]> {
    const accounts = [source, destination].map((user) => listAccount(server.port, user, passwordOf(user)));
    return (await Promise.all(accounts)).flat();
  }
});
