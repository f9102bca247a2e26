import assert from 'node:assert/strict';
import { cli } from './support/memoryHost.js';

const clean = 'imapsync --host1 h1 --user1 u1 --passfile1 p1 --host2 h2 --user2 u2 --passfile2 p2 --dry\n';
const withError = clean.replace('--dry', '--delete2');
const withWarning = clean.replace('--passfile1 p1', '--password1 canary');

describe('imapsync-lint lint', () => {
  describe('exit code', () => {
    const code = async (text: string, ...options: string[]) =>
      (await cli([...options, 'a.sh'], { files: { '/base/a.sh': text } })).code;

    it('is 0 without errors, warnings or not', async () => {
      assert.equal(await code(clean), 0);
      assert.equal(await code(withWarning), 0);
    });

    it('is 1 with an error, or with more warnings than allowed', async () => {
      assert.equal(await code(withError), 1);
      assert.equal(await code(withWarning, '--max-warnings', '0'), 1);
      assert.equal(await code(withWarning, '--max-warnings=1'), 0);
    });

    it('is 2 for wrong usage', async () => {
      for (const words of [
        [],
        ['--nonsense', 'a.sh'],
        ['--format', 'xml', 'a.sh'],
        ['--fix', '-'],
        ['--fix', '--fix-dry-run', 'a.sh'],
        ['--fix-dry-run', '--format', 'json', 'a.sh'],
        ['--rule', 'no-such-rule=off', 'a.sh'],
        ['--rule', 'delete-2=loud', 'a.sh'],
        ['--max-warnings', 'x', 'a.sh'],
        ['--now', 'tomorrow', 'a.sh'],
        ['--min-severity', 'fatal', 'a.sh'],
        ['--config'],
        ['lint'],
      ]) {
        const { code: result, stderr } = await cli(words, { files: { '/base/a.sh': clean } });
        assert.equal(result, 2, words.join(' '));
        assert.notEqual(stderr, '', words.join(' '));
      }
    });

    it('is 2 where an input can not be read, and the others are still linted', async () => {
      const files = { '/base/a.sh': withError, '/base/b.sh': { error: 'Permission to read it is denied.' } };
      const { code: result, stdout, stderr } = await cli(['a.sh', 'b.sh', 'c.sh'], { files });
      assert.equal(result, 2);
      assert.match(stdout, /delete2-without-pre-cutover-marker/);
      assert.match(stdout, /1 error in 1 file; 2 could not be read\.$/m);
      assert.match(stderr, /^b\.sh: Permission to read it is denied\.$/m);
      assert.match(stderr, /^c\.sh: There is no such file\.$/m);
    });

    it('is 3 for a mistake of ours, told without its message, which could quote a file', async () => {
      const {
        code: result,
        stdout,
        stderr,
      } = await cli(['a.sh'], { files: { '/base/a.sh': clean }, brokenClock: 'canary' });
      assert.deepEqual([result, stdout], [3, '']);
      assert.match(stderr, /^imapsync-lint: internal failure, please report it\nRangeError\n +at /);
      assert.doesNotMatch(stderr, /canary/);
    });
  });

  describe('options', () => {
    const lintedBy = (...words: string[]) => cli([...words, 'a.sh'], { files: { '/base/a.sh': withError } });

    it('set the level of rules', async () => {
      assert.equal((await lintedBy('--rule', 'delete2-without-pre-cutover-marker=off')).code, 0);
      assert.match((await lintedBy('--rule=delete2-without-pre-cutover-marker=hint')).stdout, /: hint: /);
    });

    it('leave out what is quieter than wanted', async () => {
      const files = { '/base/a.sh': withWarning };
      assert.match((await cli(['a.sh', '--min-severity', 'warning'], { files })).stdout, /password-on-command-line/);
      assert.match((await cli(['a.sh', '--min-severity', 'error'], { files })).stdout, /^No problems in 1 file\.$/m);
    });

    it('say what the moment is', async () => {
      const files = { '/base/a.sh': `# imapsync-lint: pre-cutover until 2026-12-01\n${withError}` };
      assert.equal((await cli(['a.sh'], { files })).code, 0);
      assert.equal((await cli(['a.sh', '--now', '2026-11-30T23:59+00:00'], { files })).code, 0);
      assert.equal((await cli(['a.sh', '--now', '2026-12-01'], { files })).code, 1);
    });
  });

  describe('configuration', () => {
    const off = '{ "rules": { "delete2-without-pre-cutover-marker": "off" } }';
    const files = { '/base/.imapsync-lint.json': off, '/base/sub/deep/a.sh': withError, '/elsewhere/a.sh': withError };

    it('is that of the nearest file upwards', async () => {
      assert.equal((await cli(['sub'], { files })).code, 0);
      assert.equal((await cli(['/elsewhere/a.sh'], { files })).code, 1);
      const nearer = { ...files, '/base/sub/.imapsync-lint.json': '{ "rules": {} }' };
      assert.equal((await cli(['sub'], { files: nearer })).code, 1);
    });

    it('is the named one, for every file', async () => {
      assert.equal((await cli(['--config', '.imapsync-lint.json', '/elsewhere/a.sh'], { files })).code, 0);
    });

    it('differs by patterns, seen from its folder, for standard input too', async () => {
      const overrides = `{ "overrides": [{ "files": ["sub/**"], "rules": ${off.slice(off.indexOf(':') + 1, -2)} }] }`;
      const some = { '/base/.imapsync-lint.json': overrides, '/base/sub/a.sh': withError, '/base/b.sh': withError };
      assert.equal((await cli(['sub/a.sh'], { files: some })).code, 0);
      assert.equal((await cli(['/base/sub'], { files: some })).code, 0);
      assert.equal((await cli(['b.sh'], { files: some })).code, 1);
      const input = { files: some, stdin: withError };
      assert.equal((await cli(['--stdin-filename', 'sub/new.sh', '-'], input)).code, 0);
      assert.equal((await cli(['--stdin-filename', 'new.sh', '-'], input)).code, 1);
      const level = 'delete2-without-pre-cutover-marker=error';
      assert.equal((await cli(['--rule', level, 'sub/a.sh'], { files: some })).code, 1);
    });

    it('is outvoted by the command line', async () => {
      assert.equal((await cli(['--rule', 'delete2-without-pre-cutover-marker=error', 'sub'], { files })).code, 1);
    });

    it('counts for standard input by its name', async () => {
      const { code } = await cli(['--stdin-filename', 'sub/b.sh', '-'], { files, stdin: withError });
      assert.equal(code, 0);
    });

    it('has to be JSON that means something', async () => {
      for (const [text, message] of [
        ['{', /imapsync-lint\.json/],
        ['{ "rules": { "nonsense": "off" } }', /no rule "nonsense"/],
      ] as const) {
        const { code, stderr } = await cli(['a.sh'], {
          files: { '/base/a.sh': clean, '/base/.imapsync-lint.json': text },
        });
        assert.equal(code, 2);
        assert.match(stderr, message);
      }
      const missing = await cli(['--config', 'none.json', 'a.sh'], { files: { '/base/a.sh': clean } });
      assert.equal(missing.code, 2);
    });
  });

  describe('json', () => {
    const json = async (text: string, ...words: string[]) => {
      const { stdout } = await cli(['--format', 'json', 'a.sh', ...words], { files: { '/base/a.sh': text } });
      return JSON.parse(stdout);
    };

    it('has the fields that others rely on', async () => {
      const report = await json(`#!/bin/sh\n${withError}`);
      assert.deepEqual(Object.keys(report), ['version', 'files', 'summary']);
      assert.match(report.version, /^\d+\.\d+\.\d+$/);
      assert.deepEqual(report.summary, { files: 1, errors: 1, warnings: 0, infos: 0, hints: 0, unreadable: 0 });
      const [file] = report.files;
      assert.deepEqual([file.path, file.dialect, report.files.length], ['a.sh', 'posix', 1]);
      const [problem] = file.problems;
      assert.equal(problem.rule, 'delete2-without-pre-cutover-marker');
      assert.equal(problem.severity, 'error');
      assert.equal(typeof problem.message, 'string');
      const start = withError.indexOf('--delete2');
      assert.deepEqual(problem.range, { start: { line: 1, character: start }, end: { line: 1, character: start + 9 } });
      assert.ok(problem.suggestions.length > 0);
      for (const { title, edits } of problem.suggestions) {
        assert.equal(typeof title, 'string');
        for (const { range, newText } of edits) {
          assert.deepEqual(Object.keys(range), ['start', 'end']);
          assert.equal(typeof newText, 'string');
        }
      }
    });

    it('counts lines and characters as editors do, with CRLF, astral characters and a byte order mark', async () => {
      const text = `\ufeff#!/bin/sh\r\n: 😀 && ${withError.replace('\n', '\r\n')}`;
      const [problem] = (await json(text)).files[0].problems.filter(({ rule }: { rule: string }) =>
        rule.startsWith('delete2'),
      );
      const line = text.split('\r\n')[1]!;
      assert.deepEqual(problem.range.start, { line: 1, character: line.indexOf('--delete2') });
    });

    it('lists files without problems too, and gives a fix where there is one', async () => {
      assert.deepEqual((await json(clean)).files, [{ path: 'a.sh', dialect: 'posix', problems: [] }]);
      const report = await json(`# imapsync-lint: disable=delete-2\n${clean}`);
      const fixed = report.files[0].problems.find(({ rule }: { rule: string }) => rule === 'unused-directive');
      assert.deepEqual(Object.keys(fixed.fix), ['title', 'edits']);
    });

    it('never holds a password', async () => {
      for (const text of [
        withWarning,
        clean.replace('--dry', '--password1=canary'),
        clean.replace('--dry', '--pasword1 canary'),
      ]) {
        assert.doesNotMatch(JSON.stringify(await json(text)), /canary/);
      }
    });
  });

  describe('pretty', () => {
    const pretty = async (text: string, terminal = false, env = {}) =>
      (await cli(['a.sh'], { files: { '/base/a.sh': text }, terminal, env })).stdout;

    it('shows place, severity, message, rule, the line with the place marked, and help', async () => {
      const lines = (await pretty(`#!/bin/sh\n${withError}`)).split('\n');
      const column = withError.indexOf('--delete2') + 1;
      assert.match(lines[0]!, new RegExp(`^a\\.sh:2:${column}: error: .+ \\[delete2-without-pre-cutover-marker\\]$`));
      assert.equal(lines[1], `  2 | ${withError.trimEnd()}`);
      assert.equal(lines[2], `    | ${' '.repeat(column - 1)}^^^^^^^^^`);
      assert.match(lines[3]!, /^ {2}help: /);
      assert.equal(lines.at(-2), '1 error in 1 file.');
    });

    it('marks the right columns behind tabs, wide and combining characters', async () => {
      const marksOf = async (before: string) => {
        const lines = (await pretty(`${before}${withError}`)).split('\n');
        const [line = '', marks = ''] = lines.slice(1, 3);
        return [line.indexOf('--delete2'), marks.indexOf('^')];
      };
      const [plainLine, plainMarks] = await marksOf(': ; ');
      assert.equal(plainLine, plainMarks);
      const [tabLine, tabMarks] = await marksOf('\t: ;\t');
      assert.equal(tabLine, tabMarks);
      const [wideLine, wideMarks] = await marksOf(': 日本 ; ');
      assert.equal(wideMarks, wideLine! + 2);
      const [combiningLine, combiningMarks] = await marksOf(': e\u0301 ; ');
      assert.equal(combiningMarks, combiningLine! - 1);
    });

    it('shows stars of one length for every password', async () => {
      for (const password of ['c', 'canary-canary-canary', "'can ary'"]) {
        const text = clean.replace('--passfile1 p1', `--password1 ${password}`).replace('--dry', '--delete2');
        const output = await pretty(`IMAPSYNC_PASSWORD2=canary ${text}`);
        assert.doesNotMatch(output, /canary|can ary/);
        assert.match(output, /IMAPSYNC_PASSWORD2=\*{6} imapsync .*--password1 \*{6} --host2/);
      }
      assert.doesNotMatch(await pretty(clean.replace('--dry', '--password1=canary --nonsense')), /canary/);
      assert.doesNotMatch(await pretty(clean.replace('--dry', '--pasword1=canary --passwd1 canary')), /canary/);
      assert.doesNotMatch(await pretty(clean.replace('--dry', '--password1 my canary')), /canary/);
    });

    it('uses colours in a terminal only, and not where they are not wanted', async () => {
      const colour = '\u001b[';
      assert.ok((await pretty(withError, true)).includes(colour));
      assert.ok(!(await pretty(withError, false)).includes(colour));
      assert.ok(!(await pretty(withError, true, { NO_COLOR: '1' })).includes(colour));
    });

    it('never sends what a terminal would obey', async () => {
      const output = await pretty(`: '\u001b]0;x\u0007' ; ${withError}`);
      assert.ok(!output.includes('\u001b') && !output.includes('\u0007'));
    });

    it('shows only the surroundings of a place in a very long line', async () => {
      const output = await pretty(`: ${'x'.repeat(10_000)} ; ${withError}`);
      assert.ok(
        output
          .split('\n')
          .slice(1, 3)
          .every((line) => line.length < 140),
      );
      assert.match(output, /…/);
    });
  });

  describe('standard input', () => {
    it('is a shell script unless its name or first line says otherwise', async () => {
      const json = async (stdin: string, ...words: string[]) => {
        const { stdout } = await cli(['-', '--format', 'json', ...words], { stdin });
        return JSON.parse(stdout).files[0];
      };
      assert.deepEqual([(await json(clean)).dialect, (await json(clean)).path], ['posix', '-']);
      const profile = await json('--host1 h1 --delete2', '--stdin-filename', 'x/batch.imapsync');
      assert.deepEqual([profile.dialect, profile.path], ['profile', 'x/batch.imapsync']);
      assert.equal(profile.problems.length > 0, true);
    });

    it('needs a name that tells something, where one is given', async () => {
      const { code, stderr } = await cli(['-', '--stdin-filename', 'notes.txt'], { stdin: clean });
      assert.equal(code, 2);
      assert.match(stderr, /notes\.txt/);
    });
  });
});
