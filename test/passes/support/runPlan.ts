import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlannedPass, resolvePlan } from '../../../server/src/core/languageService.js';

export interface FinishedRun {
  readonly status: number | null;
  /** Standard output and error together. */
  readonly output: string;
  /** What imapsync wrote into its log file; empty where there is none. */
  readonly log: string;
  /** Names of what lay in the private folder in the end. */
  readonly leftInPrivateFolder: readonly string[];
}

/** Executes a plan as an editor does, and throws the private folder away. */
export async function runPlan(
  { plan, secrets }: PlannedPass,
  program: string,
  surroundings: Readonly<Record<string, string>> = {},
  variables: Readonly<Record<string, string>> = {},
): Promise<FinishedRun> {
  const privateDirectory = mkdtempSync(join(tmpdir(), 'imapsync-lint-private-'));
  chmodSync(privateDirectory, 0o700);
  try {
    const run = resolvePlan(plan, secrets, { privateDirectory, variables });
    for (const folder of run.folders) mkdirSync(folder, { mode: 0o700 });
    for (const { path, content } of run.files) writeFileSync(path, content, { mode: 0o600 });
    const env: NodeJS.ProcessEnv = { ...process.env, ...surroundings };
    for (const [name, value] of Object.entries(run.env)) {
      if (value === null) delete env[name];
      else env[name] = value;
    }
    const { status, output } = await finished(program, run.argv, run.cwd, env);
    return {
      status,
      output,
      log: existsSync(run.logFile) ? readFileSync(run.logFile, 'utf8') : '',
      leftInPrivateFolder: readdirSync(privateDirectory).sort(),
    };
  } finally {
    rmSync(privateDirectory, { recursive: true, force: true });
  }
}

function finished(program: string, argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
  return new Promise<{ status: number | null; output: string }>((resolve, reject) => {
    const child = spawn(program, argv, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output }));
  });
}

/** Every file below a folder with its size and moment of change, to see whether anything was written there. */
export function inventory(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs, mode } = statSync(join(directory, name));
      return `${name} ${mode} ${size} ${mtimeMs}`;
    });
}
