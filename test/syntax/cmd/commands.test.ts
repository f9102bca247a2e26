import assert from 'node:assert/strict';
import { readSource } from '../../../server/src/core/syntax/readSource.js';
import { outline, read, words } from '../notation.js';

const seen = (text: string): string[] => outline(text, 'cmd');

describe('cmd: where commands are (phase 2 of cmd)', () => {
  it('separates commands by line ends, &, &&, | and ||', () => {
    assert.deepEqual(seen('imapsync a&imapsync b && imapsync c|imapsync d || imapsync e\r\nimapsync f'), [
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((word) => `> imapsync > ${word}`),
    ]);
  });

  it('skips delimiters and @ in front of a command', () => {
    assert.deepEqual(seen('  ;,=@imapsync a\n@@imapsync b'), ['> imapsync > a', '> imapsync > b']);
  });

  it('takes an opening parenthesis for one only where a command can begin, a closing one only where one is open', () => {
    assert.deepEqual(seen('imapsync (a) b)'), ['> imapsync > (a) b)']);
    assert.deepEqual(seen('(imapsync (a) b'), ['> imapsync > (a']);
    assert.deepEqual(seen('(imapsync "(a)" ^) b)'), ['> imapsync > "(a)" ^) b']);
    assert.deepEqual(seen(') imapsync a\nimapsync b'), ['> imapsync > b']);
  });

  it('leaves redirections out of the words, wherever they stand', () => {
    assert.deepEqual(seen('>log imapsync a 2>&1 < in b>>"x y" c'), ['> imapsync > a b c']);
    assert.deepEqual(seen('imapsync a>log&imapsync b'), ['> imapsync > a', '> imapsync > b']);
  });

  it('takes a digit of its own in front of a redirection for what is redirected', () => {
    assert.deepEqual(seen('imapsync --maxage 5>log'), ['> imapsync > --maxage']);
    assert.deepEqual(seen('imapsync --maxage=5>log'), ['> imapsync > --maxage=']);
    assert.deepEqual(seen('imapsync --maxage 15>log'), ['> imapsync > --maxage 15']);
    assert.deepEqual(seen('imapsync a5>log "5">log'), ['> imapsync > a5 "5"']);
    assert.deepEqual(seen('imapsync "%X%"5>log'), ['> imapsync > "%X%"5']);
  });

  it('what echo prints is no command, nor what other commands of cmd are given', () => {
    assert.deepEqual(seen('echo imapsync a\ntitle imapsync\ncd imapsync\necho.imapsync\nwhere imapsync'), []);
    assert.deepEqual(seen('echo y|imapsync a'), ['> imapsync > a']);
  });
});

describe('cmd: remarks and labels (Microsoft, "rem" and "goto")', () => {
  const comments = (text: string): unknown =>
    read(`${text}\nimapsync`, 'cmd').comments.map(({ text: inner, ownLine }) => [inner, ownLine]);

  it('knows REM in any case, with @, behind a command, and ::', () => {
    assert.deepEqual(comments('REM a\n  @rem b & c\r\n:: d\ndir & Rem e'), [
      [' a', true],
      [' b & c', true],
      [' d', true],
      [' e', false],
    ]);
  });

  it('finds no command in a remark, but behind an operator right after REM', () => {
    assert.deepEqual(seen('rem imapsync a & imapsync b\n:: imapsync c\n:x imapsync d\nrem & imapsync e'), [
      '> imapsync > e',
    ]);
  });

  it('a caret at the end of :: or of a lone token behind REM takes the next line along', () => {
    assert.deepEqual(seen(':: note ^\nimapsync a\nimapsync b'), ['> imapsync > b']);
    assert.deepEqual(seen('rem note^\nimapsync a\nimapsync b'), ['> imapsync > b']);
    assert.deepEqual(seen('rem a note ^\nimapsync a'), ['> imapsync > a']);
  });

  it('takes a word that only begins like a command for a program', () => {
    assert.deepEqual(seen('remove.exe\nimapsync a\nrem'), ['> imapsync > a']);
    assert.deepEqual(comments('remark x\nset-up rem y'), []);
  });
});

describe('cmd: if (Microsoft, "if")', () => {
  for (const condition of [
    'exist "C:\\a b\\f"',
    'not exist %F%',
    'errorlevel 1',
    'not errorlevel 1',
    '"%a%"=="b c"',
    '"%a%" == "b"',
    '/i not "%a%"=="b"',
    '%1.==.',
    '[%1]==[]',
    '%N% GEQ 3',
    'defined X',
    '"%a: =%"==""',
  ]) {
    it(`finds the command behind ${condition}`, () => {
      assert.deepEqual(seen(`if ${condition} imapsync a`), ['> imapsync > a']);
      assert.deepEqual(seen(`IF ${condition} (imapsync a) else imapsync b`), ['> imapsync > a', '> imapsync > b']);
      assert.deepEqual(seen(`if ${condition} (\r\n  imapsync a ^\r\n    --x\r\n) ELSE (\r\n  imapsync b\r\n)`), [
        '> imapsync > a --x',
        '> imapsync > b',
      ]);
    });
  }

  it('follows else if', () => {
    assert.deepEqual(seen('if a==b (imapsync a) else if c==d (imapsync b) else (imapsync c)'), [
      '> imapsync > a',
      '> imapsync > b',
      '> imapsync > c',
    ]);
  });
});

describe('cmd: for (Microsoft, "for")', () => {
  for (const head of [
    '%%i in (a,b)',
    '/l %%i in (1,1,9)',
    '/d %%i in ("C:\\x\\*")',
    '/r C:\\x %%i in (*.txt)',
    '/r "%~dp0" %%i in (*.txt)',
    '/f "usebackq tokens=1,2 delims=;" %%i in ("my accounts.csv")',
    '/f %%i in (\'dir /b ^| find "x"\')',
    '/F %%i in (f)',
    '%%i in (\n  a\n  b\n)',
  ]) {
    it(`finds the command of for ${JSON.stringify(head)}`, () => {
      assert.deepEqual(words(`for ${head} do imapsync %%i`, 'cmd'), ['%%i → <variable %%i …>']);
      assert.deepEqual(words(`for ${head} do (\n  echo %%i\n  @imapsync %%i\n)`, 'cmd'), ['%%i → <variable %%i …>']);
    });
  }
});

describe('cmd: launchers (Microsoft, "call", "start", "cmd")', () => {
  it('knows imapsync by the last part of its path, in any case', () => {
    for (const name of [
      'imapsync',
      'IMAPSYNC.EXE',
      '.\\imapsync.exe',
      '"C:\\Program Files\\imapsync\\imapsync.exe"',
      '"%~dp0imapsync.exe"',
      '%DIR%\\imapsync',
      'C:/x/imapsync.exe',
      'imap^sync',
    ]) {
      assert.deepEqual(seen(`${name} --dry`), [`> ${name} > --dry`]);
    }
    for (const name of ['imapsync.pl.txt', 'notimapsync', 'imapsync.log', '"imapsync --dry"']) {
      assert.deepEqual(seen(`${name} --dry`), []);
    }
  });

  it('follows start with its title and options', () => {
    assert.deepEqual(seen('start "my title" /wait /b /d "C:\\x y" imapsync a'), [
      'start "my title" /wait /b /d "C:\\x y" > imapsync > a',
    ]);
    assert.deepEqual(seen('start imapsync a\nSTART "" "C:\\x\\imapsync.exe" b'), [
      'start > imapsync > a',
      'START "" > "C:\\x\\imapsync.exe" > b',
    ]);
    assert.deepEqual(seen('start "imapsync.exe" a'), []);
  });

  it('follows perl, docker and wsl', () => {
    assert.deepEqual(seen('perl imapsync a\nPerl.exe C:\\x\\imapsync b'), [
      'perl > imapsync > a',
      'Perl.exe > C:\\x\\imapsync > b',
    ]);
    assert.deepEqual(seen('docker run --rm -v "%CD%:/d" gilleslamiral/imapsync imapsync a'), [
      'docker run --rm -v "%CD%:/d" gilleslamiral/imapsync > imapsync > a',
    ]);
    assert.deepEqual(seen('wsl -d Debian -u root -- imapsync a\nwsl sudo imapsync b'), [
      '^wsl -d Debian -u root -- > imapsync > a',
      '^wsl sudo > imapsync > b',
    ]);
  });

  it('does not claim to know what the Linux shell behind wsl would change', () => {
    assert.deepEqual(words('wsl imapsync "a b" $x \'y "$z" --dry', 'cmd'), [
      `"a b" → 'a b'`,
      '$x → <launcher …>',
      "'y → <launcher …>",
      `"$z" → '<launcher>'`,
      '--dry',
    ]);
    assert.deepEqual(words('wsl --exec imapsync $x', 'cmd'), ['$x']);
  });

  it('follows call, which doubles carets in quotes and drops one more percent sign', () => {
    assert.deepEqual(words('call imapsync a "s/^x$/y/" 50%% b^&c', 'cmd'), [
      'a',
      `"s/^x$/y/" → 's/' + '^^' from ^ + 'x$/y/'`,
      '50%% → 50',
      'b',
    ]);
    assert.deepEqual(words('call imapsync %%X%% "%Y%" ^^', 'cmd'), [
      '%%X%% → <variable X …>',
      `"%Y%" → '<variable Y>'`,
      '^^ → ^ from ^^',
    ]);
    assert.deepEqual(seen('call imapsync --a "b c"'), ['^call > imapsync > --a "b c"']);
  });

  it('follows cmd /c with the quotes around the whole command', () => {
    assert.deepEqual(seen('cmd /c imapsync --a "b c"'), ['^cmd /c > imapsync > --a "b c"']);
    assert.deepEqual(seen('cmd.exe /s /c "imapsync --a "b c""'), ['^cmd.exe /s /c > imapsync > --a "b c"']);
    assert.deepEqual(seen('%ComSpec% /c ""C:\\p q\\imapsync.exe" --a "b""'), [
      '^%ComSpec% /c > "C:\\p q\\imapsync.exe" > --a "b"',
    ]);
    assert.deepEqual(seen('cmd /c "C:\\p q\\imapsync.exe" --a b'), ['^cmd /c > "C:\\p q\\imapsync.exe" > --a b']);
    assert.deepEqual(words('cmd /c "imapsync a^&b & imapsync %X%"', 'cmd'), [
      'a^&b → a + & from ^& + b',
      '%X% → <variable X …>',
    ]);
  });
});

describe('cmd: what the batch file does to variables (Microsoft, "set", "setlocal", "for")', () => {
  const steps = (text: string): string[] =>
    (readSource(`${text}\nimapsync`, 'cmd').flow?.steps ?? []).slice(0, -1).map((step) => {
      switch (step.kind) {
        case 'assign':
          return `${step.name}=${step.value !== null && 'value' in step.value ? (step.value.value ?? step.value.pieces.map((piece) => (piece.kind === 'text' ? piece.value : `<${piece.name ?? ''}>`)).join('')) : ''}`;
        case 'forget':
          return `forget ${step.name ?? 'all'}`;
        case 'columns':
          return `columns ${step.names.join(' ')} by ${JSON.stringify(step.separators)}`;
        case 'command':
          return `command ${step.words.length}`;
        case 'open':
          return `open ${step.block}`;
        default:
          return step.kind;
      }
    });

  it('assigns all behind the equals sign, or up to the last quote', () => {
    assert.deepEqual(steps('set X=a b \nset "Y=c d" e\nSET Z="q"\nset "W=x "y" z"\nset V='), [
      'x=a b ',
      'y=c d',
      'z="q"',
      'w=x "y" z',
      'v=',
    ]);
    assert.deepEqual(steps('set X =1\nset X=%Y%\\z^&^^ & rem'), ['x =1', 'x=<Y>\\z&^ ']);
  });

  it('keeps where the value stands', () => {
    const text = 'set "X=--dry ^& "\nimapsync';
    const [step] = readSource(text, 'cmd').flow!.steps;
    assert.ok(step?.kind === 'assign' && step.value !== null && 'pieces' in step.value);
    const { range, pieces } = step.value;
    assert.equal(text.slice(range.start, range.end), '--dry ^& ');
    assert.equal(pieces.length, 1);
  });

  it('forgets what is computed, asked for, or done elsewhere', () => {
    assert.deepEqual(steps('set /a N+=1, M=N*2\nset /p "PW=Password? "\ncall :sub a\ncall other.bat\nendlocal'), [
      'forget n',
      'forget m',
      'forget pw',
      'forget all',
      'forget all',
      'forget all',
    ]);
    assert.deepEqual(steps(':again'), ['forget all']);
    assert.deepEqual(steps('set %A%=b\nset X'), ['forget all']);
  });

  it('does not know in a statement what the statement itself sets before', () => {
    assert.deepEqual(steps('(\n set X=1\n imapsync %X%\n)'), ['forget x', 'invocation']);
    assert.deepEqual(steps('set X=1& imapsync %X%'), ['forget x', 'invocation']);
    assert.deepEqual(steps('if not defined X (\n set X=1\n)'), ['open branch', 'x=1', 'close']);
    assert.deepEqual(steps('set X=1\nimapsync %X%'), ['x=1', 'invocation']);
  });

  it('tells branches and loops', () => {
    assert.deepEqual(steps('if a==b (imapsync) else (imapsync)'), [
      'open branch',
      'invocation',
      'next',
      'invocation',
      'close',
    ]);
    assert.deepEqual(steps('for %%i in (a) do imapsync & imapsync'), [
      'open loop',
      'forget %%i',
      'invocation',
      'invocation',
      'close',
    ]);
  });

  it('names the columns of a file', () => {
    assert.deepEqual(steps('for /f "tokens=1,3 delims=;," %%a in (f.csv) do imapsync')[1], 'columns %%a  %%b by ";,"');
    assert.deepEqual(steps('for /f %%a in (f.csv) do imapsync')[1], 'columns %%a by " \\t"');
    assert.deepEqual(steps('for /f "usebackq delims=" %%a in ("f.csv") do imapsync')[1], 'columns %%a by ""');
    assert.deepEqual(steps("for /f %%a in ('type f.csv') do imapsync")[1], 'forget %%a');
  });

  it('notes commands that a variable names', () => {
    assert.deepEqual(steps('%IMAPSYNC% --dry\ncall "%IMAPSYNC%" --dry\nstart "" %IMAPSYNC% --dry'), [
      'command 2',
      'command 3',
      'command 4',
    ]);
  });
});
