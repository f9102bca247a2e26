import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, type Random } from '../seededRandom.js';
import { read, showWord } from '../syntax/notation.js';

const xargsIsThere = spawnSync('xargs', ['--version']).status === 0;
const seed = Number(process.env.IMAPSYNC_LINT_SEED ?? Date.now() % 2 ** 31);
const count = Number(process.env.IMAPSYNC_LINT_XARGS_PROFILES ?? 500);

/** Runs each file as a profile is run without this tool and prints its words, each ended by NUL, between marks. */
const runner = `
for file in "$1"/*; do
  printf 'profile\\0'
  if grep -v '^[[:space:]]*#' "$file" | xargs --no-run-if-empty printf 'word\\0%s\\0' 2>/dev/null
  then printf 'accepted\\0'
  else printf 'refused\\0'
  fi
done
`;

describe(`xargs as the judge of profiles${xargsIsThere ? '' : ' (skipped: xargs not found)'}`, function () {
  this.timeout(300_000);
  const check = xargsIsThere ? it : it.skip;

  check(`gives the words of ${count} profiles the values that xargs gives them (seed ${seed})`, () => {
    console.log(`        seed ${seed}, ${count} profiles`);
    const random = createRandom(seed);
    const profiles = Array.from({ length: count }, () => profile(random));
    const answers = runThroughXargs(profiles);
    let accepted = 0;
    profiles.forEach((text, index) => {
      const answer = answers[index]!;
      const invocation = read(text, 'profile').invocations[0];
      const words = invocation?.words ?? [];
      const report = (): string =>
        `in the profile\n${JSON.stringify(text)}\nxargs made ${JSON.stringify(answer)}\n${words.map((word) => showWord(text, word)).join('\n')}`;
      if (answer === null) assert.equal(invocation?.incomplete, true, `xargs refuses it, ${report()}`);
      else {
        accepted++;
        assert.deepEqual(
          words.map((word) => word.value),
          answer,
          report(),
        );
        assert.equal(invocation?.incomplete ?? false, false, report());
      }
    });
    assert.ok(accepted > count / 3, `xargs refused ${count - accepted} of ${count} profiles`);
  });
});

function profile(random: Random): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = (items: readonly string[]): string => items[below(items.length)]!;
  const parts = [
    ...['--host1', '--dry', 'a', 'b=c', '1', 'é', '😀', '\u00a0', '$x', '*', '_', '`', '(', ';', '#'],
    ...[
      "'a b'",
      '"c d"',
      "'#\"'",
      '"it\'s"',
      "''",
      '""',
      '\\ ',
      '\\\\',
      "\\'",
      '\\"',
      '\\#',
      '\\a',
      '\\\n',
      '\r',
      '\v',
      '\f',
    ],
  ];
  const odd = ["'", '"', '\\'];
  const separators = [
    ' ',
    '  ',
    '\t',
    '\n',
    '\n',
    '\n\n',
    "\n# note 'it\n",
    '\n  #"x" \\\n',
    ' \n',
    '\n\t',
    '\n\u2003\u3000# x\n',
    '\n\u2007# x\n',
  ];
  const broken = random() < 0.15;
  let text = pick(['', '', '# head\n', '\n', '  # x\n']);
  for (let word = below(12); word > 0; word--) {
    for (let part = 1 + below(3); part > 0; part--) text += broken && random() < 0.2 ? pick(odd) : pick(parts);
    text += pick(separators);
  }
  // A carriage return in front of a line end is the one place where we mean to differ.
  return text.replace(/\r+(?=\\?\n)/g, '');
}

/** The words of each profile, or null where xargs refused it. */
function runThroughXargs(profiles: readonly string[]): (readonly string[] | null)[] {
  const folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-xargs-'));
  try {
    profiles.forEach((text, index) => {
      writeFileSync(join(folder, String(index).padStart(8, '0')), text);
    });
    const result = spawnSync('bash', ['-c', runner, 'bash', folder], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
      maxBuffer: 1 << 28,
      timeout: 240_000,
    });
    assert.equal(result.status, 0, result.stderr);
    const fields = result.stdout.split('\0');
    const answers: (string[] | null)[] = [];
    let words: string[] = [];
    for (let at = 0; at + 1 < fields.length; at++) {
      const field = fields[at]!;
      if (field === 'profile') words = [];
      else if (field === 'word') words.push(fields[++at]!);
      else answers.push(field === 'accepted' ? words : null);
    }
    assert.equal(answers.length, profiles.length);
    return answers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
