import assert from 'node:assert/strict';
import { outline, read, words } from '../notation.js';

function found(text: string): string[] {
  return outline(text, 'markdown');
}

function comments(text: string): string[] {
  return read(text, 'markdown').comments.map(({ range, ownLine }) => {
    return `${ownLine ? '' : '… '}${text.slice(range.start, range.end)}`;
  });
}

describe('Markdown', () => {
  describe('fenced code blocks (CommonMark 0.31, 4.5)', () => {
    for (const language of ['sh', 'bash', 'shell', 'zsh', 'Bash', '{.bash}', 'sh title="run it"', 'bash,linenos']) {
      it(`are read where they say ${language}`, () => {
        assert.deepEqual(found(`\`\`\`${language}\nimapsync --a b\n\`\`\`\n`), ['> imapsync > --a b']);
      });
    }

    it('are not read where they name another language', () => {
      for (const language of ['perl', 'text', 'json', 'diff', 'python']) {
        assert.deepEqual(found(`\`\`\`${language}\nimapsync --a\n\`\`\``), [], language);
      }
    });

    it('may begin with tildes, end with at least as many signs, and go on to the end of the file', () => {
      assert.deepEqual(found('~~~~sh\nimapsync --a\n~~~\nimapsync --b\n~~~~~\nimapsync --c'), [
        '> imapsync > --a',
        '> imapsync > --b',
      ]);
      assert.deepEqual(found('```sh\nimapsync --a\n'), ['> imapsync > --a']);
    });

    it('are none where backquotes stand in the info string', () => {
      assert.deepEqual(found('``` sh ` x\nimapsync --a\n'), []);
    });

    it('may be indented by up to three blanks, which are taken from their lines too', () => {
      assert.deepEqual(found('   ```sh\n   imapsync --a \\\n    --b\n   ```\nimapsync --c'), ['> imapsync > --a --b']);
      assert.deepEqual(found('    ```sh\n    x\n    ```\nimapsync --c'), []);
    });

    it('each have variables and functions of their own, and an open quote ends with its block', () => {
      const text = "```sh\nimapsync 'a\n```\n\n```sh\nimapsync --b\n```";
      assert.deepEqual(found(text), ["~ > imapsync > 'a", '> imapsync > --b']);
    });

    it('put in what their own variables hold', () => {
      const text = '> ```sh\n> OPTS="--a --b"\n> imapsync $OPTS\n> ```\n\n```sh\nX=c\nimapsync $OPTS "$X"\n```\n';
      assert.deepEqual(
        read(text, 'markdown').invocations.map(({ words: all }) => all.map(({ value }) => value)),
        [
          ['--a', '--b'],
          [null, 'c'],
        ],
      );
    });

    it('keep continued lines, here-documents and comments', () => {
      const text = '```sh\n# first\nimapsync --a \\\n  --b # c\ncat <<E\nimapsync --not\nE\n```';
      assert.deepEqual(found(text), ['> imapsync > --a --b']);
      assert.deepEqual(comments(text), ['# first', '… # c']);
    });

    it('may hold a profile', () => {
      assert.deepEqual(words('```imapsync\n# p\n--host1 a\n--dry\n```', 'markdown'), ['--host1', 'a', '--dry']);
    });

    it('may hold files of the other formats', () => {
      assert.deepEqual(found('```dockerfile\nRUN imapsync --a\n```'), ['> imapsync > --a']);
      assert.deepEqual(found('```yaml\nscript:\n  - imapsync --a\n```'), ['> imapsync > --a']);
      assert.deepEqual(found('```makefile\nall:\n\timapsync --a "$$HOME"\n```'), ['> imapsync > --a "$$HOME"']);
      assert.deepEqual(found('```cron\n0 3 * * * imapsync --a\n```'), ['> imapsync > --a']);
      assert.deepEqual(found('```ini\n[Service]\nExecStart=imapsync --a\n```'), ['> imapsync > --a']);
    });
  });

  describe('block quotes and lists (CommonMark 0.31, 5.1 and 5.2)', () => {
    it('lend their signs to the lines of a block, not to its script', () => {
      const text = '> ```sh\n> imapsync --a \\\n>   "b\n> c"\n> ```\n';
      assert.deepEqual(words(text, 'markdown'), ['--a', "\"b\n> c\" → 'b\n' + 'c'"]);
    });

    it('end a block that they hold', () => {
      assert.deepEqual(found('> ```sh\n> imapsync --a\nimapsync --b\n'), ['> imapsync > --a']);
      assert.deepEqual(found('- ```sh\n  imapsync --a\n\nimapsync --b\n'), ['> imapsync > --a']);
    });

    for (const text of [
      '- x\n\n  ```sh\n  imapsync --a \\\n    --b\n  ```\n',
      '1. x\n   ```sh\n   imapsync --a \\\n   --b\n   ```\n',
      '* - + ```sh\n      imapsync --a --b\n      ```\n',
      '> 10) x\n>\n>     ```sh\n>     imapsync --a \\\n>     --b\n>     ```\n',
      '-\t```sh\n\timapsync --a --b\n',
    ]) {
      it(`are seen through in ${JSON.stringify(text)}`, () => {
        const [line] = read(text, 'markdown').invocations;
        assert.deepEqual(
          line?.words.map(({ value }) => value),
          ['--a', '--b'],
        );
      });
    }
  });

  describe('sessions', () => {
    it('hold commands behind prompts, and what these print', () => {
      const text =
        '```console\n$ imapsync --a \\\n>   --b\nimapsync --printed\nuser@host:~/dir$ imapsync --c\n[root@box ~]# imapsync --d\n```\n';
      assert.deepEqual(found(text).slice(1), ['> imapsync > --c', '> imapsync > --d']);
      assert.deepEqual(words(text, 'markdown'), ['--a', '--b', '--c', '--d']);
    });

    it('take # for a prompt only where nothing else is one', () => {
      assert.deepEqual(found('```console\n# imapsync --a\n```'), ['> imapsync > --a']);
      assert.deepEqual(found('```console\n# imapsync --a\n$ imapsync --b\n```'), ['> imapsync > --b']);
      assert.deepEqual(found('```sh\n# imapsync --a\n```'), []);
    });

    it('are seen in blocks that are called shell scripts', () => {
      assert.deepEqual(found('```bash\n$ imapsync --a\noutput\n```'), ['> imapsync > --a']);
    });

    it('of Windows are not read by a POSIX shell', () => {
      assert.ok(
        !read('```console\nPS C:\\> imapsync --a\nC:\\Users\\x> imapsync --b\n```', 'markdown').invocations.some(
          ({ dialect }) => dialect === 'posix',
        ),
      );
    });

    it('may hold directives', () => {
      assert.deepEqual(comments('```console\n# imapsync-lint: pre-cutover\n$ imapsync --a\n```'), [
        '# imapsync-lint: pre-cutover',
      ]);
    });
  });

  describe('blocks without a language', () => {
    it('count where a line starts imapsync with options', () => {
      assert.deepEqual(found('```\nimapsync --a\n```'), ['> imapsync > --a']);
      assert.deepEqual(found('```\n$ imapsync --a\n```'), ['> imapsync > --a']);
      assert.deepEqual(found('```\nX=1 imapsync "$@"\n```'), ['> imapsync > "$@"']);
      assert.deepEqual(
        found('x\n\n    imapsync --a \\\n      --b\n\ny'),
        ['> imapsync > --a \\\n      --b'].map((line) => line.replace(' \\\n     ', '')),
      );
      assert.deepEqual(found('x\n\n\timapsync --a\n'), ['> imapsync > --a']);
    });

    it('are prose otherwise', () => {
      assert.deepEqual(found('```\nimapsync is a program\n```'), []);
      assert.deepEqual(found('```\nUse: imapsync --a; done\n```'), []);
      assert.deepEqual(found('a paragraph\n    imapsync --a\n'), []);
      assert.deepEqual(found('imapsync --a\n'), []);
    });
  });

  describe('HTML comments (CommonMark 0.31, 4.6)', () => {
    it('on a line of their own are comments', () => {
      assert.deepEqual(comments('imapsync\n\n<!-- imapsync-lint: pre-cutover -->\n\n> <!-- b -->\nx <!-- c -->\n'), [
        '<!-- imapsync-lint: pre-cutover -->',
        '<!-- b -->',
      ]);
    });

    it('hide the blocks inside', () => {
      assert.deepEqual(found('<!--\n```sh\nimapsync --a\n```\n-->\n```sh\nimapsync --b\n```'), ['> imapsync > --b']);
    });

    it('in a fence are none', () => {
      assert.deepEqual(comments('```sh\nimapsync\n<!-- x -->\n```'), []);
    });
  });

  it('points into the file exactly under CR LF, a byte order mark and astral characters', () => {
    const text = '\ufeff# 📨\r\n\r\n> ```sh\r\n> imapsync --user1 "😀 x" \\\r\n>   --dry\r\n> ```\r\n';
    assert.deepEqual(words(text, 'markdown'), ['--user1', '"😀 x" → \'😀 x\'', '--dry']);
  });
});
