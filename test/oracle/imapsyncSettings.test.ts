import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueRelease, findOption } from '../../server/src/core/catalogue/options.js';
import { effectiveSettings } from '../../server/src/core/model/effectiveSettings.js';
import type { Setting } from '../../server/src/core/model/settings/setting.js';
import { settingsRemarks } from '../../server/src/core/model/settingsRemarks.js';
import { invocationOfArguments } from '../model/invocations.js';
import { imapsyncProgram } from '../passes/support/imapsyncProgram.js';
import { createRandom } from '../seededRandom.js';

const seed = Number(process.env.IMAPSYNC_LINT_SEED ?? Date.now() % 2 ** 31);
const count = Number(process.env.IMAPSYNC_LINT_SETTINGS_LISTS ?? 12);
const probe = readFileSync(fileURLToPath(new URL('../../../test/oracle/settingsProbe.pl', import.meta.url)), 'utf8');

/** Where the program has made its settings and goes on to ask for passwords. */
const place = /\nget_password1\( \$sync \) ;\n/;

const switches = [
  ...['gmail1', 'gmail2', 'office1', 'office2', 'exchange2', 'domino1', 'domino2', 'noexclude', 'nof1f2'],
  ...['useuid', 'usecache', 'cacheaftercopy', 'skipcrossduplicates', 'synclabels', 'automap', 'addheader'],
  ...['delete1', 'delete2', 'delete2duplicates', 'syncduplicates', 'uidexpunge2', 'expunge1', 'delete2folders'],
  ...['debug', 'debugimap', 'debugimap1', 'idatefromheader', 'syncinternaldates', 'messageidnodomain', 'subscribe'],
  ...['authmd5', 'authmd51', 'authmd52', 'ssl1', 'ssl2', 'tls1', 'tls2', 'keepalive1', 'disarmreadreceipts'],
  ...['justfolders', 'foldersizes', 'foldersizesatend', 'justfoldersizes', 'checknoabletosearch', 'dry'],
  ...['abletosearch', 'abletosearch1', 'checkmessageexists', 'trylogin', 'mixfolders', 'skipsize'],
] as const;

const values: Readonly<Record<string, readonly string[]>> = {
  authmech1: ['PLAIN', '', '0', 'X-MASTERAUTH'],
  authuser1: ['admin', '', '0'],
  authuser2: ['admin'],
  timeout: ['60', '0'],
  timeout1: ['5', '0'],
  port1: ['0', '1143'],
  maxbytespersecond: ['0', '5'],
  maxbytesafter: ['0', '9'],
  maxmessagespersecond: ['0', '3'],
  maxsleep: ['0', '7'],
  errorsmax: ['0', '9'],
  split1: ['0', '7'],
  host1: ['', 'other'],
  sep1: ['/'],
  prefix2: ['p'],
  useheader: ['Subject'],
  exclude: ['a'],
  regextrans2: ['s/a/b/'],
  f1f2: ['a=b'],
  delete2foldersonly: ['m/x/', ''],
  reconnectretry1: ['0', '9'],
};

const extraSwitches = ['--ssl1', '--nossl1', '--tls2', '--nokeepalive1', '--debugimap', '--compress2'];
const extraValues = ['--timeout 33', '--timeout2 44', '--errorsmax 8', '--folder "A B"', '--folder C'];

const reason = reasonToSkip();

describe(`imapsync itself as the judge of settings${reason === null ? '' : ` (skipped: ${reason})`}`, function () {
  this.timeout(60_000 + 20_000 * count);
  const check = reason === null ? it : it.skip;

  check(`runs with the settings that we tell, or stops, for ${count} generated lists (seed ${seed})`, async () => {
    console.log(`      seed ${seed}: IMAPSYNC_LINT_SEED=${seed} repeats it`);
    const next = createCases(createRandom(seed));
    const folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-'));
    try {
      const program = join(folder, 'imapsync');
      writeFileSync(program, sourceText().replace(place, `\n${probe}\n`), 'latin1');
      for (let index = 0; index < count; index++) await compare(program, next());
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

interface Case {
  readonly argv: readonly string[];
  /** The lines for options_extra.txt and the words they mean. */
  readonly extra: readonly string[];
}

function createCases(random: () => number): () => Case {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const argument = (): readonly string[] => {
    if (random() < 0.3) {
      const name = pick(Object.keys(values));
      return [`--${name}`, pick(values[name]!)];
    }
    const name = pick(switches);
    return [findOption(name)?.negatable === true && random() < 0.3 ? `--no${name}` : `--${name}`];
  };
  const accounts = ['--host1', 'h1', '--user1', 'u1', '--host2', 'h2', '--user2', 'u2'];
  return () => ({
    argv: [
      ...['--nodockercontext', '--nolog', '--nosslcheck', ...accounts],
      ...Array.from({ length: 1 + Math.floor(random() * 9) }, argument).flat(),
    ],
    extra: random() < 0.4 ? Array.from({ length: 3 }, () => pick([...extraSwitches, ...extraValues])) : [],
  });
}

async function compare(program: string, { argv, extra }: Case): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-'));
  const file = join(folder, 'settings.json');
  try {
    if (extra.length > 0) writeFileSync(join(folder, 'options_extra.txt'), `${extra.join(' ')}\n`);
    await run(program, argv, folder, file);
    const optionsExtra = extra.flatMap((line) => line.split(/ (.*)/).filter((word) => word !== '')).map(unquoted);
    const invocation = invocationOfArguments(argv);
    const settings = effectiveSettings(invocation, { optionsExtra });
    const stops = settingsRemarks(invocation, settings).some((remark) => /exit code 64|^Connection test/.test(remark));
    const message = `${argv.join(' ')} | ${extra.join(' ')}`;
    assert.equal(!existsSync(file), stops, message);
    if (stops) return;
    const real: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, 'utf8'));
    for (const [option, value] of Object.entries(real)) {
      const ours = settings.filter((setting) => setting.option === option);
      if (ours.some(({ value: known }) => known === null)) continue;
      assert.deepEqual(ownText(option, ours), programText(option, value), `--${option} of ${message}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unquoted(word: string): string {
  return word.replaceAll('"', '');
}

/** Values as texts in which nothing, off, empty and 0 are the same, since Perl takes them for that. */
function ownText(option: string, settings: readonly Setting[]): readonly string[] {
  return settings.flatMap(({ value }) => trueTexts(option, value === true ? '1' : value === false ? '' : value));
}

function programText(option: string, value: unknown): readonly string[] {
  const fact = findOption(option);
  if (Array.isArray(value)) return value.flatMap((one) => trueTexts(option, one));
  const texts = trueTexts(option, value);
  // The program fills some places only where it reads them.
  const late = fact?.emptyIsAbsent === true || (option === 'maxsleep' && value === null);
  return texts.length === 0 && late ? trueTexts(option, fact?.default) : texts;
}

function trueTexts(option: string, value: unknown): readonly string[] {
  const text = value === null || value === undefined ? '' : String(value);
  if (text === '' || text === '0') return [];
  return [option.startsWith('authmech') ? text.toUpperCase() : text];
}

function run(program: string, argv: readonly string[], folder: string, file: string): Promise<void> {
  const env = { ...process.env, TMPDIR: folder, HOME: folder, SETTINGS_FILE: file };
  return new Promise((resolve, reject) => {
    const child = spawn('perl', [program, ...argv], { cwd: folder, env, stdio: 'ignore', timeout: 60_000 });
    child.on('error', reject);
    child.on('exit', () => resolve());
  });
}

function sourceText(): string {
  const program = imapsyncProgram() ?? '';
  const files = [program, ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program))];
  return readFileSync(files.find((candidate) => existsSync(candidate))!, 'latin1');
}

function reasonToSkip(): string | null {
  const program = imapsyncProgram();
  if (program === null) return 'no imapsync; IMAPSYNC_PROGRAM names one';
  const release = spawnSync(program, ['--nodockercontext', '--version'], { encoding: 'utf8' }).stdout.trim();
  if (release !== catalogueRelease) return `${program} is release ${release}, not ${catalogueRelease}`;
  return place.test(sourceText()) ? null : `${program} is no Perl source`;
}
