import assert from 'node:assert/strict';
import { resolvePlan } from '../../server/src/core/languageService.js';
import { accounts, planned } from './support/planned.js';

const both = accounts.join(' ');
const privateDirectory = '/run/p';

describe('secrets of a plan', () => {
  it('are handed over by private files and never by arguments', () => {
    const { plan, secrets } = planned(`imapsync ${both} --password1 canary1 --password2='canary 2'`);
    assert.ok(!JSON.stringify(plan).includes('canary'));
    assert.deepEqual(secrets.contents, { '{private}/passfile1': 'canary1\n', '{private}/passfile2': 'canary 2\n' });
    assert.deepEqual(plan.files.slice(0, 2), [
      { path: '{private}/passfile1', purpose: 'password1', mode: '0600' },
      { path: '{private}/passfile2', purpose: 'password2', mode: '0600' },
    ]);
    const at = plan.argv.indexOf('--passfile1');
    assert.deepEqual(plan.argv.slice(at, at + 4), [
      '--passfile1',
      '{private}/passfile1',
      '--passfile2',
      '{private}/passfile2',
    ]);
  });

  it('come from where imapsync takes them: passfile, then environment, then option', () => {
    const passfile = planned(`IMAPSYNC_PASSWORD1=canaryE imapsync ${both} --password1 canaryO --passfile1 p`);
    assert.deepEqual(passfile.secrets.contents, {});
    assert.ok(passfile.plan.argv.includes('/scripts/p'));
    const environment = planned(`IMAPSYNC_PASSWORD1=canaryE imapsync ${both} --password1 canaryO`);
    assert.deepEqual(environment.secrets.contents, { '{private}/passfile1': 'canaryE\n' });
    const lastOne = planned(`imapsync ${both} --password1 canaryA --password1 canaryB`);
    assert.deepEqual(lastOne.secrets.contents, { '{private}/passfile1': 'canaryB\n' });
    const empty = planned(`IMAPSYNC_PASSWORD1= imapsync ${both} --password1 canaryO`);
    assert.deepEqual(empty.secrets.contents, { '{private}/passfile1': 'canaryO\n' });
  });

  it('are found among the words of env and sudo too', () => {
    const { secrets } = planned(`env IMAPSYNC_PASSWORD2=canary imapsync ${both}`);
    assert.deepEqual(secrets.contents, { '{private}/passfile2': 'canary\n' });
  });

  it('lose the blanks that imapsync cuts off, and none that it keeps', () => {
    assert.deepEqual(planned(`imapsync ${both} --password1 ' a b '`).secrets.contents, {
      '{private}/passfile1': 'a b\n',
    });
    assert.deepEqual(planned(`IMAPSYNC_PASSWORD1=' a ' imapsync ${both}`).secrets.contents, {
      '{private}/passfile1': ' a \n',
    });
  });

  it('are asked for by imapsync where the password is empty', () => {
    const { plan, secrets } = planned(`imapsync ${both} --password1 '' --password2 0`);
    assert.deepEqual(secrets.contents, {});
    assert.ok(!plan.argv.includes('--passfile1') && !plan.argv.includes('--password1'));
  });

  it('can not hold a line break', () => {
    assert.match(planned(`imapsync ${both} --password1 $'a\\nb'`).plan.refused ?? '', /line break/);
  });

  it('are not used to connect', () => {
    const { plan, secrets } = planned(`imapsync ${both} --password1 canary --oauthaccesstoken2 "$TOKEN"`, {
      pass: 'connect',
    });
    assert.deepEqual([secrets.contents, plan.unresolved], [{}, []]);
  });

  it('are asked for where a variable holds them, and only then', () => {
    const { plan, secrets } = planned(`imapsync ${both} --password1 "$PW1" --user2 "$U2" --password2 x$PW2`);
    assert.deepEqual(plan.unresolved, [
      { name: 'PW1', secret: true },
      { name: 'PW2', secret: true },
      { name: 'U2', secret: false },
    ]);
    assert.equal(secrets.contents['{private}/passfile2'], 'x{var:PW2}\n');
    const known = planned(`imapsync ${both} --password1 "$PW1"`, { variables: { PW1: 'canary' } });
    assert.deepEqual(known.plan.unresolved, []);
    assert.deepEqual(known.secrets.contents, { '{private}/passfile1': 'canary\n' });
  });

  it('are asked for where a program would print them', () => {
    const { plan, secrets } = planned(`imapsync ${both} --passfile1 <(pass show mail) --passfile2 p2`);
    assert.deepEqual(plan.unresolved, [{ name: '<(pass show mail)', secret: true }]);
    assert.deepEqual(secrets.contents, { '{private}/passfile1': '{var:<(pass show mail)}\n' });
    assert.ok(!plan.argv.some((word) => word.includes('pass show')));
    const run = resolvePlan(plan, secrets, { privateDirectory, variables: { '<(pass show mail)': 'canary' } });
    assert.equal(run.files[0]?.content, 'canary\n');
  });

  it('must not stand in a visible option too', () => {
    assert.match(
      planned(`imapsync ${both} --password1 "$X" --user1 "$X"`).plan.refused ?? '',
      /value of X is a secret/,
    );
  });

  describe('as tokens', () => {
    const token = (value: string, isFile?: (path: string) => boolean) => {
      const { plan, secrets } = planned(
        `imapsync ${both} --oauthaccesstoken1 ${value}`,
        isFile === undefined ? {} : { isFile },
      );
      return [plan.argv[plan.argv.indexOf('--oauthaccesstoken1') + 1], secrets.contents['{private}/oauthaccesstoken1']];
    };

    it('go into a private file, and files of tokens keep their names', () => {
      assert.deepEqual(token('ya29.canary'), ['{private}/oauthaccesstoken1', 'ya29.canary\n']);
      assert.deepEqual(token('./token'), ['/scripts/token', undefined]);
      assert.deepEqual(token('token.txt'), ['/scripts/token.txt', undefined]);
      assert.deepEqual(token('"$DIR/token"'), ['{var:DIR}/token', undefined]);
      assert.deepEqual(token('"$TOKEN"'), ['{private}/oauthaccesstoken1', '{var:TOKEN}\n']);
    });

    it('are told from files by looking, where somebody can', () => {
      assert.deepEqual(
        token('mytoken', (path) => path === '/scripts/mytoken'),
        ['/scripts/mytoken', undefined],
      );
      assert.deepEqual(
        token('./odd.txt', () => false),
        ['{private}/oauthaccesstoken1', './odd.txt\n'],
      );
    });
  });

  describe('resolvePlan', () => {
    it('fills slots with the private folder and the secrets, in one go', () => {
      const { plan, secrets } = planned(`imapsync ${both} --password1 "$PW" --folder '{private} {var:PW} {brace}'`);
      const run = resolvePlan(plan, secrets, { privateDirectory, variables: { PW: 'a{private}{var:PW}' } });
      assert.deepEqual(run.files, [{ path: '/run/p/passfile1', content: 'a{private}{var:PW}\n' }]);
      assert.equal(run.argv[run.argv.indexOf('--folder') + 1], '{private} {var:PW} {brace}');
      assert.equal(run.argv[run.argv.indexOf('--passfile1') + 1], '/run/p/passfile1');
      assert.deepEqual([run.cwd, run.folders, run.logFile], ['/run/p', ['/run/p/tmp'], '/run/p/imapsync.log']);
    });

    it('keeps a password whose text looks like a slot', () => {
      const { plan, secrets } = planned(`imapsync ${both} --password1 '{var:PW}{private}{'"$PW"`);
      const run = resolvePlan(plan, secrets, { privateDirectory, variables: { PW: 'x' } });
      assert.equal(run.files[0]?.content, '{var:PW}{private}{x\n');
    });

    it('takes no value that could hold options', () => {
      for (const script of [`imapsync ${both} $MORE`, `imapsync ${both} --folder "$MORE"`, `imapsync ${both} "$@"`]) {
        const { plan, secrets } = planned(script);
        const fill = () =>
          resolvePlan(plan, secrets, { privateDirectory, variables: { MORE: '--nodry', '@': '--nodry' } });
        assert.throws(fill, /made again/);
      }
    });

    it('runs nothing that was refused or is not complete', () => {
      const refused = planned('imapsync --host1 h1');
      assert.throws(() => resolvePlan(refused.plan, refused.secrets, { privateDirectory, variables: {} }), /no value/);
      const open = planned(`imapsync ${both} --password1 "$PW"`);
      assert.throws(() => resolvePlan(open.plan, open.secrets, { privateDirectory, variables: {} }), /PW is not known/);
    });
  });
});
