import type { FileDialect } from './dialect.js';
import type { FileFeatures } from './fileFeatures.js';
import { isLog } from './recogniseLog.js';
import { isHeaderLine } from './table/format.js';

const languages = new Map<string, FileDialect>([
  ['shellscript', 'posix'],
  ['bat', 'cmd'],
  ['powershell', 'powershell'],
  ['imapsync', 'profile'],
  ['markdown', 'markdown'],
  ['dockerfile', 'dockerfile'],
  ['dockercompose', 'yaml'],
  ['yaml', 'yaml'],
  ['makefile', 'makefile'],
  ['crontab', 'crontab'],
  ['systemd-unit-file', 'systemd'],
  ['imapsync-table', 'table'],
]);

const extensions = new Map<string, FileDialect>([
  ['imapsync', 'profile'],
  ['bat', 'cmd'],
  ['cmd', 'cmd'],
  ['ps1', 'powershell'],
  ['psm1', 'powershell'],
  ...['sh', 'bash', 'zsh', 'ksh', 'dash', 'command', 'bats'].map((name): [string, FileDialect] => [name, 'posix']),
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['dockerfile', 'dockerfile'],
  ['containerfile', 'dockerfile'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['cron', 'crontab'],
  ['crontab', 'crontab'],
  ['service', 'systemd'],
  ['mk', 'makefile'],
]);

/** Files whose whole name says what they are: `Dockerfile.prod` too. */
const names: readonly (readonly [RegExp, FileDialect])[] = [
  [/^(?:Dockerfile|Containerfile)(?:[.-].*)?$/i, 'dockerfile'],
  [/^(?:GNUmakefile|[Mm]akefile)$/, 'makefile'],
  [/^crontab$/, 'crontab'],
];

/** What a folder says about the files in it that have no extension: cron passes over any other there. */
const folders = new Map<string, FileDialect>([['cron.d', 'crontab']]);

const shellFiles = new Set(
  ['profile', 'login', 'logout', 'aliases', 'functions', 'rc', 'env']
    .flatMap((name) => [`.bash_${name}`, `.bash${name}`, `.z${name}`, `.zsh${name}`, `.zsh_${name}`, `.ksh${name}`])
    .concat(['.profile', '.login', '.logout', '.aliases', '.functions', '.xprofile', '.envrc']),
);

/** Whole names, and how names end, that say more than an extension. */
const optionsExtraName = 'options_extra.txt';
const tableName = /\.imapsync\.csv$/i;

/** Files of these kinds are account tables where their first line says so. */
const tableExtensions = new Set(['', 'csv', 'tsv', 'txt']);
const tableLanguages = new Set(['csv', 'tsv', 'plaintext', 'csv (semicolon)', 'csv (pipe)', 'dynamic csv']);

const shells = new Set(['sh', 'bash', 'zsh', 'ksh', 'ksh93', 'mksh', 'dash', 'ash']);

/**
 * The dialect in which a file holds imapsync command lines; undefined where it is none that can be read. An extension
 * counts before the language of the editor, since an editor may take a profile for something else.
 */
export function recogniseDialect(file: FileFeatures): FileDialect | undefined {
  if (isLog(file)) return undefined;
  const name =
    file.path === undefined
      ? ''
      : file.path.slice(Math.max(file.path.lastIndexOf('/'), file.path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  if (name === optionsExtraName) return 'options-extra';
  if (tableName.test(name)) return 'table';
  const known =
    extensions.get(extension) ??
    names.find(([pattern]) => pattern.test(name))?.[1] ??
    dialectOfFolder(file.path ?? '', name) ??
    (file.languageId === undefined ? undefined : languages.get(file.languageId));
  if (known !== undefined) return known;
  if (shellFiles.has(name)) return 'posix';
  const { languageId, firstLine = '' } = file;
  const byShebang = extension === '' || languageId === 'plaintext' ? dialectOfShebang(firstLine) : undefined;
  if (byShebang !== undefined) return byShebang;
  const mayBeTable = languageId === undefined ? tableExtensions.has(extension) : tableLanguages.has(languageId);
  return mayBeTable && isHeaderLine(firstLine) ? 'table' : undefined;
}

/** Whether the first line of a file of this name can tell that it is an account table. */
export function isTableName(path: string): boolean {
  return /\.(?:csv|tsv|txt)$/i.test(path);
}

/** `#!/bin/sh -e`, `#!/usr/bin/env -S bash -x` */
function dialectOfShebang(text: string): FileDialect | undefined {
  const line = text.split(/[\r\n]/, 1)[0]!;
  const match = /^\ufeff?#!\s*(\S+)(?:\s+(.*))?$/.exec(line);
  if (match === null) return undefined;
  let program = lastPart(match[1]!);
  if (program === 'env' || program === 'busybox') {
    const argument = (match[2] ?? '')
      .split(/\s+/)
      .find((word) => word !== '' && !word.startsWith('-') && !word.includes('='));
    program = lastPart(argument ?? '');
  }
  if (program === 'pwsh') return 'powershell';
  return shells.has(program) ? 'posix' : undefined;
}

function dialectOfFolder(path: string, name: string): FileDialect | undefined {
  if (name === '' || name.includes('.')) return undefined;
  return folders.get(
    path
      .slice(0, -name.length - 1)
      .split(/[\\/]/)
      .at(-1)!,
  );
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
