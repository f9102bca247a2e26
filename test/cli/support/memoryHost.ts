import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommandLine } from '../../../server/src/cli/commandLine.js';
import type { CliHost, EntryKind } from '../../../server/src/cli/host.js';

/** A file by its text or bytes, a link by its target, an unreadable thing by its error. */
type Entry = string | Uint8Array | { readonly link: string } | { readonly error: string };

export interface MemoryHostOptions {
  /** By absolute path; folders come about by themselves, an empty one by a path that ends in a slash. */
  readonly files?: Readonly<Record<string, Entry>>;
  /** Absolute paths of files that can be run. */
  readonly executable?: readonly string[];
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  /** The pages of rules are not beside the program. */
  readonly pageless?: boolean;
  /** Reading the clock throws this message. */
  readonly brokenClock?: string;
}

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The files as they are afterwards. */
  readonly files: Readonly<Record<string, Entry>>;
}

/** The moment that counts as now in these tests. */
export const now = Date.UTC(2026, 10, 23);

/** Runs a command line of ours in memory; the working directory is `/base`. */
export async function cli(words: readonly string[], options: MemoryHostOptions = {}): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  const files = { ...options.files };
  const host: CliHost = {
    stdout: {
      write: (text) => {
        stdout += text;
      },
      isTerminal: options.terminal === true,
    },
    stderr: {
      write: (text) => {
        stderr += text;
      },
      isTerminal: false,
    },
    readStdin: async () => bytesOf(options.stdin ?? ''),
    files: {
      kindOf: (path) => kindOf(files, path),
      sizeOf: (path) => content(files, path).length,
      read: (path) => content(files, path),
      readStart: (path, length) => content(files, path).subarray(0, length),
      list: (path) => entriesOf(files, path),
      isExecutable: (path) => options.executable?.includes(path) === true,
      replace: (path, bytes) => {
        files[path] = bytes;
      },
    },
    paths: {
      resolve: posix.resolve,
      join: posix.join,
      directoryOf: posix.dirname,
      nameOf: posix.basename,
      relative: posix.relative,
    },
    cwd: '/base',
    env: options.env ?? {},
    now: () => {
      if (options.brokenClock !== undefined) throw new RangeError(options.brokenClock);
      return now;
    },
    decodeUtf8: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    encodeUtf8: (text) => new TextEncoder().encode(text),
    rulePage: (id) => {
      if (options.pageless === true) return null;
      const page = new URL(`../../../../docs/rules/${id}.md`, import.meta.url);
      return { text: readFileSync(page, 'utf8'), address: `file:///docs/rules/${id}.md` };
    },
    addressOf: (path) => pathToFileURL(path).href,
  };
  const code = await runCommandLine(words, host);
  return { code, stdout, stderr, files };
}

function bytesOf(entry: string | Uint8Array): Uint8Array {
  return typeof entry === 'string' ? new TextEncoder().encode(entry) : entry;
}

function kindOf(files: Readonly<Record<string, Entry>>, path: string): 'file' | 'directory' | null {
  const entry = files[path];
  if (entry === undefined) {
    const folder = path === '/' ? '/' : `${path}/`;
    return Object.keys(files).some((name) => name.startsWith(folder)) ? 'directory' : null;
  }
  if (typeof entry === 'object' && 'link' in entry) return kindOf(files, entry.link);
  return 'file';
}

function content(files: Readonly<Record<string, Entry>>, path: string): Uint8Array {
  const entry = files[path];
  if (entry === undefined) throw new Error('There is no such file.');
  if (typeof entry === 'string' || entry instanceof Uint8Array) return bytesOf(entry);
  if ('error' in entry) throw new Error(entry.error);
  return content(files, entry.link);
}

function entriesOf(files: Readonly<Record<string, Entry>>, folder: string): { name: string; kind: EntryKind }[] {
  const prefix = folder === '/' ? '/' : `${folder}/`;
  const found = new Map<string, EntryKind>();
  for (const [path, entry] of Object.entries(files)) {
    if (!path.startsWith(prefix) || path === prefix) continue;
    const [name = '', ...rest] = path.slice(prefix.length).split('/');
    const isLink = typeof entry === 'object' && 'link' in entry;
    found.set(name, rest.length > 0 ? 'directory' : isLink ? 'link' : 'file');
  }
  return [...found].map(([name, kind]) => ({ name, kind }));
}
