import assert from 'node:assert/strict';
import fc from 'fast-check';
import { read, words } from './notation.js';

describe('bad input', function () {
  this.timeout(60_000);

  it('a byte order mark, NUL bytes and lone surrogates are harmless', () => {
    assert.deepEqual(words('\ufeffimapsync a'), ['a']);
    assert.equal(
      read('imapsync a\0b "c\0"')
        .invocations[0]!.words.map((word) => word.value)
        .join(' '),
      'ab c',
    );
    assert.deepEqual(words('imapsync \ud800x'), ['\ud800x']);
    assert.deepEqual(words('\0\0\0\u0001imapsync\0', 'profile').length, 1);
  });

  it('texts without the name are not read', () => {
    assert.deepEqual(read('# a\nls -l'), { dialect: 'posix', text: '# a\nls -l', invocations: [], comments: [] });
  });

  const openers = [
    '(',
    '((',
    '$(',
    '$((',
    '"$(',
    '${',
    '${x:-',
    '"${x:-',
    '`',
    '\\`',
    '"',
    "'",
    "$'",
    '<(',
    'a=(',
    'a[',
    '[[ ( ',
    '{ ',
    'case x in ',
    'case x in x) ',
    'if ',
    '$[',
    '{',
    '[',
    'x{,',
    '~',
    '<<E\n',
    '$(cat <<E\n',
    'cat <<E $(\n',
    'eval ',
    "bash -c '",
    'bash -c "',
    'sudo ',
    '&',
    '!',
    '\\',
    '\\\n',
    '\r',
    '((a) ',
    '$((a) ',
    '" "',
    "' '",
    '`\n',
    '[[ a\n',
    'f() ',
    'function ',
    ') ',
    'esac ',
    ';; ',
    'imapsync $(',
    'imapsync "`',
    "a[';",
    'time ',
    'A=',
    '# ',
    'xargs ',
    'parallel ',
    'docker run ',
  ];
  for (const opener of openers) {
    it(`50,000 times ${JSON.stringify(opener)} neither throws nor takes long`, () => {
      const text = `imapsync first\n${opener.repeat(50_000)}\nimapsync last\n`;
      assert.ok(read(text).invocations.length >= 1);
    });
  }

  it('many lone quotes in limited places do not add up', () => {
    const text = `imapsync a\n${'x=`echo \'a`; y=$((1 + "2)); cat <<E\n\'`"\nE\n'.repeat(5000)}imapsync b`;
    assert.ok(read(text).invocations.length >= 1);
  });

  const fragments = fc.constantFrom(
    ...[
      'imapsync ',
      '--host1 a',
      ' ',
      '\n',
      '\r\n',
      '\\\n',
      '\t',
      ';',
      '&&',
      '|',
      '&',
      '(',
      ')',
      '{',
      '}',
      '[[',
      ']]',
      '((',
      '))',
      '$(',
      '$((',
      '${',
      '`',
      '"',
      "'",
      "$'",
      '$"',
      '\\',
      '\\`',
      '<',
      '>',
      '<<E',
      "<<-'E'",
      '\nE\n',
      '<<<',
      '<(',
      '2>&1',
      '#',
      '$x',
      '$@',
      '${x:-',
      '*',
      '[',
      ']',
      '{a,',
      '{1..2}',
      '~',
      '!',
      'if ',
      'then ',
      'fi',
      'case x in ',
      'esac',
      ';;',
      'for i in ',
      'do ',
      'done',
      'function f ',
      'f()',
      'a=(',
      'a[',
      ']=',
      'sudo ',
      'eval ',
      "bash -c '",
      'bash -c "',
      'xargs ',
      'parallel ',
      ':::',
      'docker run imapsync ',
      '--',
      '-c',
      '\0',
      '\ufeff',
      '\ud800',
      '😀',
      'é',
      '\v',
      '=',
    ],
  );
  const texts = fc.array(
    fc.oneof({ weight: 6, arbitrary: fragments }, { weight: 1, arbitrary: fc.string({ maxLength: 5 }) }),
    { maxLength: 40 },
  );

  it('any text gives ranges inside it, in order, and pieces that are their source', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        read(`imapsync ${parts.join('')}`);
        read(parts.join(''), 'profile');
      }),
      { numRuns: 3000 },
    );
  });

  it('CR LF in place of LF gives the same words', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const text = `imapsync ${parts.join('').replaceAll('\r', '')}\nimapsync`;
        const values = (source: string): unknown =>
          read(source).invocations.map((invocation) =>
            invocation.words.map(
              (word) => word.value?.replaceAll('\r\n', '\n') ?? word.pieces.map((piece) => piece.kind),
            ),
          );
        assert.deepEqual(values(text.replaceAll('\n', '\r\n')), values(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('reading does not depend on what stands behind a finished line', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const head = 'imapsync --a "b c" \'d\' $e\n';
        const alone = read(head).invocations[0]!.words.map((word) => [word.range, word.value, word.pieces]);
        const first = read(`${head}${parts.join('')}`).invocations[0]!;
        assert.deepEqual(
          first.words.map((word) => [word.range, word.value, word.pieces]),
          alone,
        );
      }),
      { numRuns: 500 },
    );
  });
});
