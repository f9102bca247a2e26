import assert from 'node:assert/strict';
import { findOption } from '../../server/src/core/catalogue/options.js';
import { parseArgv } from '../../server/src/core/features/parseArgv.js';
import { analyse, effectiveSettings, type FileDialect } from '../../server/src/core/languageService.js';
import { amount, steadySeed } from '../amount.js';
import { BashJudge, bashIsThere, judgeAll } from '../oracle/bashJudge.js';
import { Dice } from '../oracle/dice.js';
import { createRandom } from '../seededRandom.js';
import { preamble, randomCommand } from './optionCommands.js';
import { rewritten } from './rewriting.js';

const seed = steadySeed(20261124);

function format(text: string, dialect?: FileDialect): string | null {
  return rewritten(text, 'format', dialect);
}

/** What option parsing makes of the command, whatever the order of different options. */
function meaning(argv: readonly string[]): unknown {
  const parsed = parseArgv(argv);
  const byName: Record<string, unknown[]> = {};
  for (const { name, negated, value } of parsed.options) {
    byName[name] ??= [];
    byName[name]!.push([negated, value]);
  }
  return { byName, errors: parsed.errors.map(({ kind }) => kind).sort() };
}

function settingsOf(text: string, dialect: FileDialect): unknown {
  const { invocations } = analyse(text, dialect);
  return invocations.map((invocation) =>
    effectiveSettings(invocation).map(({ option, value, origin, certain }) => ({ option, value, origin, certain })),
  );
}

describe('formatting of a command', () => {
  it('puts one option on a line: source, destination, mapping, selection, the rest', () => {
    assert.equal(
      format(
        "imapsync --dry --maxage 30 --automap --user2 bob --host2 b.example --passfile1 p1 --user1 anna --host1 a.example --exclude '^Trash$' --delete2 --passfile2 p2 --ssl2 --port2 993 --gmail1\n",
      ),
      [
        'imapsync',
        '--gmail1',
        '--host1 a.example',
        '--user1 anna',
        '--passfile1 p1',
        '--host2 b.example',
        '--port2 993',
        '--ssl2',
        '--user2 bob',
        '--passfile2 p2',
        '--automap',
        '--maxage 30',
        "--exclude '^Trash$'",
        '--dry',
        '--delete2\n',
      ].join(' \\\n  '),
    );
  });

  it('writes the line ends, signs and indentation of each dialect', () => {
    assert.equal(
      format('@echo off\r\n  imapsync.exe --user1 anna --host1 "a b"\r\n', 'cmd'),
      '@echo off\r\n  imapsync.exe ^\r\n    --host1 "a b" ^\r\n    --user1 anna\r\n',
    );
    assert.equal(
      format("& 'C:\\x y\\imapsync.exe' --user1 anna `\n      --host1 'a'\n", 'powershell'),
      "& 'C:\\x y\\imapsync.exe' `\n      --host1 'a' `\n      --user1 anna\n",
    );
    assert.equal(
      format('[Service]\nExecStart=/usr/bin/imapsync --user1 a --host1 b\n', 'systemd'),
      '[Service]\nExecStart=/usr/bin/imapsync \\\n  --host1 b \\\n  --user1 a\n',
    );
    assert.equal(
      format('all:\n\timapsync --user1 a --host1 $(H)\n', 'makefile'),
      'all:\n\timapsync \\\n\t  --user1 a \\\n\t  --host1 $(H)\n',
    );
    assert.equal(
      format('FROM x\nRUN imapsync --user1 a --host1 b\n', 'dockerfile'),
      'FROM x\nRUN imapsync \\\n  --host1 b \\\n  --user1 a\n',
    );
    assert.equal(
      format('# Move\n\n```bat\nimapsync --user1 a --host1 b\n```\n', 'markdown'),
      '# Move\n\n```bat\nimapsync ^\n  --host1 b ^\n  --user1 a\n```\n',
    );
  });

  it('is not offered where lines can not be joined, or nothing would change', () => {
    assert.equal(format('0 3 * * * imapsync --user1 a --host1 b\n', 'crontab'), null);
    assert.equal(format('> ```sh\n> imapsync --user1 a --host1 b\n> ```\n', 'markdown'), null);
    assert.equal(format("bash -c 'imapsync --user1 a --host1 b'\n"), null);
    assert.equal(format('imapsync --host1 a --% --user1 b\n', 'powershell'), null);
    assert.equal(format('imapsync --host1 "a --user1 b\n'), null);
    assert.equal(format('imapsync --host1 a\n'), null);
    assert.equal(format('imapsync \\\n --host1 a \\\n --user1 b\n'), null);
  });

  it('lets words that can hold anything keep their places, and the word behind them', () => {
    assert.equal(
      format('imapsync --dry --host1 a "$@" --user1 b --gmail1 --port1 993\n'),
      'imapsync \\\n  --host1 a \\\n  --dry \\\n  "$@" \\\n  --user1 b \\\n  --gmail1 \\\n  --port1 993\n',
    );
    assert.equal(
      format('imapsync --dry --host1 $1 --user1 "$2" --host2 "$(next)" --port1 993\n'),
      'imapsync \\\n  --dry \\\n  --host1 $1 \\\n  --user1 "$2" \\\n  --host2 "$(next)" \\\n  --port1 993\n',
    );
  });

  it('moves options whose variables are known, or are one word for certain', () => {
    assert.equal(
      format('H=a.example\nimapsync --dry --user1 "$1" --host1 $H\n'),
      'H=a.example\nimapsync \\\n  --host1 $H \\\n  --user1 "$1" \\\n  --dry\n',
    );
  });

  it('leaves what ends the options, and what imapsync refuses, in its place', () => {
    assert.equal(
      format('imapsync --dry --user1 a --nosuch b --port1 1 --host1 c -- --x y\n'),
      'imapsync \\\n  --user1 a \\\n  --dry \\\n  --nosuch b \\\n  --host1 c \\\n  --port1 1 \\\n  -- \\\n  --x y\n',
    );
  });

  it('leaves redirections and what follows the command where they are', () => {
    assert.equal(
      format('if ! imapsync 2>err --dry --user1 a >log --port1 1 --host1 c | tee x; then y; fi\n'),
      'if ! imapsync 2>err \\\n  --dry \\\n  --user1 a >log \\\n  --host1 c \\\n  --port1 1 | tee x; then y; fi\n',
    );
  });

  it('formats a command that a variable names', () => {
    assert.equal(
      format('I=/opt/imapsync\n¦$I --user1 a --host1 b\n'),
      'I=/opt/imapsync\n$I \\\n  --host1 b \\\n  --user1 a\n',
    );
  });

  it('formats the command at the cursor only', () => {
    const other = 'imapsync --user1 a --host1 b\n';
    assert.equal(format(`${other}imaps¦ync --dry --host1 c\n`), `${other}imapsync \\\n  --host1 c \\\n  --dry\n`);
  });

  it('ranks each option of the catalogue among those of its side', () => {
    for (const name of ['host1', 'ssl1_ssl_version', 'oauthaccesstoken1', 'authmech1', 'exchange1']) {
      assert.equal(
        format(`imapsync --dry --${name}${findOption(name)!.value === 'none' ? '' : ' 1'}\n`)
          ?.split('\n')[1]
          ?.trim()
          .split(' ')[0],
        `--${name}`,
      );
    }
  });

  for (const dialect of ['posix', 'cmd', 'powershell'] as const) {
    const count = amount(1000, 'FORMATS');
    it(`changes no setting of ${count} random commands in ${dialect}, and nothing when repeated (seed ${seed})`, () => {
      const dice = new Dice(createRandom(seed));
      let formatted = 0;
      for (let index = 0; index < count; index++) {
        const text = `${randomCommand(dice, { dialect, wild: dialect === 'posix' && index % 2 === 0 })}\n`;
        const after = format(text, dialect);
        if (after === null) continue;
        formatted++;
        assert.deepEqual(settingsOf(after, dialect), settingsOf(text, dialect), `${text}became\n${after}`);
        assert.equal(format(after, dialect), null, `${text}became\n${after}`);
      }
      assert.ok(formatted > count / 2, `${formatted} of ${count} were formatted`);
    });
  }

  const judged = amount(500, 'FORMATS_BY_BASH');
  (bashIsThere ? it : it.skip)(
    `hands imapsync the same options by the word of bash, in ${judged} random scripts (seed ${seed})`,
    async function () {
      this.timeout(60_000 + 60 * judged);
      const judge = new BashJudge();
      const dice = new Dice(createRandom(seed));
      const before = new Map<string, string>();
      const scripts: { source: string }[] = [];
      while (before.size < judged) {
        const text = `${randomCommand(dice, { dialect: 'posix', wild: true }).replace(/^sudo /, '')}\n`;
        const after = format(text);
        if (after === null || before.has(text)) continue;
        before.set(text, after);
        scripts.push({ source: text }, { source: after });
      }
      let compared = 0;
      let last: unknown;
      try {
        const next = scripts.values();
        await judgeAll(
          judge,
          scripts.length,
          () => next.next().value!,
          { preamble, apart: true },
          ({ source }, calls) => {
            const meant = calls?.map(meaning);
            if (before.has(source)) last = meant;
            else {
              assert.deepEqual(meant, last, source);
              compared += meant?.length ?? 0;
            }
          },
        );
      } finally {
        judge.close();
      }
      assert.ok(compared > judged / 2, `${compared} commands were compared`);
    },
  );
});
