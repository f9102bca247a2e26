import type { Word } from '../word.js';
import { knownPrefix } from '../word.js';
import { compose, container, kubernetes } from './containers.js';
import { isImapsync, knownLastPart, lastPathPart } from './executableName.js';
import type { Finding, Inserted, Launcher } from './finding.js';
import { type LauncherOption, type OptionGrammar, skipOptions } from './launcherOptions.js';
import { parallel } from './parallel.js';

/** Launchers in a row beyond this are not followed. */
const LONGEST_CHAIN = 20;

/**
 * Finds the imapsync, or the script that may hold one, which the command of these words starts. Null where it starts
 * something else, as far as can be known.
 */
export function findImapsync(words: readonly Word[]): Finding | null {
  return findAt(words, 0, 0);
}

function findAt(words: readonly Word[], index: number, chain: number): Finding | null {
  const word = words[index];
  if (word === undefined || chain > LONGEST_CHAIN) return null;
  const name = knownLastPart(word);
  if (name === 'imapsync' || name === 'imapsync.exe') return program(words, index);
  if (name === undefined) return findBehindUnknown(words, index, chain);
  const launcher = launchers.get(name);
  return launcher === undefined ? null : launcher(words, index + 1, (next) => findAt(words, next, chain + 1));
}

/** Whether a program of this name starts others. */
export function isLauncher(name: string): boolean {
  return launchers.has(lastPathPart(name));
}

function program(words: readonly Word[], index: number): Finding {
  return { kind: 'program', executable: index, firstArgument: index + 1, end: words.length };
}

/**
 * `$SUDO imapsync --host1 …`, `sudo $OPTIONS imapsync …`: a word that can be no word or several may be a launcher or
 * its options. In front of the whole command it is taken for one only where options follow imapsync.
 */
function findBehindUnknown(words: readonly Word[], index: number, chain: number): Finding | null {
  let at = index;
  while (at < words.length && words[at]!.open && knownLastPart(words[at]!) === undefined) at++;
  const found = words[at];
  if (at === index || found === undefined || !isImapsync(found)) return null;
  return chain > 0 || looksLikeOption(words[at + 1]) ? program(words, at) : null;
}

function looksLikeOption(word: Word | undefined): boolean {
  const first = word?.pieces[0];
  return first !== undefined && (first.kind === 'dynamic' ? first.open : first.value.startsWith('-'));
}

/** A launcher that has options and then the command. */
function plain(letters: string, long: readonly string[] = []): Launcher {
  const grammar: OptionGrammar = { letters, long };
  return (words, index, next) => next(skipOptions(words, index, grammar));
}

/** `sudo` and `env` take assignments between their options and the command; mixed ones are meant the same way. */
function withAssignments(letters: string, long: readonly string[], refused: readonly string[]): Launcher {
  const grammar: OptionGrammar = { letters, long };
  return (words, index, next) => {
    const options: string[] = [];
    let at = index;
    for (let before = -1; before !== at; ) {
      before = at;
      at = skipOptions(words, at, grammar, (option) => options.push(option.name));
      while (at < words.length && /^[A-Za-z_]\w*=/.test(knownPrefix(words[at]!))) at++;
    }
    return options.some((option) => refused.includes(option)) ? null : next(at);
  };
}

const command: Launcher = (words, index, next) => {
  let asks = false;
  const at = skipOptions(words, index, { letters: '' }, ({ name }) => {
    if (name === '-v' || name === '-V') asks = true;
  });
  return asks ? null : next(at);
};

const timeout: Launcher = (words, index, next) => {
  let at = skipOptions(words, index, { letters: 'ks', long: ['kill-after', 'signal'] });
  const unknown = words[at]?.value === null;
  at++;
  // The first word was options in a variable when the duration comes only now.
  if (unknown && /^\d+(?:\.\d+)?[smhd]?$/.test(words[at]?.value ?? '')) at++;
  return next(at);
};

const flock: Launcher = (words, index, next) => {
  const at = skipOptions(words, index, { letters: 'wE', long: ['wait', 'timeout', 'conflict-exit-code'] }) + 1;
  const after = words[at]?.value;
  if (after === '-c' || after === '--command') return script(words, at + 1);
  return next(at);
};

const perl: Launcher = (words, index) => {
  let other = false;
  let at = skipOptions(words, index, { letters: 'IeEMm' }, ({ name }) => {
    // A program of its own, or a mere look at the file.
    if (name === '-e' || name === '-E' || name === '-c' || name === '-v') other = true;
  });
  while (at < words.length && words[at]!.open && knownLastPart(words[at]!) === undefined) at++;
  return !other && at < words.length && isImapsync(words[at]!) ? program(words, at) : null;
};

const xargs: Launcher = (words, index, next) => {
  let replaced: string | null = null;
  const grammar: OptionGrammar = {
    letters: 'adEILnPs',
    long: ['arg-file', 'delimiter', 'max-args', 'max-procs', 'max-chars', 'process-slot-var'],
  };
  const found = next(
    skipOptions(words, index, grammar, ({ name, value }) => {
      if (name === '-I' || name === '-i' || name === '--replace') replaced = value ?? '{}';
    }),
  );
  if (found === null) return null;
  const inserted: Inserted =
    replaced === null
      ? { placeholder: null, appended: found.kind === 'program' ? 'always' : 'never' }
      : { placeholder: literalPattern(replaced), appended: 'never' };
  return { ...found, inserted };
};

function literalPattern(text: string): RegExp | null {
  if (text === '') return null;
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'g');
}

/** `bash -c '…'`; a shell without `-c` runs a file of its own. */
const shell: Launcher = (words, index) => {
  let commandString = false;
  const at = skipOptions(words, index, { letters: 'oO', long: ['rcfile', 'init-file'] }, ({ name }) => {
    if (name === '-c') commandString = true;
  });
  return commandString ? script(words, at) : null;
};

/** The one word at `index`, read by another shell. */
function script(words: readonly Word[], index: number): Finding | null {
  return index < words.length ? { kind: 'script', start: index, end: index + 1 } : null;
}

const evaluate: Launcher = (words, index) => {
  let start = index;
  while (words[start]?.value === '--' || words[start]?.value === 'eval') start++;
  return start < words.length ? { kind: 'script', start, end: words.length } : null;
};

/** `su - user -c '…'`, `runuser -u user -- …` */
const switchUser: Launcher = (words, index, next) => {
  const grammar: OptionGrammar = { letters: 'cgGsuwT', long: ['command', 'group', 'supp-group', 'shell', 'user'] };
  let scriptIndex = -1;
  let user = false;
  const see = ({ name, valueIndex }: LauncherOption): void => {
    if (name === '-c' || name === '--command') scriptIndex = valueIndex;
    if (name === '-u' || name === '--user') user = true;
  };
  let at = skipOptions(words, index, grammar, see);
  if (user) return next(at);
  while (at < words.length && scriptIndex < 0) at = skipOptions(words, at + 1, grammar, see);
  const holder = words[scriptIndex];
  return holder === undefined || knownPrefix(holder).startsWith('--command=') ? null : script(words, scriptIndex);
};

const screen: Launcher = (words, index, next) => {
  let sends = false;
  const at = skipOptions(words, index, { letters: 'cehpsStT' }, ({ name }) => {
    if (name === '-X') sends = true;
  });
  return sends ? null : next(at);
};

const tmuxCommands = new Map<string, string>();
for (const name of ['new-session', 'new']) tmuxCommands.set(name, 'ceFfnstxy');
for (const name of ['new-window', 'neww']) tmuxCommands.set(name, 'ceFnt');
for (const name of ['split-window', 'splitw']) tmuxCommands.set(name, 'ceFlpt');
for (const name of ['respawn-window', 'respawnw', 'respawn-pane', 'respawnp', 'run-shell', 'run'])
  tmuxCommands.set(name, 'cet');

const tmux: Launcher = (words, index, next) => {
  const sub = skipOptions(words, index, { letters: 'cfLST' });
  const letters = tmuxCommands.get(words[sub]?.value ?? '');
  if (letters === undefined) return null;
  const at = skipOptions(words, sub + 1, { letters });
  // One word goes to a shell, several are the program and its arguments.
  return at === words.length - 1 ? script(words, at) : next(at);
};

/** `nix shell nixpkgs#imapsync -c imapsync …`, `nix run nixpkgs#imapsync -- …` */
const nix: Launcher = (words, index, next) => {
  const sub = words[index]?.value;
  if (sub === 'run') {
    const at = skipOptions(words, index + 1, { letters: 'f', long: ['file', 'expr', 'inputs-from'] });
    if (words[at]?.value?.split('#').at(-1) !== 'imapsync') return null;
    const firstArgument = words[at + 1]?.value === '--' ? at + 2 : at + 1;
    return { kind: 'program', executable: null, firstArgument, end: words.length };
  }
  if (sub !== 'shell' && sub !== 'develop' && sub !== 'env') return null;
  const at = words.findIndex(
    (word, position) => position > index && (word.value === '-c' || word.value === '--command'),
  );
  return at < 0 ? null : next(at + 1);
};

const nixShell: Launcher = (words, index) => {
  const at = words.findIndex(
    (word, position) => position >= index && (word.value === '--run' || word.value === '--command'),
  );
  return at < 0 ? null : script(words, at + 1);
};

const launchers = new Map<string, Launcher>([
  [
    'sudo',
    withAssignments(
      'CDghprRTtUu',
      [
        'user',
        'group',
        'host',
        'prompt',
        'chdir',
        'chroot',
        'role',
        'type',
        'other-user',
        'close-from',
        'command-timeout',
      ],
      ['-e', '--edit', '-l', '--list', '-v', '--validate'],
    ),
  ],
  ['env', withAssignments('uCS', ['unset', 'chdir', 'split-string'], ['-S', '--split-string'])],
  ['doas', plain('uC')],
  ['exec', plain('a')],
  ['command', command],
  ['builtin', plain('')],
  ['time', plain('fo', ['format', 'output'])],
  ['nice', plain('n', ['adjustment'])],
  ['ionice', plain('cnpPut', ['class', 'classdata'])],
  ['timeout', timeout],
  ['gtimeout', timeout],
  ['flock', flock],
  ['nohup', plain('')],
  ['setsid', plain('')],
  ['unbuffer', plain('')],
  ['stdbuf', plain('ioe', ['input', 'output', 'error'])],
  ['chronic', plain('')],
  ['caffeinate', plain('tw')],
  [
    'systemd-run',
    plain('pEHMtu', ['unit', 'property', 'description', 'slice', 'uid', 'gid', 'nice', 'setenv', 'working-directory']),
  ],
  ['systemd-inhibit', plain('', ['what', 'who', 'why', 'mode'])],
  ['proxychains', plain('f')],
  ['proxychains4', plain('f')],
  ['torsocks', plain('aPup')],
  ['perl', perl],
  ['xargs', xargs],
  ['parallel', parallel],
  ['screen', screen],
  ['tmux', tmux],
  ['nix', nix],
  ['nix-shell', nixShell],
  ['eval', evaluate],
  ['su', switchUser],
  ['runuser', switchUser],
  ['docker', container],
  ['podman', container],
  ['nerdctl', container],
  ['docker-compose', compose],
  ['podman-compose', compose],
  ['kubectl', kubernetes],
  ['oc', kubernetes],
  ...['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh'].map((name): [string, Launcher] => [name, shell]),
]);
