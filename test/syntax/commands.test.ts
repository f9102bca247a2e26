import assert from 'node:assert/strict';
import { outline, read } from './notation.js';

/** The first argument of every invocation found. */
function found(text: string): string[] {
  return read(text).invocations.map((invocation) => {
    const range = invocation.words[0]?.range ?? { start: 0, end: 0 };
    return text.slice(range.start, range.end);
  });
}

describe('where a command can stand', () => {
  const cases: [string, string, string[]][] = [
    [
      'after every separator',
      'imapsync 1; imapsync 2 && imapsync 3 || imapsync 4 | imapsync 5 |& imapsync 6 & imapsync 7\nimapsync 8',
      ['1', '2', '3', '4', '5', '6', '7', '8'],
    ],
    [
      'with and without blanks around separators',
      'imapsync 1;imapsync 2&&imapsync 3|imapsync 4&imapsync 5',
      ['1', '2', '3', '4', '5'],
    ],
    [
      'in every part of if, while and until',
      'if imapsync 1; then imapsync 2; elif imapsync 3; then imapsync 4; else imapsync 5; fi; while imapsync 6; do imapsync 7; done; until imapsync 8; do imapsync 9; done',
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    ],
    [
      'in loops, with the list on one line or not',
      'for i in imapsync x; do imapsync 1; done\nfor i\nin a\ndo\n imapsync 2\ndone\nfor ((i=0; i<2; i++)); do imapsync 3; done; select i in a; do imapsync 4; done',
      ['1', '2', '3', '4'],
    ],
    [
      'in the branches of a case, not in its patterns',
      'case imapsync in imapsync) imapsync 1;; (a|imapsync) imapsync 2 ;& b) imapsync 3;;& *) imapsync 4\nesac\nimapsync 5',
      ['1', '2', '3', '4', '5'],
    ],
    [
      'in groups, subshells and behind !',
      '{ imapsync 1; }; (imapsync 2); ! imapsync 3; ( ( (imapsync 4) ) ); ((imapsync 5) | imapsync 6)',
      ['1', '2', '3', '4', '5', '6'],
    ],
    [
      'in functions of every form',
      'f() { imapsync 1; }\nfunction g { imapsync 2; }\nfunction h() (imapsync 3)\nk () if imapsync 4; then :; fi\nl()\n{\nimapsync 5\n}',
      ['1', '2', '3', '4', '5'],
    ],
    [
      'a function named imapsync is no invocation, a call of it is',
      'imapsync() {\n  command imapsync "$@" 1\n}\nfunction imapsync { :; }\nimapsync 2',
      ['"$@"', '2'],
    ],
    [
      'in substitutions of every kind',
      'a=$(imapsync 1) b=`imapsync 2` c="$(imapsync 3)" d="`imapsync 4`" e=${x:-$(imapsync 5)} f=$(( $(imapsync 6) )); cat <(imapsync 7)',
      ['1', '2', '3', '4', '5', '6', '7'],
    ],
    [
      'inside the arguments of another one, which comes first',
      'imapsync 1 "$(imapsync 2 $(imapsync 3))" $(imapsync 4)',
      ['1', '2', '3', '4'],
    ],
    [
      'in array elements only as a substitution',
      'a=(imapsync $(imapsync 1)); a+=(imapsync); declare -a b=(imapsync # imapsync\n); a[$(imapsync 2)]=imapsync',
      ['1'],
    ],
    [
      'behind assignments and redirections',
      'A=1 B="x y" imapsync 1; >log 2>&1 imapsync 2; {fd}>x <<<imapsync imapsync 3; a[1]=2 imapsync 4',
      ['1', '2', '3', '4'],
    ],
    [
      'behind time and coproc',
      'time imapsync 1; time -p imapsync 2; coproc imapsync 3; coproc X { imapsync 4; }',
      ['1', '2', '3', '4'],
    ],
    [
      'after a conditional or arithmetic command',
      '[[ a && imapsync ]] && imapsync 1; [[ x =~ ^(imapsync|#b)$ ]]; imapsync 2; ((imapsync > 1)) && imapsync 3',
      ['1', '2', '3'],
    ],
    ['after a conditional over several lines', '[[ a &&\n b\n || c ]] # x\nimapsync 1', ['1']],
    [
      'keywords are words where no command begins',
      'imapsync 1 if then do done fi { } ! case esac [[; echo if; imapsync 2',
      ['1', '2'],
    ],
    ['quoted keywords are commands', "'if' imapsync; \\then imapsync; imapsync 1", ['1']],
    [
      'not in what is no command',
      'echo imapsync a; printf imapsync; which imapsync; alias imapsync=x; apt install imapsync; man imapsync; x=imapsync; cd imapsync; # imapsync\nimapsync-lint a; myimapsync b; imapsync.pl c; "imapsync d"',
      [],
    ],
    ['stray closing words do no harm', ') done fi esac } ;; ) imapsync 1\n)) imapsync 2', ['1', '2']],
    ['an unfinished conditional ends with its line', 'if [[ -n $x\nthen imapsync 1\nfi\n[[ a ; imapsync 2', ['1', '2']],
    [
      'a carriage return before a line end is part of it',
      'if true\r\nthen\r\n imapsync 1 \\\r\n  2\r\nfi\r\nimapsync 3\r\n',
      ['1', '3'],
    ],
  ];
  for (const [title, text, expected] of cases) it(title, () => assert.deepEqual(found(text), expected));

  it('leaves redirections out of the words and inside the range', () => {
    const text = '<in imapsync a >out b 2>&1 c 3<&- >| x &>> y d {fd}<z 5 >&2';
    const [invocation] = read(text).invocations;
    assert.deepEqual(outline(text), ['> imapsync > a b c d 5']);
    assert.equal(
      text.slice(invocation!.range.start, invocation!.range.end),
      'imapsync a >out b 2>&1 c 3<&- >| x &>> y d {fd}<z 5',
    );
  });

  it('reads the assignments of the command and of no other', () => {
    const [first, second] = read('X=0; A=1 B+="x y" a[2]=z C=(p q) imapsync; imapsync').invocations;
    assert.deepEqual(
      first!.assignments.map(({ name, value }) => [name, value.value]),
      [
        ['A', '1'],
        ['B', 'x y'],
        ['a', 'z'],
        ['C', null],
      ],
    );
    assert.deepEqual(second!.assignments, []);
  });

  it('knows the executable by the last part of its path', () => {
    assert.deepEqual(
      outline(
        '/opt/imapsync/imapsync a; ./imapsync b; "$DIR"/imapsync c; ${X}/bin/imapsync d; "C:\\x\\imapsync.exe" e; imap"sync" f; imap\\\nsync g; $imapsync h; ${X}imapsync i',
      ),
      [
        '> /opt/imapsync/imapsync > a',
        '> ./imapsync > b',
        '> "$DIR"/imapsync > c',
        '> ${X}/bin/imapsync > d',
        '> "C:\\x\\imapsync.exe" > e',
        '> imap"sync" > f',
        '> imap\\\nsync > g',
      ],
    );
  });

  it('ends a continued command where a comment or a blank line interrupts it', () => {
    assert.deepEqual(outline('imapsync --a \\\n  --b \\\n# --c \\\n  --d'), ['> imapsync > --a --b']);
    assert.deepEqual(outline('imapsync --a \\\n\n  --b'), ['> imapsync > --a']);
    assert.deepEqual(outline('imapsync --a \\ x\n  --b'), ['> imapsync > --a \\ x']);
    assert.deepEqual(outline('imapsync --a ^\n  --b'), ['> imapsync > --a ^']);
  });

  it('marks what stands in an open quote or substitution as incomplete, and only that', () => {
    assert.deepEqual(outline("imapsync a; imapsync 'b"), ['> imapsync > a', "~ > imapsync > 'b"]);
    assert.deepEqual(outline('imapsync a; imapsync "$(imapsync b; imapsync c'), [
      '> imapsync > a',
      '~ > imapsync > "$(imapsync b; imapsync c',
      '~ > imapsync > b',
      '~ > imapsync > c',
    ]);
    assert.deepEqual(outline('x=`imapsync a'), ['~ > imapsync > a']);
    assert.deepEqual(outline("x=`imapsync 'a`; imapsync b"), ["~ > imapsync > 'a", '> imapsync > b']);
    assert.deepEqual(outline('(imapsync a; { imapsync b'), ['> imapsync > a', '> imapsync > b']);
  });
});

describe('comments of a POSIX shell', () => {
  const comments = (text: string): string[] =>
    read(text).comments.map((comment) => `${comment.ownLine ? '' : '+'}${comment.text}`);

  it('are found exactly where the shell sees them', () => {
    assert.deepEqual(comments('#!/bin/sh\n# imapsync\n  # b # c\nx #d\ny#e "# f" \'# g\' \\# h ${#x} $# ;#i\n'), [
      '!/bin/sh',
      ' imapsync',
      ' b # c',
      '+d',
      '+i',
    ]);
    assert.deepEqual(
      comments(
        'imapsync \\\n# a\nf() { # b\n  g # c\n}\na=( # d\n1); case x in # e\n x) # f\n;; esac; [[ a && # g\n b ]]',
      ),
      [' a', '+ b', '+ c', '+ d', '+ e', '+ f', '+ g'],
    );
    assert.deepEqual(comments('imapsync $(a # b\n) "$(c # d\n)"'), ['+ b', '+ d']);
  });

  it('are not looked for in quotes, here-documents, embedded scripts and expansions', () => {
    assert.deepEqual(comments('imapsync \'a\n# b\' "c\n# d"; cat <<E\n# f\nE\n$((1 # 2))\n${x # y}'), []);
    assert.deepEqual(comments("bash -c 'imapsync # a\n# b'"), []);
  });

  it('end before the end of their line, CR LF included', () => {
    assert.deepEqual(
      read('# imapsync\r\n#\r\nx').comments.map(({ range }) => range),
      [
        { start: 0, end: 10 },
        { start: 12, end: 13 },
      ],
    );
  });
});

describe('here-documents', () => {
  const firstWords = (text: string): string[] => outline(text).map((line) => line.slice(line.lastIndexOf('> ') + 2));

  it('hold no commands', () => {
    assert.deepEqual(firstWords('cat <<E\nimapsync a\nE\nimapsync b'), ['b']);
    assert.deepEqual(firstWords("cat <<'E' >x\nimapsync $(imapsync a)\n`imapsync a`\nE\nimapsync b"), ['b']);
  });

  it('hold substitutions where the delimiter is not quoted', () => {
    assert.deepEqual(
      firstWords('cat <<E\n$(imapsync a) `imapsync b` \\$(imapsync c) "${x:-$(imapsync d)}\nit\'s\nE\nimapsync e'),
      ['a', 'b', 'd', 'e'],
    );
  });

  it('end at their delimiter, quoted or not, behind tabs only for <<-', () => {
    assert.deepEqual(firstWords('cat <<-E\n\ta\n\tE\nimapsync b'), ['b']);
    assert.deepEqual(firstWords('cat <<E\n\tE\n E\nE \nE\nimapsync b'), ['b']);
    assert.deepEqual(firstWords('cat << \\E"F G"\nE\nEF G\nimapsync b'), ['b']);
    assert.deepEqual(firstWords('cat <<E\na\\\nE\nE\nimapsync b'), ['b']);
    assert.deepEqual(firstWords('cat <<$x\n$x\nimapsync b'), ['b']);
    assert.deepEqual(firstWords('cat <<E\r\nx\r\nE\r\nimapsync b\r\n'), ['b']);
  });

  it('follow each other when several stand on a line, behind the rest of that line', () => {
    assert.deepEqual(firstWords('cat <<A <<B; imapsync a\nimapsync x\nA\nimapsync y\nB\nimapsync b'), ['a', 'b']);
    assert.deepEqual(
      firstWords('imapsync a "x\ny" <<A \\\n b\nimapsync x\nA\nimapsync c'),
      ['"x\ny" b', 'c'].map((rest, index) => (index === 0 ? `a ${rest}` : rest)),
    );
  });

  it('end inside a substitution with it', () => {
    assert.deepEqual(firstWords('x=$(cat <<E\nimapsync a\nE\nimapsync b); imapsync c'), ['b', 'c']);
    assert.deepEqual(firstWords('x=$(cat <<E\nimapsync a\nE)\nimapsync c'), ['c']);
  });

  it('are told from here-strings and from shifts', () => {
    assert.deepEqual(firstWords('cat <<<imapsync\nimapsync a; (( 1 << 2 ))\nimapsync b; x=$(( 1 << 2 ))\nimapsync c'), [
      'a',
      'b',
      'c',
    ]);
  });
});
