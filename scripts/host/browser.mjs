// @ts-check
import { findProgram } from '../process/findProgram.mjs';

/**
 * The system's Chromium or Chrome, or undefined.
 * @returns {string | undefined}
 */
export function findBrowser() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const file = findProgram(name);
    if (file !== undefined) return file;
  }
  return undefined;
}

/**
 * Starts a headless browser with an empty profile.
 * @param {string} executablePath
 */
export async function startBrowser(executablePath) {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
