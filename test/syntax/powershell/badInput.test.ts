import assert from 'node:assert/strict';
import fc from 'fast-check';
import { read, words } from '../notation.js';

const dialect = 'powershell';

describe('bad input in PowerShell', function () {
  this.timeout(60_000);

  it('a byte order mark, NUL and lone surrogates are harmless', () => {
    assert.deepEqual(words('\ufeffimapsync a', dialect), ['a']);
    assert.deepEqual(words('imapsync a\0b', dialect), ['a', '\0b']);
    assert.deepEqual(words('imapsync \ud800x', dialect), ['\ud800x']);
  });

  it('texts without the name are not read', () => {
    assert.deepEqual(read('# a\nls', dialect), { dialect, text: '# a\nls', invocations: [], comments: [] });
  });

  const openers = [
    ...['(', '$(', '@(', '{', '@{', '@{a=', '"', "'", '"$(', '${', '$a[', '[', '[a(', '@"\n', "@'\n", '`', '`\n', '<#'],
    ...[
      'if ',
      'if(',
      'if(1){',
      'else ',
      'foreach(',
      'foreach ',
      'function ',
      'function f(',
      'switch ',
      'switch(1){',
      'do ',
    ],
    ...[
      'try{',
      'catch ',
      'param(',
      'process ',
      'class ',
      ',',
      'a,',
      'a ,\n',
      '$a=',
      '$a,',
      '$a.',
      '$a::',
      '.a',
      '&',
      '&&\n',
    ],
    ...[
      '|',
      '|\n',
      '-',
      '- ',
      '-a:',
      '--% ',
      '> ',
      '2>',
      '#',
      '# \n',
      '}',
      ')',
      ']',
      '~',
      '*',
      'imapsync $(',
      'imapsync {',
    ],
    ...[
      'imapsync "$(',
      'iex ',
      "iex '",
      'bash -c "',
      'cmd /c ',
      'wsl ',
      'start ',
      '@a ',
      '$',
      '@',
      '\u2019',
      '\u201c',
      '\r',
    ],
    ...['if(1){}\n', 'if(1){}#\n', '$a="$(', 'return ', "''", '""', '"`', 'a"b"', ':', '::', '?', '!', '+', '++'],
  ];
  for (const opener of openers) {
    it(`50,000 times ${JSON.stringify(opener)} neither throws nor takes long`, () => {
      const text = `imapsync first\n${opener.repeat(50_000)}\nimapsync last\n`;
      assert.ok(read(text, dialect).invocations.length >= 1);
    });
  }

  const fragments = fc.constantFrom(
    ...[
      'imapsync ',
      '--host1 a',
      ' ',
      '\n',
      '\r\n',
      '`\n',
      '`\r\n',
      '` ',
      '\t',
      ';',
      '&&',
      '||',
      '|',
      '&',
      '(',
      ')',
      '{',
      '}',
    ],
    ...[
      '[',
      ']',
      '$(',
      '@(',
      '@{',
      '${',
      '$x',
      '@x',
      '$x.y',
      '$x[0]',
      '::',
      '.',
      '=',
      '+=',
      ',',
      '"',
      "'",
      '`',
      '``',
      '`"',
    ],
    ...[
      '@"\n',
      '\n"@',
      "@'\n",
      "\n'@",
      '<#',
      '#>',
      '#',
      '> f',
      '2>&1',
      '*>',
      '<',
      '--%',
      '--',
      '-a:',
      '-a',
      '-a.b',
      '%x%',
    ],
    ...[
      'if ',
      'else ',
      'elseif ',
      'foreach ',
      'in ',
      'while ',
      'do ',
      'until ',
      'switch ',
      'try ',
      'catch ',
      'finally ',
    ],
    ...[
      'function f ',
      'param ',
      'process ',
      'class A ',
      'return ',
      '$a = ',
      '[int]',
      '1',
      '10mb',
      '*',
      '?',
      '~/',
      '!',
      '%',
    ],
    ...[
      'ForEach-Object ',
      'Start-Process ',
      '-ArgumentList ',
      'iex ',
      "bash -c '",
      'cmd /c ',
      'wsl ',
      'docker run imapsync ',
    ],
    ...[
      '\0',
      '\ufeff',
      '\ud800',
      '😀',
      'é',
      '\v',
      '\u2013',
      '\u2018',
      '\u2019',
      '\u201c',
      '\u201d',
      '\u00a0',
      '\u0085',
      '\r',
    ],
  );
  const texts = fc.array(
    fc.oneof({ weight: 6, arbitrary: fragments }, { weight: 1, arbitrary: fc.string({ maxLength: 5 }) }),
    { maxLength: 40 },
  );

  it('any text gives ranges inside it, in order, and pieces that are their source', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        read(`imapsync ${parts.join('')}`, dialect);
        read(`${parts.join('')} imapsync --dry`, dialect);
      }),
      { numRuns: 3000 },
    );
  });

  it('reading does not depend on what stands behind a finished line', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const head = 'imapsync --a "b c" \'d\' $e\n';
        const show = (text: string): unknown =>
          read(text, dialect).invocations[0]!.words.map((word) => [word.range, word.value, word.pieces]);
        assert.deepEqual(show(`${head}${parts.join('')}`), show(head));
      }),
      { numRuns: 500 },
    );
  });
});
