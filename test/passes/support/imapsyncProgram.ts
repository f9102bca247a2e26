import { spawnSync } from 'node:child_process';

/** The real imapsync to test with: the value of IMAPSYNC_PROGRAM, or the one of the search path; null where there is none. */
export function imapsyncProgram(): string | null {
  const program = process.env.IMAPSYNC_PROGRAM ?? 'imapsync';
  const { status, stdout } = spawnSync(program, ['--nodockercontext', '--version'], { encoding: 'utf8' });
  return status === 0 && /^\d+\.\d+/m.test(stdout) ? program : null;
}
