import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/analysis.js';
import { defaultConfig } from '../../server/src/core/config.js';
import { quickFixes } from '../../server/src/core/features/codeAction.js';
import { lint } from '../../server/src/core/linter.js';
import { applyChanges } from '../../server/src/core/text/edit.js';
import { read } from './notation.js';

/** The arguments of every command line of a script; null for what only the shell knows. */
function argv(script: string): readonly (readonly (string | null)[])[] {
  return read(script).invocations.map(({ words }) => words.map(({ value }) => value));
}

function check(
  cases: readonly (readonly [script: string, ...expected: readonly (readonly (string | null)[])[]])[],
): void {
  for (const [script, ...expected] of cases)
    it(script.replaceAll('\n', '⏎ '), () => assert.deepEqual(argv(script), expected));
}

describe('what a variable holds', () => {
  describe('is put in where it is certain', () => {
    check([
      ['x=a; imapsync "$x"', ['a']],
      ['x=a; imapsync ${x}b', ['ab']],
      ['x="a b"; imapsync $x', ['a', 'b']],
      ['x="a b"; imapsync "$x"', ['a b']],
      ['x=" a "; imapsync y$x"z"', ['y', 'a', 'z']],
      ['x=; imapsync $x "$x"', ['']],
      ['x=a; y=$x/b; imapsync $y', ['a/b']],
      ['x=a; x+=b; imapsync $x', ['ab']],
      ['x=a; unset x; imapsync $x "${x-none}"', ['none']],
      ['export x=a; readonly y="b c"; declare -x z=d; imapsync $x "$y" $z', ['a', 'b c', 'd']],
      ["OPTS='--dry --automap'\nimapsync $OPTS --nolog", ['--dry', '--automap', '--nolog']],
      ['OPTS="--host1 $OLD --dry"\nimapsync $OPTS', ['--host1', null, '--dry']],
      ['x=1 && y=2 && imapsync $x $y', ['1', '2']],
      ['x=a; (imapsync $x)', ['a']],
      ['x=a; y=$(imapsync $x)', ['a']],
      ['x=a; if true; then imapsync $x; fi', ['a']],
    ]);
  });

  describe('stays unknown where it is not', () => {
    check([
      ['imapsync $x', [null]],
      ['x=a; if c; then x=b; fi; imapsync $x', [null]],
      ['c && x=a; imapsync $x', [null]],
      ['case $1 in a) x=1 ;; b) x=2 ;; esac; imapsync $x', [null]],
      ['x=a; while c; do imapsync $x; x=b; done', [null]],
      ['for x in a b; do imapsync $x; done', [null]],
      ['x=a; read x; imapsync $x', [null]],
      ['x=a; . ./settings; imapsync $x', [null]],
      ['x=a; eval "$y"; imapsync $x', [null]],
      ['x=a; ((x++)); imapsync $x', [null]],
      ['x=a; : ${x:=b}; imapsync $x', [null]],
      ['declare -i x; x=1+1; imapsync $x', [null]],
      ['declare -n r=x; x=1; r=2; imapsync $x', [null]],
      ['IFS=,; x=a,b; imapsync $x', [null]],
      ['x="*.txt"; imapsync $x', [null]],
      ['x=a; echo b | read x; imapsync $x', [null]],
      ['f() { x=a; [ -n "$1" ] && return; x=b; }; f; imapsync $x', [null]],
      ['RANDOM=4; imapsync $RANDOM', [null]],
      ['x=a; imapsync ${x%a} ${#x} ${!x}', [null, null, null]],
    ]);
  });

  it('is lost at the end of a subshell', () => {
    assert.deepEqual(argv('x=a; (x=b; imapsync $x); imapsync $x'), [['b'], ['a']]);
    assert.deepEqual(argv('x=a; y=$(x=b; imapsync $x); imapsync $x'), [['b'], ['a']]);
    assert.deepEqual(argv('x=a; { x=b; imapsync $x; }; imapsync $x'), [['b'], ['b']]);
  });
});

describe('defaults', () => {
  check([
    ['x=; imapsync "${x:-d}" "${x-d}"', ['d', '']],
    ['x=a; imapsync "${x:-d}" "${x:+p}" ${x:?no}', ['a', 'p', 'a']],
    ['unset x; imapsync "${x:-d}" "${x:+p}"', ['d', '']],
    // The environment may hold it.
    ['imapsync --port1 "${PORT:-993}"', ['--port1', null]],
  ]);
});

describe('arrays', () => {
  check([
    ['a=(--dry "x y"); imapsync "${a[@]}"', ['--dry', 'x y']],
    ['a=(--dry); a+=(--ssl1 $OLD); imapsync "${a[@]}" z', ['--dry', '--ssl1', null, 'z']],
    ['a=(x y z); imapsync $a "${a[1]}" "${a[7]}"', ['x', 'y', '']],
    ['a=("x y" z); imapsync ${a[@]}', ['x', 'y', 'z']],
    ['a=(x y); imapsync "pre${a[@]}post"', ['prex', 'ypost']],
    ['a=(); imapsync "${a[@]}" "p${a[@]}"', ['p']],
    ['declare -a a=(x "y z"); imapsync "${a[@]}"', ['x', 'y z']],
    ['a=([3]=x); imapsync "${a[@]}"', [null]],
    ['a=(x); a[1]=y; imapsync "${a[@]}"', [null]],
    ['a=(x y); imapsync "${a[*]}"', [null]],
    ['a=(); imapsync "${a[*]}" ${a[*]}', ['']],
  ]);
});

describe('what is added under a condition, or in a loop', () => {
  check([
    ['o=--dry; c && o="$o --nolog"; imapsync $o', ['--dry', null]],
    ['o=--dry; c && o+=" --nolog"; imapsync $o --ssl1', ['--dry', null, '--ssl1']],
    ['o=a; c && o=${o}b; imapsync $o', [null]],
    ['o=--dry; for x in 1 2; do o="$o --folder $x"; done; imapsync $o', ['--dry', null]],
    ['o=--dry; c && o="$o -a"; d && o="$o -b"; imapsync $o', ['--dry', null]],
    ['o=--dry; c && o="--ssl1 $o"; imapsync $o', [null]],
    ['C="imapsync --host1 a"; C="$C --dry"; c && C="$C --nolog"; $C', ['--host1', 'a', '--dry', null]],
    ['C="imapsync --host1 a"; c && C="$C --nolog"; eval "$C"', ['--host1', 'a', null]],
    ['a=(--dry "x y"); if c; then a+=(--nolog); fi; imapsync "${a[@]}" z', ['--dry', 'x y', null, 'z']],
    ['a=(); c && a+=(--nolog); imapsync "${a[@]}"', [null]],
    ['a=(x); while c; do a+=(y); done; imapsync "${a[@]}" "${a[1]}"', ['x', null, null]],
    ['o=--dry; if c; then o="$o -a"; else o="$o -b"; fi; imapsync $o', ['--dry', null]],
    ['o=--dry; case $1 in a) o="$o -a" ;; *) o+=x ;; esac; imapsync $o', [null]],
    ['a=(x); c && a=(y x); imapsync "${a[@]}"', [null]],
  ]);
});

describe('arguments', () => {
  check([
    ['set -- --dry "a b"; imapsync "$@"', ['--dry', 'a b']],
    ['set -- a b c; shift; imapsync "$1" "$@"', ['b', 'b', 'c']],
    ['set -eu; imapsync "$@"', [null]],
    ['imapsync "$@"', [null]],
    ['f() { imapsync --dry "$@"; }; f --host1 a', ['--dry', '--host1', 'a']],
    ['f() { local u=$1; shift; imapsync --user1 "$u" "$@"; }\nf bob --nolog', ['--user1', 'bob', '--nolog']],
    ['f() { imapsync --user1 "$1" --host1 h; }; f a; f b', ['--user1', null, '--host1', 'h']],
    ['f() { imapsync "$1"; }; f a; f a', [null]],
    ['f() { imapsync "$1"; }', [null]],
    ['f() { imapsync "$1"; }; export -f f; f a', [null]],
    ['f() { g "$@" --dry; }; g() { imapsync "$@"; }; f x', ['x', '--dry']],
    ['x=a; f() { imapsync $x; }; x=b; f', ['b']],
    ['x=a; f() { local x=b; imapsync $x; }; f; imapsync $x', ['b'], ['a']],
    ['f() { x=b; }; x=a; f; imapsync $x', ['b']],
    ['f() { f "$1"; imapsync "$1"; }; f a', [null]],
    ['x=a; x=b f; f() { imapsync $x; }', ['b']],
    ['x=a; coproc { x=b; }; imapsync $x', ['a']],
  ]);
});

describe('a command that a variable names', () => {
  check([
    ['IMAPSYNC=/usr/bin/imapsync; $IMAPSYNC --dry', ['--dry']],
    ['IMAPSYNC=${IMAPSYNC:-imapsync}\n"$IMAPSYNC" --dry', ['--dry']],
    ['${IMAPSYNC:-/opt/imapsync} --dry', ['--dry']],
    ['C="imapsync --host1 a"; $C --dry', ['--host1', 'a', '--dry']],
    ['C=(imapsync --host1 "a b"); "${C[@]}" --dry', ['--host1', 'a b', '--dry']],
    ['C="imapsync --host1 a"; eval "$C --user1 \'b c\'"', ['--host1', 'a', '--user1', 'b c']],
    ['C="imapsync --host1 a"; bash -c "$C"', ['--host1', 'a']],
    ['C="imapsync --host1 a"; sudo $C --dry', ['--host1', 'a', '--dry']],
    ['D=/opt; $D/imapsync --dry', ['--dry']],
    ['C=rsync; $C --dry'],
    ['$C --dry'],
  ]);
});

describe('the columns of an account file', () => {
  const columnsOf = (script: string) =>
    read(script).invocations[0]!.words.map(({ pieces: [piece] }) =>
      piece?.kind === 'dynamic' ? piece.column : undefined,
    );

  it('are known for the variables of a read loop', () => {
    const script = 'while IFS=\';\' read -r h1 u1; do imapsync --host1 "$h1" --user1 $u1 $other; done < accounts.csv';
    const column = (index: number) => ({ index, separators: ';', file: 'accounts.csv' });
    assert.deepEqual(columnsOf(script), [undefined, column(0), undefined, column(1), undefined]);
  });

  it('are no longer known where the variable is changed in the loop', () => {
    const script = 'cat f | while IFS=, read a b; do a=x; imapsync "$a" "$b"; done';
    assert.deepEqual(argv(script), [['x', null]]);
    assert.deepEqual(columnsOf(script), [undefined, { index: 1, separators: ',', file: null }]);
  });
});

describe('the place of a value', () => {
  const placed = (script: string) =>
    read(script).invocations[0]!.words.map(({ range, origin }) => [
      script.slice(range.start, range.end),
      range.start,
      origin?.name,
    ]);

  it('is where its text stands', () => {
    assert.deepEqual(placed('x="a b"; imapsync $x "$x" y'), [
      ['a', 3, '$x'],
      ['b', 5, '$x'],
      ['"a b"', 2, '$x'],
      ['y', 26, undefined],
    ]);
  });

  it('is the expansion where the word has other text too', () => {
    assert.deepEqual(placed('x=a; imapsync --user1="$x"'), [['--user1="$x"', 14, undefined]]);
  });
});

describe('a problem in a value', () => {
  const now = 0;
  const problemsOf = (script: string) => lint(analyse(script, 'posix'), { config: defaultConfig, now });
  const script = 'OPTS="--dry --maxsize 10M"\nimapsync --host1 a.example --user1 a --host2 b.example --user2 b $OPTS\n';

  it('is reported where the text stands, with the command line as related place', () => {
    const [problem] = problemsOf(script).filter(({ rule }) => rule === 'invalid-value');
    assert.equal(script.slice(problem!.range.start, problem!.range.end), '10M');
    assert.deepEqual(
      problem!.related?.map(({ range }) => script.slice(range.start, range.end)),
      ['$OPTS'],
    );
  });

  it('is mended there', () => {
    const analysis = analyse(script, 'posix');
    const problems = problemsOf(script);
    const [problem] = problems.filter(({ rule }) => rule === 'invalid-value');
    const texts = quickFixes(analysis, problem!.range, problems).flatMap((action) =>
      'edits' in action ? [applyChanges(script, action.edits)] : [],
    );
    assert.ok(
      texts.some((text) => text.startsWith('OPTS="--dry --maxsize 10000000"\n')),
      texts.join('---'),
    );
  });

  it('is mended only by what needs no quotes there', () => {
    const text =
      'OPTS="--dry --exclude ^[Gmail]"\nimapsync --gmail1 --user1 a --host2 b.example --user2 b $OPTS --delete2\n';
    const analysis = analyse(text, 'posix');
    for (const problem of lint(analysis, { config: defaultConfig, now })) {
      for (const { edits } of [...(problem.suggestions?.() ?? []), ...(problem.fix ? [problem.fix()] : [])]) {
        const after = analyse(applyChanges(text, edits), 'posix');
        assert.equal(after.invocations.length, 1);
        assert.equal(after.invocations[0]!.syntax.incomplete, false);
      }
    }
  });

  it('does not keep the lens and the command from standing on the command line', () => {
    const [invocation] = analyse('IMAPSYNC=imapsync\n$IMAPSYNC --dry\n', 'posix').invocations;
    assert.deepEqual(invocation!.headRange, { start: 18, end: 27 });
  });
});
