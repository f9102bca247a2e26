import assert from 'node:assert/strict';
import {
  analyse,
  applyChanges,
  createLanguageService,
  type FileDialect,
  lint,
} from '../../server/src/core/languageService.js';
import { now } from './cursor.js';

const service = createLanguageService();
const whole = (text: string) => ({ start: 0, end: text.length });

/** The text after the action with this title, offered anywhere in the text. */
function act(text: string, title: string, dialect: FileDialect = 'posix'): string {
  const analysis = analyse(text, dialect);
  const actions = service.quickFixes(analysis, whole(text), lint(analysis, { now }));
  const action = actions.find((one) => one.title === title);
  assert.ok(action && 'edits' in action, `${title} is not among ${actions.map((one) => one.title).join(' | ')}`);
  return applyChanges(text, action.edits);
}

describe('code actions', () => {
  it('silence a rule above the command, at its indentation', () => {
    assert.equal(
      act('if x; then\n  imapsync --bogus\nfi\n', 'Silence unknown-option for this command'),
      'if x; then\n  # imapsync-lint: disable=unknown-option\n  imapsync --bogus\nfi\n',
    );
    assert.equal(
      act('imapsync \\\r\n  --bogus\r\n', 'Silence unknown-option for this command'),
      '# imapsync-lint: disable=unknown-option\r\nimapsync \\\r\n  --bogus\r\n',
    );
  });

  it('silence several rules of one command in one directive', () => {
    const once = act('imapsync --bogus --dele=2\n', 'Silence unknown-option for this command');
    const twice = act(once, 'Silence ambiguous-option for this command');
    assert.equal(twice.split('\n')[0], '# imapsync-lint: disable=unknown-option,ambiguous-option');
    const analysis = analyse(twice, 'posix');
    const left = lint(analysis, { now }).map(({ rule }) => rule);
    assert.ok(!left.includes('unknown-option') && !left.includes('ambiguous-option'));
  });

  it('do not join a directive that speaks for another command', () => {
    const text = '# imapsync-lint: disable=unknown-option\nimapsync --nosuch\nimapsync --bogus\n';
    assert.equal(
      act(text, 'Silence unknown-option for this command'),
      '# imapsync-lint: disable=unknown-option\nimapsync --nosuch\n# imapsync-lint: disable=unknown-option\nimapsync --bogus\n',
    );
  });

  it('silence a rule in the file below the line that names the shell, behind a byte order mark, in a profile', () => {
    const title = 'Silence unknown-option in this file';
    assert.equal(
      act('#!/bin/sh\nimapsync --bogus\n', title),
      '#!/bin/sh\n# imapsync-lint: disable-file=unknown-option\nimapsync --bogus\n',
    );
    assert.equal(
      act('\ufeffimapsync --bogus\n', title),
      '\ufeff# imapsync-lint: disable-file=unknown-option\nimapsync --bogus\n',
    );
    assert.equal(act('--bogus\n', title, 'profile'), '# imapsync-lint: disable-file=unknown-option\n--bogus\n');
    for (const text of ['#!/bin/sh\nimapsync --bogus\n', '\ufeffimapsync --bogus\n']) {
      const rules = lint(analyse(act(text, title), 'posix'), { now }).map(({ rule }) => rule);
      assert.ok(!rules.includes('unknown-option'));
    }
  });

  it('join a directive that speaks for the file already', () => {
    assert.equal(
      act(
        '# imapsync-lint: disable-file=delete-2 -- by design\nimapsync --bogus\n',
        'Silence unknown-option in this file',
      ).split('\n')[0],
      '# imapsync-lint: disable-file=delete-2,unknown-option -- by design',
    );
  });

  it('offer no silence for what is said about directives themselves', () => {
    const text = '# imapsync-lint: nonsense\nimapsync\n';
    const analysis = analyse(text, 'posix');
    const problems = lint(analysis, { now }).filter(({ rule }) => rule === 'invalid-directive');
    assert.equal(problems.length, 1);
    const titles = service.quickFixes(analysis, whole(text), problems).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Silence')),
      [],
    );
    assert.ok(titles.includes('Explain invalid-directive'));
  });

  it('answer only the problems at the range that is asked for', () => {
    const text = 'imapsync --bogus\nimapsync --nosuch\n';
    const analysis = analyse(text, 'posix');
    const actions = service.quickFixes(analysis, { start: 20, end: 20 }, lint(analysis, { now }));
    assert.deepEqual(actions, []);
  });

  it('rewrite only where a command stands', () => {
    const text = 'echo hello\nimapsync --host1 a --user1 b --host2 c --user2 d\n';
    const analysis = analyse(text, 'posix');
    assert.deepEqual(service.rewrites(analysis, { start: 2, end: 2 }), []);
    assert.ok(service.rewrites(analysis, { start: 20, end: 20 }).length > 2);
  });
});
