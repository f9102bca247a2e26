import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as WebTreeSitter from '@vscode/tree-sitter-wasm';
import { readSource } from '../../server/src/core/syntax/readSource.js';
import type { InvocationSyntax } from '../../server/src/core/syntax/source.js';
import type { TextRange } from '../../server/src/core/text/range.js';
import { amount, steadySeed } from '../amount.js';
import { createRandom, type Random } from '../seededRandom.js';
import { BashScripts, type WordTexts } from './bashScripts.js';
import { substitution } from './bashWordTexts.js';
import { Dice } from './dice.js';
import { posixExamples } from './posixExamples.js';

const resolve = createRequire(import.meta.url);
const { Parser, Language } = resolve('@vscode/tree-sitter-wasm') as typeof WebTreeSitter;

const seed = steadySeed(20261125);
const count = amount(5000, 'TREE_SITTER_SCRIPTS');

/**
 * tree-sitter-bash 0.25 is asked where commands and their arguments are. What it is known to read in another way than bash
 * itself, which judges that in bashWords.test.ts, is kept from it or left out of the comparison; each place says why.
 */
describe('tree-sitter-bash as the judge of where commands are', function () {
  this.timeout(60_000 + 20 * count);
  let parser: WebTreeSitter.Parser;

  before(async () => {
    await Parser.init();
    parser = new Parser();
    parser.setLanguage(await Language.load(resolve.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm')));
  });
  after(() => parser.delete());

  it('finds the invocations of every example of the repository where we do', () => {
    const compared = posixExamples().filter(
      ({ where, text }) => compare(parser, withoutOddities(text), where) !== null,
    );
    assert.ok(compared.length > 90, `${compared.length} examples were compared`);
  });

  it(`finds the invocations of ${count} generated scripts where we do (seed ${seed})`, () => {
    console.log(`      seed ${seed}: IMAPSYNC_LINT_SEED=${seed} repeats it`);
    const random = createRandom(seed);
    const scripts = new BashScripts(random, (command) => new PlainWordTexts(random, command));
    let compared = 0;
    let argumentLists = 0;
    for (let index = 0; index < count; index++) {
      const { source } = scripts.next();
      // It takes an escape in a text for `eval` for a part of the name.
      const lists = /\beval|\bbash/.test(source) ? null : compare(parser, withoutOddities(source), `script ${index}`);
      if (lists === null) continue;
      compared++;
      argumentLists += lists;
    }
    assert.ok(compared > count * 0.5, `only ${compared} of ${count} scripts were compared`);
    assert.ok(argumentLists > count, `only ${argumentLists} argument lists were compared`);
  });
});

/** What tree-sitter-bash misreads wherever it stands, and what is put there in its place. */
const oddities: readonly (readonly [RegExp, string])[] = [
  // It takes a blank that is escaped, where no word has begun, for no word at all.
  [/(?<=[ \t])\\[ \t]+/g, 'x '],
  // It parts words at a joined line end even where no blank stands.
  [/(?<![ \t])\\\r?\n/g, ''],
  // It takes these for commands of their own rather than keywords in front of one.
  [/\b(?:time (?:-p )?|coproc )/g, ''],
  // It sees no keyword behind `!`.
  [/(?<=\{ )! /g, ''],
  // It can take a backslash that begins a command for a part of the line before.
  [/\\(?=imapsync)/g, ''],
];

function withoutOddities(script: string): string {
  return oddities.reduce((text, [odd, instead]) => text.replace(odd, instead), script);
}

/**
 * Compares names and arguments of the commands that are spelled imapsync; answers how many argument lists were compared,
 * or null where tree-sitter reports an error. Behind a launcher, and in a text that bash reads later, it sees other words.
 */
function compare(parser: WebTreeSitter.Parser, script: string, where: string): number | null {
  const tree = parser.parse(script)!;
  try {
    if (tree.rootNode.hasError) return null;
    const theirs = new Map<string, readonly string[] | null>();
    for (const command of tree.rootNode.descendantsOfType('command')) {
      const name = command?.childForFieldName('name');
      if (name == null || name.text.replace(/\\\n|['"\\]/g, '') !== 'imapsync') continue;
      theirs.set(place(name), argumentsOf(command!));
    }
    const ours = new Map<string, readonly string[]>();
    const { scanned, invocations } = readSource(script, 'posix');
    for (const invocation of (scanned ?? invocations).filter(standsAlone)) {
      ours.set(
        at(invocation.executable!.range),
        invocation.words.map(({ range }) => at(range)),
      );
    }
    const told = `${where}\n${script}`;
    assert.deepEqual([...ours.keys()].sort(), [...theirs.keys()].sort(), `invocations in ${told}`);
    let lists = 0;
    for (const [name, words] of ours) {
      const expected = theirs.get(name);
      if (expected == null) continue;
      lists++;
      assert.deepEqual(words, expected, `arguments of the command at ${name} in ${told}`);
    }
    return lists;
  } finally {
    tree.delete();
  }
}

function standsAlone({ executable, launcher, embedded }: InvocationSyntax): boolean {
  return executable !== null && launcher.length === 0 && embedded === undefined;
}

/** The places of the arguments; null where tree-sitter-bash is not to be believed. */
function argumentsOf(command: WebTreeSitter.Node): readonly string[] | null {
  if (hasRedirection(command)) return null;
  const found = command.childrenForFieldName('argument');
  // It makes one argument of two substitutions in backquotes that stand side by side, and misses the end of
  // here-documents in here-documents.
  if (found.some((each) => /`\s+(?:\\\n\s*)?`|<</.test(each!.text))) return null;
  return found.map((each) => place(each!));
}

/** tree-sitter-bash takes the arguments behind a redirection for further files of it, and it for one of the whole pipeline. */
function hasRedirection(command: WebTreeSitter.Node): boolean {
  if (command.childrenForFieldName('redirect').length > 0) return true;
  let around = command.parent;
  while (around !== null && /^(?:list|pipeline|negated_command)$/.test(around.type)) around = around.parent;
  return around?.type === 'redirected_statement';
}

const place = ({ startIndex, endIndex }: WebTreeSitter.Node): string => at({ start: startIndex, end: endIndex });
const at = ({ start, end }: TextRange): string => `${start}-${end}`;

/**
 * Words in which tree-sitter-bash and bash agree: it divides others at `$"…"`, at a lone `$`, behind `${…}` before a
 * backslash, at control characters, and at letters it does not know.
 */
class PlainWordTexts implements WordTexts {
  readonly #dice: Dice;
  readonly #command: () => string | null;

  constructor(random: Random, command: () => string | null) {
    this.#dice = new Dice(random);
    this.#command = command;
  }

  word(): string {
    const dice = this.#dice;
    const inner = dice.chance(0.05) ? this.#command() : null;
    if (inner !== null) return dice.pick([substitution(inner), `"${substitution(inner)}"`]);
    return dice.pick([
      ...[
        '--dry',
        '--host1',
        'a.example',
        "'single quoted'",
        "'it is; not & a | command'",
        '"double $x quoted"',
        '993',
      ],
      ...['"$@"', '$x', '${x}', '${x:-d}', '"${arr[@]}"', "'^\\[Gmail\\]'", '"a\\"b"', 'a\\ b', '--x=y', '"--x=$x"'],
      ...['a"b"c', '\'a\'"b"', '$((1 + 2))', 's/a/b/', '/tmp/x', '"multi\nline"', '$(echo x)', '`echo x`', "$'a\\tb'"],
    ]);
  }

  /** `{`, `}`, `[[` and `esac` it does not always take for arguments. */
  keyword(): string {
    return this.#dice.pick([
      'if',
      'then',
      'fi',
      'do',
      'done',
      '!',
      'in',
      'for',
      'function',
      'time',
      '--dry',
      'imapsync',
    ]);
  }
}
