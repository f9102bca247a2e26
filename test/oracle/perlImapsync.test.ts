import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { exitCodes } from '../../server/src/core/catalogue/exitCodes.js';
import { catalogueRelease, imapsyncOptions, optionFacts } from '../../server/src/core/catalogue/options.js';
import { wordsOf } from '../../server/src/core/getopt/argvWords.js';
import { parseOptions } from '../../server/src/core/getopt/parseOptions.js';
import { createRandom } from '../seededRandom.js';
import { createArgumentLists } from './argumentLists.js';

const program = process.env.IMAPSYNC_PROGRAM ?? 'imapsync';
const seed = Number(process.env.IMAPSYNC_LINT_SEED ?? Date.now() % 2 ** 31);
const count = Number(process.env.IMAPSYNC_LINT_IMAPSYNC_LISTS ?? 24);

/** Nothing of these may happen in a test: other processes, the network, user code, files, long work. */
const unsafe = new Set([
  ...optionFacts
    .filter((fact) => fact.perlEval || fact.shellExec || fact.writes.includes('local'))
    .map(({ name }) => name),
  ...['tail', 'memorystress', 'simulong', 'releasecheck', 'dockercontext', 'testslive', 'testslive6'],
  ...['sigexit', 'sigreconnect', 'sigignore', 'debugsleep', 'debugmemory'],
  // Their combination is refused with the same exit code, but after the options are read.
  ...['skipcrossduplicates', 'gmail1'],
]);

const reason = reasonToSkip();

describe(`imapsync itself as the judge of argument lists${reason === null ? '' : ` (skipped: ${reason})`}`, function () {
  this.timeout(600_000);
  const check = reason === null ? it : it.skip;

  check('stops with exit code 64 where a known quirk says so, and only there', async () => {
    await compare([
      ['--delete', '2'],
      ['--folder', 'a-delete', '2b'],
      ['--DELETE', '2'],
      ['', 'x'],
      ['0', 'x'],
      ['x', ''],
      ['--maxage', '1,5'],
      ['--maxsize', '10M'],
      ['--maxsize=4_5'],
      ['--prefix1', ''],
      ['--prefix1='],
      ['-'],
      ['+dry'],
      ['--sslargs1', 'x'],
    ]);
  });

  check(`stops with exit code 64 exactly where ${count} generated lists are not accepted (seed ${seed})`, async () => {
    console.log(`      seed ${seed}: IMAPSYNC_LINT_SEED=${seed} repeats it`);
    const facts = optionFacts.filter(({ name }) => !unsafe.has(name));
    const next = createArgumentLists(createRandom(seed), facts);
    const lists: string[][] = [];
    while (lists.length < count) {
      const list = next();
      if (isSafe(list)) lists.push(list);
    }
    await compare(lists);
  });
});

const ahead = ['--nodockercontext', '--nolog'];

const source = reason === null ? sourceText() : '';
const noTables = reason ?? (source.includes('sub get_options_cmd') ? null : `${program} is no Perl source`);

describe(`imapsync's own tables${noTables === null ? '' : ` (skipped: ${noTables})`}`, () => {
  const check = noTables === null ? it : it.skip;

  check('declare the options of the catalogue, with the same specifications and lists', () => {
    const declared = [
      ...between(source, 'sub get_options_cmd', '\n}').matchAll(/^\s+'([\w|]+)([!=][^']*)?'\s*=>\s*\\([$@])/gm),
    ].map(([, names, spec = '', sigil]) => describeOption(names!.split('|'), spec, sigil === '@' || /[@%]/.test(spec)));
    const ours = optionFacts.map(({ name, aliases, spec, repeatable }) =>
      describeOption([name, ...aliases], spec, repeatable),
    );
    assert.deepEqual(ours.sort(), declared.sort());
  });

  check('declare the exit codes of the catalogue', () => {
    const declared = [...source.matchAll(/^Readonly my \$((?:EX|EXIT)_\w+)\s*=>\s*(\d+)/gm)].map(
      ([, name, code]) => [Number(code), name] as const,
    );
    assert.ok(declared.length > 20);
    for (const [code, name] of declared) {
      const known = exitCodes.find((each) => each.code === code);
      if (known !== undefined) assert.equal(known.name, name);
    }
    for (const { code, name } of exitCodes) {
      if (code !== 255)
        assert.ok(
          declared.some((each) => each[0] === code && each[1] === name),
          name,
        );
    }
  });
});

function describeOption(names: readonly string[], spec: string, repeatable: boolean): string {
  return `${[...names].sort().join('|')}${spec}${repeatable ? ' (list)' : ''}`;
}

function between(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  return text.slice(start, text.indexOf(to, start));
}

/** The program is one Perl file. */
function sourceText(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const files = [program, ...folders.map((folder) => join(folder, program))];
  return readFileSync(files.find((file) => existsSync(file))!, 'latin1');
}

/** The argument behind each list ends the run before anything is connected. */
function completed(list: readonly string[]): string[] {
  return [...ahead, ...list, '--justbanner'];
}

function isSafe(list: readonly string[]): boolean {
  if (list.includes('--')) return false;
  const { options, accepted } = parseOptions(wordsOf(completed(list)), imapsyncOptions);
  // A value may have swallowed the option that ends the run.
  const own = options.slice(ahead.length);
  return own.every(({ name }) => !unsafe.has(name)) && (!accepted || options.at(-1)?.name === 'justbanner');
}

async function compare(lists: readonly (readonly string[])[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-'));
  try {
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < lists.length) {
        const list = completed(lists[next++]!);
        const code = await run(list, folder);
        const { accepted } = parseOptions(wordsOf(list), imapsyncOptions);
        assert.equal(code === 64, !accepted, `exit code ${code} for ${JSON.stringify(list)}`);
      }
    };
    await Promise.all([work(), work()]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(list: readonly string[], folder: string): Promise<number | null> {
  const env = { ...process.env, TMPDIR: folder, HOME: folder };
  return new Promise((resolve, reject) => {
    const child = spawn(program, list, { cwd: folder, env, stdio: 'ignore', timeout: 60_000 });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

function reasonToSkip(): string | null {
  const { error, stdout } = spawnSync(program, ['--nodockercontext', '--version'], { encoding: 'utf8' });
  if (error !== undefined) return `no ${program}; IMAPSYNC_PROGRAM names one`;
  const release = stdout.trim();
  return release === catalogueRelease ? null : `${program} is release ${release}, not ${catalogueRelease}`;
}
