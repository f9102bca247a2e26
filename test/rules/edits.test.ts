import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../server/src/core/analysis.js';
import { insertComment } from '../../server/src/core/model/edits/insertComment.js';
import { type InsertionPlace, insertOptions } from '../../server/src/core/model/edits/insertOptions.js';
import { removeUse, removeUses } from '../../server/src/core/model/edits/removeUse.js';
import { replaceWord } from '../../server/src/core/model/edits/replaceWord.js';
import type { Invocation } from '../../server/src/core/model/invocation.js';
import type { Dialect, FileDialect } from '../../server/src/core/syntax/dialect.js';
import { readSource } from '../../server/src/core/syntax/readSource.js';
import { applyChanges, type TextChange } from '../../server/src/core/text/edit.js';
import { type CommandText, cmdCommands, posixCommands, powerShellCommands, profileCommands } from './commandTexts.js';
import { argvOf } from './linting.js';

const commands = [
  { name: 'in a shell script', texts: posixCommands },
  { name: 'in a batch file', texts: cmdCommands },
  { name: 'in a PowerShell script', texts: powerShellCommands },
  { name: 'in a profile', texts: profileCommands },
];

function invocationIn({
  text,
  dialect,
  argv,
}: Pick<CommandText, 'text' | 'dialect'> & Partial<CommandText>): Invocation {
  const { invocations } = analyse(text, dialect);
  assert.equal(invocations.length, 1, `one command in ${JSON.stringify(text)}`);
  const [invocation] = invocations;
  if (argv !== undefined) assert.deepEqual(argvOf(text, dialect), [argv]);
  return invocation!;
}

function edited(text: string, changes: readonly TextChange[], dialect: FileDialect): readonly (string | null)[] {
  const after = applyChanges(text, changes);
  const all = argvOf(after, dialect);
  assert.equal(all.length, 1, `one command in ${JSON.stringify(after)}`);
  return all[0]!;
}

const inserted = ['--regextrans2', String.raw`s/^\[Gmail\]\/Sent Mail$/Sent's Items/`];

describe('edits', function () {
  this.timeout(20_000);
  for (const { name, texts } of commands) {
    describe(name, () => {
      it('inserting options adds exactly their words, between two options', () => {
        const places = fc.option(
          fc.oneof(
            fc.nat(12).map((after): InsertionPlace => ({ after })),
            fc.nat(12).map((before): InsertionPlace => ({ before })),
          ),
          { nil: undefined },
        );
        fc.assert(
          fc.property(texts, places, (command, place) => {
            const invocation = invocationIn(command);
            const after = edited(
              command.text,
              [insertOptions(invocation, command.text, inserted, place)],
              command.dialect,
            );
            const at = after.findIndex((word, i) => word === inserted[0] && after[i + 1] === inserted[1]);
            assert.ok(at >= 0, 'the words are there');
            assert.deepEqual(after.toSpliced(at, 2), command.argv);
            assert.ok(
              !invocation.uses.some((use) => use.valueWordIndex === at && use.wordIndex === at - 1),
              'no value is parted from its option',
            );
            const isLast = at === command.argv.length;
            if (place === undefined)
              assert.ok(isLast || (at === command.argv.length - 1 && command.argv.at(-1) === null));
          }),
        );
      });

      it('removing an option removes exactly its words', () => {
        fc.assert(
          fc.property(texts, (command) => {
            const invocation = invocationIn(command);
            for (const use of invocation.uses) {
              const count = use.valueWordIndex === null || use.valueWordIndex === use.wordIndex ? 1 : 2;
              const expected = command.argv.toSpliced(use.wordIndex, count);
              const after = applyChanges(command.text, [removeUse(invocation, command.text, use)]);
              const left = argvOf(after, command.dialect);
              if (expected.length === 0 && command.dialect === 'profile') assert.deepEqual(left, []);
              else assert.deepEqual(left, [expected]);
            }
          }),
        );
      });

      it('removing several options at once removes exactly their words', () => {
        fc.assert(
          fc.property(texts, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (command, chosen) => {
            const invocation = invocationIn(command);
            const uses = invocation.uses.filter((_, i) => chosen[i]);
            const gone = new Set(uses.flatMap((use) => [use.wordIndex, use.valueWordIndex ?? use.wordIndex]));
            const expected = command.argv.filter((_, i) => !gone.has(i));
            const after = applyChanges(command.text, removeUses(invocation, command.text, uses));
            const left = argvOf(after, command.dialect);
            if (expected.length === 0 && command.dialect === 'profile') assert.deepEqual(left, []);
            else assert.deepEqual(left, [expected]);
          }),
        );
      });

      it('replacing a word changes that word alone', () => {
        fc.assert(
          fc.property(texts, fc.nat(), fc.constantFrom('a', 'a b', 'it\'s "$x" `y` \\', ''), (command, n, value) => {
            const invocation = invocationIn(command);
            const index = n % command.argv.length;
            const after = edited(command.text, [replaceWord(invocation, command.text, index, value)], command.dialect);
            assert.deepEqual(after, command.argv.with(index, value));
          }),
        );
      });

      it('inserting a comment above changes no word, and the comment is read as one', () => {
        fc.assert(
          fc.property(texts, (command) => {
            const invocation = invocationIn(command);
            const change = insertComment(
              invocation,
              readSource(command.text, command.dialect),
              'imapsync-lint: post-cutover',
            );
            assert.ok(change !== null);
            const after = applyChanges(command.text, [change]);
            const { directives, invocations } = analyse(after, command.dialect);
            assert.deepEqual(argvOf(after, command.dialect), [command.argv]);
            assert.equal(directives.length, 1);
            assert.ok(directives[0]!.range.start < invocations[0]!.range.start);
          }),
        );
      });
    });
  }
});

function afterInsertion(text: string, dialect: Dialect & FileDialect = 'posix', place?: InsertionPlace): string {
  return applyChanges(text, [insertOptions(invocationIn({ text, dialect }), text, ['--dry'], place)]);
}

function afterRemoval(text: string, name: string, dialect: Dialect & FileDialect = 'posix'): string {
  const invocation = invocationIn({ text, dialect });
  return applyChanges(text, removeUses(invocation, text, invocation.all(name)));
}

describe('the style of inserted options', () => {
  it('follows joined lines and their indentation', () => {
    assert.equal(
      afterInsertion('imapsync \\\n    --host1 a \\\n    --host2 b\n'),
      'imapsync \\\n    --host1 a \\\n    --host2 b \\\n    --dry\n',
    );
  });

  it('follows CRLF', () => {
    assert.equal(afterInsertion('imapsync \\\r\n  --host1 a\r\n'), 'imapsync \\\r\n  --host1 a \\\r\n  --dry\r\n');
  });

  it('keeps a single line single', () => {
    assert.equal(afterInsertion('imapsync --host1 a; date'), 'imapsync --host1 a --dry; date');
  });

  it('stays in front of redirections, pipes and "$@"', () => {
    assert.equal(afterInsertion('imapsync --host1 a "$@" > log'), 'imapsync --host1 a --dry "$@" > log');
    assert.equal(afterInsertion('imapsync --host1 a>log'), 'imapsync --host1 a --dry >log');
    assert.equal(
      afterInsertion('imapsync \\\n  --host1 a | tee log'),
      'imapsync \\\n  --host1 a \\\n  --dry | tee log',
    );
  });

  it('does not take the indentation of a value on a line of its own', () => {
    const text = 'imapsync \\\n  --host1 \\\n      a \\\n  --host2 \\\n      b\n';
    assert.equal(afterInsertion(text), `${text.trimEnd()} \\\n  --dry\n`);
  });

  it('goes after the executable where there are no words', () => {
    assert.equal(afterInsertion('imapsync\n'), 'imapsync --dry\n');
  });

  it('goes in front of the first word where an image stands for the executable', () => {
    const text = 'docker run --rm gilleslamiral/imapsync --ssl1\n';
    assert.equal(afterInsertion(text, 'posix', { before: 0 }), text.replace('--ssl1', '--dry --ssl1'));
  });

  it('never parts an option from a value that is missing or refused, and stays before a lone --', () => {
    assert.equal(afterInsertion('imapsync --ssl1 --host2'), 'imapsync --ssl1 --dry --host2');
    assert.equal(
      afterInsertion('imapsync --ssl1 --maxsize 10M', 'posix', { after: 1 }),
      'imapsync --ssl1 --maxsize 10M --dry',
    );
    assert.equal(afterInsertion('imapsync --ssl1 -- x'), 'imapsync --ssl1 --dry -- x');
    assert.equal(afterInsertion("imapsync --ssl1 --host1 'a"), "imapsync --ssl1 --dry --host1 'a");
  });

  it('gives a profile lines of their own, and leaves shared lines together', () => {
    assert.equal(afterInsertion('--host1 a\n  --host2 b\n', 'profile'), '--host1 a\n  --host2 b\n  --dry\n');
    assert.equal(afterInsertion('--host1 a --host2 b', 'profile', { after: 1 }), '--host1 a --dry --host2 b');
    assert.equal(afterInsertion('--host1 a', 'profile', { before: 0 }), '--dry\n--host1 a');
  });
});

describe('edits in the style of PowerShell', () => {
  const insert = (text: string): string => afterInsertion(text, 'powershell');

  it('join lines with a backtick behind a blank', () => {
    assert.equal(insert('imapsync `\n  --host1 a\n'), 'imapsync `\n  --host1 a `\n  --dry\n');
    assert.equal(insert("imapsync 'x'`\r\n  --ssl1\r\n"), "imapsync 'x'`\r\n  --ssl1 `\r\n  --dry\r\n");
  });

  it('stay in front of redirections, pipes, comments and splatted options', () => {
    assert.equal(insert("imapsync --host1 'a'>log"), "imapsync --host1 'a' --dry >log");
    assert.equal(insert('imapsync --ssl1 | tee log'), 'imapsync --ssl1 --dry | tee log');
    assert.equal(insert('imapsync --ssl1 @args # note'), 'imapsync --ssl1 --dry @args # note');
    assert.equal(insert('if ($x) { imapsync --ssl1}'), 'if ($x) { imapsync --ssl1 --dry}');
  });

  it('leave a blank in front of a word that stands next to quotes', () => {
    const invocation = invocationIn({ text: "imapsync --host1 'a'--ssl1", dialect: 'powershell' });
    const text = "imapsync --host1 'a'--ssl1";
    assert.equal(
      applyChanges(text, [insertOptions(invocation, text, ['--dry'], { after: 1 })]),
      "imapsync --host1 'a' --dry --ssl1",
    );
  });

  it('take joined line ends away with a removed option', () => {
    assert.equal(afterRemoval('imapsync `\n  --ssl1 `\n  --dry\n', 'dry', 'powershell'), 'imapsync `\n  --ssl1\n');
    assert.equal(afterRemoval('imapsync `\n  --dry `\n  --ssl1\n', 'dry', 'powershell'), 'imapsync `\n  --ssl1\n');
    assert.equal(afterRemoval('imapsync --dry --ssl1', 'dry', 'powershell'), 'imapsync --ssl1');
  });
});

describe('the place of a removed option', () => {
  it('leaves no empty joined line and no joined line end after the last option', () => {
    assert.equal(afterRemoval('imapsync \\\n  --dry \\\n  --ssl1\n', 'dry'), 'imapsync \\\n  --ssl1\n');
    assert.equal(afterRemoval('imapsync \\\n  --ssl1 \\\n  --dry\n', 'dry'), 'imapsync \\\n  --ssl1\n');
    assert.equal(afterRemoval('imapsync \\\n  --ssl1 \\\n  --dry \\\n', 'dry'), 'imapsync \\\n  --ssl1');
    assert.equal(afterRemoval('imapsync --ssl1 \\\r\n --host1 \\\r\n a\r\n', 'host1'), 'imapsync --ssl1\r\n');
  });

  it('keeps the line for the options beside it', () => {
    assert.equal(afterRemoval('imapsync \\\n  --dry --ssl1 \\\n  --ssl2', 'dry'), 'imapsync \\\n  --ssl1 \\\n  --ssl2');
    assert.equal(afterRemoval('imapsync \\\n  --ssl1 --dry \\\n  --ssl2', 'dry'), 'imapsync \\\n  --ssl1 \\\n  --ssl2');
  });

  it('keeps redirections', () => {
    assert.equal(afterRemoval('imapsync --host1 a --dry>log', 'dry'), 'imapsync --host1 a >log');
    assert.equal(afterRemoval('imapsync --ssl1 --host1 >log a --dry', 'host1'), 'imapsync --ssl1 >log --dry');
    assert.equal(afterRemoval('imapsync --ssl1 \\\n --dry \\\n >log', 'dry'), 'imapsync --ssl1 \\\n >log');
  });

  it('takes a line of a profile away, and keeps a comment between an option and its value', () => {
    assert.equal(afterRemoval('--ssl1\n--dry\n--ssl2\n', 'dry', 'profile'), '--ssl1\n--ssl2\n');
    assert.equal(afterRemoval('--ssl1\r\n--dry', 'dry', 'profile'), '--ssl1');
    assert.equal(afterRemoval('--dry --ssl2\n', 'dry', 'profile'), '--ssl2\n');
    assert.equal(afterRemoval('--ssl1 --host1\n# who\na --ssl2', 'host1', 'profile'), '--ssl1 \n# who\n --ssl2');
  });
});

describe('the place of an inserted comment', () => {
  const above = (text: string): string => {
    const { invocations } = analyse(text, 'posix');
    const change = insertComment(invocations.at(-1)!, readSource(text, 'posix'), 'note');
    assert.ok(change !== null);
    return applyChanges(text, [change]);
  };

  it('is the line of the statement, with its indentation', () => {
    assert.equal(above('while x; do\n\timapsync --dry\ndone\n'), 'while x; do\n\t# note\n\timapsync --dry\ndone\n');
  });

  it('is above all joined lines', () => {
    assert.equal(above('  A=1 \\\n  sudo \\\n  imapsync --dry\n'), '  # note\n  A=1 \\\n  sudo \\\n  imapsync --dry\n');
  });

  it('is above quotes that span lines', () => {
    const text = "echo 'a\nb' && imapsync --dry\n";
    assert.equal(above(text), `# note\n${text}`);
  });

  it('is after a byte order mark', () => {
    assert.equal(above('\ufeffimapsync --dry\n'), '\ufeff# note\nimapsync --dry\n');
  });

  it('is above the text of bash -c', () => {
    const text = "bash -c '\n  imapsync --dry\n'\n";
    assert.equal(above(text).replace(/ *# note\n/, ''), text);
  });
});
