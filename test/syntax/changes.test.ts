import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSource } from '../../server/src/core/syntax/readSource.js';
import type { SourceFile } from '../../server/src/core/syntax/source.js';
import type { Word } from '../../server/src/core/syntax/word.js';
import { checkInvariants } from './notation.js';

const fragments = fc.constantFrom(
  ...['imapsync ', '--host1 a', ' ', '\n', '\n', '\n', '\r\n', '\\\n', ';', '&&', '|', '&', '(', ')', '{', '}'],
  ...['[[ a', ' ]]', '((', '))', '$(', '${', '`', '"', "'", '\\', '<<E', "<<-'E'", '\nE\n', '<(', '#', '$x', '*'],
  ...['if ', 'then ', 'fi', 'case x in ', 'esac', ';;', 'for i in ', 'done', 'f()', 'a=(', 'a[', ']='],
  ...["bash -c '", 'eval "', 'coproc ', 'time ', 'function ', 'xargs ', '\0', '\ufeff'],
  ...['^\n', '^', '%x%', '%', '%%i', 'for %%i in (a) do ', 'if a==b ', 'else ', 'rem ', ':: ', 'set x=', 'call '],
  ...['cmd /c ', 'setlocal enabledelayedexpansion\n', 'endlocal\n', '!x!', '2>&1', '@', ':l\n'],
);

/** An edit as shares of the text at that moment: where, how much is deleted, what is inserted. */
const edits = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(4), fc.option(fragments, { nil: '' })),
  {
    maxLength: 8,
  },
);

function view(file: SourceFile): unknown {
  const word = (read: Word): unknown => [read.range, read.value, read.pieces, read.quote, read.open];
  return {
    invocations: file.invocations.map((invocation) => ({
      range: invocation.range,
      executable: invocation.executable === null ? null : word(invocation.executable),
      launcher: invocation.launcher.map(word),
      assignments: invocation.assignments.map(({ name, range, value }) => [name, range, word(value)]),
      words: invocation.words.map(word),
      incomplete: invocation.incomplete,
      embedded: invocation.embedded?.words.map(word),
    })),
    comments: file.comments.map(({ range, text, ownLine }) => [range, text, ownLine]),
  };
}

describe('reading what changed', function () {
  this.timeout(60_000);

  for (const dialect of ['posix', 'profile', 'cmd'] as const) {
    it(`gives what reading anew gives: ${dialect}`, () => {
      fc.assert(
        fc.property(fc.array(fragments, { maxLength: 40 }), edits, (parts, changes) => {
          let text = `imapsync a\n${parts.join('')}`;
          let file = readSource(text, dialect);
          for (const [share, deleted, inserted] of changes) {
            const at = Math.round(share * text.length);
            text = text.slice(0, at) + inserted + text.slice(at + deleted);
            file = readSource(text, dialect, file);
            checkInvariants(file);
            assert.deepEqual(view(file), view(readSource(text, dialect)));
          }
        }),
        { numRuns: 1000 },
      );
    });
  }
});
