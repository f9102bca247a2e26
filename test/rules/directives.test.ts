import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/analysis.js';
import { nextExpiry, phasesOf } from '../../server/src/core/model/phases.js';
import type { FileDialect } from '../../server/src/core/syntax/dialect.js';
import { problemsIn } from './linting.js';

const delete2 = 'delete2-without-pre-cutover-marker';

/** Whether the only `--delete2` of a script below this comment is reported at `now`, and with which words. */
function verdict(comment: string, now: number): string {
  const text = `# imapsync-lint: ${comment}\nimapsync --host1 a --delete2\n`;
  const [problem, ...more] = problemsIn(text, 'posix', { now }).filter(({ rule }) => rule === delete2);
  assert.deepEqual(more, []);
  if (problem === undefined) return 'silent';
  assert.equal(text.slice(problem.range.start, problem.range.end), '--delete2');
  if (problem.message.includes('The pre-cutover marker ended at')) return 'expired';
  if (problem.message.includes('the cutover is over')) return 'post-cutover';
  if (problem.message.includes('can not be read')) return 'unreadable';
  return 'no marker';
}

describe('the end of a pre-cutover marker', () => {
  const moments: readonly [text: string, moment: number][] = [
    ['2026-12-01', Date.UTC(2026, 11, 1)],
    ['2026-12-01T22:00', Date.UTC(2026, 11, 1, 22)],
    ['2026-12-01T22:00Z', Date.UTC(2026, 11, 1, 22)],
    ['2026-12-01t22:00z', Date.UTC(2026, 11, 1, 22)],
    ['2026-12-01T22:00+01:00', Date.UTC(2026, 11, 1, 21)],
    ['2026-12-01T22:00-0530', Date.UTC(2026, 11, 2, 3, 30)],
    ['2026-12-01T00:30+02', Date.UTC(2026, 10, 30, 22, 30)],
    ['2026-12-01T22:00:30.5Z', Date.UTC(2026, 11, 1, 22, 0, 30, 500)],
    ['2028-02-29', Date.UTC(2028, 1, 29)],
  ];
  for (const [text, moment] of moments) {
    it(`${text} is ${new Date(moment).toISOString()}: silent just before, expired from then on`, () => {
      assert.equal(verdict(`pre-cutover until ${text}`, moment - 1), 'silent');
      assert.equal(verdict(`pre-cutover until ${text}`, moment), 'expired');
      assert.equal(verdict(`pre-cutover until ${text}`, moment + 1), 'expired');
    });
  }

  const unreadable = [
    '2026-02-29',
    '2026-13-01',
    '2026-12-1',
    '20261201',
    '2026-12-01 22:00',
    '2026-12-01T24:00',
    '2026-12-01T22',
    '2026-12-01T22:00+25:00',
    '0000-00-00',
    'tomorrow',
    '1.12.2026',
    '',
  ];
  for (const text of unreadable) {
    it(`can not be "${text}"`, () => {
      assert.equal(verdict(`pre-cutover until ${text}`, 0), 'unreadable');
      const rules = problemsIn(`# imapsync-lint: pre-cutover until ${text}\nimapsync --dry\n`).map(({ rule }) => rule);
      assert.deepEqual(rules, ['invalid-directive']);
    });
  }

  it('is told to whoever refreshes', () => {
    const text = ['2026-12-01', '2026-11-25', '2026-11-20']
      .map((day) => `# imapsync-lint: pre-cutover until ${day}\nimapsync --dry\n`)
      .join('');
    const { directives } = analyse(text, 'posix');
    assert.equal(nextExpiry(directives, Date.UTC(2026, 10, 23)), Date.UTC(2026, 10, 25));
    assert.equal(nextExpiry(directives, Date.UTC(2026, 10, 25)), Date.UTC(2026, 11, 1));
    assert.equal(nextExpiry(directives, Date.UTC(2026, 11, 1)), null);
  });
});

describe('words of a marker', () => {
  const forms: readonly [comment: string, expected: string][] = [
    ['pre-cutover', 'silent'],
    ['PRE-CUTOVER  UNTIL  2099-01-01', 'silent'],
    ['pre-cutover until 2099-01-01 -- change 4711', 'silent'],
    ['pre-cutover -- no date yet', 'silent'],
    ['post-cutover', 'post-cutover'],
    ['post-cutover -- since Tuesday', 'post-cutover'],
    ['pre-cutover 2099-01-01', 'unreadable'],
    ['pre-cutover until 2099-01-01 or so', 'unreadable'],
    ['precutover until 2099-01-01', 'unreadable'],
    ['disable-file=missing-value', 'no marker'],
  ];
  for (const [comment, expected] of forms) {
    it(`"${comment}": ${expected}`, () => assert.equal(verdict(comment, 0), expected));
  }
});

function phases(text: string, dialect: FileDialect = 'posix', now = 0): readonly string[] {
  const { source, invocations, directives } = analyse(text, dialect);
  return phasesOf({ dialect: source.dialect, invocations, directives }, now).map(({ kind }) => kind);
}

describe('the phase of a command', () => {
  const run = 'imapsync --dry';

  it('is that of the last marker above it', () => {
    const pre = '# imapsync-lint: pre-cutover';
    const post = '# imapsync-lint: post-cutover';
    assert.deepEqual(phases([run, pre, run, run, post, run, pre].join('\n')), [
      'unknown',
      'pre-cutover',
      'pre-cutover',
      'post-cutover',
    ]);
  });

  it('is unknown below a marker that can not be read, whatever stands above that', () => {
    assert.deepEqual(phases(`# imapsync-lint: pre-cutover\n# imapsync-lint: post-cutver\n${run}`), ['unknown']);
  });

  it('is not touched by other directives and by prose', () => {
    const text = `# imapsync-lint: pre-cutover\n# imapsync-lint: disable-file\n# imapsync-lint is fine\n${run}`;
    assert.deepEqual(phases(text), ['pre-cutover']);
  });

  it('in a profile is that of the last marker, wherever it stands', () => {
    assert.deepEqual(phases('--dry\n# imapsync-lint: post-cutover\n--ssl1\n# imapsync-lint: pre-cutover', 'profile'), [
      'pre-cutover',
    ]);
  });

  it('counts what is written, in a dry run and an open command alike', () => {
    for (const command of [
      'imapsync --delete2 --dry',
      'imapsync --delete2 "$@"',
      'imapsync $OPTIONS --delete2',
      'imapsync -DELETE2',
    ]) {
      assert.deepEqual(
        problemsIn(command).map(({ rule }) => rule),
        [delete2],
        command,
      );
    }
    for (const command of ['imapsync --delete2 --nodelete2', 'imapsync --delete2 --no-delete2', 'imapsync "$@"']) {
      assert.deepEqual(problemsIn(command), [], command);
    }
    assert.equal(problemsIn('imapsync --nodelete2 --delete2').length, 1);
  });
});

/** The rules that report something, in order. */
function reported(text: string, dialect: FileDialect = 'posix'): readonly string[] {
  return problemsIn(text, dialect).map(({ rule }) => rule);
}

describe('directives that silence', () => {
  const password = 'password-on-command-line';
  const leak = 'imapsync --password1 x --dry=1';

  it('disable: the next command alone, named rules alone', () => {
    assert.deepEqual(reported(`# imapsync-lint: disable=${password}\n${leak}\n${leak}\n`), [
      'unexpected-value',
      password,
      'unexpected-value',
    ]);
    assert.deepEqual(reported(`# imapsync-lint: disable\n${leak}\n`), []);
    assert.deepEqual(reported(`# imapsync-lint: disable = ${password} , unexpected-value -- because\n${leak}\n`), []);
  });

  it('disable: all lines of a command, whichever holds the problem', () => {
    assert.deepEqual(reported(`# imapsync-lint: disable=${password}\nimapsync \\\n  --ssl1 \\\n  --password1 x\n`), []);
  });

  it('disable: a profile as a whole, wherever the comment stands', () => {
    assert.deepEqual(reported(`--password1 x\n--ssl1\n# imapsync-lint: disable=${password}\n`, 'profile'), []);
  });

  it('disable-line: the line it stands on, and only that', () => {
    assert.deepEqual(reported(`${leak} # imapsync-lint: disable-line=${password}\n${leak}\n`), [
      'unexpected-value',
      password,
      'unexpected-value',
    ]);
    assert.deepEqual(reported(`imapsync --password1 x \\\n  --dry=1 # imapsync-lint: disable-line\n`), [password]);
  });

  it('disable-file: everywhere, from everywhere', () => {
    assert.deepEqual(reported(`${leak}\n${leak}\n# imapsync-lint: disable-file\n`), []);
    assert.deepEqual(reported(`${leak}\n# imapsync-lint: disable-file=unexpected-value\n${leak}\n`), [
      password,
      password,
    ]);
  });

  it('that overlap all count as used', () => {
    assert.deepEqual(
      reported(
        `# imapsync-lint: disable-file=${password}\n# imapsync-lint: disable=${password}\n` +
          `imapsync --password1 x # imapsync-lint: disable-line=${password}\n`,
      ),
      [],
    );
  });

  it('that silence nothing are reported, and nothing silences that', () => {
    assert.deepEqual(reported('# imapsync-lint: disable=missing-value\nimapsync --dry\n'), ['unused-directive']);
    assert.deepEqual(reported('# imapsync-lint: disable-file\nimapsync --dry\n'), ['unused-directive']);
    assert.deepEqual(reported('# imapsync-lint: disable-file=unused-directive\nimapsync --dry\n'), [
      'unused-directive',
    ]);
    assert.deepEqual(reported('imapsync --dry\n# imapsync-lint: disable\n'), ['unused-directive']);
  });

  it('that name a rule which is off are not called unused', () => {
    const text = `# imapsync-lint: disable=${password}\nimapsync --password1 x\n`;
    assert.deepEqual(problemsIn(text, 'posix', { config: { rules: { [password]: 'off' } } }), []);
  });

  it('that name no rule are reported once, as such', () => {
    const problems = problemsIn('# imapsync-lint: disable=no-such-rule\nimapsync --dry\n');
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['invalid-directive'],
    );
  });

  it('each silence their own command in a file of many', () => {
    const one = `# imapsync-lint: disable=${password}\nimapsync --password1 x # imapsync-lint: disable-line=${password}\n`;
    const text = one.repeat(500);
    assert.deepEqual(problemsIn(text), []);
    assert.equal(problemsIn(`${text}imapsync --password1 x\n`).length, 1);
  });
});

describe('comments that are no directives', () => {
  for (const comment of [
    '# imapsync-lint checks this file',
    '# imapsync-linter: pre-cutover',
    '# see imapsync-lint: pre-cutover',
    '# imapsync: pre-cutover',
  ]) {
    it(comment, () => assert.deepEqual(analyse(`${comment}\nimapsync --dry\n`, 'posix').directives, []));
  }
});
