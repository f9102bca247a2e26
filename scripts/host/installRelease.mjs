// @ts-check
import { appendFileSync, existsSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findProgram } from '../process/findProgram.mjs';
import { withLock } from '../process/lock.mjs';
import { run } from '../process/run.mjs';
import { cacheFolder } from './cacheFolder.mjs';

/** @typedef {import('./releases.mjs').Release} Release */

/**
 * An installed release.
 * @typedef {object} Installation
 * @property {Release} release
 * @property {string} node the Node binary that runs it
 * @property {string} folder VS Code itself, the folder that holds `out/server-main.js`
 */

/** What has to be on the machine before {@link installRelease} can work. */
export const buildPrograms = ['npm', 'tar', 'make', 'g++', 'python3', 'pkg-config', 'rg'];

/**
 * Installs a release into the cache folder, unless that was done before. Each finished step leaves a mark, so that an
 * interrupted installation goes on where it stopped.
 * @param {Release} release
 * @param {(line: string) => void} say
 * @returns {Promise<Installation>}
 */
export async function installRelease(release, say) {
  const home = path.join(cacheFolder(), `code-server-${release.codeServer}`);
  await mkdir(home, { recursive: true });
  return withLock(path.join(home, 'lock'), say, () => install(release, home, say));
}

/**
 * @param {Release} release
 * @param {string} home
 * @param {(line: string) => void} say
 * @returns {Promise<Installation>}
 */
async function install(release, home, say) {
  const folder = path.join(home, 'package', 'lib', 'vscode');
  const ownNode = process.versions.node.startsWith(`${release.node}.`);
  const node = ownNode ? process.execPath : path.join(home, 'node_modules', 'node', 'bin', 'node');
  const log = path.join(home, 'install.log');
  const installation = { release, node, folder };
  if (existsSync(path.join(home, 'installed')) && existsSync(node)) return installation;

  say(`installing VS Code ${release.vscode} (code-server ${release.codeServer}) into ${home}, once; about two minutes`);
  const missing = buildPrograms.filter((program) => findProgram(program) === undefined);
  if (missing.length > 0) throw new Error(`VS Code can not be built: ${missing.join(', ')} not found`);

  const env = buildEnvironment(node);
  /** @param {string} command @param {readonly string[]} args @param {string} cwd */
  const logged = async (command, args, cwd) => {
    appendFileSync(log, `\n> ${cwd}$ ${command} ${args.join(' ')}\n`);
    const { code } = await run(command, args, {
      cwd,
      env,
      timeout: 600_000,
      output: (text) => appendFileSync(log, text),
    });
    return code;
  };
  /** @param {readonly string[]} args @param {string} cwd */
  const npm = async (args, cwd) => {
    const code = await logged('npm', [...args, '--no-audit', '--no-fund'], cwd);
    if (code !== 0) throw new Error(`"npm ${args.join(' ')}" failed with exit code ${code}; its output is in ${log}`);
  };
  /** @param {string} name @param {() => Promise<void>} work */
  const step = async (name, work) => {
    const mark = path.join(home, `done-${name.replaceAll('/', '-')}`);
    if (existsSync(mark)) return;
    say(`  ${name}`);
    await work();
    await writeFile(mark, '');
  };

  await step('package', async () => {
    await rm(path.join(home, 'package'), { recursive: true, force: true });
    await npm(['pack', `code-server@${release.codeServer}`], home);
    const archive = `code-server-${release.codeServer}.tgz`;
    if ((await logged('tar', ['-xzf', archive], home)) !== 0)
      throw new Error(`${archive} can not be unpacked, see ${log}`);
    await rm(path.join(home, archive));
  });
  if (!ownNode) {
    await step('node', () => npm(['install', '--prefix', home, '--no-save', `node@${release.node}`], home));
  }
  await step('dependencies', () => npm(['install', '--omit=dev', '--ignore-scripts'], folder));
  await step('extensions', () => npm(['install', '--omit=dev', '--ignore-scripts'], path.join(folder, 'extensions')));
  for (const module of release.nativeModules) {
    await step(module, async () => {
      // npm's exit code does not tell: node-pty fails in a step after its binary is built. Loading it does.
      await logged('npm', ['rebuild', module, '--foreground-scripts'], folder);
      if ((await logged(node, ['-e', `require(${JSON.stringify(module)})`], folder)) !== 0) {
        throw new Error(`${module} was not built; the compiler's output is in ${log}`);
      }
    });
  }
  await step('links', async () => {
    await link('node_modules', path.join(folder, 'node_modules.asar'));
    if (release.systemRipgrep) {
      const bin = path.join(folder, 'node_modules', '@vscode', 'ripgrep', 'bin');
      await mkdir(bin, { recursive: true });
      await link(/** @type {string} */ (findProgram('rg')), path.join(bin, 'rg'));
    }
  });
  await writeFile(path.join(home, 'installed'), '');
  return installation;
}

/**
 * The environment for compiling: the Node that will load the modules first in PATH, and the headers that came with
 * this Node where it has some, because fetching them needs more than the registry.
 * @param {string} node
 */
function buildEnvironment(node) {
  const prefix = path.dirname(path.dirname(process.execPath));
  const headers = existsSync(path.join(prefix, 'include', 'node', 'node_api.h'));
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
  if (headers) env.npm_config_nodedir = prefix;
  return env;
}

/** @param {string} target @param {string} place */
async function link(target, place) {
  await rm(place, { recursive: true, force: true });
  await symlink(target, place);
}
