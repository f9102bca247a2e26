import { type FileDialect, isTableName, recogniseDialect } from '../../core/languageService.js';
import type { CliHost, FileHost } from '../host.js';
import { encodingOf, probeLength } from './decodeText.js';
import { isFile } from './fileKinds.js';
import { type IgnoreRules, isIgnored, rulesFor, withRulesOf } from './gitIgnore.js';
import { type InputProblem, problemOf } from './inputProblem.js';

/** A file to read. */
export interface FoundFile {
  /** As the user knows it: as named, or the named folder and what is below it. */
  readonly path: string;
  readonly absolutePath: string;
  readonly dialect: FileDialect;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly problems: readonly InputProblem[];
}

const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * The files that `paths` name, and in folders those that are recognised by name, by extension or, for programs without
 * one, by their first line. Ignored files, `.git`, `node_modules` and linked folders are passed over. A file that is
 * named is always meant; one that can not be read is a problem.
 */
export function findFiles(host: CliHost, paths: readonly string[]): FoundFiles {
  const files: FoundFile[] = [];
  const problems: InputProblem[] = [];
  const seen = new Set<string>();
  const add = (file: FoundFile): void => {
    if (seen.has(file.absolutePath)) return;
    seen.add(file.absolutePath);
    files.push(file);
  };
  for (const path of paths) {
    const absolutePath = host.paths.resolve(host.cwd, path);
    const named = whatIsNamed(host, path, absolutePath);
    if (named === 'directory') for (const file of filesInFolder(host, path, absolutePath, problems)) add(file);
    else if ('dialect' in named) add(named);
    else problems.push(named);
  }
  return { files, problems };
}

/** The recognised files of a folder, one after the other. `path` is the folder as it is shown. */
export function filesInFolder(
  host: FileHost,
  path: string,
  absolutePath: string,
  problems: InputProblem[],
): Generator<FoundFile> {
  return walk(host, path, absolutePath, rulesFor(host, absolutePath), problems);
}

function* walk(
  host: FileHost,
  path: string,
  absolutePath: string,
  rules: IgnoreRules,
  problems: InputProblem[],
): Generator<FoundFile> {
  for (const { name, kind } of sortedEntries(host, path, absolutePath, problems)) {
    const absolute = host.paths.join(absolutePath, name);
    const shown = path === '.' ? name : `${path.replace(/[\\/]+$/, '')}/${name}`;
    if (kind === 'directory') {
      if (skippedFolders.has(name) || isIgnored(host, rules, absolute, true)) continue;
      yield* walk(host, shown, absolute, withRulesOf(host, absolute, rules), problems);
    } else if (kind === 'file' || (kind === 'link' && isFile(host, absolute))) {
      if (isIgnored(host, rules, absolute, false)) continue;
      const dialect = dialectInFolder(host, absolute);
      if (dialect !== undefined) yield { path: shown, absolutePath: absolute, dialect };
    }
  }
}

function whatIsNamed(host: CliHost, path: string, absolutePath: string): 'directory' | FoundFile | InputProblem {
  try {
    const kind = host.files.kindOf(absolutePath);
    if (kind === null) return { path, message: 'There is no such file.' };
    if (kind === 'directory') return kind;
    if (kind === 'other') return { path, message: 'This is no regular file; - reads standard input.' };
    return namedFile(host, path, absolutePath);
  } catch (error) {
    return problemOf(path, error);
  }
}

function sortedEntries(host: FileHost, path: string, absolutePath: string, problems: InputProblem[]) {
  try {
    return [...host.files.list(absolutePath)].sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push(problemOf(path, error));
    return [];
  }
}

/** The dialect of a file that nobody named: programs without extension and possible tables are looked into, nothing else is. */
function dialectInFolder(host: FileHost, path: string): FileDialect | undefined {
  const byName = recogniseDialect({ path });
  if (byName !== undefined) return byName;
  try {
    const isProgram = !host.paths.nameOf(path).includes('.') && host.files.isExecutable(path);
    if (!isProgram && !isTableName(path)) return undefined;
    return recogniseDialect({ path, firstLine: firstLine(host, path) });
  } catch {
    return undefined;
  }
}

const unknownName = `The name does not tell how its command lines are written. These are read: ${[
  'shell scripts (.sh, or #!/bin/sh in the first line)',
  'batch files (.bat, .cmd)',
  'PowerShell (.ps1)',
  'profiles (.imapsync)',
  'account tables (.imapsync.csv)',
  'Markdown (.md)',
  'Dockerfiles',
  'YAML (.yml, .yaml)',
  'Makefiles',
  'crontabs',
  'systemd units (.service)',
].join(', ')}. For other names use --stdin-filename NAME and standard input.`;

function namedFile(host: CliHost, path: string, absolutePath: string): FoundFile | InputProblem {
  const start = host.files.readStart(absolutePath, probeLength);
  if (encodingOf(start) === 'binary') return { path, message: 'This is no text file.' };
  const dialect = recogniseDialect({ path, firstLine: firstLine(host, absolutePath) });
  if (dialect !== undefined) return { path, absolutePath, dialect };
  return {
    path,
    message: unknownName,
  };
}

function firstLine(host: FileHost, path: string): string {
  return host.decodeUtf8(host.files.readStart(path, 256)).split(/[\r\n]/, 1)[0]!;
}
