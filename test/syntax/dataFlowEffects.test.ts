import assert from 'node:assert/strict';
import { read } from './notation.js';

type Values = readonly (string | null)[];

/** Each script was run by bash with these arguments, null standing for those that are not to be known. */
function check(cases: readonly (readonly [script: string, ...expected: readonly Values[]])[]): void {
  for (const [script, ...expected] of cases) {
    it(script.replaceAll('\n', '⏎ '), () => {
      const actual = read(script).invocations.map(({ words }) => words.map(({ value }) => value));
      assert.deepEqual(actual, expected);
    });
  }
}

describe('what commands do to variables', () => {
  describe('declarations', () => {
    check([
      ['x=a; f() { local x=l; declare -g x=b; imapsync "$x"; }; f; imapsync "$x"', [null], [null]],
      ['f() { declare -g x=b; }; f; imapsync "$x"', ['b']],
      ['readonly x=a; x=b; imapsync "$x"', [null]],
      ['declare -r x=a; unset x; imapsync "$x"', [null]],
      ['f() { local -r x=$1; imapsync "$x"; }; f a', ['a']],
      ['x=a; f() { local x=b; local x; imapsync "$x"; }; f; imapsync "$x"', ['b'], ['a']],
      ['x=a; declare x; imapsync "$x"', ['a']],
      ['x=a; f() { local x; imapsync "${x-none}"; }', ['none']],
      // All words of a declaration are expanded first.
      ['x=a; f() { local x=b y=$x; imapsync "$y"; }; f', [null]],
      ['x=a y=$x; imapsync "$y"', ['a']],
      ['declare -a a=\'(x y)\'; imapsync "${a[@]}"', [null]],
      ['x=a; command export x=b; imapsync "$x"', ['b']],
      ['x=a; builtin read x; imapsync "$x"', [null]],
      ['n=a; v_a=0; declare "v_$n=1"; imapsync "$v_a"', [null]],
      ['a=; n=a; : "${!n:=5}"; imapsync "$a"', [null]],
      ['a=(0); : "${a[1]:=5}"; imapsync "${a[@]}"', [null]],
      ['x=a; unset -n x; imapsync "$x"', [null]],
      ['x=a; wait -p x; imapsync "$x"', [null]],
    ]);
  });

  describe('the variables of callers', () => {
    check([
      ['x=a; f() { local x=b; g; imapsync "$x"; }; g() { unset x; }; f; imapsync "$x"', [null], ['a']],
      ['x=a; f() { local x=b; g; imapsync "$x"; }; g() { x=c; }; f; imapsync "$x"', ['c'], ['a']],
    ]);
  });

  describe('arithmetic', () => {
    check([
      ['x=1; a[x++]=3; imapsync "$x"', [null]],
      ['x=1; a=(1 2); imapsync "${a[x++]}" "$x"', [null, null]],
      ['x=1; y=abc; imapsync "${y:x++:1}" "$x"', [null, null]],
      ['x=1; [[ x++ -eq 1 ]]; imapsync "$x"', [null]],
      ['x=1; [[ $x == --dry ]]; (( x == 1 && 1 <= x )); imapsync "$x"', ['1']],
      ['a=1; imapsync "${x:---a=b}" "$a"', [null, '1']],
    ]);
  });

  describe('handlers, and functions that are replaced', () => {
    check([
      ['x=a; trap \'x=b\' USR1; x=c; imapsync "$x"', [null]],
      ['f() { x=b; }; trap f ERR; x=a; false; imapsync "$x"', [null]],
      ['f() { x=b; }; x=a; unset -f f; f; imapsync "$x"', [null]],
      ['f() { x=b; }; f() { y=c; }; x=a; f; imapsync "$x"', [null]],
      ['echo() { x=b; }; x=a; echo; imapsync "$x"', [null]],
      ['été() { x=b; }; x=a; été; imapsync "$x"', ['b']],
      ['imapsync() { x=b; command imapsync "$@"; }; x=a; imapsync 1; imapsync "$x"', [null], ['1'], [null]],
      ['x=a; coproc x=b; imapsync "$x"', ['a']],
    ]);
  });

  describe('commands that a variable names', () => {
    check([
      ['x=a; e=export; $e x=b; imapsync "$x"', ['b']],
      ['f() { x=b; }; x=a; g=f; $g; imapsync "$x"', ['b']],
      ['x=a; y=\'x=b\'; eval "$y"; imapsync "$x"', ['b']],
      ['x=a; y=\'echo hi\'; eval "$y"; imapsync "$x"', ['a']],
      ['y=\'eval "$y"\'; x=a; eval "$y"; imapsync "$x"', [null]],
      ['x=a; y=\'x=b; imapsync 1\'; eval "$y"; imapsync "$x"', ['1'], ['b']],
      ['x=a; $SUDO true; imapsync "$x"', ['a']],
    ]);
  });
});

describe('where IFS is changed', () => {
  check([
    ['OLD=$IFS; IFS=,; x="a b"; imapsync $x; IFS=$OLD; imapsync $x', ['a b'], ['a', 'b']],
    ["IFS=$'\\n'; x=$'a b\\nc'; imapsync $x", ['a b', 'c']],
    ['IFS=; x="a b"; imapsync $x', ['a b']],
    ['IFS=,; x=a,b; imapsync $x', [null]],
    ['unset IFS; x="a b"; imapsync $x', ['a', 'b']],
    ['if c; then IFS=,; fi; x="a b"; imapsync $x', [null]],
  ]);
});

describe('parts of arrays and of the arguments', () => {
  check([
    ['f() { local u=$1; imapsync "$u" "${@:2}"; }; f a b "c d"', ['a', 'b', 'c d']],
    ['a=(x y z); imapsync "${a[@]:1}" "${a[@]:1:1}"', ['y', 'z', null]],
    ['a=(x "$@" z); imapsync "${a[@]:2}"', [null]],
    ['a=("x y" z); imapsync ${a[@]+"${a[@]}"} ${b[@]+"${a[@]}"}', ['x y', 'z', null]],
    ['set --; imapsync ${@+"$@"} "$*" "${@:0}"', ['', null]],
  ]);
});
