import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { noteSkipReason } from '../host/lineReporter.js';

/** What the harness (scripts/host) tells the suite through the environment. */
export const host = {
  /** The checkout: fixtures and programs lie below. */
  root: process.env.IMAPSYNC_LINT_ROOT ?? '',
  /** The extension is installed from a package, not loaded from the checkout. */
  packaged: process.env.IMAPSYNC_LINT_PACKAGED === '1',
  /** Where screenshots go; absent when nobody can take them. */
  screenshots: process.env.IMAPSYNC_LINT_SCREENSHOTS || undefined,
};

/** Ends the running test as skipped, with a reason that the summary prints. */
export function skipTest(context: Mocha.Context, reason: string): never {
  if (context.test) noteSkipReason(context.test, reason);
  return context.skip();
}

/** Has a picture of the whole window taken, out/screenshots/NAME.png, and waits for it. Does nothing where none can be taken. */
export async function screenshot(name: string): Promise<void> {
  if (host.screenshots === undefined) return;
  // Nothing tells an extension when the window has been drawn; this is for the picture alone.
  await delay(2000);
  console.log(`screenshot:${name}`);
  const file = path.join(host.screenshots, `${name}.png`);
  const taken = await waitFor(() => existsSync(file), 10_000);
  if (!taken) throw new Error(`${file} was not taken`);
}

/** Polls until `condition` answers something truthy and returns that; undefined after `timeout` milliseconds. */
export async function waitFor<T>(
  condition: () => T | PromiseLike<T>,
  timeout = 10_000,
): Promise<Exclude<T, false | null | undefined> | undefined> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const answer = await condition();
    if (answer) return answer as Exclude<T, false | null | undefined>;
    if (Date.now() > deadline) return undefined;
    await delay(50);
  }
}
