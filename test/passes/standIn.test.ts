import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accounts, planned } from './support/planned.js';
import { runPlan } from './support/runPlan.js';

const standIn = join(process.cwd(), 'test/fixtures/stand-in/imapsync');

describe('an executed plan', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'imapsync-lint-record-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('is called with exactly the planned arguments, in the private folder', async () => {
    const plan = planned(
      `TZ=UTC imapsync ${accounts.join(' ')} --password1 'a "b" c' --password2 "$PW" --folder 'Sent Items'`,
    );
    const record = join(directory, 'record.json');
    const run = await runPlan(
      plan,
      standIn,
      {
        IMAPSYNC_STAND_IN_RECORD: record,
        IMAPSYNC_STAND_IN_SECRETS: '1',
        SERVER_SOFTWARE: 'x',
        PERL5OPT: '-x',
        POSIXLY_CORRECT: '1',
      },
      { PW: 'asked for' },
    );
    const { argv, cwd, env, modes, passwords } = JSON.parse(readFileSync(record, 'utf8'));

    assert.deepEqual(
      argv,
      plan.plan.argv.map((word) => word.replace('{private}', cwd)),
    );
    assert.deepEqual(passwords, ['a "b" c', 'asked for']);
    assert.deepEqual([env.SERVER_SOFTWARE, env.PERL5OPT, env.POSIXLY_CORRECT, env.TZ], [null, null, null, 'UTC']);
    if (process.platform !== 'win32') {
      assert.deepEqual(modes, { '.': '0700', passfile1: '0600', passfile2: '0600', tmp: '0700' });
    }
    assert.deepEqual(run.leftInPrivateFolder, ['imapsync.log', 'passfile1', 'passfile2', 'tmp']);
    assert.match(run.log, /^source +u1 at h1\.example$/m);
  });

  it('ends with the exit code of the program', async () => {
    const run = await runPlan(planned(`imapsync ${accounts.join(' ')}`), standIn, { IMAPSYNC_STAND_IN_EXIT: '111' });
    assert.equal(run.status, 111);
  });
});
