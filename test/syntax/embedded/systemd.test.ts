import assert from 'node:assert/strict';
import { outline, read, words } from '../notation.js';

function found(line: string): string[] {
  return outline(`[Service]\n${line}\n`, 'systemd');
}

function argv(line: string): (string | null)[] {
  return read(`[Service]\n${line}\n`, 'systemd').invocations.flatMap((invocation) =>
    invocation.words.map(({ value }) => value),
  );
}

describe('systemd unit', () => {
  describe('"Command lines" of systemd.service(5)', () => {
    for (const key of [
      'ExecStart',
      'ExecStartPre',
      'ExecStartPost',
      'ExecCondition',
      'ExecReload',
      'ExecStop',
      'ExecStopPost',
    ]) {
      it(`runs ${key}`, () => assert.deepEqual(found(`${key}=/usr/bin/imapsync --a`), ['> /usr/bin/imapsync > --a']));
    }

    it('allows signs in front of the path, and a name behind it for @', () => {
      for (const sign of ['-', '+', '!', '!!', ':', '-:']) {
        assert.deepEqual(found(`ExecStart=${sign}/usr/bin/imapsync --a`), ['> /usr/bin/imapsync > --a'], sign);
      }
      assert.deepEqual(argv('ExecStart=@/usr/bin/imapsync name --a'), ['--a']);
    });

    it('takes ; for the end of a command where it is a word', () => {
      assert.deepEqual(found('ExecStart=imapsync --a ; imapsync --b; \\; --c'), [
        '> imapsync > --a',
        '> imapsync > --b; \\; --c',
      ]);
      assert.deepEqual(argv('ExecStart=imapsync \\;'), [';']);
    });

    it('replaces ${X} in a word and $X as a word of its own', () => {
      assert.deepEqual(words('[Service]\nExecStart=imapsync ${X}y $OPTS a$X $$ "$$x"', 'systemd'), [
        "${X}y → '<variable X>' + y",
        '$OPTS → <variable OPTS …>',
        'a$X',
        "$$ → '$' from $$",
        "\"$$x\" → '$' from $$ + 'x'",
      ]);
    });

    it('replaces nothing behind the prefix :', () => {
      assert.deepEqual(argv('ExecStart=:imapsync ${X} $OPTS $$'), ['${X}', '$OPTS', '$$']);
    });

    it('knows no redirections, pipes, globs and tildes', () => {
      assert.deepEqual(argv('ExecStart=imapsync a|b > x * ~ && y # z'), [
        'a|b',
        '>',
        'x',
        '*',
        '~',
        '&&',
        'y',
        '#',
        'z',
      ]);
    });

    it('takes %% for a percent sign and leaves other specifiers to systemd', () => {
      assert.deepEqual(argv('ExecStart=imapsync 50%% %i a%ib "%h"'), ['50%', null, null, null]);
    });

    it('reads the script of a shell', () => {
      const [invocation] = read(
        '[Service]\nExecStart=/bin/sh -c \'imapsync --a "$$X" ${Y} | tee x\'',
        'systemd',
      ).invocations;
      assert.deepEqual(
        [invocation!.dialect, invocation!.words.map(({ value }) => value)],
        ['posix', ['--a', null, null]],
      );
    });
  });

  describe('"Quoting" of systemd.syntax(7)', () => {
    it('knows both quotes, with the escapes of C in each', () => {
      assert.deepEqual(
        argv(`ExecStart=imapsync "a b" 'c "d"' 'e\\'f' "g\\"h" i\\sj \\x41 \\101 \\u00e9 \\U0001F600 "\\t" "" a"b c"d`),
        ['a b', 'c "d"', "e'f", 'g"h', 'i j', 'A', 'A', 'é', '😀', '\t', '', 'ab cd'],
      );
    });

    it('leaves unknown what systemd refuses, and what a quote never ends', () => {
      assert.deepEqual(argv('ExecStart=imapsync a\\q \\xff'), [null, null]);
      assert.deepEqual(found('ExecStart=imapsync "a b'), ['~ > imapsync > "a b']);
    });
  });

  it('joins lines, with comment lines between them ("Description" of systemd.syntax(7))', () => {
    const text = '[Service]\n# a\n; b\nExecStart=imapsync --a \\\n# c\n  --b\\\n--c\n';
    assert.deepEqual(words(text, 'systemd'), ['--a', '--b', '--c']);
    assert.deepEqual(
      read(text, 'systemd').comments.map(({ text: content }) => content),
      [' a', ' b', ' c'],
    );
  });

  it('leaves other keys alone', () => {
    assert.deepEqual(found('Description=imapsync --a\nExecStartX=imapsync --a\nEnvironment=X=imapsync'), []);
  });

  it('points into the file exactly under CR LF and astral characters', () => {
    assert.deepEqual(words('# 📨\r\nExecStart=imapsync "😀" \\\r\n  --dry\r\n', 'systemd'), ['"😀" → \'😀\'', '--dry']);
  });
});
