import ignore, { type Ignore } from 'ignore';
import type { FileHost } from '../host.js';
import { exists, isFile } from './fileKinds.js';

/** The rules of one `.gitignore`, which count below the folder it stands in. */
interface RuleFile {
  readonly directory: string;
  readonly rules: Ignore;
}

/** The `.gitignore` files that count in one folder, the nearest last. */
export type IgnoreRules = readonly RuleFile[];

/** The rules that count in `directory`: of its own `.gitignore` and, within a repository, of those above it. */
export function rulesFor(host: FileHost, directory: string): IgnoreRules {
  const above = foldersUpToRepository(host, directory);
  let rules: IgnoreRules = [];
  for (const folder of above) rules = withRulesOf(host, folder, rules);
  const outside = rules.filter((file) => file.directory !== directory);
  // A folder that is itself ignored but named is meant: what stands above it then has no say.
  return isIgnored(host, outside, directory, true) ? rules.filter((file) => file.directory === directory) : rules;
}

/** `rules` and those of the `.gitignore` in `directory`, if there is one. */
export function withRulesOf(host: FileHost, directory: string, rules: IgnoreRules): IgnoreRules {
  const path = host.paths.join(directory, '.gitignore');
  if (!isFile(host, path)) return rules;
  try {
    const text = host.decodeUtf8(host.files.read(path)).replace(/^\ufeff/, '');
    return [...rules, { directory, rules: ignore().add(text) }];
  } catch {
    return rules;
  }
}

/** Whether git would leave the path alone; the nearest `.gitignore` that has an opinion decides. */
export function isIgnored(host: FileHost, rules: IgnoreRules, path: string, isDirectory: boolean): boolean {
  for (let index = rules.length - 1; index >= 0; index--) {
    const file = rules[index]!;
    const relative = host.paths.relative(file.directory, path);
    if (!ignore.isPathValid(relative)) continue;
    const { ignored, unignored } = file.rules.test(isDirectory ? `${relative}/` : relative);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

/** From the folder that holds the repository down to `directory`; just `directory` outside of any repository. */
function foldersUpToRepository(host: FileHost, directory: string): readonly string[] {
  const folders: string[] = [];
  let folder = directory;
  for (;;) {
    folders.unshift(folder);
    if (exists(host, host.paths.join(folder, '.git'))) return folders;
    const parent = host.paths.directoryOf(folder);
    if (parent === folder) return [directory];
    folder = parent;
  }
}
