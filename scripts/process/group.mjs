// @ts-check
import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let watching = false;

/**
 * Starts a program as the leader of a process group of its own, so that everything it starts can be ended with it.
 * Whatever still runs when this process ends, by itself or by a signal, is ended too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startGroup(command, args, options) {
  watchOwnEnd();
  const child = spawn(command, [...args], { ...options, detached: true });
  running.add(child);
  return child;
}

/**
 * Ends a group: asks first, insists after `patience` milliseconds. Resolves when its leader is gone.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} [patience]
 */
export async function stopGroup(child, patience = 2000) {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signalGroup(child, 'SIGTERM');
    const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
    await gone;
    clearTimeout(insist);
  }
  signalGroup(child, 'SIGKILL');
  running.delete(child);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function watchOwnEnd() {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  });
  endOn('SIGINT', 130);
  endOn('SIGTERM', 143);
  endOn('SIGHUP', 129);
}

/**
 * Ends this process on a signal, unless somebody else listens for it too.
 * @param {NodeJS.Signals} signal
 * @param {number} exitCode
 */
function endOn(signal, exitCode) {
  // First in line, so that the others are still to be seen.
  process.prependOnceListener(signal, () => {
    if (process.listenerCount(signal) === 0) process.exit(exitCode);
  });
}
