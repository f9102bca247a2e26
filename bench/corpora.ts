import type { FileDialect } from '../server/src/core/syntax/dialect.js';
import { generateCmd } from './generateCmd.js';
import { generateFlow } from './generateFlow.js';
import { generateHost } from './generateHosts.js';
import { generatePowerShell } from './generatePowerShell.js';
import { generateScript } from './generateScript.js';
import { generateTable } from './generateTable.js';

/** A kind of file that is measured. */
export interface Corpus {
  readonly name: string;
  readonly dialect: FileDialect;
  /** The name of a file that is recognised as one of this kind. */
  readonly file: string;
  /** A file with so many invocations; the same seed makes the same file. */
  readonly generate: (count: number, seed?: number) => string;
}

/** The first is the one that DESIGN's budgets name; the others have to keep them too. */
export const corpora: readonly [Corpus, ...Corpus[]] = [
  { name: 'shell', dialect: 'posix', file: 'migrate.sh', generate: generateScript },
  { name: 'shell with variables', dialect: 'posix', file: 'variables.sh', generate: generateFlow },
  { name: 'batch file', dialect: 'cmd', file: 'migrate.cmd', generate: generateCmd },
  { name: 'PowerShell', dialect: 'powershell', file: 'migrate.ps1', generate: generatePowerShell },
  { name: 'account table', dialect: 'table', file: 'accounts.imapsync.csv', generate: generateTable },
  ...(
    [
      ['markdown', 'guide.md'],
      ['dockerfile', 'Dockerfile'],
      ['yaml', 'jobs.yaml'],
      ['crontab', 'crontab'],
      ['systemd', 'imapsync.service'],
      ['makefile', 'Makefile'],
    ] as const
  ).map(
    ([format, file]): Corpus => ({
      name: format,
      dialect: format,
      file,
      generate: (count, seed) => generateHost(format, count, seed),
    }),
  ),
];
