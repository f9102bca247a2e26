import type { FileDialect } from '../../server/src/core/languageService.js';

/** A file with one command that mirrors by `--delete2`, its last option, and has nothing else to be said about. */
export interface Sample {
  readonly what: string;
  readonly dialect: FileDialect;
  readonly text: string;
  /** The line (zero-based) that says so once a rule has been silenced in the file; 0 where it is left out. */
  readonly silencedOnLine?: number;
  /** A place where neither quotes nor gaps can be brought in: YAML would read them as its own. */
  readonly rigid?: boolean;
  /** Each command is a row: no lenses, and no place for words that need quotes. */
  readonly rows?: boolean;
}

const words = [
  '--host1 imap.a.example --user1 anna --passfile1 p1',
  '--host2 imap.b.example --user2 anna --passfile2 p2',
  '--delete2',
];
const flat = words.join(' ').split(' ');
const joined = (sign: string, indentation = '  '): string =>
  ['imapsync', ...words.map((line) => `${indentation}${line}`)].join(` ${sign}\n`);

export const samples: readonly Sample[] = [
  { what: 'a shell script', dialect: 'posix', text: `#!/bin/sh\n${joined('\\')}\n`, silencedOnLine: 1 },
  { what: 'a profile', dialect: 'profile', text: `${words.join('\n')}\n` },
  { what: 'a batch file', dialect: 'cmd', text: `@echo off\n${joined('^')}\n`, silencedOnLine: 1 },
  { what: 'a PowerShell script', dialect: 'powershell', text: `$ErrorActionPreference = 'Stop'\n${joined('`')}\n` },
  { what: 'a shell fence of Markdown', dialect: 'markdown', text: `# Move\n\n\`\`\`sh\n${joined('\\')}\n\`\`\`\n` },
  {
    what: 'a batch fence of Markdown with front matter',
    dialect: 'markdown',
    text: `---\ntitle: Move\n---\n\n\`\`\`bat\n${joined('^')}\n\`\`\`\n`,
    silencedOnLine: 3,
  },
  {
    what: 'a PowerShell fence of Markdown',
    dialect: 'markdown',
    text: `# Move\n\n\`\`\`powershell\n${joined('`')}\n\`\`\`\n`,
  },
  {
    what: 'a console fence of Markdown',
    dialect: 'markdown',
    text: `# Move\n\n\`\`\`console\n$ imapsync ${words.join(' ')}\n\`\`\`\n`,
  },
  {
    what: 'RUN in a Dockerfile',
    dialect: 'dockerfile',
    text: `# syntax=docker/dockerfile:1\nFROM debian\nRUN ${joined('\\')}\n`,
    silencedOnLine: 1,
  },
  {
    what: 'CMD in a Dockerfile',
    dialect: 'dockerfile',
    text: `FROM debian\nCMD ["imapsync", ${flat.map((word) => `"${word}"`).join(', ')}]\n`,
  },
  {
    what: 'a list of a compose file',
    dialect: 'yaml',
    text: `services:\n  sync:\n    image: gilleslamiral/imapsync\n    command:\n${['imapsync', ...flat].map((word) => `      - ${word}\n`).join('')}`,
  },
  {
    what: 'a flow list of a compose file',
    dialect: 'yaml',
    text: `services:\n  sync:\n    image: gilleslamiral/imapsync\n    command: ["imapsync", ${flat.map((word) => `"${word}"`).join(', ')}]\n`,
  },
  {
    what: 'a string of a compose file',
    dialect: 'yaml',
    text: `services:\n  sync:\n    image: gilleslamiral/imapsync\n    command: imapsync ${words.join(' ')}\n`,
    rigid: true,
  },
  { what: 'a crontab', dialect: 'crontab', text: `MAILTO=root\n0 3 * * * imapsync ${words.join(' ')}\n` },
  {
    what: 'a systemd unit',
    dialect: 'systemd',
    text: `[Service]\nType=oneshot\nExecStart=/usr/bin/${joined('\\')}\n`,
  },
  { what: 'a Makefile', dialect: 'makefile', text: `sync:\n\t${joined('\\', '\t  ')}\n` },
  {
    what: 'an account table',
    dialect: 'table',
    text: 'host1;user1;passfile1;host2;user2;passfile2;options\nimap.a.example;anna;p1;imap.b.example;anna;p2;--delete2\n',
    silencedOnLine: 1,
    rows: true,
  },
];
