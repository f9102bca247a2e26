import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../server/src/core/analysis.js';
import { insertOptions } from '../../server/src/core/model/edits/insertOptions.js';
import { removeUse } from '../../server/src/core/model/edits/removeUse.js';
import { replaceWord } from '../../server/src/core/model/edits/replaceWord.js';
import type { Invocation } from '../../server/src/core/model/invocation.js';
import { quoteWord } from '../../server/src/core/syntax/quote.js';
import { applyChanges, type TextChange } from '../../server/src/core/text/edit.js';
import { argvOf, problemsIn } from './linting.js';

/** Options as words, and as text that needs no quotes. */
const plainOption = fc
  .constantFrom(
    '--dry',
    '--delete2',
    '--maxsize 10M',
    '--user1 a',
    '--host1=h.example:993',
    '--usecache',
    '--fast',
    '--maxage 5',
  )
  .map((text) => ({ text, argv: text.split(' ') }));
const quotedOption = fc
  .record({
    name: fc.constantFrom('--exclude', '--folder', '--regextrans2', '--password2'),
    value: fc.constantFrom('a b', "it's", '[Gmail]/All Mail', 's/^a$/b/', '', 'x"y'),
    style: fc.constantFrom('single', 'double', undefined),
  })
  .map(({ name, value, style }) => ({ text: `${name} ${quoteWord(value, 'posix', style)}`, argv: [name, value] }));
const anyOption = fc.oneof(plainOption, quotedOption);

interface Part {
  readonly before: string;
  readonly use: string;
  readonly argv: readonly string[];
}

const argvs = (options: readonly { readonly argv: readonly string[] }[]) => options.flatMap(({ argv }) => argv);
const texts = (options: readonly { readonly text: string }[]) => options.map(({ text }) => text).join(' ');

const few = <T>(option: fc.Arbitrary<T>) => fc.array(option, { minLength: 1, maxLength: 3 });
const direct = few(anyOption).map((options): Part => ({ before: '', use: texts(options), argv: argvs(options) }));
const inString = fc.record({ options: few(plainOption), quote: fc.constantFrom("'", '"') }).map(
  ({ options, quote }): Part => ({
    before: `OPTS=${quote}${texts(options)}${quote}\n`,
    use: '$OPTS',
    argv: argvs(options),
  }),
);
const grown = fc.tuple(few(plainOption), few(plainOption)).map(
  ([first, second]): Part => ({
    before: `MORE="${texts(first)}"\nMORE="$MORE ${texts(second)}"\n`,
    use: '$MORE',
    argv: argvs([...first, ...second]),
  }),
);
const inArray = fc.record({ options: few(anyOption), gap: fc.constantFrom(' ', '\n  ') }).map(
  ({ options, gap }): Part => ({
    before: `ARGS=(${gap}${options.map(({ text }) => text).join(gap)}${gap})\n`,
    use: '"${ARGS[@]}"',
    argv: argvs(options),
  }),
);
const value = fc
  .constantFrom('anna', 'a b', "it's")
  .map((user): Part => ({ before: `U=${quoteWord(user, 'posix')}\n`, use: '--user2 "$U"', argv: ['--user2', user] }));

const mixed = fc.constant<Part>({
  before: 'DIR=/tmp\nLOGS="--tmpdir $DIR/x --logfile=$DIR/y"\n',
  use: '$LOGS',
  argv: ['--tmpdir', '/tmp/x', '--logfile=/tmp/y'],
});
const copied = fc.constant<Part>({
  before: 'V=\'a b\'\nW="$V"\n',
  use: '--folder "$W"',
  argv: ['--folder', 'a b'],
});

/** A script with one command line, and its arguments. */
const scripts = fc
  .record({
    parts: fc.tuple(
      fc.option(direct, { nil: undefined }),
      fc.option(inString, { nil: undefined }),
      fc.option(grown, { nil: undefined }),
      fc.option(inArray, { nil: undefined }),
      fc.option(value, { nil: undefined }),
      fc.option(mixed, { nil: undefined }),
      fc.option(copied, { nil: undefined }),
    ),
    call: fc.option(few(anyOption), { nil: undefined }),
    command: fc.constantFrom('imapsync', '$IMAPSYNC', 'sudo imapsync'),
    gap: fc.constantFrom(' ', ' \\\n  '),
  })
  .map(({ parts, call, command, gap }) => {
    const present = parts.filter((part) => part !== undefined);
    const uses = present.map(({ use }) => use);
    const before = `IMAPSYNC=/usr/bin/imapsync\n${present.map((part) => part.before).join('')}`;
    const line = [command, ...uses, ...(call === undefined ? [] : ['"$@"'])].join(gap);
    const argv = [...argvs(present), ...argvs(call ?? [])];
    const text =
      call === undefined ? `${before}${line} >> log 2>&1\n` : `${before}f() {\n  ${line}\n}\nf ${texts(call)}\n`;
    return { text, argv };
  })
  .filter(({ argv }) => argv.length > 0);

function only(text: string): Invocation {
  const { invocations } = analyse(text, 'posix');
  assert.equal(invocations.length, 1, `one command in ${text}`);
  assert.equal(invocations[0]!.syntax.incomplete, false, `a complete command in ${text}`);
  return invocations[0]!;
}

function argvAfter(text: string, change: TextChange): readonly (string | null)[] {
  const edited = applyChanges(text, [change]);
  only(edited);
  return argvOf(edited, 'posix')[0]!;
}

describe('edits on a command line whose options variables hold', function () {
  this.timeout(30_000);

  it('reads the arguments that the tests below edit', () => {
    fc.assert(fc.property(scripts, ({ text, argv }) => assert.deepEqual(argvOf(text, 'posix'), [argv], text)));
  });

  it('inserting options adds exactly their words', () => {
    fc.assert(
      fc.property(scripts, fc.option(fc.nat(12), { nil: undefined }), ({ text, argv }, n) => {
        const words = ['--regextrans2', "s/a b/it's/"];
        const place = n === undefined ? undefined : { after: n };
        const now = argvAfter(text, insertOptions(only(text), text, words, place));
        const at = now.indexOf("s/a b/it's/") - 1;
        assert.deepEqual(now.slice(at, at + 2), words, text);
        assert.deepEqual(now.toSpliced(at, 2), argv);
      }),
    );
  });

  it('removing an option removes its words or nothing', () => {
    fc.assert(
      fc.property(scripts, ({ text, argv }) => {
        const invocation = only(text);
        for (const use of invocation.uses) {
          const count = use.valueWordIndex === null || use.valueWordIndex === use.wordIndex ? 1 : 2;
          const change = removeUse(invocation, text, use);
          const expected = applyChanges(text, [change]) === text ? argv : argv.toSpliced(use.wordIndex, count);
          assert.deepEqual(argvAfter(text, change), expected, text);
        }
      }),
    );
  });

  it('replacing a word changes that word alone, or nothing', () => {
    const replacements = fc.constantFrom('a', 'a b', 'it\'s "$x" `y` \\', '', '*', '12');
    fc.assert(
      fc.property(scripts, fc.nat(), replacements, ({ text, argv }, n, replacement) => {
        const index = n % argv.length;
        const change = replaceWord(only(text), text, index, replacement);
        const expected = applyChanges(text, [change]) === text ? argv : argv.with(index, replacement);
        assert.deepEqual(argvAfter(text, change), expected, text);
      }),
    );
  });

  it('what rules offer leaves one whole command', () => {
    fc.assert(
      fc.property(scripts, ({ text }) => {
        for (const problem of problemsIn(text)) {
          const edits = [...(problem.suggestions?.() ?? []), ...(problem.fix === undefined ? [] : [problem.fix()])];
          for (const edit of edits) only(applyChanges(text, edit.edits));
        }
      }),
      { numRuns: 60 },
    );
  });
});
