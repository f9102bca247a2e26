import assert from 'node:assert/strict';
import { cli } from './support/memoryHost.js';

const script =
  'imapsync --host1 a --user1 b --passfile1 c --host2 d --user2 e --passfile2 f --gmail2 --oauthrefreshcmd1 x\n';
const files = {
  '/base/a.sh': script,
  '/base/old/a.sh': script,
  '/base/old/.imapsync-lint.json': '{"imapsyncVersion":"2.229"}',
};

async function refused(words: readonly string[]): Promise<readonly unknown[]> {
  const { stdout } = await cli(words, { files });
  const { invocations } = JSON.parse(stdout);
  return invocations[0].errors.map(({ kind }: { kind: string }) => kind);
}

describe('imapsync-lint for a release of imapsync', () => {
  it('takes it from the configuration or from --imapsync-version, which wins', async () => {
    assert.equal((await cli(['a.sh', '--min-severity', 'error'], { files })).stdout.includes('unknown-option'), false);
    const old = await cli(['old/a.sh'], { files });
    assert.match(old.stdout, /imapsync 2\.229 has no option --oauthrefreshcmd1.*Release 2\.267 brought it/);
    const given = await cli(['old/a.sh', '--imapsync-version=2.314'], { files });
    assert.ok(!given.stdout.includes('unknown-option'));
    assert.deepEqual(await refused(['parse', 'a.sh']), []);
    assert.deepEqual(await refused(['parse', 'old/a.sh']), ['unknown-option', 'extra-argument']);
    assert.deepEqual(await refused(['parse', '--imapsync-version', '2.314', 'old/a.sh']), []);
  });

  it('refuses what is no release', async () => {
    const { code, stderr } = await cli(['lint', '--imapsync-version', 'latest', 'a.sh'], { files });
    assert.equal(code, 2);
    assert.match(stderr, /--imapsync-version takes a release such as 2\.229, not "latest"/);
    const broken = { '/base/a.sh': script, '/base/.imapsync-lint.json': '{"imapsyncVersion":2.229}' };
    const config = await cli(['a.sh'], { files: broken });
    assert.equal(config.code, 2);
    assert.match(config.stderr, /imapsyncVersion: The release of imapsync is a text such as "2\.229"/);
  });

  it('reads arguments by it, and as 2.229 without it', async () => {
    const stdin = JSON.stringify([['--extra', 'x'], ['--delete']]);
    const accepted = async (...words: string[]): Promise<readonly boolean[]> =>
      JSON.parse((await cli(['parse', '--argv', ...words], { stdin })).stdout).map(
        (one: { accepted: boolean }) => one.accepted,
      );
    assert.deepEqual(await accepted(), [false, true]);
    assert.deepEqual(await accepted('--imapsync-version', '2.314'), [true, false]);
  });

  it('says in an explanation what is otherwise there', async () => {
    const { stdout } = await cli(['explain', '--imapsync-version', '2.314', 'a.sh'], { files });
    assert.match(stdout, /Not counted in the settings, since release 2\.285 \(--gmail1, --gmail2, --folderlast\)/);
    assert.match(stdout, /--idatefromheader +on +1:78 +preset --gmail2/);
    assert.match(stdout, /--maxbytespersecond +300000 /);
    assert.match(stdout, /--tmpdir .*tmp in the home directory/);
    const json = JSON.parse((await cli(['explain', '--format', 'json', 'old/a.sh'], { files })).stdout);
    assert.equal(json.imapsyncVersion, '2.229');
    assert.ok(!json.invocations[0].remarks.some((remark: string) => remark.includes('Not counted')));
    const old = (await cli(['explain', '--imapsync-version', '2.200', 'a.sh'], { files })).stdout;
    assert.match(old, /--emailreport2 +on +default/);
    assert.match(old, /--maxbytespersecond +20000 /);
    assert.doesNotMatch(old, /--idatefromheader/);
  });

  it('plans for it', async () => {
    const plan = async (path: string): Promise<{ refused: string | null }> =>
      JSON.parse((await cli(['plan', path], { files })).stdout);
    assert.equal((await plan('a.sh')).refused, null);
    assert.match((await plan('old/a.sh')).refused ?? '', /knows no option --oauthrefreshcmd1/);
  });

  it('lists and describes options of it', async () => {
    const lines = async (...words: string[]): Promise<number> =>
      (await cli(['options', ...words])).stdout.trimEnd().split('\n').length;
    assert.equal(await lines('--imapsync-version', '2.314'), 217);
    assert.equal(await lines('--imapsync-version=2.277'), 220);
    const gone = await cli(['options', '--imapsync-version', '2.314', '--debugcgi']);
    assert.match(gone.stdout, /^--debugcgi\nimapsync 2\.314 has no --debugcgi\. It went between/);
    const tmpdir = await cli(['options', 'tmpdir']);
    assert.match(tmpdir.stdout, /From 2\.250 \(2023-07-19\) on: The default is tmp/);
    assert.match((await cli(['options', 'oauthrefreshcmd1'])).stdout, /Since release 2\.267\./);
    const { history } = JSON.parse((await cli(['options', '--format', 'json', 'delete1'])).stdout);
    assert.deepEqual(history.aliasesGone, [{ name: 'delete', lastWith: '2.290', goneBy: '2.314', instead: 'delete1' }]);
  });
});
