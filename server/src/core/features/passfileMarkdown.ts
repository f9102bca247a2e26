import type { Analysis } from '../analysis.js';
import type { OptionUse } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import type { FileFacts } from './fileFacts.js';
import { code } from './markdown.js';
import { placeAt } from './place.js';

/** Launchers behind which a path means a file of another machine or of a container. */
const elsewhere =
  /(?:^|[\\/])(?:docker(?:-compose)?|podman|nerdctl|kubectl|oc|ssh|wsl|chroot|nsenter|systemd-nspawn)(?:\.exe)?$/;

/** Files whose commands run in a container, or in another folder than the file's own. */
const containers: ReadonlySet<string> = new Set(['dockerfile', 'yaml']);
const elsewhereStarted: ReadonlySet<string> = new Set(['systemd', 'crontab', 'markdown']);

/** The paths, as written, of the files that a hover at `offset` speaks about: password files whose path is known. */
export function hoverFiles(analysis: Analysis, offset: number): readonly string[] {
  const place = placeAt(analysis, offset);
  if (place?.kind !== 'option' && place?.kind !== 'value') return [];
  const path = passfilePath(analysis, place.invocation, place.use);
  return path === null ? [] : [path];
}

/** The path of a password file on this machine, as written; null where the option names none, or its place is not known. */
export function passfilePath({ source }: Analysis, invocation: Invocation, use: OptionUse): string | null {
  const { value } = use;
  if (!use.name.startsWith('passfile') || value === null || value === '' || /[\u0000\ufffc]/.test(value)) return null;
  if (containers.has(source.dialect)) return null;
  if (invocation.syntax.launcher.some((word) => word.value !== null && elsewhere.test(word.value))) return null;
  if (!isAbsolute(value) && (elsewhereStarted.has(source.dialect) || value.startsWith('~'))) return null;
  return value;
}

/** What the disk says about a password file, as Markdown. */
export function passfileNotes(use: OptionUse, path: string, facts: FileFacts): readonly string[] {
  const seen = isAbsolute(path) ? 'on this machine' : 'as seen from the folder of this file';
  switch (facts.kind) {
    case 'unknown':
      return [];
    case 'missing':
      return [`**No such file**, ${seen}: imapsync would stop with exit code 66.`];
    case 'folder':
      return [`**A folder**, ${seen}, and no file with a password.`];
    case 'other':
      return [`There, ${seen}; it is no ordinary file, so nothing is known of it.`];
    case 'file': {
      const user = code(use.name.endsWith('2') ? '--user2' : '--user1');
      const there = facts.empty ? `**Empty**, ${seen}: it holds no password for ${user}.` : `It exists, ${seen}.`;
      return [there, ...modeNotes(path, facts.mode)];
    }
  }
}

function modeNotes(path: string, mode: number | null): readonly string[] {
  if (mode === null) return [];
  const bits = (mode & 0o777).toString(8).padStart(3, '0');
  const readers = (mode & 0o004) !== 0 ? 'everybody on this machine' : (mode & 0o040) !== 0 ? 'its group' : null;
  const writers = (mode & 0o002) !== 0 ? 'everybody on this machine' : (mode & 0o020) !== 0 ? 'its group' : null;
  if (readers === null && writers === null) return [`Only its owner can read it (mode ${bits}).`];
  const does = readers === null ? 'change it' : writers === readers ? 'read and change it' : 'read it';
  const fix = /^[\w./-]+$/.test(path) && !path.startsWith('-') ? code(`chmod 600 ${path}`) : '`chmod 600`';
  return [`**Too open:** ${readers ?? writers} can ${does} (mode ${bits}). ${fix} leaves it to its owner.`];
}

function isAbsolute(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path);
}
