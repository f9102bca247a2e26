import { type Release, readRelease } from '../core/languageService.js';
import { UsageProblem } from './exitCode.js';
import type { ReleaseIn } from './files/readInput.js';
import type { CliHost } from './host.js';
import { LintConfigs } from './lintConfigs.js';
import { type ReadArguments, textOf } from './readArguments.js';

/** The release that `--imapsync-version` names; undefined where it is not given. Throws a UsageProblem for anything else. */
export function readReleaseOption(read: ReadArguments): Release | undefined {
  const text = textOf(read, 'imapsync-version');
  if (text === undefined) return undefined;
  const release = readRelease(text);
  if (release === null) throw new UsageProblem(`--imapsync-version takes a release such as 2.229, not "${text}".`);
  return release;
}

/** The release in force: the one of `--imapsync-version`, else that of the nearest configuration. */
export function releaseInFolder(read: ReadArguments, host: CliHost): ReleaseIn {
  const given = readReleaseOption(read);
  if (given !== undefined) return () => given;
  const configs = new LintConfigs(host, undefined, {});
  return (directory) => configs.releaseIn(directory);
}
