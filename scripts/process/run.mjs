// @ts-check
import { startGroup, stopGroup } from './group.mjs';

/**
 * Runs a program to its end, without standard input. Its output goes to this process's own, unless `output` takes it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{
 *   cwd?: string,
 *   env?: NodeJS.ProcessEnv,
 *   output?: (text: string) => void,
 *   timeout?: number,
 * }} [options] `timeout` in milliseconds
 * @returns {Promise<{ code: number, timedOut: boolean }>} code 127 when the program can not be started
 */
export async function run(command, args, options = {}) {
  const { cwd, env, output, timeout } = options;
  const child = startGroup(command, args, {
    stdio: ['ignore', output ? 'pipe' : 'inherit', output ? 'pipe' : 'inherit'],
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => output?.(text));
  }
  let timedOut = false;
  const timer =
    timeout === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          void stopGroup(child);
        }, timeout);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output?.(`${error.message}\n`);
      resolve(127);
    });
    child.once('close', (status) => resolve(status ?? 1));
  });
  clearTimeout(timer);
  await stopGroup(child);
  return { code, timedOut };
}

/**
 * Runs a program and returns what it printed, both streams together.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options]
 */
export async function capture(command, args, options = {}) {
  let text = '';
  const result = await run(command, args, {
    ...options,
    output: (part) => {
      text += part;
    },
  });
  return { ...result, text };
}
