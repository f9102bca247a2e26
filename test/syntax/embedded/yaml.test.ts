import assert from 'node:assert/strict';
import { outline, read, words } from '../notation.js';

function found(text: string): string[] {
  return outline(text, 'yaml');
}

function argv(text: string): (string | null)[][] {
  return read(text, 'yaml').invocations.map((invocation) => invocation.words.map(({ value }) => value));
}

function service(lines: string): string {
  return `services:\n  mail:\n${lines.replace(/^/gm, '    ')}\n`;
}

function container(lines: string): string {
  return `spec:\n  containers:\n    - name: mail\n${lines.replace(/^/gm, '      ')}\n`;
}

describe('YAML', () => {
  describe('compose file (Compose file reference, "Services")', () => {
    it('splits a command string like a shell, and expands nothing', () => {
      const text = service('image: debian\ncommand: imapsync --a \'b c\' "d\\"e" f\\ g a|b > * # c');
      assert.deepEqual(argv(text), [['--a', 'b c', 'd"e', 'f g', 'a|b', '>', '*']]);
    });

    it('leaves what compose puts in to compose', () => {
      assert.deepEqual(words(service('image: x\ncommand: imapsync ${X:-y} "$Z" $$W a${B}'), 'yaml'), [
        '${X:-y} → <variable …>',
        '"$Z" → \'<variable>\'',
        '$$W → $ from $$ + W',
        'a${B} → a + <variable …>',
      ]);
      assert.deepEqual(argv(service('command: ["imapsync", "$X", "a$$b"]')), [[null, 'a$b']]);
    });

    it('takes the list of a command as it is', () => {
      assert.deepEqual(found(service('command: ["imapsync", "--a", \'b c\', d]')), ['> "imapsync" > "--a" \'b c\' d']);
      assert.deepEqual(argv(service("command:\n  - imapsync\n  - --a # c\n  - \"b\\tc\"\n  -   d e\n  - 'f''g'")), [
        ['--a', 'b\tc', 'd e', "f'g"],
      ]);
      assert.deepEqual(argv(service('command:\n- imapsync\n- >-\n  --a\n  b\n- |\n  c\n')), [['--a b', 'c\n']]);
    });

    it('joins entrypoint and command', () => {
      assert.deepEqual(found(service('entrypoint: imapsync\ncommand: --a')), ['> imapsync > --a']);
      assert.deepEqual(found(service('entrypoint: ["imapsync", "--a"]\ncommand:\n  - --b')), [
        '> "imapsync" > "--a" --b',
      ]);
      assert.deepEqual(found(service('command: ["--a"]\nentrypoint: ["imapsync"]')), ['> - > "--a"']);
    });

    it('takes options alone for those of an image that starts imapsync', () => {
      assert.deepEqual(found(service('image: gilleslamiral/imapsync:latest\ncommand: --a b')), ['> - > --a b']);
      assert.deepEqual(found('services:\n  imapsync:\n    build: .\n    command: ["--a"]\n'), ['> - > "--a"']);
      assert.deepEqual(found(service('image: debian # imapsync\ncommand: --a b')), []);
    });
  });

  describe('Kubernetes ("Define a Command and Arguments for a Container")', () => {
    it('joins command and args', () => {
      assert.deepEqual(found(container('command: ["imapsync"]\nargs: ["--a", "b"]')), ['> "imapsync" > "--a" "b"']);
      assert.deepEqual(found(container('command:\n- imapsync\n- --a\nargs:\n- --b')), ['> imapsync > --a --b']);
      assert.deepEqual(found(container('image: gilleslamiral/imapsync\nargs: [--a]')), ['> - > --a']);
    });

    it('leaves $(X) to Kubernetes, and $$(X) is none', () => {
      assert.deepEqual(argv(container('command: ["imapsync", "$(X)", "$$(X)", "$X", "a-$(Y)"]')), [
        [null, '$(X)', '$X', null],
      ]);
    });

    it('reads the script that is handed to a shell', () => {
      assert.deepEqual(argv(container('command: ["sh", "-c", "imapsync --a \'b c\'"]')), [['--a', 'b c']]);
      assert.deepEqual(
        argv(container('command: ["/bin/sh", "-c"]\nargs:\n- |\n  set -e\n  imapsync --a \\\n    --b\n')),
        [['--a', '--b']],
      );
      assert.deepEqual(argv(container('command: ["sh", "-c", "echo; imapsync --a"]\nargs: ["x"]')), [['--a']]);
    });

    it('reads scripts in a ConfigMap', () => {
      assert.deepEqual(
        argv('kind: ConfigMap\ndata:\n  run.sh: |\n    imapsync --a\n  notes.txt: |\n    imapsync --b\n'),
        [['--a']],
      );
    });
  });

  describe('workflows', () => {
    it('run steps of GitHub Actions', () => {
      const text =
        'jobs:\n  a:\n    steps:\n      - run: imapsync --a ${{ secrets.X }}\n      - name: b\n        run: |\n          imapsync --b \\\n            --c\n';
      assert.deepEqual(argv(text), [
        ['--a', null],
        ['--b', '--c'],
      ]);
    });

    it('leave PowerShell and Python to others', () => {
      const text =
        'jobs:\n  a:\n    runs-on: windows-latest\n    steps:\n      - run: imapsync --a\n      - run: imapsync --b\n        shell: bash\n      - run: imapsync --c\n        shell: python\n';
      const posix = read(text, 'yaml').invocations.filter(({ dialect }) => dialect === 'posix');
      assert.deepEqual(
        posix.map(({ words: all }) => all.map(({ value }) => value)),
        [['--b']],
      );
    });

    it('run scripts of GitLab CI', () => {
      const text =
        'job:\n  before_script:\n    - imapsync --a\n  script:\n    - echo x; imapsync --b\n    - - imapsync --c\n  after_script: imapsync --d\n';
      assert.deepEqual(argv(text), [['--a'], ['--b'], ['--c'], ['--d']]);
    });
  });

  describe('scalars (YAML 1.2.2, chapters 7 and 8)', () => {
    it('join their lines where YAML does', () => {
      assert.deepEqual(argv('script: >\n  imapsync --a\n  --b\n\n  imapsync --c\n'), [['--a', '--b'], ['--c']]);
      assert.deepEqual(argv('script: imapsync --a\n  --b\n'), [['--a', '--b']]);
      assert.deepEqual(argv('script: "imapsync --a\n  --b\\\n  c\\x64"\n'), [['--a', '--bcd']]);
      assert.deepEqual(argv('script: >-\n  imapsync\n    --a\n'), [[]]);
    });

    it('may say how they are indented', () => {
      assert.deepEqual(argv("script: |2-\n    imapsync 'a\n   b'\n"), [['a\n b']]);
    });

    it('end with their indentation', () => {
      assert.deepEqual(argv('a:\n  script: |\n    imapsync --a\n\n  x: imapsync --b\n'), [['--a']]);
    });
  });

  it('may be several documents, with comments, anchors and tags', () => {
    const text = '# a\n---\nscript: &x !!str imapsync --a # b\n...\n---\nscript:\n  # c\n  - *x\n  - imapsync --b\n';
    assert.deepEqual(argv(text), [['--a'], ['--b']]);
    assert.deepEqual(
      read(text, 'yaml').comments.map(({ text: content, ownLine }) => [content, ownLine]),
      [
        [' a', true],
        [' b', false],
        [' c', true],
      ],
    );
  });

  it('is read around the lines of a template', () => {
    const text =
      'spec:\n  containers:\n    {{- if .Values.x }}\n    - image: x/imapsync\n      args: ["{{ .Values.y }}", --b]\n    {{- end }}\n    - command: [imapsync, --c]\n';
    assert.deepEqual(argv(text), [[null, '--b'], ['--c']]);
    assert.deepEqual(argv(container('command: ["imapsync", "{{ .Values.y }}", --b]')), [[null, '--b']]);
  });

  it('is read while it is written', () => {
    assert.deepEqual(found(`${service('command: ["imapsync", "--a", --')}  other:\n    image: x\n`), [
      '~ > "imapsync" > "--a" --',
    ]);
    assert.deepEqual(found(service('command: ["imapsync", "--a')), ['~ > "imapsync" > "--a']);
  });

  it('leaves other keys alone', () => {
    assert.deepEqual(found('name: imapsync --a\ndescription: |\n  imapsync --b\nkeys:\n  - imapsync --c\n'), []);
  });

  it('points into the file exactly under CR LF, a byte order mark and astral characters', () => {
    const text =
      `\ufeff# 📨\n${service('command:\n  - imapsync\n  - "😀"\n  - --dry')}script: |\n  imapsync "😀" \\\n    --dry\n`.replaceAll(
        '\n',
        '\r\n',
      );
    assert.deepEqual(words(text, 'yaml'), ['"😀" → \'😀\'', '--dry', '"😀" → \'😀\'', '--dry']);
  });
});
