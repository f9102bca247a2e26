import assert from 'node:assert/strict';
import fc from 'fast-check';
import { read, words } from '../notation.js';

const openers = [
  ...[
    '(',
    '( ',
    ')',
    '"',
    '" "',
    '^',
    '^\n',
    '^^',
    '%',
    '%%',
    '%a',
    '%a:',
    '%~',
    '%~dp',
    '%a%',
    '!',
    '!a',
    '@',
    ':',
    ':: ',
  ],
  ...[
    'rem ',
    'rem ^\n',
    ':a ^\n',
    '&',
    '|',
    '>',
    '2>',
    '> "',
    '<',
    '\r',
    '\\',
    '\\"',
    '"\\',
    '""',
    "'",
    '`',
    ',',
    '\n',
  ],
  ...[
    'if ',
    'if not ',
    'if a==',
    'else ',
    'for ',
    'for %%i in (',
    'for %%i in (a) do ',
    'for /f "tokens=1-31" %%a in (f) do ',
  ],
  ...[
    'set ',
    'set "',
    'set x=%',
    'set /a x+=',
    'setlocal enabledelayedexpansion ',
    'setlocal enabledelayedexpansion\n',
    'endlocal\n',
  ],
  ...[
    'call ',
    'call ^',
    'call "^',
    'cmd /c ',
    'cmd /c "',
    'start ',
    'start "" ',
    'wsl ',
    'perl ',
    'docker run ',
    'echo ',
    'imapsync ',
  ],
  ...['imapsync "', 'imapsync ^', 'imapsync %', 'imapsync !a &', 'imapsync ^\n', 'if exist f (imapsync a) else '],
];

const fragments = fc.constantFrom(
  ...[
    'imapsync ',
    '--host1 a',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '^\n',
    '^\r\n',
    '\t',
    '&&',
    '|',
    '&',
    '(',
    ')',
    '"',
    '^',
    '\\',
    '\\"',
  ],
  ...[
    '""',
    '%',
    '%%',
    '%x%',
    '%x:a=b%',
    '%1',
    '%~dp0',
    '%%i',
    '%%~nxi',
    '!',
    '!x!',
    '<',
    '>',
    '>>',
    '2>&1',
    '5>',
    '@',
    ':',
    '::',
  ],
  ...[
    'rem ',
    'if ',
    'not ',
    'exist f ',
    'a==b ',
    'else ',
    'for %%i in (a b) do ',
    'for /f "tokens=1,2 delims=;" %%i in (f) do ',
  ],
  ...[
    'set x=',
    'set "x=',
    'set /a ',
    'set /p ',
    'setlocal enabledelayedexpansion\n',
    'endlocal\n',
    'call ',
    'cmd /c ',
    'cmd /c "',
  ],
  ...[
    'start "" ',
    'wsl ',
    'docker run imapsync ',
    '--',
    '=',
    ',',
    ';',
    "'",
    '\0',
    '\ufeff',
    '\ud800',
    '😀',
    'é',
    '\v',
    '\uffff',
  ],
);
const texts = fc.array(
  fc.oneof({ weight: 6, arbitrary: fragments }, { weight: 1, arbitrary: fc.string({ maxLength: 5 }) }),
  { maxLength: 40 },
);

describe('cmd: bad input', function () {
  this.timeout(60_000);

  it('a byte order mark, NUL bytes and lone surrogates are harmless', () => {
    assert.deepEqual(words('\ufeffimapsync a', 'cmd'), ['a']);
    assert.deepEqual(words('imapsync \ud800x a\0b', 'cmd'), ['\ud800x', 'a\0b']);
  });

  it('texts without the name are not read', () => {
    assert.deepEqual(read('rem a\ndir', 'cmd'), { dialect: 'cmd', text: 'rem a\ndir', invocations: [], comments: [] });
  });

  for (const opener of openers) {
    it(`50,000 times ${JSON.stringify(opener)} neither throws nor takes long`, () => {
      for (const mode of ['', 'setlocal enabledelayedexpansion\n']) {
        const text = `${mode}imapsync first\n${opener.repeat(50_000)}\nimapsync last\n`;
        assert.ok(read(text, 'cmd').invocations.length >= 1);
      }
    });
  }

  it('any text gives ranges inside it, in order, and pieces that are their source', () => {
    fc.assert(
      fc.property(texts, (parts) => void read(`imapsync ${parts.join('')}`, 'cmd')),
      { numRuns: 4000 },
    );
  });

  it('CR LF in place of LF gives the same words', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const text = `imapsync ${parts.join('').replaceAll('\r', '')}\nimapsync`;
        const values = (source: string): unknown =>
          read(source, 'cmd').invocations.map((invocation) =>
            invocation.words.map((word) => word.value ?? word.pieces.map((piece) => piece.kind)),
          );
        assert.deepEqual(values(text.replaceAll('\n', '\r\n')), values(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('reading does not depend on what stands behind a finished line', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const head = 'imapsync --a "b c" %d% ^^\n';
        const alone = read(head, 'cmd').invocations[0]!.words.map((word) => [word.range, word.value, word.pieces]);
        const first = read(`${head}${parts.join('')}`, 'cmd').invocations[0]!;
        assert.deepEqual(
          first.words.map((word) => [word.range, word.value, word.pieces]),
          alone,
        );
      }),
      { numRuns: 500 },
    );
  });
});
