// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { findProgram } from '../process/findProgram.mjs';
import { run } from '../process/run.mjs';

/**
 * Something from outside npm.
 * @typedef {object} Need
 * @property {string} name the Debian package
 * @property {string} purpose
 * @property {() => boolean} isThere
 */

/** @param {string} program @param {string} name @param {string} purpose @returns {Need} */
function need(program, name, purpose) {
  return { name, purpose, isThere: () => findProgram(program) !== undefined };
}

/** What compiles and completes the VS Code from the npm registry. @type {readonly Need[]} */
export const editorNeeds = [
  need('make', 'make', 'compiling modules of VS Code'),
  need('g++', 'g++', 'compiling modules of VS Code'),
  need('python3', 'python3', 'compiling modules of VS Code'),
  need('pkg-config', 'pkg-config', 'compiling modules of VS Code'),
  {
    name: 'libkrb5-dev',
    purpose: 'compiling modules of VS Code',
    isThere: () => existsSync('/usr/include/gssapi/gssapi.h'),
  },
  need('rg', 'ripgrep', 'file search in VS Code'),
];

/** What the tests need beyond that. @type {readonly Need[]} */
export const testNeeds = [
  ...editorNeeds,
  need('chromium', 'chromium', 'showing VS Code to the tests'),
  { name: 'fonts-dejavu-core', purpose: 'text in screenshots', isThere: hasFonts },
  need('perl', 'perl', 'asking Getopt::Long what options mean'),
  need('bash', 'bash', 'asking the shell what words are'),
  need('xargs', 'findutils', 'asking xargs how profiles are read'),
  need('shellcheck', 'shellcheck', 'checking the shell scripts of the project, and as a benchmark'),
];

/**
 * Installs what is missing, where that can be done without asking anybody; says what it does and why. What can not be
 * installed is only told: the step that needs it will say so itself.
 * @param {readonly Need[]} needs
 * @param {(line: string) => void} say
 */
export async function installSystemPackages(needs, say) {
  const missing = needs.filter((each) => !each.isThere());
  if (missing.length === 0) return;
  for (const { name, purpose } of missing) say(`missing on this machine: ${name} (${purpose})`);
  const names = missing.map(({ name }) => name);
  const administrator = await asAdministrator();
  if (findProgram('apt-get') === undefined || administrator === undefined) {
    say(`they can not be installed from here; on Debian: apt-get install ${names.join(' ')}`);
    return;
  }
  const aptGet = [...administrator, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...names]]) {
    const [command = '', ...rest] = [...aptGet, ...args];
    say(`running ${[command, ...rest].join(' ')}`);
    const { code } = await run(command, rest);
    if (code !== 0) say(`apt-get ${args[0]} failed with exit code ${code}`);
  }
}

/**
 * The words to put before a command so that it runs as root; undefined where that is not possible without a password.
 * @returns {Promise<readonly string[] | undefined>}
 */
async function asAdministrator() {
  if (process.getuid?.() === 0) return [];
  if (findProgram('sudo') === undefined) return undefined;
  const { code } = await run('sudo', ['-n', 'true'], { output: () => {}, timeout: 5000 });
  return code === 0 ? ['sudo', '-n'] : undefined;
}

function hasFonts() {
  try {
    return readdirSync('/usr/share/fonts', { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/.test(String(name)));
  } catch {
    return false;
  }
}
