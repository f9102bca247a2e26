import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/analysis.js';
import { findLineSlip } from '../../server/src/core/syntax/lineSlips.js';
import type { InvocationSyntax } from '../../server/src/core/syntax/source.js';
import { read } from './notation.js';

/** The slips of all invocations: kind, text of the range in quotes, and the lost option behind an arrow. */
function slips(text: string): string[] {
  return shown(text, read(text).invocations);
}

/** The same for command lines in any kind of script, those among them that only a variable names. */
function slipsIn(dialect: 'posix' | 'cmd' | 'powershell', text: string): string[] {
  return shown(
    text,
    analyse(text, dialect).invocations.map(({ syntax }) => syntax),
  );
}

function shown(text: string, invocations: readonly InvocationSyntax[]): string[] {
  return invocations.flatMap((invocation) =>
    (invocation.slips ?? []).map(({ kind, range, lost }) => {
      const quoted = JSON.stringify(text.slice(range.start, range.end));
      return lost === undefined ? `${kind} ${quoted}` : `${kind} ${quoted} → ${text.slice(lost.start, lost.end)}`;
    }),
  );
}

describe('slips around a command line', () => {
  it('are none where nothing but commands follows', () => {
    for (const text of [
      'imapsync --host1 a',
      'imapsync --host1 a\n',
      'imapsync --host1 a \\\n  --dry\necho -x\n- \n',
      'imapsync --host1 a \\\n',
      'imapsync --host1 a \\\n  # --dry \\\n\necho\n',
      'imapsync --host1 a \\\n\n\necho\n',
      'imapsync --dry # note\n\n# note\n  --not-in-the-next-line\n',
      'imapsync --dry | cat\n --x',
      'imapsync --dry;\n--x',
      'imapsync --dry <<EOF\n--x\nEOF\n',
      'x=$(imapsync --dry)\n--x',
      'imapsync() { :; }',
      'imapsync --dry 2>&1|tee log',
      'imapsync --dry >log 2>&1 && true',
      'imapsync @(a|b)',
      'imapsync <in >out',
      'imapsync <<<x',
      "imapsync 'a \\ '\n",
      'imapsync a\\\\ \n',
    ]) {
      assert.deepEqual(slips(text), [], text);
    }
  });

  it('a comment or an empty line behind a joined line end ends the command', () => {
    assert.deepEqual(slips('imapsync \\\n  # a \\\n  # b\n  --host1 a\n'), ['comment-line "# a \\\\" → --host1']);
    assert.deepEqual(slips('imapsync --dry \\\r\n\r\n\r\n-ssl1=x\r\n'), ['blank-line "\\\\" → -ssl1']);
    assert.deepEqual(slips('imapsync --dry \\\n \t\n# c\n\t--ssl1'), ['blank-line "\\\\" → --ssl1']);
  });

  it('a line end that nothing joins ends it too', () => {
    assert.deepEqual(slips('imapsync --a\n  --b c\n'), ['missing-sign "--b" → --b']);
    assert.deepEqual(slips('imapsync --a >log # c\n-b'), ['missing-sign "-b" → -b']);
    assert.deepEqual(slips('imapsync --a /\n  --b'), ['wrong-sign "/" → --b']);
    assert.deepEqual(slips('imapsync --a ^\r\n--b'), ['wrong-sign "^" → --b']);
    assert.deepEqual(slips('( imapsync --a\n --b )'), ['missing-sign "--b" → --b']);
  });

  it('blanks or a comment behind the sign keep it from joining', () => {
    assert.deepEqual(slips('imapsync --a \\ \t\n  --b\n'), ['blank-behind-sign "\\\\ \\t" → --b']);
    assert.deepEqual(slips('imapsync --a \\ \nfi\n'), ['blank-behind-sign "\\\\ "']);
    assert.deepEqual(slips('imapsync --a \\ # c\n --b'), ['comment-behind-sign "\\\\ # c" → --b']);
    assert.deepEqual(slips('imapsync --a \\  # c\n --b'), ['comment-behind-sign "\\\\  # c" → --b']);
  });

  it('an operator can be meant as a part of a value', () => {
    assert.deepEqual(slips('imapsync --exclude ^(a b|c)$ --dry'), ['parenthesis "(a b|c)$"']);
    assert.deepEqual(slips('imapsync --exclude (a|b'), ['parenthesis "(a|b"']);
    assert.deepEqual(slips('imapsync --exclude a|b c'), ['operator "|b"']);
    assert.deepEqual(slips('imapsync --exclude a | b'), []);
    assert.deepEqual(slips('imapsync --exclude a||b'), []);
    assert.deepEqual(slips('imapsync --user1 <user> --user2 "<user>" <your name>@x'), [
      'placeholder "<user>"',
      'placeholder "<your name>"',
    ]);
  });

  it('the order of redirections counts where no pipe follows', () => {
    assert.deepEqual(slips('imapsync --dry 2>&1 >> log'), ['redirection-order "2>&1 >> log"']);
    assert.deepEqual(slips('imapsync --dry 2>&1 >log | cat'), []);
  });

  it('are not looked for in a text that is read twice', () => {
    assert.deepEqual(slips("bash -c 'imapsync --a\n--b'"), []);
    assert.deepEqual(slips('x=`imapsync \\$a\n--b`'), []);
  });

  it('of the ends of lines can be found in any script dialect', () => {
    const slip = (dialect: 'cmd' | 'powershell', text: string, last: string): string | null => {
      const start = text.indexOf(last);
      const lastWord = { start, end: start + last.length };
      const stop = text.indexOf('|', lastWord.end);
      const found = findLineSlip({ text: text.replace('|', ''), dialect, lastWord, stop, end: text.length - 1 }).slip;
      return found === null ? null : `${found.kind} ${found.range.start}-${found.range.end}`;
    };
    assert.equal(slip('cmd', 'imapsync --a|\r\n --b', '--a'), 'missing-sign 15-18');
    assert.equal(slip('cmd', 'imapsync --a \\|\r\n --b', '\\'), 'wrong-sign 13-14');
    assert.equal(slip('cmd', 'imapsync --a ^ |\r\n --b', '--a'), 'blank-behind-sign 13-15');
    assert.equal(slip('cmd', 'imapsync --a|\r\necho', '--a'), null);
    assert.equal(slip('powershell', 'imapsync --a `\n|# c\n --b', '--a'), 'comment-line 15-18');
    assert.equal(slip('powershell', 'imapsync --a `\n|\n --b', '--a'), 'blank-line 13-14');
    assert.equal(slip('powershell', 'imapsync --a ^|\n --b', '^'), 'wrong-sign 13-14');
  });

  it('of a batch file are those of its line ends', () => {
    const found = (text: string): string[] => slipsIn('cmd', text);
    assert.deepEqual(found('imapsync --a\r\n  --b c\r\n'), ['missing-sign "--b" → --b']);
    assert.deepEqual(found('imapsync --a >log\r\r\n-b=1'), ['missing-sign "-b" → -b']);
    assert.deepEqual(found('imapsync --a ^\n  rem c\n  --b'), ['missing-sign "--b" → --b']);
    assert.deepEqual(found('imapsync --a \\\r\n--b'), ['wrong-sign "\\\\" → --b']);
    assert.deepEqual(found('imapsync --a `\n--b'), ['wrong-sign "`" → --b']);
    assert.deepEqual(found('imapsync --a ^ \r\n--b'), ['blank-behind-sign "^ " → --b']);
    assert.deepEqual(found('( imapsync --a\n --b )'), ['missing-sign "--b" → --b']);
    for (const text of [
      'imapsync --a ^\n--b',
      'imapsync --a ^\n\n--b',
      'imapsync --a & echo\n--b',
      'imapsync --a | more\n--b',
      'imapsync --a\n- b',
      'call imapsync "--a%%b"\n--b',
      'cmd /c "imapsync --a"\n--b',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it('of a PowerShell script are those of its line ends', () => {
    const found = (text: string): string[] => slipsIn('powershell', text);
    assert.deepEqual(found('imapsync --a\r\n  --b c\r\n'), ['missing-sign "--b" → --b']);
    assert.deepEqual(found('imapsync --a `\n  # c\n\n  # d\n  --b'), ['comment-line "# c" → --b']);
    assert.deepEqual(found('imapsync --a `\n\n--b'), ['blank-line "`" → --b']);
    assert.deepEqual(found('imapsync --a ` # c\n--b'), ['comment-behind-sign "` # c" → --b']);
    assert.deepEqual(found('imapsync --a ` \n--b'), ['blank-behind-sign "` " → --b']);
    assert.deepEqual(found('imapsync --a ^\n--b'), ['wrong-sign "^" → --b']);
    assert.deepEqual(found('& "C:\\i\\imapsync.exe" --a # c\n--b'), ['missing-sign "--b" → --b']);
    for (const text of [
      'imapsync --a `\n--b',
      'imapsync --a <# c #> `\n--b',
      'imapsync --a | Out-Null\n--b',
      'imapsync --a; \n--b',
      'imapsync --a `\n# c\nWrite-Host',
      'imapsync --a @"\n--b\n"@',
      "Invoke-Expression 'imapsync --a\n--b'",
      'Start-Process imapsync `\n -ArgumentList a\n -Wait',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it('of cmd and PowerShell can be operators and placeholders too', () => {
    assert.deepEqual(slipsIn('cmd', 'imapsync --exclude (a|b c) --dry'), ['operator "|b"']);
    assert.deepEqual(slipsIn('cmd', 'imapsync --user1 <user> --dry\r\n'), ['placeholder "<user>"']);
    assert.deepEqual(slipsIn('cmd', 'imapsync --dry 2>&1 >log\r\n'), ['redirection-order "2>&1 >log"']);
    assert.deepEqual(slipsIn('powershell', 'imapsync --exclude ^a|^b --dry'), ['operator "|^b"']);
    assert.deepEqual(slipsIn('powershell', 'imapsync --user1 <user> --dry'), ['placeholder "<user>"']);
    for (const text of [
      'imapsync --dry & echo',
      'imapsync --dry && echo',
      'imapsync --dry <in >out',
      'imapsync --dry|',
    ]) {
      assert.deepEqual(slipsIn('cmd', text), [], text);
      assert.deepEqual(slipsIn('powershell', text), [], text);
    }
    assert.deepEqual(slipsIn('powershell', 'imapsync --dry 2>&1 >log'), []);
  });

  it('are found behind a command that a variable names', () => {
    assert.deepEqual(slipsIn('posix', 'I=imapsync\n$I --a \\\n# c\n--b\n'), ['comment-line "# c" → --b']);
    assert.deepEqual(slipsIn('posix', 'I=imapsync\nsudo $I --a --exclude (a|b)\n'), ['parenthesis "(a|b)"']);
    assert.deepEqual(slipsIn('cmd', 'set I=imapsync\n%I% --a\n--b\n'), ['missing-sign "--b" → --b']);
    assert.deepEqual(slipsIn('powershell', "$I = 'imapsync'\n& $I --a ` \n--b\n"), ['blank-behind-sign "` " → --b']);
    assert.deepEqual(slipsIn('posix', 'C="imapsync --a"\neval "$C"\n--b\n'), []);
  });

  it('are found in linear time', () => {
    const lines = 'imapsync --a \\\n# c\n'.repeat(20_000);
    const started = performance.now();
    read(`${lines}--b\n`);
    read(`imapsync \\\n${'# c\n'.repeat(50_000)}`);
    read(`imapsync a${'('.repeat(50_000)}`);
    slipsIn('cmd', 'imapsync --a ^\n rem c\n'.repeat(20_000));
    slipsIn('powershell', 'imapsync --a `\n# c\n'.repeat(20_000));
    assert.ok(performance.now() - started < 20_000);
  });
});
