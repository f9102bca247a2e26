import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../server/src/core/analysis.js';
import { delimiterRefactorings } from '../../server/src/core/folders/delimiterMapping.js';
import { sentMappingRefactorings } from '../../server/src/core/folders/sentMapping.js';
import type { Dialect, FileDialect } from '../../server/src/core/syntax/dialect.js';
import { quoteWord } from '../../server/src/core/syntax/quote.js';
import { problemsIn } from './linting.js';

const secret = fc.stringMatching(/^[A-Za-z0-9_$.!-]{6,12}$/).map((text) => `zq${text}7`);
const style = fc.constantFrom('single', 'double', undefined);

/** How a secret can stand in a command: right, mistyped, without quotes, glued. */
const leaks: readonly ((
  secret: string,
  dialect: Dialect & FileDialect,
  quoting: 'single' | 'double' | undefined,
) => string)[] = [
  (text, dialect, quoting) => `--password1 ${quoteWord(text, dialect, quoting)}`,
  (text, dialect) => `--password2=${quoteWord(text, dialect)}`,
  (text, dialect) => `--PASSWORD1 ${quoteWord(text, dialect)}`,
  (text, dialect) => `--pasword1 ${quoteWord(text, dialect)}`,
  (text, dialect) => `--pass2 ${quoteWord(text, dialect)}`,
  (text, dialect) => `--pass1=${quoteWord(text, dialect)}`,
  (text, dialect) => `--password ${quoteWord(text, dialect)}`,
  (text, dialect) => `--password1 part ${quoteWord(text, dialect)}`,
  (text, dialect) => `--password1 part ${quoteWord(text, dialect)} more`,
  (text, dialect) => quoteWord(`--password1${text}`, dialect),
  (text, dialect) => `${quoteWord('–password1', dialect)} ${quoteWord(text, dialect)}`,
  (text, dialect) => `--oauthaccesstoken1 ${quoteWord(`ya29.${text}`, dialect)}`,
  (text, dialect) => `--oauthdirect2=${quoteWord(`dXNlcj${text}`, dialect)}`,
];

describe('secrets', function () {
  this.timeout(20_000);
  for (const dialect of ['posix', 'profile'] as const) {
    it(`stand in no message and no title (${dialect})`, () => {
      fc.assert(
        fc.property(
          fc.nat(leaks.length - 1),
          secret,
          style,
          fc.constantFrom('--dry', '--delete2', ''),
          (n, text, quoting, other) => {
            const command = `${dialect === 'posix' ? 'imapsync ' : ''}--host1 a ${leaks[n]!(text, dialect, quoting)} ${other}\n`;
            for (const problem of problemsIn(command, dialect)) {
              const shown = [problem.message, ...(problem.related ?? []).map(({ message }) => message)];
              for (const change of [
                ...(problem.fix === undefined ? [] : [problem.fix()]),
                ...(problem.suggestions?.() ?? []),
              ]) {
                shown.push(change.title);
              }
              for (const line of shown) assert.ok(!line.includes(text), `${command}: ${line}`);
            }
            for (const invocation of analyse(command, dialect).invocations) {
              const refactorings = [
                ...sentMappingRefactorings(invocation, command),
                ...delimiterRefactorings(invocation, command),
              ];
              for (const { title } of refactorings) assert.ok(!title.includes(text), title);
            }
          },
        ),
        { numRuns: 200 },
      );
    });
  }
});
