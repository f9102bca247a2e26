import { readCmd } from './cmd/readCmd.js';
import { resolveVariables } from './dataFlow.js';
import type { FileDialect, HostFormat } from './dialect.js';
import { readHost } from './embedded/readHost.js';
import { readOptionsExtra } from './optionsExtra.js';
import { readPosix } from './posix/readPosix.js';
import { readPowerShell } from './powershell/readPowerShell.js';
import { readProfile } from './profile.js';
import type { SourceFile } from './source.js';
import { readTable } from './table/readTable.js';

/** The readers there are; recogniseDialect names no other dialect. */
const readers: Partial<Record<FileDialect, (text: string, previous?: SourceFile) => SourceFile>> = {
  posix: readPosix,
  cmd: readCmd,
  powershell: readPowerShell,
  profile: readProfile,
  table: readTable,
  'options-extra': readOptionsExtra,
  markdown: host('markdown'),
  dockerfile: host('dockerfile'),
  yaml: host('yaml'),
  crontab: host('crontab'),
  systemd: host('systemd'),
  makefile: host('makefile'),
};

function host(format: HostFormat): (text: string, previous?: SourceFile) => SourceFile {
  return (text, previous) => readHost(text, format, (part, dialect) => readSource(part, dialect), previous);
}

/**
 * Every imapsync command line and every comment of a file. Never throws, whatever the text, and takes linear time.
 * An earlier version of the same file makes reading faster where little has changed, and no different.
 */
export function readSource(text: string, dialect: FileDialect, previous?: SourceFile): SourceFile {
  const earlier = previous?.dialect === dialect ? previous : undefined;
  const source = readers[dialect]?.(text, earlier);
  return source === undefined ? { dialect, text, invocations: [], comments: [] } : resolveVariables(source);
}
