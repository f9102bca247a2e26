import assert from 'node:assert/strict';
import { optionFacts, rules } from '../../server/src/core/languageService.js';
import { cli } from './support/memoryHost.js';

const accounts = '--host1 h1 --user1 u1 --passfile1 p1 --host2 h2 --user2 u2 --passfile2 p2';

describe('imapsync-lint', () => {
  it('says what it can do', async () => {
    for (const words of [['--help'], ['-h'], ['help']]) {
      const { code, stdout } = await cli(words);
      assert.equal(code, 0);
      for (const command of ['lint', 'parse', 'explain', 'plan', 'map', 'rules', 'options'])
        assert.match(stdout, new RegExp(`^  ${command} `, 'm'));
    }
    for (const command of ['lint', 'parse', 'explain', 'plan', 'map', 'rules', 'options']) {
      const { code, stdout } = await cli([command, '--help']);
      assert.equal(code, 0);
      assert.match(stdout, /^Usage: imapsync-lint /);
    }
    assert.match((await cli(['--version'])).stdout, /^imapsync-lint \d+\.\d+\.\d+\n$/);
    assert.equal((await cli([])).code, 2);
  });

  describe('parse', () => {
    it('names the dialect of the file and that of each command', async () => {
      const text = '```bat\nimapsync --dry\n```\n\n```sh\nimapsync --dry\n```\n';
      const { stdout } = await cli(['parse', 'a.md'], { files: { '/base/a.md': text } });
      const { dialect, invocations } = JSON.parse(stdout);
      assert.equal(dialect, 'markdown');
      assert.deepEqual(
        invocations.map((one: { dialect: string }) => one.dialect),
        ['cmd', 'posix'],
      );
    });

    it('prints words and options with their places', async () => {
      const text = `#!/bin/sh\nimapsync --host1=h1 --maxsi 10_000 --no-dry --user1 "$U"\n`;
      const { code, stdout } = await cli(['parse', 'a.sh'], { files: { '/base/a.sh': text } });
      assert.equal(code, 0);
      const parsed = JSON.parse(stdout);
      assert.deepEqual(Object.keys(parsed), ['path', 'dialect', 'invocations']);
      const [invocation] = parsed.invocations;
      assert.deepEqual(Object.keys(invocation), [
        'dialect',
        'range',
        'executable',
        'words',
        'argv',
        'options',
        'errors',
      ]);
      assert.deepEqual(invocation.argv, ['--host1=h1', '--maxsi', '10_000', '--no-dry', '--user1', null]);
      assert.equal(invocation.executable, 'imapsync');
      assert.deepEqual(
        invocation.options.map(({ name, spelled, negated, value, dynamic }: Record<string, unknown>) => [
          name,
          spelled,
          negated,
          value,
          dynamic,
        ]),
        [
          ['host1', '--host1', false, 'h1', false],
          ['maxsize', '--maxsi', false, '10000', false],
          ['dry', '--no-dry', true, null, false],
          ['user1', '--user1', false, null, true],
        ],
      );
      assert.deepEqual(invocation.words[0], {
        text: '--host1=h1',
        range: { start: { line: 1, character: 9 }, end: { line: 1, character: 19 } },
        value: '--host1=h1',
      });
      assert.equal(invocation.options[2].valueRange, null);
      assert.deepEqual(invocation.options[0].valueRange.start, { line: 1, character: 17 });
    });

    it('prints errors with their kinds', async () => {
      const { stdout } = await cli(['parse', '-'], { stdin: 'imapsync --nonsense --delete 2\n' });
      const { path, invocations } = JSON.parse(stdout);
      assert.equal(path, '-');
      const kinds = invocations[0].errors.map(({ kind }: { kind: string }) => kind);
      assert.ok(kinds.includes('unknown-option') && kinds.includes('delete-2'));
    });

    it('answers for lists of arguments', async () => {
      const { code, stdout } = await cli(['parse', '--argv'], { stdin: '[["--dry"],["--nonsense"],[]]' });
      assert.equal(code, 0);
      const answers = JSON.parse(stdout);
      assert.deepEqual(
        answers.map(({ accepted }: { accepted: boolean }) => accepted),
        [true, false, true],
      );
      assert.deepEqual(answers[0].options[0].name, 'dry');
      assert.equal(answers[1].errors[0].kind, 'unknown-option');
    });

    it('refuses other input, without quoting it', async () => {
      for (const stdin of ['canary', '{}', '[["a", 1]]', '["canary"]']) {
        const { code, stderr } = await cli(['parse', '--argv'], { stdin });
        assert.equal(code, 2);
        assert.doesNotMatch(stderr, /canary/);
      }
      assert.equal((await cli(['parse'])).code, 2);
      assert.equal((await cli(['parse', 'none.sh'])).code, 2);
      assert.equal((await cli(['parse', '--argv', 'a.sh'])).code, 2);
      assert.equal((await cli(['parse', 'sub'], { files: { '/base/sub/a.sh': '' } })).code, 2);
    });
  });

  describe('plan', () => {
    const text = `#!/bin/sh\nimapsync ${accounts} --delete1\n\nimapsync ${accounts} \\\n  --user1 "$U" --password2 canary\n`;
    const files = { '/base/jobs/a.sh': text };

    it('prints what a pass would execute', async () => {
      const { code, stdout } = await cli(['plan', 'jobs/a.sh:2'], { files });
      assert.equal(code, 0);
      const plan = JSON.parse(stdout);
      for (const field of ['executable', 'argv', 'cwd', 'env', 'files', 'changes', 'unresolved', 'refused']) {
        assert.ok(field in plan, field);
      }
      assert.deepEqual([plan.executable, plan.cwd, plan.refused, plan.unresolved], ['imapsync', '{private}', null, []]);
      assert.equal(plan.argv[0], '--dry');
      assert.ok(plan.argv.includes('/base/jobs/p1'));
      for (const file of plan.files) assert.deepEqual(Object.keys(file), ['path', 'purpose', 'mode']);
      const change = plan.changes.find(({ option }: { option: string }) => option === '--delete1');
      assert.deepEqual(Object.keys(change), ['option', 'action', 'reason']);
    });

    it('takes any line of a command, counted from 1', async () => {
      for (const line of [4, 5]) {
        const { stdout } = await cli(['plan', `jobs/a.sh:${line}`, '--var', 'U=x', '--pass', 'login'], { files });
        const plan = JSON.parse(stdout);
        assert.ok(plan.argv.includes('x') && plan.argv.includes('--justlogin'));
        assert.doesNotMatch(stdout, /canary/);
      }
    });

    it('asks for what it does not know', async () => {
      const { stdout } = await cli(['plan', 'jobs/a.sh:4'], { files });
      assert.deepEqual(JSON.parse(stdout).unresolved, [{ name: 'U', secret: false }]);
    });

    it('says which lines hold commands where the place is not clear', async () => {
      for (const [place, message] of [
        ['jobs/a.sh', /one of 2, 4/],
        ['jobs/a.sh:3', /line 2, 4/],
        ['jobs/a.sh:99', /line 2, 4/],
        ['jobs/a.sh:0', /line 2, 4/],
        ['empty.sh', /no imapsync command/],
        ['none.sh:1', /no such file/],
      ] as const) {
        const { code, stderr, stdout } = await cli(['plan', place], { files: { ...files, '/base/empty.sh': ':\n' } });
        assert.deepEqual([code, stdout], [2, ''], place);
        assert.match(stderr, message);
      }
    });

    it('needs no line where there is one command, and takes standard input', async () => {
      const { code, stdout } = await cli(['plan', '-'], { stdin: `imapsync ${accounts}\n` });
      assert.equal(code, 0);
      assert.ok(JSON.parse(stdout).argv.includes('/base/p1'));
    });

    it('knows the home directory and looks whether a token is a file', async () => {
      const stdin = `imapsync ${accounts} --passfile1 ~/p1 --oauthaccesstoken2 tokenfile\n`;
      const { stdout } = await cli(['plan', '-'], {
        stdin,
        env: { HOME: '/home/me' },
        files: { '/base/tokenfile': 'x' },
      });
      const { argv, unresolved } = JSON.parse(stdout);
      assert.ok(argv.includes('/home/me/p1') && argv.includes('/base/tokenfile'));
      assert.deepEqual(unresolved, []);
    });

    it('is an answer with exit code 0 where it refuses', async () => {
      const { code, stdout } = await cli(['plan', '-'], { stdin: 'imapsync --host1 h1\n' });
      assert.equal(code, 0);
      assert.match(JSON.parse(stdout).refused, /--user1/);
    });

    it('refuses wrong usage', async () => {
      for (const words of [[], ['a.sh', 'b.sh'], ['--pass', 'real', 'a.sh'], ['--var', 'x', 'a.sh']]) {
        assert.equal((await cli(['plan', ...words], { files: { '/base/a.sh': '' } })).code, 2);
      }
    });
  });

  describe('rules', () => {
    it('lists all of them', async () => {
      const { stdout } = await cli(['rules']);
      for (const { id } of rules) assert.match(stdout, new RegExp(`^${id} `, 'm'));
      const json = JSON.parse((await cli(['rules', '--format', 'json'])).stdout);
      assert.deepEqual(json.map(({ name }: { name: string }) => name).sort(), rules.map(({ id }) => id).sort());
    });

    it('describes one, and refuses others', async () => {
      assert.match((await cli(['rules', 'delete-2'])).stdout, /^# delete-2\n[\s\S]*\nLevel: error\./);
      const brief = await cli(['rules', 'delete-2'], { pageless: true });
      assert.match(brief.stdout, /^delete-2 \(error, usage\)\n/);
      assert.equal(JSON.parse((await cli(['rules', 'delete-2', '--format=json'])).stdout).name, 'delete-2');
      assert.equal((await cli(['rules', 'nonsense'])).code, 2);
    });
  });

  describe('options', () => {
    it('lists all of them', async () => {
      const { stdout } = await cli(['options']);
      assert.equal(stdout.trimEnd().split('\n').length, optionFacts.length);
      assert.equal(JSON.parse((await cli(['options', '--format', 'json'])).stdout).length, optionFacts.length);
    });

    it('describes one by any spelling that imapsync accepts', async () => {
      for (const name of ['maxsize', '--maxsize', '-maxsi', '--MAXSIZE']) {
        assert.match((await cli(['options', name])).stdout, /^--maxsize\n/, name);
      }
      assert.match((await cli(['options', '--no-dry'])).stdout, /^--dry\n/);
      assert.equal(JSON.parse((await cli(['options', '--format', 'json', 'delete'])).stdout).name, 'delete1');
      assert.match((await cli(['options', 'ssl'])).stderr, /--ssl1.*--ssl2/);
      assert.equal((await cli(['options', 'nonsense'])).code, 2);
    });
  });
});
