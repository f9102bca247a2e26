import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, passTitle } from '../../server/src/core/languageService.js';
import { dangersOf } from './support/dangers.js';
import { accounts, planned } from './support/planned.js';

const both = accounts.join(' ');

/** The words behind the accounts. */
function words(rest: string, variables: Readonly<Record<string, string>>): readonly string[] {
  const { plan } = planned(`imapsync ${both} ${rest}`, { variables });
  assert.equal(plan.refused, null);
  return plan.argv.slice(plan.argv.indexOf('u2') + 1);
}

describe('variables of a plan', () => {
  it('are put where the shell would put them', () => {
    assert.deepEqual(words('--folder "$F"', { F: 'a  b' }), ['--folder', 'a  b']);
    assert.deepEqual(words('--folder a"$F"c --include=x$F', { F: 'b' }), ['--folder', 'abc', '--include', 'xb']);
    assert.deepEqual(words('--folder ${F} --folder ${F:-x} --folder ${F-x}', { F: 'b' }), [
      '--folder',
      'b',
      '--folder',
      'b',
      '--folder',
      'b',
    ]);
  });

  it('are split where they are not quoted, and vanish when empty', () => {
    assert.deepEqual(words('$OPTS --automap', { OPTS: ' --folder  a\t--dry ' }), ['--folder', 'a', '--automap']);
    assert.deepEqual(words('$OPTS --automap', { OPTS: '' }), ['--automap']);
    assert.deepEqual(words('--folder "$F" --automap', { F: '' }), ['--folder', '', '--automap']);
    assert.deepEqual(words('--folder a$F', { F: 'b --automap' }), ['--folder', 'ab', '--automap']);
  });

  it('are words of their own as arguments of the script', () => {
    assert.deepEqual(words('"$@"', { '@': "--folder 'Sent Items' --automap" }), [
      '--folder',
      'Sent Items',
      '--automap',
    ]);
    assert.deepEqual(words('"$@"', { '@': '' }), []);
  });

  it('do not help with other forms than their own value', () => {
    const { plan } = planned(`imapsync ${both} --folder "\${F%x}" --folder "$(date)"`, { variables: { F: 'b' } });
    assert.deepEqual(
      plan.unresolved.map(({ name }) => name),
      ['${F%x}', '$(date)'],
    );
    const given = planned(`imapsync ${both} --folder "$(date)"`, { variables: { '$(date)': 'today' } });
    assert.deepEqual(given.plan.unresolved, []);
    assert.ok(given.plan.argv.includes('today'));
  });

  it('leave the default to the shell when they are empty', () => {
    const { plan } = planned(`imapsync ${both} --folder "\${F:-x}"`, { variables: { F: '' } });
    assert.deepEqual(
      plan.unresolved.map(({ name }) => name),
      ['${F:-x}'],
    );
  });

  it('give the home directory to a tilde', () => {
    assert.ok(words('--passfile1 ~/p1', { HOME: '/home/me' }).includes('/home/me/p1'));
    assert.deepEqual(planned(`imapsync ${both} --passfile1 ~/p1`).plan.unresolved, [{ name: '~', secret: false }]);
  });

  it('are not looked for among files: a glob stays as it is written, and the plan says so', () => {
    const { plan } = planned(`imapsync ${both} --include ^Arch.*`);
    assert.ok(plan.argv.includes('^Arch.*'));
    assert.deepEqual(
      plan.changes.filter(({ option }) => option === '*').map(({ action }) => action),
      ['replaced'],
    );
  });

  it('can not hide anything: the command is read anew with them', () => {
    const { plan } = planned(`imapsync ${both} $A "$@"`, { variables: { A: '--nodry --delete1', '@': '--abort' } });
    assert.deepEqual(dangersOf(plan.argv), []);
    assert.deepEqual(
      ['--nodry', '--delete1', '--abort'].map((option) => plan.changes.some((change) => change.option === option)),
      [true, true, true],
    );
  });

  it('stay as slots while they are not known, and then the plan asks for them', () => {
    const { plan } = planned(`imapsync ${both} --user1 "$U1" $MORE --maxsize $N "$@"`);
    assert.deepEqual(plan.argv.slice(plan.argv.indexOf('u2') + 1), [
      '--user1',
      '{var:U1}',
      '{var:MORE}',
      '--maxsize',
      '{var:N}',
      '{var:@}',
    ]);
    assert.deepEqual(plan.unresolved, [
      { name: 'U1', secret: false },
      { name: 'MORE', secret: false },
      { name: 'N', secret: false },
      { name: '@', secret: false },
    ]);
  });

  it('are dry or refused whatever they hold', function () {
    this.timeout(60_000);
    const value = fc.array(
      fc.constantFrom(
        '--nodry',
        '--delete1',
        '-',
        '--',
        '--abort',
        '--pipemess',
        'x',
        '--password1',
        "'",
        '"',
        '\\',
        '',
        '--folder',
        '--search',
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(value, value, value, fc.boolean(), (a, b, c, quoted) => {
        const variables = { A: a.join(' '), B: b.join(' '), '@': c.join(' ') };
        const { plan } = planned(`imapsync $A ${both} --folder ${quoted ? '"$B"' : '$B'} "$@"`, { variables });
        if (plan.refused === null) assert.deepEqual(dangersOf(plan.argv), []);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('passTitle', () => {
  const title = (script: string, variables: Readonly<Record<string, string>> = {}): string => {
    const { invocations, source } = analyse(`${script}\n`, 'posix');
    return passTitle(invocations[0]!, { text: source.text, variables, scriptDirectory: '/scripts' });
  };

  it('names both accounts', () => {
    assert.equal(title('imapsync --host1 h1 --user1 a --gmail2 --user2 b@x.org --password1 canary'), 'a@h1 → b@x.org');
  });

  it('adds the hosts where both sides have the same address', () => {
    assert.equal(title('imapsync --host1 h1 --user1 a@x.org --host2 h2 --user2 a@x.org'), 'a@x.org@h1 → a@x.org@h2');
  });

  it('says what is missing and what is not known', () => {
    assert.equal(title('imapsync --host1 h1 --user1 "$U" --user2 x"$V"y'), '$U@h1 → x$Vy@?');
    assert.equal(title('imapsync --host1 h1 --user1 "$U" --host2 h2 --user2 b', { U: 'a' }), 'a@h1 → b@h2');
  });
});
