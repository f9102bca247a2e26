import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InvocationSyntax } from '../../server/src/core/syntax/source.js';
import type { Word } from '../../server/src/core/syntax/word.js';
import { createRandom } from '../seededRandom.js';
import { read, showWord } from '../syntax/notation.js';
import { type BashScript, BashScripts, preamble } from './bashScripts.js';

const bashIsThere = spawnSync('bash', ['-c', '((BASH_VERSINFO[0] >= 4))']).status === 0;
/** The same scripts at every run, so that a run says the same twice; IMAPSYNC_LINT_SEED tries others. */
const seed = Number(process.env.IMAPSYNC_LINT_SEED ?? 20261123);
const count = Number(process.env.IMAPSYNC_LINT_BASH_LINES ?? 5000);
const batch = 500;

/**
 * Runs every script that stands, ended by NUL, in the file $1, and appends to the file $2, each part ended by NUL:
 * `script` before a script, for every call of `imapsync` the number of its arguments and the arguments, and after the
 * script whether bash accepted it, or gave it up for its syntax, its arithmetic or a substitution. Bash writes a record in one go only where it holds no line feed, and the
 * commands of a pipeline write at the same time: so line feeds are written as \\1b, and \\1 as \\1a.
 */
const record = `set -- "\${@//$'\\1'/$'\\1a'}"; set -- "\${@//$'\\n'/$'\\1b'}"; printf '%s\\0' "$#" "$@" >&9`;

function decode(argument: string): string {
  return argument.replace(/\u0001([ab])/g, (_, letter: string) => (letter === 'a' ? '\u0001' : '\n'));
}

const runner = `
imapsync() { ${record}; }
${preamble}
exec 8<"$BASH_INPUT" 9>>"$BASH_RECORD"
while IFS= read -r -d '' -u 8 script; do
  printf 'script\\0' >&9
  ( eval "$script" ) </dev/null >/dev/null 2>"$BASH_ERRORS" 8<&-
  mapfile -t errors <"$BASH_ERRORS"
  case "\${errors[*]}" in
    *'syntax error'* | *'unexpected EOF'* | *'error token'* | *'bad substitution'*) printf 'refused\\0' >&9 ;;
    *) printf 'accepted\\0' >&9 ;;
  esac
done
`;

describe(`bash as the judge of words${bashIsThere ? '' : ' (skipped: bash not found)'}`, function () {
  this.timeout(600_000);
  const check = bashIsThere ? it : it.skip;
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-bash-'));
    mkdirSync(join(folder, 'cwd/a'), { recursive: true });
    for (const name of ['a', 'b', 'xa', 'é']) writeFileSync(join(folder, 'cwd', `${name}.txt`), '');
    writeFileSync(join(folder, 'cwd/a/b'), '');
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin/imapsync'), `#!/usr/bin/env bash\n${record}\n`, { mode: 0o755 });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  check(`gives the words of ${count} command lines the values that bash gives them (seed ${seed})`, () => {
    console.log(`        seed ${seed}, ${count} scripts`);
    const scripts = new BashScripts(createRandom(seed));
    let compared = 0;
    let known = 0;
    let total = 0;
    for (let done = 0; done < count; done += batch) {
      const group = Array.from({ length: Math.min(batch, count - done) }, () => scripts.next());
      const recorded = runInBash(folder, group);
      group.forEach((script, index) => {
        const calls = recorded[index]!;
        if (calls === null) return;
        compared++;
        const invocations = compare(script, calls);
        for (const word of invocations.flatMap((invocation) => invocation.words)) {
          total++;
          if (word.value !== null) known++;
        }
      });
    }
    console.log(`        ${compared} scripts ran in bash, ${total} words compared, ${known} of them known`);
    assert.ok(compared > count * 0.9, `bash refused ${count - compared} of ${count} scripts`);
  });
});

/** The argument lists of each script's calls, or null where bash refused the script. */
function runInBash(folder: string, scripts: readonly BashScript[]): (readonly string[][] | null)[] {
  const input = join(folder, 'input');
  const recorded = join(folder, 'record');
  writeFileSync(input, scripts.map((script) => `${script.source}\0`).join(''));
  writeFileSync(recorded, '');
  const result = spawnSync('bash', ['--noprofile', '--norc', '-c', runner], {
    cwd: join(folder, 'cwd'),
    env: {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      HOME: '/home/someone',
      LC_ALL: 'C.UTF-8',
      BASH_INPUT: input,
      BASH_RECORD: recorded,
      BASH_ERRORS: join(folder, 'errors'),
    },
    encoding: 'utf8',
    timeout: 120_000,
  });
  assert.equal(result.status, 0, result.stderr);
  const fields = readFileSync(recorded, 'utf8').split('\0');
  const answers: (string[][] | null)[] = [];
  let calls: string[][] = [];
  for (let at = 0; at + 1 < fields.length; at++) {
    const field = fields[at]!;
    if (field === 'script') calls = [];
    else if (field === 'accepted') answers.push(calls);
    else if (field === 'refused') answers.push(null);
    else {
      const size = Number(field);
      calls.push(fields.slice(at + 1, at + 1 + size).map(decode));
      at += size;
    }
  }
  assert.equal(answers.length, scripts.length, 'bash came to the last script');
  return answers;
}

/** Compares what we read with what bash called; answers the invocations. */
function compare(script: BashScript, calls: readonly string[][]): readonly InvocationSyntax[] {
  const { source } = script;
  const { invocations } = read(source);
  const report = (): string => `in the script\n${source}\nbash called ${JSON.stringify(calls)}\n`;
  const markOf = (invocation: InvocationSyntax): string => invocation.words[0]?.value ?? '';
  assert.deepEqual(
    invocations.map(markOf).sort(),
    // A brace expansion can double a substitution that stands beside it.
    [...new Set(calls.map((call) => call[0]!))].sort(),
    `other invocations than those that bash runs, ${report()}`,
  );
  for (const invocation of invocations) {
    const call = calls.find((candidate) => candidate[0] === markOf(invocation))!;
    const words = invocation.words.map((word) => showWord(source, word)).join('\n');
    assert.ok(fits(invocation.words, call), `${JSON.stringify(call)} does not fit\n${words}\n${report()}`);
    assert.equal(invocation.incomplete, false, report());
  }
  return invocations;
}

/** Whether the arguments can be what the words become: known words as they are, open ones any number, others one. */
function fits(words: readonly Word[], values: readonly string[]): boolean {
  let reachable = new Set([0]);
  for (const word of words) {
    const next = new Set<number>();
    for (const at of reachable) {
      if (word.open) for (let end = at; end <= values.length; end++) next.add(end);
      else if (at < values.length && (word.value === null || word.value === values[at])) next.add(at + 1);
    }
    reachable = next;
  }
  return reachable.has(values.length);
}
