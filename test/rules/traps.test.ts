import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { analyse } from '../../server/src/core/analysis.js';
import { defaultConfig } from '../../server/src/core/config.js';
import { lint } from '../../server/src/core/linter.js';
import { applyChanges } from '../../server/src/core/text/edit.js';
import { afterSuggestion, argvOf, now, problemsIn } from './linting.js';
import { readRulePages } from './rulePages.js';

const bashIsThere = spawnSync('bash', ['-c', '((BASH_VERSINFO[0] >= 4))']).status === 0;

/** What bash does with a script: the arguments of each call of imapsync, and the names of commands that do not exist. */
function inBash(script: string): { readonly calls: readonly string[]; readonly lost: readonly string[] } {
  const preamble = `imapsync() { printf 'call %s\\n' "\${*//$'\\n'/ }"; }
command_not_found_handle() { printf 'lost %s\\n' "$1"; }
`;
  const { stdout } = spawnSync('bash', ['--norc', '-c', preamble + script], { encoding: 'utf8', timeout: 10_000 });
  const kept = (kind: string): string[] =>
    stdout
      .split('\n')
      .filter((line) => line.startsWith(kind))
      .map((line) => line.slice(kind.length + 1));
  return { calls: kept('call'), lost: kept('lost') };
}

/** What each rule says about a command, with severities where they matter. */
const said = (text: string, dialect: 'posix' | 'profile' = 'posix'): string[] =>
  problemsIn(text, dialect).map(({ rule, severity }) => `${rule} ${severity}`);

describe('broken continuations, with bash as the judge', () => {
  before(function () {
    if (!bashIsThere) this.skip();
  });

  const page = readRulePages().find(({ id }) => id === 'broken-continuation')!;
  page.examples.forEach((example, index) => {
    if (example.kind !== 'bad' || example.dialect !== 'posix') return;
    const [mark] = example.marks;
    const corrected = page.examples[index + 1];
    it(`line ${example.at} (${mark?.message}) loses options, and the suggestion gets them back`, () => {
      const options = example.text.match(/(?<!# )--[a-z0-9]+/g)!;
      const before = inBash(example.text);
      const broken = before.lost.some((name) => options.includes(name)) || before.calls.length !== 1;
      assert.ok(broken || /(?:^| ) (?: |$)/.test(before.calls[0]!), JSON.stringify(before));
      if (corrected?.kind !== 'suggestion') return;
      const after = inBash(corrected.text);
      assert.deepEqual(after.lost, []);
      for (const call of after.calls) for (const option of options) assert.ok(call.includes(option), call);
    });
  });

  it('a suggestion joins all lines of the command at once', () => {
    const text = `imapsync --host1 a \\
  # one

  --host2 b /
  --user1 c \\ 
  # two
  --user2 'd # e' # three
  --dry \\
  # --justlogin
echo end
`;
    const after = afterSuggestion(text, 'broken-continuation', 'Move the comment');
    assert.equal(
      after,
      `# one
# two
# three
imapsync --host1 a \\
  --host2 b \\
  --user1 c \\
  --user2 'd # e' \\
  --dry \\
  # --justlogin
echo end
`,
    );
    assert.deepEqual(inBash(after).calls, ['--host1 a --host2 b --user1 c --user2 d # e --dry']);
    assert.deepEqual(said(after), []);
  });

  it('backticks are changed in pairs, whatever stands between them', () => {
    const text = 'imapsync --host1 a `\n  --host2 b `\n  --user1 c `\n  --dry\n';
    const once = afterSuggestion(text, 'broken-continuation', 'Change the backticks');
    assert.deepEqual(argvOf(once, 'posix').at(-1), ['--host1', 'a', '--host2', 'b', '--user1', 'c', '--dry']);
  });
});

describe('traps of writing', () => {
  it('what is no option of imapsync is not said to be lost', () => {
    assert.deepEqual(said('imapsync --host1 a --host2 b\n-v /tmp:/tmp\n'), []);
    assert.deepEqual(said('imapsync --host1 a --host2 b \\\n\n-- a list\n'), []);
  });

  it('lines are lost behind options from a variable too', () => {
    const text = 'OPTS="--ssl1 --dry"\nimapsync --host1 a $OPTS\n  --host2 b\n';
    assert.deepEqual(said(text), ['broken-continuation error']);
    const after = afterSuggestion(text, 'broken-continuation', 'Put');
    assert.equal(after, 'OPTS="--ssl1 --dry"\nimapsync --host1 a $OPTS \\\n  --host2 b\n');
  });

  it('what stands in a variable is not quoted where it is used', () => {
    assert.deepEqual(said("OPTS='--exclude ^a\\.b'\nimapsync --host1 a $OPTS\n"), []);
  });

  it('a swallowed command is reported once, and its options are not taken for repeated ones', () => {
    assert.deepEqual(said('imapsync --host1 a --dry \\\nimapsync --host1 b --dry\n'), ['broken-continuation error']);
    assert.deepEqual(said('imapsync --host1 a --dry \\\nPASS=x\n'), ['broken-continuation error']);
  });

  it('no message shows what a swallowed assignment holds', () => {
    const [problem] = problemsIn('imapsync --host1 a --dry \\\nPASS=canary\n');
    assert.ok(problem !== undefined && !problem.message.includes('canary'));
  });

  it('pipes and other operators without blanks are fine behind anything but a pattern', () => {
    for (const text of [
      'imapsync --host1 a --dry|tee log',
      'imapsync --host1 a --user1 b;echo done',
      'imapsync --host1 a --exclude ^b|tee log',
      'imapsync --host1 a --exclude ^b;exit',
      "imapsync --host1 a --exclude '^b'|filter",
      'imapsync --host1 a --exclude ^b&',
    ]) {
      assert.deepEqual(said(text), [], text);
    }
  });

  it('redirections that are some are fine', () => {
    assert.deepEqual(said('imapsync --host1 a --dry <in> out'), []);
    assert.deepEqual(said('imapsync --host1 a --user1 b <accounts.txt'), []);
    assert.deepEqual(said('imapsync --host1 a --user1=<user> --dry'), ['unquoted-value error']);
  });

  it('an argument of the script can stand in a pattern, and behind an escaped dollar sign all is meant', () => {
    for (const value of ['"s/^(INBOX)\\.$1/x/"', '"s/^$1/$2/"', '"s/(a)/\\$1$1/"', '"s/(?:a)/$1/"', '"s{(a)}{x}$1"']) {
      assert.deepEqual(said(`imapsync --host1 a --regextrans2 ${value.replace('"s{(a)}{x}$1"', '"$1"')}`), [], value);
    }
    assert.deepEqual(said('imapsync --host1 a --regextrans2 "s,(a)(b),$2$1,"'), ['wrong-quotes error']);
    assert.deepEqual(said('imapsync --host1 a --regextrans2 "s{(a)}{x$1}"'), ['wrong-quotes error']);
  });

  it('single quotes are right where another shell reads the words', () => {
    assert.deepEqual(said("parallel imapsync --host1 a --user1 '$U' ::: 1"), []);
    assert.deepEqual(said(`bash -c "imapsync --host1 a --user1 '\\$U'"`), []);
  });

  it('a value of several lines is fine where it holds no option, or is a program', () => {
    assert.deepEqual(said("imapsync --host1 a --pipemess 'x \\\n --dry'"), []);
    assert.deepEqual(said("imapsync --host1 a --user1 'b\nc'"), []);
  });

  it('an assignment that is none is reported where an imapsync command uses the variable, and only there', () => {
    const options = ' --host1 a --user1 b --host2 c --user2 d\n';
    for (const [text, rule] of [
      [`$IMAPSYNC=/usr/bin/imapsync\n$IMAPSYNC${options}`, 'broken-assignment error'],
      [`\${I}=imapsync\nsudo $I${options}`, 'broken-assignment error'],
      [`O ="--dry"\nimapsync $O${options}`, 'broken-assignment error'],
      [`O = --dry --automap\nimapsync $O${options}`, 'broken-assignment error'],
      [`P = "--dry"\nimapsync $O${options}`, null],
      [`P= "--dry"\nimapsync $O${options}`, null],
      [`O= imapsync $O${options}`, null],
      [`[ "$O" = x ]\nimapsync $O${options}`, null],
      [`test $O = x && imapsync $O${options}`, null],
      [`$O=x\necho $O\nimapsync${options}`, null],
    ] as const) {
      assert.deepEqual(said(text), rule === null ? [] : [rule], text);
    }
    const after = afterSuggestion(`O = --dry --automap\nimapsync $O${options}`, 'broken-assignment', 'Leave');
    assert.equal(after, `O="--dry --automap"\nimapsync $O${options}`);
    assert.deepEqual(
      problemsIn('set O =x\nimapsync --host1 a --host2 b --user2 c --user1 "%P%"\n', 'cmd').map(({ rule }) => rule),
      [],
    );
    assert.deepEqual(
      problemsIn("o = 'x'\nimapsync --host1 a --host2 b --user2 c --user1 $p\n", 'powershell').map(({ rule }) => rule),
      [],
    );
  });

  it('moved by an edit further up, a broken assignment is reported where it then stands', () => {
    const text = 'true\nimapsync --version\nO = --dry\nimapsync --host1 a --host2 b $O\n';
    const after = text.replace('true', 'true\ntrue');
    const analysis = analyse(after, 'posix', analyse(text, 'posix'));
    assert.notEqual(analysis.source.lines?.readings, 0);
    const [problem] = lint(analysis, { config: defaultConfig, now });
    assert.equal(problem?.rule, 'broken-assignment');
    assert.equal(after.slice(problem!.range.start, problem!.range.end), 'O =');
  });

  it('an unclosed quote is pointed at where it opens', () => {
    for (const [text, at] of [
      ['imapsync --user1 "a $x b', 17],
      ["imapsync --user1 a'b", 18],
      ["imapsync --user1 $'b", 18],
      ['imapsync --user1 "a"$(cat', 20],
      ['imapsync --user1 `cat', 17],
    ] as const) {
      const problem = problemsIn(text).find(({ rule }) => rule === 'unclosed-quote');
      assert.equal(problem?.range.start, at, text);
    }
  });

  it('typographic characters inside straight quotes are meant', () => {
    assert.deepEqual(said("imapsync --host1 a --user1 '“b” – c\u00a0d'"), []);
    assert.deepEqual(said('imapsync --host1 a --user1 O’Brien'), []);
    assert.deepEqual(said('imapsync --host1 a --folder=“b” --dry'), ['typographic-character warning']);
  });

  it('an option that is refused for a foreign blank is reported once', () => {
    assert.deepEqual(
      said('imapsync --dry\u00a0--host1 a'),
      ['typographic-character error', 'extra-argument error'].slice(0, 1),
    );
  });

  it('passwords are never shown', () => {
    for (const text of [
      'imapsync --password1 --canary1 --host1 a',
      'imapsync --password1 canary1\\d --host1 a',
      'imapsync --password1 “canary1” --host1 a',
      'imapsync --password1 canary1(x) --host1 a',
      'imapsync --password1 canary1--ssl1 --host1 a',
      "imapsync --password1 'canary1\n --host1 a --user1 'b'",
      'imapsync --password1 canary1 --password1 canary1x',
    ]) {
      for (const { message } of problemsIn(text)) assert.ok(!message.includes('canary1'), message);
    }
  });

  it('the value is split from its port in any quotes', () => {
    const text = 'imapsync --host1 "a:993" --host2 b';
    assert.equal(afterSuggestion(text, 'host-with-port', 'Write'), 'imapsync --host1 "a" --port1 993 --host2 b');
    assert.equal(
      afterSuggestion('imapsync --host1=a:993', 'host-with-port', 'Write'),
      'imapsync --host1=a --port1 993',
    );
  });

  it('all line ends of a script are converted at once', () => {
    const text = 'echo\r\nimapsync --dry\r\necho\n';
    const [problem] = problemsIn(text);
    assert.equal(applyChanges(text, problem!.suggestions!()[0]!.edits), 'echo\nimapsync --dry\necho\n');
  });
});
