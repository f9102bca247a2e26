import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { folderNames } from './substitutionTexts.js';

const program = fileURLToPath(new URL('../../../test/oracle/substitutions.pl', import.meta.url));

export const perlIsThere = spawnSync('perl', ['-MDigest::MD5', '-e', '1']).status === 0;

/** What we say of a value. */
export type Claim =
  | { readonly kind: 'unknown' }
  /** Perl refuses it. */
  | { readonly kind: 'invalid' }
  /** The new name, null where we do not know it for this name. */
  | { readonly kind: 'function'; apply(name: string): string | null };

export interface Judged {
  /** `x` for substitutions, `p` for patterns, which make of a name that does not match an empty one. */
  readonly kind: 'x' | 'p';
  claim(value: string): Claim;
}

export interface Judgement {
  readonly unknown: readonly string[];
  readonly refused: number;
  /** Pairs of a value and a name for which we did not know the new name. */
  readonly gaps: number;
}

interface Question {
  readonly line: string;
  readonly skipped: readonly number[];
  readonly results: readonly string[];
  readonly isRefused: boolean;
}

/** Compares with Perl for all names; two processes are asked at once, half of the values each. */
export async function judge(values: readonly string[], judged: Judged): Promise<Judgement> {
  const middle = Math.ceil(values.length / 2);
  const parts = [values.slice(0, middle), values.slice(middle)];
  const halves = await Promise.all(parts.map((part) => judgeSome(part, judged)));
  return {
    unknown: halves.flatMap(({ unknown }) => unknown),
    refused: halves.reduce((sum, { refused }) => sum + refused, 0),
    gaps: halves.reduce((sum, { gaps }) => sum + gaps, 0),
  };
}

async function judgeSome(values: readonly string[], judged: Judged): Promise<Judgement> {
  const perl = spawn('perl', [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const output = text(perl.stdout);
  perl.stdin.write(names());
  const unknown: string[] = [];
  const expected: string[] = [];
  const asked: string[] = [];
  let [refused, gaps] = [0, 0];
  for (const value of values) {
    const question = ask(value, judged);
    if (question === null) {
      unknown.push(value);
      continue;
    }
    if (question.isRefused) refused++;
    gaps += question.skipped.length;
    asked.push(value);
    expected.push(question.isRefused ? 'error' : `ok ${digest(question.results)}`);
    if (!perl.stdin.write(question.line)) await new Promise<void>((resolve) => perl.stdin.once('drain', resolve));
  }
  perl.stdin.end();
  const answers = (await output).split('\n').slice(0, -1);
  assert.equal(answers.length, asked.length);
  for (const [index, answer] of answers.entries()) {
    const isSame = (answer.startsWith('error ') ? 'error' : answer) === expected[index];
    if (!isSame) explain(asked[index]!, answer, judged);
  }
  return { unknown, refused, gaps };
}

/** What we say of a value and of all names; null where it is unknown. */
function ask(value: string, { kind, claim }: Judged): Question | null {
  const claimed = claim(value);
  if (claimed.kind === 'unknown') return null;
  const skipped: number[] = [];
  const results: string[] = [];
  if (claimed.kind === 'function') {
    for (const [index, name] of folderNames.entries()) {
      const result = claimed.apply(name);
      if (result === null) skipped.push(index);
      else results.push(result);
    }
  }
  const line = `${[kind + hex(value), ...skipped].join(' ')}\n`;
  return { line, skipped, results, isRefused: claimed.kind === 'invalid' };
}

/** Fails with the first name for which the answers differ, unless a Perl that has matched nothing before agrees with us. */
function explain(value: string, answer: string, judged: Judged): void {
  const { line, skipped, results, isRefused } = ask(value, judged)!;
  if (isRefused || answer.startsWith('error')) {
    assert.fail(`${value}: we say that Perl ${isRefused ? 'refuses' : 'accepts'} it, Perl says ${answer}`);
  }
  const { stdout } = spawnSync('perl', [program, '--names'], { input: names() + line, encoding: 'latin1' });
  const told = stdout.trim().split(' ').slice(1);
  const theirs = told.map((name) => Buffer.from(name.slice(0, -1), 'hex').toString());
  const kept = folderNames.filter((_, index) => !skipped.includes(index));
  const at = theirs.findIndex((name, index) => name !== results[index]);
  if (at < 0) console.log(`      Perl contradicts itself about ${value}`);
  else assert.fail(`${value} makes of ${kept[at]}: ${results[at]}, by Perl ${theirs[at]}`);
}

function names(): string {
  return `${folderNames.map((name) => `x${hex(name)}`).join('\n')}\n\n`;
}

function digest(results: readonly string[]): string {
  const hash = createHash('md5');
  return hash.update(results.map((name) => `${name}\0`).join('')).digest('hex');
}

function hex(value: string): string {
  return Buffer.from(value).toString('hex');
}
