import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/analysis.js';
import { surviveEmbedding } from '../../server/src/core/model/edits/embedding.js';
import { insertComment } from '../../server/src/core/model/edits/insertComment.js';
import { type InsertionPlace, insertOptions } from '../../server/src/core/model/edits/insertOptions.js';
import { removeUse, removeWords } from '../../server/src/core/model/edits/removeUse.js';
import { replaceWord } from '../../server/src/core/model/edits/replaceWord.js';
import type { HostFormat } from '../../server/src/core/syntax/dialect.js';
import { applyChanges, type TextChange } from '../../server/src/core/text/edit.js';
import { argvOf } from './linting.js';

const options = '--host1 a --user1 b --ssl1 --maxage 5 --dry';
const lines = (indentation: string, sign = '\\'): string =>
  ['--host1 a --user1 b', '--ssl1', '--maxage 5', '--dry'].map((each) => `${indentation}${each}`).join(` ${sign}\n`);
const items = (dash: string): string =>
  options
    .split(' ')
    .map((each) => `${dash}${each}\n`)
    .join('');
const quoted = options.split(' ').map((word) => JSON.stringify(word));

/**
 * Each text holds two command lines. `free`: edits that need quotes must be possible too. `parted`: an option and its
 * value stand in two lists, so that it can not be removed in one piece.
 */
const texts: readonly {
  readonly format: HostFormat;
  readonly text: string;
  readonly free?: true;
  readonly parted?: true;
}[] = [
  { format: 'markdown', text: `\`\`\`sh\nimapsync ${options}\nimapsync --x\n\`\`\`\n`, free: true },
  {
    format: 'markdown',
    text: `\`\`\`sh\nimapsync \\\n${lines('  ')}\n\`\`\`\n\`\`\`sh\nimapsync --x\n\`\`\`\n`,
    free: true,
  },
  {
    format: 'markdown',
    text: `- x\n\n  \`\`\`sh\n  imapsync \\\n${lines('    ')}\n  imapsync --x\n  \`\`\`\n`,
    free: true,
  },
  { format: 'markdown', text: `> \`\`\`sh\n> imapsync \\\n${lines('>   ')}\n> \n> imapsync --x\n> \`\`\`\n` },
  { format: 'markdown', text: `\`\`\`console\n$ imapsync ${options}\nout\n$ imapsync --x\n\`\`\`\n`, free: true },
  { format: 'dockerfile', text: `RUN imapsync \\\n${lines('    ')}\nRUN imapsync --x\n`, free: true },
  {
    format: 'dockerfile',
    text: `FROM a\nCMD ["imapsync", ${quoted.join(', ')}]\nFROM b\nCMD ["imapsync","--x"]\n`,
    free: true,
  },
  {
    format: 'dockerfile',
    text: `FROM a\nENTRYPOINT ["imapsync", ${quoted.slice(0, 3).join(', ')}]\nCMD [${quoted.slice(3).join(', \\\n  ')}]\nFROM b\nCMD ["imapsync","--x"]\n`,
    parted: true,
    free: true,
  },
  { format: 'dockerfile', text: `FROM a\nCMD ["sh", "-c", "imapsync ${options}"]\nFROM b\nCMD ["imapsync","--x"]\n` },
  { format: 'yaml', text: `a:\n  command: [imapsync, ${quoted.join(', ')}]\nscript: imapsync --x\n`, free: true },
  {
    format: 'yaml',
    text: `a:\n  command:\n    - imapsync\n${items('    - ')}b:\n  command: ["imapsync", --x]\n`,
    free: true,
  },
  {
    format: 'yaml',
    text: `a:\n  command: [\n    imapsync,\n    ${quoted.join(',\n    ')}\n  ]\nscript: imapsync --x\n`,
    free: true,
  },
  {
    format: 'yaml',
    text: `a:\n  command: [imapsync, ${quoted.slice(0, 3).join(', ')}]\n  args:\n${quoted
      .slice(3)
      .map((word) => `  - ${word} # c\n`)
      .join('')}script: imapsync --x\n`,
    parted: true,
    free: true,
  },
  { format: 'yaml', text: `a:\n  image: x/imapsync\n  args:\n${items('  - ')}script: imapsync --x`, free: true },
  { format: 'yaml', text: `services:\n  a:\n    command: imapsync ${options}\n  b:\n    command: imapsync --x\n` },
  { format: 'yaml', text: `script: |\n  imapsync \\\n${lines('    ')}\n\n  imapsync --x\n`, free: true },
  {
    format: 'yaml',
    text: `script: >-\n  imapsync\n${lines('  ', '').replaceAll(' \n', '\n')}\nx:\n  script: imapsync --x\n`,
  },
  { format: 'crontab', text: `@daily root imapsync ${options}\n@daily imapsync --x\n`, free: true },
  { format: 'systemd', text: `[Service]\nExecStart=imapsync \\\n${lines('  ')}\nExecStart=imapsync --x\n`, free: true },
  { format: 'systemd', text: `ExecStart=imapsync ${options} ; imapsync --x\n`, free: true },
  {
    format: 'dockerfile',
    text: 'RUN imapsync --host1 a --user1 b \\\n# c\n --ssl1 --maxage \\\n# d\n 5 \\\n# e\n --dry\nRUN imapsync --x\n',
  },
  {
    format: 'dockerfile',
    text: `FROM a\nCMD ["imapsync", ${quoted.join(', \\\n# c\n ')}]\nFROM b\nCMD ["imapsync","--x"]\n`,
  },
  {
    format: 'systemd',
    text: 'ExecStart=imapsync --host1 a --user1 b \\\n# c\n --ssl1 --maxage \\\n; d\n 5 \\\n# e\n --dry\nExecStart=imapsync --x\n',
  },
  {
    format: 'yaml',
    text: `a:\n  command: [ # a\n    imapsync, # c\n    ${quoted.join(', # d\n    ')} # e\n  ]\nscript: imapsync --x\n`,
  },
  { format: 'makefile', text: `all:\n\t@imapsync \\\n${lines('\t  ')}\n\timapsync --x\n` },
];

const values = ['--folder', "it's 5 o'clock"] as const;
const riches = ['--regextrans2', String.raw`s,^"x\\.y$,{{a}} 50% $1;#&: z,`] as const;

describe('edits in files of other formats', () => {
  texts.forEach(({ format, text: plain, free, parted }, index) => {
    for (const text of [plain, plain.replaceAll('\n', '\r\n')]) {
      describe(`${format}, text ${index}${text === plain ? '' : ' with CR LF'}`, () => {
        const [invocation] = analyse(text, format).invocations;
        const before = argvOf(text, format);
        const argv = options.split(' ');
        /** What the file holds after the changes; null where they are not offered. */
        const edited = (changes: readonly TextChange[]): readonly (string | null)[] | null => {
          if (!surviveEmbedding(invocation!, changes, text)) return null;
          const changed = applyChanges(text, changes);
          const all = argvOf(changed, format);
          assert.deepEqual(all.slice(1), before.slice(1), `others stay as they are in ${changed}`);
          return all[0]!;
        };

        it('is read', () => assert.deepEqual(before, [argv, ['--x']]));

        for (const words of [['--automap'], values, riches]) {
          it(`takes ${words.join(' ')} at every place or refuses it`, () => {
            const places: (InsertionPlace | undefined)[] = [undefined];
            for (let at = 0; at < argv.length; at += 1) places.push({ after: at }, { before: at });
            let taken = 0;
            for (const place of places) {
              const result = edited([insertOptions(invocation!, text, words, place)]);
              if (result === null) continue;
              taken += 1;
              const at = result.findIndex(
                (word, i) => word === words[0] && (words.length === 1 || result[i + 1] === words[1]),
              );
              assert.ok(at >= 0, `${result.join(' ')} holds the words`);
              assert.deepEqual(result.toSpliced(at, words.length), argv);
            }
            if (words.length === 1 || (free === true && words === values)) assert.equal(taken, places.length);
          });
        }

        it('loses exactly an option that is removed', () => {
          let taken = 0;
          for (const use of invocation!.uses) {
            const count = use.valueWordIndex === null ? 1 : 2;
            const result = edited([removeUse(invocation!, text, use)]);
            if (result !== null) assert.deepEqual(result, argv.toSpliced(use.wordIndex, count));
            taken += result === null ? 0 : 1;
          }
          const all = edited([removeWords(invocation!, text, 2, 4)]);
          if (all !== null) assert.deepEqual(all, argv.toSpliced(2, 3));
          if (free === true) assert.equal(taken, invocation!.uses.length - (parted === true ? 1 : 0));
        });

        it('changes exactly a value that is replaced', () => {
          for (const value of ['c', values[1], riches[1], '-', '', 'true', '12', ': x', 'é😀']) {
            for (const at of [1, 3, 6]) {
              const result = edited([replaceWord(invocation!, text, at, value)]);
              if (result !== null) assert.deepEqual(result, argv.with(at, value));
              else assert.ok(free !== true || value === riches[1], `${value} is refused`);
            }
          }
        });

        it('takes a comment above it, or none', () => {
          const change = insertComment(invocation!, analyse(text, format).source, 'imapsync-lint: pre-cutover');
          if (change !== null) assert.deepEqual(edited([change]), argv);
        });
      });
    }
  });
});
