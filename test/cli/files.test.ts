import assert from 'node:assert/strict';
import { cli, type MemoryHostOptions } from './support/memoryHost.js';

const script = 'imapsync --host1 h1 --user1 u1 --host2 h2 --user2 u2 --delete2\n';

async function linted(paths: readonly string[], files: MemoryHostOptions['files'], executable: readonly string[] = []) {
  const { stdout, stderr, code } = await cli([...paths, '--format', 'json'], { files: files!, executable });
  const paths_ = JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
  return { paths: paths_ as string[], stderr, code };
}

describe('the files that are linted', () => {
  it('are those of a folder that are recognised by name, extension or first line', async () => {
    const found = await linted(
      ['.'],
      {
        '/base/a.sh': script,
        '/base/b.imapsync': '--dry\n',
        '/base/notes.txt': script,
        '/base/sub/c.bash': script,
        '/base/sub/run': `#!/usr/bin/env bash\n${script}`,
        '/base/sub/data': `#!/bin/sh\n${script}`,
        '/base/sub/python': '#!/usr/bin/python\n',
      },
      ['/base/sub/run', '/base/sub/python'],
    );
    assert.deepEqual(found.paths, ['a.sh', 'b.imapsync', 'sub/c.bash', 'sub/run']);
  });

  it('are of each kind that can hold command lines, and of those that hold others only where they name imapsync', async () => {
    const fence = `\`\`\`sh\n${script}\`\`\`\n`;
    const files = {
      '/base/Dockerfile': `FROM debian\nRUN ${script}`,
      '/base/Makefile': `all:\n\t${script}`,
      '/base/README.md': fence,
      '/base/a.bat': script,
      '/base/a.ps1': script,
      '/base/accounts.imapsync.csv': 'user1;user2\nanna;anna\n',
      '/base/ci.yml': 'on: push\n',
      '/base/compose.yaml': `services:\n  a:\n    image: imapsync\n    command: ${script}`,
      '/base/crontab': `0 1 * * * ${script}`,
      '/base/move.service': `[Service]\nExecStart=/usr/bin/${script}`,
      '/base/notes.md': '# Notes\n',
    };
    const others = ['ci.yml', 'notes.md'];
    const names = Object.keys(files).map((path) => path.slice('/base/'.length));
    const found = await linted(['.'], files);
    assert.deepEqual(
      found.paths,
      names.filter((name) => !others.includes(name)),
    );
    assert.deepEqual((await linted(['notes.md'], files)).paths, ['notes.md']);
    for (const name of names.filter((each) => !others.includes(each) && !each.endsWith('.csv'))) {
      const stdin = files[`/base/${name}` as keyof typeof files];
      const { stdout } = await cli(['--format', 'json', '--stdin-filename', name, '-'], { stdin });
      const rules = JSON.parse(stdout).files[0].problems.map(({ rule }: { rule: string }) => rule);
      assert.ok(rules.includes('delete2-without-pre-cutover-marker'), `${name}: ${rules}`);
    }
  });

  it('keep the folder in their names as it was given', async () => {
    const files = { '/base/sub/a.sh': script };
    assert.deepEqual((await linted(['sub/'], files)).paths, ['sub/a.sh']);
    assert.deepEqual((await linted(['./sub'], files)).paths, ['./sub/a.sh']);
    assert.deepEqual((await linted(['/base/sub'], files)).paths, ['/base/sub/a.sh']);
  });

  it('are linted once, however often they are named', async () => {
    assert.deepEqual((await linted(['a.sh', '.', './a.sh'], { '/base/a.sh': script })).paths, ['a.sh']);
  });

  it('are not those of .git and node_modules, nor what git ignores', async () => {
    const found = await linted(['.'], {
      '/base/.git/hook.sh': script,
      '/base/node_modules/x/a.sh': script,
      '/base/.gitignore': 'build/\n*.local.sh\n',
      '/base/build/a.sh': script,
      '/base/a.local.sh': script,
      '/base/sub/.gitignore': '!keep.local.sh\nlate.sh\n',
      '/base/sub/keep.local.sh': script,
      '/base/sub/b.local.sh': script,
      '/base/sub/late.sh': script,
      '/base/sub/deep/late.sh': script,
      '/base/late.sh': script,
    });
    assert.deepEqual(found.paths, ['late.sh', 'sub/keep.local.sh']);
  });

  it('are not ignored by files above the folder unless they belong to the same repository', async () => {
    const files = { '/.gitignore': '*.sh\n', '/base/sub/a.sh': script, '/base/sub/b.bash': script };
    assert.deepEqual((await linted(['sub'], files)).paths, ['sub/a.sh', 'sub/b.bash']);
    const repository = { '/base/.git/HEAD': '', '/base/.gitignore': '/sub/*.sh\n', ...files };
    assert.deepEqual((await linted(['sub'], repository)).paths, ['sub/b.bash']);
  });

  it('are always those that are named, ignored or not', async () => {
    const files = { '/base/.git/HEAD': '', '/base/.gitignore': 'build/\n', '/base/build/a.sh': script };
    assert.deepEqual((await linted(['build/a.sh'], files)).paths, ['build/a.sh']);
    assert.deepEqual((await linted(['build'], files)).paths, ['build/a.sh']);
    assert.deepEqual((await linted(['.'], files)).paths, []);
  });

  it('are reached through links to files, not through links to folders', async () => {
    const found = await linted(['.'], {
      '/base/real.sh': script,
      '/base/sub/linked.sh': { link: '/base/real.sh' },
      '/base/sub/up': { link: '/base' },
      '/base/sub/broken.sh': { link: '/nowhere' },
    });
    assert.deepEqual(found.paths, ['real.sh', 'sub/linked.sh']);
  });

  it('can be none, which is said', async () => {
    const { code, stderr } = await linted(['.'], { '/base/notes.txt': '' });
    assert.equal(code, 0);
    assert.match(stderr, /No file there/);
  });

  it('that are named but not recognised get a message', async () => {
    const { code, stderr } = await linted(['notes.txt'], { '/base/notes.txt': script });
    assert.equal(code, 2);
    assert.match(stderr, /^notes\.txt: The name does not tell.*batch files.*PowerShell.*Markdown.*Dockerfiles.*YAML/);
  });

  describe('with odd contents', () => {
    const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
      const bytes = new Uint8Array(2 * (text.length + 1));
      const view = new DataView(bytes.buffer);
      view.setUint16(0, 0xfeff, littleEndian);
      for (let i = 0; i < text.length; i++) view.setUint16(2 * i + 2, text.charCodeAt(i), littleEndian);
      return bytes;
    };
    const problems = async (content: string | Uint8Array) => {
      const { stdout, code } = await cli(['a.sh', '--format', 'json'], { files: { '/base/a.sh': content } });
      return {
        code,
        rules: JSON.parse(stdout).files.flatMap((file: { problems: { rule: string }[] }) =>
          file.problems.map(({ rule }) => rule),
        ),
      };
    };

    it('are read in UTF-16 with a byte order mark', async () => {
      for (const littleEndian of [true, false]) {
        const { rules } = await problems(utf16(`# 😀\n${script}`, littleEndian));
        assert.ok(rules.includes('delete2-without-pre-cutover-marker'));
      }
    });

    it('are read in spite of bytes that are no UTF-8, CRLF and quotes that do not end', async () => {
      const bytes = new TextEncoder().encode(`# x\r\n${script}`);
      bytes[2] = 0xff;
      assert.ok((await problems(bytes)).rules.includes('delete2-without-pre-cutover-marker'));
      assert.equal((await problems('imapsync --host1 \'h1 \n"')).code < 2, true);
      assert.deepEqual(await problems(''), { code: 0, rules: [] });
    });

    it('are passed over in folders and refused when named, where they are binary', async () => {
      const binary = new TextEncoder().encode('#!/bin/sh\nab\0cd');
      const files = { '/base/a.sh': binary };
      assert.deepEqual(await linted(['.'], files), {
        paths: [],
        stderr: 'No file there can hold imapsync commands.\n',
        code: 0,
      });
      const named = await linted(['a.sh'], files);
      assert.deepEqual([named.code, named.stderr], [2, 'a.sh: This is no text file.\n']);
    });

    it('are refused where they are far too large', async () => {
      const { code, stderr } = await linted(['a.sh'], { '/base/a.sh': new Uint8Array(50 * 1024 * 1024).fill(0x20) });
      assert.equal(code, 2);
      assert.match(stderr, /^a\.sh: It is larger than 16 MB/);
    });
  });
});
