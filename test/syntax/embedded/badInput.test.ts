import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HostFormat } from '../../../server/src/core/syntax/dialect.js';
import { read } from '../notation.js';

const formats: readonly HostFormat[] = ['markdown', 'dockerfile', 'yaml', 'crontab', 'systemd', 'makefile'];

const openers: Readonly<Record<HostFormat, readonly string[]>> = {
  markdown: [
    '```sh\n',
    '~~~\n',
    '> ',
    '- ',
    '1. ',
    '```',
    '    x\n',
    '<!--',
    '<!-- -->\n',
    '$ imapsync\n',
    '```console\n$ ',
    '\t',
    '* * ',
    '- ```sh\n',
    '-\n',
    'user@',
  ],
  dockerfile: [
    'RUN \\\n',
    'RUN <<E\n',
    'RUN <<A <<B\n',
    'CMD [',
    'CMD ["',
    'CMD ["\\',
    '"a",',
    '# escape=`\n',
    '#\n',
    'ONBUILD ',
    'FROM x\nENTRYPOINT ["imapsync"]\n',
    '--a=b ',
    '\\\n#\n',
  ],
  yaml: [
    '[',
    '{',
    '- ',
    'a: ',
    'a:\n ',
    '"',
    "'",
    '|\n',
    '- |\n',
    '>\n ',
    '&a ',
    '!',
    '*a ',
    '---\n',
    '? ',
    ': ',
    '{{ ',
    'a: [',
    '- - a: ',
    '\\',
    '"\\',
    '#',
    'services:\n',
    '[\n',
    'x "\n',
    "- '\n",
    'command: [imapsync]\n',
    '- imapsync: [{\n',
    '  ',
  ],
  crontab: ['@daily imapsync\n', '%', '\\%', '* ', '* * * * * imapsync %\n', 'X=', '@daily root ', '-', 'a,'],
  systemd: [
    'ExecStart=imapsync "',
    "ExecStart='\n",
    'ExecStart=imapsync \\\n',
    '\\',
    ';',
    ' ; ',
    '%',
    '$',
    '${',
    '\\x',
    '#\n',
    '\\\n#\n',
    'a"b',
  ],
  makefile: [
    'all:\n\timapsync ',
    'all:\n',
    '\t',
    '$(',
    '${',
    '$$',
    '$',
    '\\\n',
    '\\\n\t',
    'a=b\n',
    '.ONESHELL:\n',
    'x: ; ',
    '.RECIPEPREFIX=>\n',
    'define\n',
    '#',
  ],
};

const wholes: Readonly<Record<HostFormat, string>> = {
  markdown:
    '# x\n\n```sh\nimapsync --a \\\n  "b"\n```\n> ```console\n> $ imapsync --c\n> ```\n\n- ```yaml\n  script:\n    - imapsync --d\n  ```\n\n    imapsync --e\n',
  dockerfile:
    '# escape=\\\nFROM imapsync\nRUN --mount=x imapsync --a \\\n # c\n "b"\nRUN <<E\nimapsync --c\nE\nENTRYPOINT ["imapsync"]\nCMD ["--d", "e\\n"]\n',
  yaml: 'services:\n  imapsync:\n    command: --a "b" ${X}\n    entrypoint: ["imapsync", \'x\']\nx:\n- command:\n  - sh\n  - -c\n  - |\n    imapsync --c\n- script: >\n    imapsync --d\n     e\n',
  crontab: '# x\nX=y\n0 3 * * * root imapsync --a "b\\%" %c\n@daily imapsync --d\n',
  systemd: '[Service]\nExecStart=-imapsync --a "b" ${X} $Y %i \\\n# c\n  --d ; sh -c \'imapsync --e\'\n',
  makefile: 'X := imapsync\nall: y\n\t@$(X) --a "$$b" $(C) \\\n\t  --d\n\n.ONESHELL:\nz: ; imapsync --e\n',
};

describe('bad input in files of other formats', function () {
  this.timeout(60_000);

  it('texts without the name are not read', () => {
    for (const format of formats) {
      assert.deepEqual(read('# a\nx: y\n', format), {
        dialect: format,
        text: '# a\nx: y\n',
        invocations: [],
        comments: [],
      });
    }
  });

  for (const format of formats) {
    for (const opener of openers[format]) {
      it(`50,000 times ${JSON.stringify(opener)} in a file of ${format} neither throws nor takes long`, () => {
        read(`${wholes[format]}${opener.repeat(50_000)}\n${wholes[format]}`, format);
      });
    }

    it(`a file of ${format} cut, pasted and mangled gives ranges inside it`, () => {
      const whole = wholes[format];
      const fragment = fc.oneof(
        fc.constantFrom(...openers[format], '\n', '\r\n', '\0', '\ufeff', '\ud800', '😀', 'imapsync ', '"', '\\', ' '),
        fc.tuple(fc.nat(whole.length), fc.nat(40)).map(([start, length]) => whole.slice(start, start + length)),
      );
      fc.assert(
        fc.property(fc.array(fragment, { maxLength: 25 }), fc.nat(whole.length), (parts, at) => {
          read(`${whole.slice(0, at)}${parts.join('')}${whole.slice(at)}`, format);
          read(`imapsync\n${parts.join('')}`, format);
        }),
        { numRuns: 600 },
      );
    });

    it(`CR LF in place of LF in a file of ${format} gives the same words`, () => {
      const values = (text: string): unknown =>
        read(text, format).invocations.map(({ words }) =>
          words.map(({ value }) => value?.replaceAll('\r\n', '\n') ?? null),
        );
      const whole = wholes[format];
      assert.ok(read(whole, format).invocations.length > 1);
      assert.deepEqual(values(whole.replaceAll('\n', '\r\n')), values(whole));
    });
  }
});
