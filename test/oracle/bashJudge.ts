import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Word } from '../../server/src/core/syntax/word.js';

const found = spawnSync('bash', ['-c', 'printf %s "$BASH"; ((BASH_VERSINFO[0] >= 4))'], { encoding: 'utf8' });

export const bashIsThere = found.status === 0;

/** The argument lists with which a script called imapsync, or null where bash refused the script. */
export type Calls = readonly (readonly string[])[] | null;

/**
 * Appends to descriptor 9 the number of the arguments and the arguments, each ended by NUL. Bash writes a record in one
 * go only where it holds no line feed, and the commands of a pipeline write at the same time: so line feeds are written
 * as \1b, and \1 as \1a.
 */
const record = `set -- "\${@//$'\\1'/$'\\1a'}"; set -- "\${@//$'\\n'/$'\\1b'}"; printf '%s\\0' "$#" "$@" >&9`;

function decode(argument: string): string {
  return argument.replace(/\u0001([ab])/g, (_, letter: string) => (letter === 'a' ? '\u0001' : '\n'));
}

export interface JudgeOptions {
  /** Commands to run before the scripts. */
  readonly preamble: string;
  /**
   * Each script runs in a process of its own, so it leaves nothing behind. Without it they share one until one of them
   * ends it: a new process is what costs most of the time.
   */
  readonly apart: boolean;
}

/**
 * Runs every script that stands, ended by NUL, in $BASH_INPUT, and appends to $BASH_RECORD, each part ended by NUL:
 * `script` before a script, the record of every call of `imapsync`, and after the script whether bash accepted it, or
 * gave it up for its syntax, its arithmetic or a substitution.
 */
function runner({ preamble, apart }: JudgeOptions): string {
  return `
imapsync() { ${record}; }
verdict() {
  mapfile -t errors <"$BASH_ERRORS"
  case "\${errors[*]}" in
    *'syntax error'* | *'unexpected EOF'* | *'error token'* | *'bad substitution'*) printf 'refused\\0' >&9 ;;
    *) printf 'accepted\\0' >&9 ;;
  esac
}
${preamble}
exec 8<"$BASH_INPUT" 9>>"$BASH_RECORD"
while :; do
  (
    while IFS= read -r -d '' -u 8 script; do
      printf 'script\\0' >&9
      eval "$script" </dev/null >/dev/null 2>"$BASH_ERRORS" 8<&-
      ${apart ? 'exit 98' : 'verdict'}
    done
    exit 99
  )
  [ $? -ne 99 ] || exit 0
  verdict
done
`;
}

/** Asks bash what it makes of scripts, in a folder of its own with a few files for patterns to match. */
export class BashJudge {
  readonly #folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-bash-'));
  #batches = 0;

  constructor() {
    mkdirSync(this.#path('cwd/a'), { recursive: true });
    for (const name of ['a', 'b', 'xa', 'é']) writeFileSync(this.#path(`cwd/${name}.txt`), '');
    writeFileSync(this.#path('cwd/a/b'), '');
    mkdirSync(this.#path('bin'));
    writeFileSync(this.#path('bin/imapsync'), `#!${found.stdout}\n${record}\n`, { mode: 0o755 });
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** What each script called, in the order of the scripts. */
  async run(scripts: readonly string[], options: JudgeOptions): Promise<readonly Calls[]> {
    const batch = this.#batches++;
    const input = this.#path(`input${batch}`);
    const recorded = this.#path(`record${batch}`);
    writeFileSync(input, scripts.map((script) => `${script}\0`).join(''));
    writeFileSync(recorded, '');
    const bash = spawn('bash', ['--noprofile', '--norc', '-c', runner(options)], {
      cwd: this.#path('cwd'),
      env: {
        PATH: `${this.#path('bin')}:${process.env.PATH}`,
        HOME: '/home/someone',
        LC_ALL: 'C.UTF-8',
        BASH_INPUT: input,
        BASH_RECORD: recorded,
        BASH_ERRORS: this.#path(`errors${batch}`),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 300_000,
    });
    const ended = new Promise<number | null>((resolve) => bash.on('close', resolve));
    const complaints = await text(bash.stderr);
    assert.equal(await ended, 0, complaints);
    const answers = readAnswers(readFileSync(recorded, 'utf8').split('\0'));
    for (const file of [input, recorded]) rmSync(file);
    assert.equal(answers.length, scripts.length, 'bash came to the last script');
    return answers;
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}

function readAnswers(fields: readonly string[]): Calls[] {
  const answers: Calls[] = [];
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
  return answers;
}

/**
 * Makes `count` scripts, runs them in two processes at once, and hands each with its calls to `look`, in the order in
 * which they were made.
 */
export async function judgeAll<Script extends { readonly source: string }>(
  judge: BashJudge,
  count: number,
  next: () => Script,
  options: JudgeOptions,
  look: (script: Script, calls: Calls) => void,
): Promise<void> {
  const batch = 500;
  let left = count;
  const begin = (): { readonly scripts: Script[]; readonly answers: Promise<readonly Calls[]> } | null => {
    if (left === 0) return null;
    const scripts = Array.from({ length: Math.min(batch, left) }, next);
    left -= scripts.length;
    const answers = judge.run(
      scripts.map(({ source }) => source),
      options,
    );
    // A batch that nobody waits for any more, since one before it failed, fails unseen.
    answers.catch(() => {});
    return { scripts, answers };
  };
  const running = [begin(), begin()];
  for (let first = running.shift(); first != null; first = running.shift()) {
    const answers = await first.answers;
    running.push(begin());
    for (const [index, script] of first.scripts.entries()) look(script, answers[index]!);
  }
}

/** Whether the arguments can be what the words become: known words as they are, open ones any number, others one. */
export function fits(words: readonly Word[], values: readonly string[]): boolean {
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
