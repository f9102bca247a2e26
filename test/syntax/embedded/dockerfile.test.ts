import assert from 'node:assert/strict';
import { outline, read, words } from '../notation.js';

function found(text: string): string[] {
  return outline(text, 'dockerfile');
}

function argv(text: string): (string | null)[][] {
  return read(text, 'dockerfile').invocations.map((invocation) => invocation.words.map(({ value }) => value));
}

/** Chapters are those of the Dockerfile reference. */
describe('Dockerfile', () => {
  describe('"Shell and exec form"', () => {
    it('reads the shell form as a script', () => {
      assert.deepEqual(found('RUN x && imapsync --a "b c"'), ['> imapsync > --a "b c"']);
      assert.deepEqual(found('cmd imapsync $OPTS'), ['> imapsync > $OPTS']);
      assert.deepEqual(found('ENTRYPOINT exec imapsync --a'), ['exec > imapsync > --a']);
      assert.deepEqual(found('ONBUILD RUN imapsync --a'), ['> imapsync > --a']);
      assert.deepEqual(found('HEALTHCHECK --interval=5m --timeout=3s CMD imapsync --version'), [
        '> imapsync > --version',
      ]);
    });

    it('reads the exec form as words, which no shell expands', () => {
      const text = 'CMD ["imapsync", "--user1", "a \\"b\\" $X", "--\\u0064ry"]';
      assert.deepEqual(argv(text), [['--user1', 'a "b" $X', '--dry']]);
      assert.deepEqual(words(text, 'dockerfile'), [
        '"--user1" → \'--user1\'',
        "\"a \\\"b\\\" $X\" → 'a ' + '\"' from \\\" + 'b' + '\"' from \\\" + ' $X'",
        "\"--\\u0064ry\" → '--' + 'd' from \\u0064 + 'ry'",
      ]);
      assert.equal(read(text, 'dockerfile').invocations[0]!.dialect, 'json');
    });

    it('reads a list that is no JSON as a shell would', () => {
      assert.deepEqual(found("CMD ['imapsync', '--a']"), []);
      assert.deepEqual(found('CMD ["imapsync", "--a"] && imapsync --b'), ['> imapsync > --b']);
    });

    it('keeps a list in writing', () => {
      assert.deepEqual(found('CMD ["imapsync", "--us'), ['~ > "imapsync" > "--us']);
      assert.deepEqual(found('CMD ["imapsync", "--a",'), ['~ > "imapsync" > "--a"']);
    });

    it('reads the script that a list hands to a shell', () => {
      const text = 'CMD ["sh", "-c", "imapsync --a \\"b c\\" $X"]';
      assert.deepEqual(argv(text), [['--a', 'b c', null]]);
      assert.equal(read(text, 'dockerfile').invocations[0]!.dialect, 'posix');
      assert.deepEqual(argv('ENTRYPOINT ["/bin/sh", "-c"]\nCMD ["imapsync --a"]'), [['--a']]);
    });
  });

  describe('"Understand how CMD and ENTRYPOINT interact"', () => {
    it('joins the words of both', () => {
      assert.deepEqual(found('ENTRYPOINT ["imapsync"]\nCMD ["--dry"]'), ['> "imapsync" > "--dry"']);
      assert.deepEqual(found('ENTRYPOINT ["imapsync", "--a"]\nCMD ["--b"]'), ['> "imapsync" > "--a" "--b"']);
      assert.deepEqual(found('CMD ["--dry"]\nENTRYPOINT ["imapsync"]'), ['> - > "--dry"']);
    });

    it('counts only the last of each, and begins anew with each stage', () => {
      assert.deepEqual(found('CMD ["imapsync", "--a"]\nCMD ["imapsync", "--b"]'), ['> "imapsync" > "--b"']);
      assert.deepEqual(found('FROM a\nCMD ["imapsync", "--a"]\nFROM b\nCMD ["imapsync", "--b"]'), [
        '> "imapsync" > "--a"',
        '> "imapsync" > "--b"',
      ]);
      assert.deepEqual(found('FROM a\nENTRYPOINT ["imapsync"]\nFROM b\nCMD ["--b"]'), ['> "imapsync" >']);
    });

    it('leaves to docker run what an entry point without CMD gets', () => {
      assert.deepEqual(words('ENTRYPOINT ["imapsync", "--dry"]', 'dockerfile'), [
        '"--dry" → \'--dry\'',
        ' → <launcher …>',
      ]);
    });

    it('takes options alone for those of an image that starts imapsync', () => {
      assert.deepEqual(found('FROM gilleslamiral/imapsync:2.229\nCMD ["--dry"]'), ['> - > "--dry"']);
      assert.deepEqual(found('FROM debian\nCMD ["--dry"]\n# imapsync'), []);
    });

    it('takes the script of an entry point for one that runs its arguments', () => {
      assert.deepEqual(found('ENTRYPOINT ["/entry.sh"]\nCMD ["imapsync", "--a"]'), ['> "imapsync" > "--a"']);
      assert.deepEqual(found('ENTRYPOINT /entry.sh\nCMD ["imapsync", "--a"]'), []);
    });
  });

  it('joins lines, with comment lines and empty ones between them ("Format")', () => {
    const text = 'RUN imapsync --a \\  \n  # why\n\n  --b\n# c\nRUN true';
    assert.deepEqual(argv(text), [['--a', '--b']]);
    assert.deepEqual(
      read(text, 'dockerfile').comments.map(({ text: content }) => content),
      [' why', ' c'],
    );
    assert.deepEqual(argv('CMD ["imapsync", \\\n  "--a", \\\n  "--b"]'), [['--a', '--b']]);
  });

  it('joins them with a backquote where the directive says so ("escape")', () => {
    assert.deepEqual(argv('# escape=`\nFROM x\nRUN imapsync --a `\n  --b'), [['--a', '--b']]);
    assert.deepEqual(argv('FROM x\n# escape=`\nRUN imapsync --a \\\n  --b'), [['--a', '--b']]);
  });

  it('reads here-documents ("Here-Documents")', () => {
    assert.deepEqual(found('RUN <<EOF\nimapsync --a\nEOF\nRUN imapsync --b'), ['> imapsync > --a', '> imapsync > --b']);
    assert.deepEqual(found('RUN --mount=type=cache,target=/x <<-"E"\n\timapsync --a\n\tE\n'), ['> imapsync > --a']);
    assert.deepEqual(found('RUN <<EOF\n#!/usr/bin/python3\nimapsync --a\nEOF\n'), []);
    assert.deepEqual(found('RUN bash <<EOF | x; imapsync --b\nimapsync --a\nEOF\n').slice(-1), ['> imapsync > --b']);
    assert.deepEqual(found('COPY <<EOF /x\nRUN imapsync --a\nEOF\nRUN imapsync --b'), ['> imapsync > --b']);
  });

  it('leaves words to the shell that SHELL names', () => {
    const text = 'SHELL ["powershell", "-Command"]\nRUN imapsync --a\nSHELL ["/bin/bash", "-c"]\nRUN imapsync --b';
    assert.deepEqual(
      read(text, 'dockerfile').invocations.flatMap(({ dialect, words: all }) =>
        dialect === 'posix' ? all.map(({ value }) => value) : [],
      ),
      ['--b'],
    );
  });

  it('leaves other instructions alone', () => {
    assert.deepEqual(
      found('FROM imapsync\nRUN apt-get install imapsync\nLABEL x="imapsync --a"\nENV X imapsync --a'),
      [],
    );
  });

  it('points into the file exactly under CR LF, a byte order mark and astral characters', () => {
    const text = '\ufeff# 📨\r\nRUN imapsync --user1 "😀" \\\r\n  --dry\r\nCMD ["imapsync", "😀"]\r\n';
    assert.deepEqual(words(text, 'dockerfile'), ['--user1', '"😀" → \'😀\'', '--dry', '"😀" → \'😀\'']);
  });
});
