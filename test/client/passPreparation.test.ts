// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the words of scripts and of VS Code tasks.
import assert from 'node:assert/strict';
import { describePlan } from '../../client/src/dryPass/describePlan.js';
import { notableChanges } from '../../client/src/dryPass/notableChanges.js';
import { SessionVariables } from '../../client/src/dryPass/sessionVariables.js';
import { taskEnvironment } from '../../client/src/dryPass/taskEnvironment.js';
import { holdsTaskVariable } from '../../client/src/dryPass/taskVariables.js';
import type { PassPlan, PlannedChange } from '../../server/src/core/passes/passPlan.js';

function planWith(changes: readonly PlannedChange[]): PassPlan {
  return {
    pass: 'dry',
    executable: '/opt/imap sync/imapsync',
    argv: ['--dry', '--passfile1', '{private}/pass1', '--folder', 'Sent Items', '--user1', '$HOME'],
    cwd: '{private}',
    env: { SERVER_SOFTWARE: null, LANG: 'C' },
    files: [],
    changes,
    unresolved: [],
    refused: null,
  };
}

describe('preparing a pass', () => {
  it('empties the variables that a plan removes, where empty means absent', () => {
    const env = taskEnvironment({ SERVER_SOFTWARE: null, PERL5OPT: null, POSIXLY_CORRECT: null, LANG: 'C' });
    assert.deepEqual(env, { SERVER_SOFTWARE: '', PERL5OPT: '', LANG: 'C' });
  });

  it('notices text that VS Code would replace, and lets groups of Perl pass', () => {
    assert.equal(holdsTaskVariable(['--a', 's/(.)/${1}x/', '$HOME', '{private}', '$ {x}']), undefined);
    for (const text of ['${env:HOME}', 'x${command:y}', '$${userHome}', '${1', '${1}${2}${file}', '${']) {
      assert.equal(holdsTaskVariable(['--a', text]), text);
    }
  });

  it('asks for a look at deletions, code and passwords, and not at housekeeping', () => {
    const change = (option: string, action: PlannedChange['action']): PlannedChange => ({ option, action, reason: '' });
    const plan = planWith([
      change('--dry', 'added'),
      change('--pidfile', 'replaced'),
      change('--nolog', 'replaced'),
      change('SERVER_SOFTWARE', 'removed'),
      change('--delete1', 'removed'),
      change('--pipemess', 'removed'),
      change('--password1', 'replaced'),
      change('sudo', 'removed'),
    ]);
    const options = (env: Record<string, string>): readonly string[] =>
      notableChanges(plan, env).map(({ option }) => option);
    assert.deepEqual(options({}), ['--delete1', '--pipemess', '--password1', 'sudo']);
    assert.deepEqual(options({ SERVER_SOFTWARE: 'Apache' }), [
      'SERVER_SOFTWARE',
      '--delete1',
      '--pipemess',
      '--password1',
      'sudo',
    ]);
  });

  it('remembers values by script, and the home directory always', () => {
    const variables = new SessionVariables();
    variables.remember('file:///a.sh', 'user', 'anna');
    assert.deepEqual(variables.typed('file:///a.sh'), { user: 'anna' });
    assert.equal(variables.known('file:///a.sh').user, 'anna');
    assert.equal(variables.known('file:///b.sh').user, undefined);
    assert.equal(variables.known('file:///b.sh').HOME, variables.known('file:///b.sh')['~']);
    variables.forget('file:///a.sh');
    assert.deepEqual(variables.typed('file:///a.sh'), {});
  });

  it('describes a plan so that the command can be read and copied', () => {
    const text = describePlan(
      'a_b@x → c@y',
      planWith([{ option: '--delete1', action: 'removed', reason: 'It *expunges*.' }]),
    );
    assert.match(text, /^# Dry pass: a\\_b@x → c@y$/m);
    assert.match(text, /^'\/opt\/imap sync\/imapsync' \\$/m);
    assert.match(text, /^ {2}--passfile1 \{private\}\/pass1 \\$/m);
    assert.match(text, /^ {2}--folder 'Sent Items' \\$/m);
    assert.match(text, /^ {2}--user1 \\\$HOME$/m);
    assert.match(text, /^- `SERVER_SOFTWARE`: kept away$/m);
    assert.match(text, /^- `--delete1` removed: It \\\*expunges\\\*\.$/m);
  });
});
