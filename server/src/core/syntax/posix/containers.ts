import type { Word } from '../word.js';
import { knownPrefix } from '../word.js';
import { isImapsyncImage, knownLastPart, lastPathPart } from './executableName.js';
import type { Finding, Launcher } from './finding.js';
import { type OptionGrammar, skipOptions } from './launcherOptions.js';

const globalOptions: OptionGrammar = {
  letters: 'cHl',
  long: [
    'config',
    'connection',
    'context',
    'host',
    'identity',
    'log-level',
    'root',
    'tlscacert',
    'tlscert',
    'tlskey',
    'url',
  ],
};

/** Nearly every long option of `docker run` takes a value; these do not. */
const runOptions: OptionGrammar = {
  letters: 'acehlmpuvw',
  flags: [
    'detach',
    'disable-content-trust',
    'env-host',
    'help',
    'http-proxy',
    'init',
    'interactive',
    'no-healthcheck',
    'no-hostname',
    'no-hosts',
    'oom-kill-disable',
    'passwd',
    'privileged',
    'publish-all',
    'quiet',
    'read-only',
    'read-only-tmpfs',
    'replace',
    'rm',
    'rmi',
    'sig-proxy',
    'tls-verify',
    'tty',
    'use-api-socket',
  ],
};

const execOptions: OptionGrammar = {
  letters: 'euw',
  long: ['detach-keys', 'env', 'env-file', 'user', 'workdir', 'preserve-fds'],
};

/** `docker run`, `docker exec`, `docker compose …`, and podman's and nerdctl's twins. */
export const container: Launcher = (words, index, next) => {
  let at = skipOptions(words, index, globalOptions);
  if (words[at]?.value === 'container') at++;
  switch (words[at]?.value) {
    case 'run':
    case 'create':
      return run(words, at + 1, next);
    case 'exec':
      return next(skipUnknown(words, skipOptions(words, at + 1, execOptions)) + 1);
    case 'compose':
      return compose(words, at + 1, next);
    default:
      return null;
  }
};

function run(words: readonly Word[], index: number, next: (index: number) => Finding | null): Finding | null {
  let entrypoint: string | null = null;
  const first = skipOptions(words, index, runOptions, ({ name, value }) => {
    if (name === '--entrypoint') entrypoint = value;
  });
  const at = skipUnknown(words, first);
  const image = words[at];
  if (image === undefined) return null;
  // Behind a variable that is the image itself, the bare word is the program.
  if (at > first && image.value === 'imapsync') return next(at);
  const starts = isImapsyncImage(image) || (entrypoint !== null && lastPathPart(entrypoint) === 'imapsync');
  return inImage(words, at + 1, starts, next);
}

/** What runs in a container whose command begins at `index`: the image's own imapsync when only options stand there. */
function inImage(
  words: readonly Word[],
  index: number,
  startsImapsync: boolean,
  next: (index: number) => Finding | null,
): Finding | null {
  const word = words[index];
  if (word === undefined) return null;
  const found = next(index);
  if (found !== null || !startsImapsync) return found;
  const optionsFollow = knownPrefix(word).startsWith('-') || (word.value === null && knownPrefix(word) === '');
  return optionsFollow ? { kind: 'program', executable: null, firstArgument: index, end: words.length } : null;
}

/** Moves over unquoted variables, which may hold options. */
function skipUnknown(words: readonly Word[], index: number): number {
  let at = index;
  while (
    at + 1 < words.length &&
    words[at]!.open &&
    knownLastPart(words[at]!) === undefined &&
    knownPrefix(words[at]!) === ''
  )
    at++;
  return at;
}

const composeOptions: OptionGrammar = {
  letters: 'fp',
  long: ['ansi', 'env-file', 'file', 'parallel', 'profile', 'progress', 'project-directory', 'project-name'],
};

const composeRunOptions: OptionGrammar = {
  letters: 'elpuvw',
  long: [
    'cap-add',
    'cap-drop',
    'entrypoint',
    'env',
    'env-from-file',
    'index',
    'label',
    'name',
    'publish',
    'pull',
    'user',
    'volume',
    'workdir',
  ],
};

/** `docker compose run|exec SERVICE …`; a service named after imapsync starts it by itself when it is run. */
export const compose: Launcher = (words, index, next) => {
  const at = skipOptions(words, index, composeOptions);
  const sub = words[at]?.value;
  if (sub !== 'run' && sub !== 'exec') return null;
  const service = skipUnknown(words, skipOptions(words, at + 1, composeRunOptions));
  const word = words[service];
  if (word === undefined) return null;
  return inImage(words, service + 1, sub === 'run' && isImapsyncImage(word), next);
};

/** `kubectl run NAME --image=… -- …`, `kubectl exec POD -- …` */
export const kubernetes: Launcher = (words, index, next) => {
  const grammar: OptionGrammar = {
    letters: 'ns',
    long: ['namespace', 'context', 'kubeconfig', 'cluster', 'user', 'server'],
  };
  const at = skipOptions(words, index, grammar);
  const sub = words[at]?.value;
  if (sub !== 'run' && sub !== 'exec' && sub !== 'debug') return null;
  const separator = words.findIndex((word, position) => position > at && word.value === '--');
  if (separator < 0) return null;
  const startsImapsync = words.slice(at, separator).some((word, position, before) => {
    if (knownPrefix(word).startsWith('--image=')) return isImapsyncImage(word);
    return word.value === '--image' && before[position + 1] !== undefined && isImapsyncImage(before[position + 1]!);
  });
  return inImage(words, separator + 1, startsImapsync, next);
};
