import type { HostFormat } from '../server/src/core/syntax/dialect.js';
import { createRandom } from '../test/seededRandom.js';

const hosts = ['imap.gmail.com', 'outlook.office365.com', 'imap.fastmail.com', 'ssl0.ovh.net', 'mail.example.org'];

const extras = [
  ['--automap'],
  ['--useheader', 'Message-Id'],
  ['--exclude', 'Junk'],
  ['--maxsize', '35000000'],
  ['--maxage', '365'],
  ['--addheader'],
  ['--nofoldersizes'],
  ['--errorsmax', '100'],
  ['--subscribe'],
  ['--usecache', '--tmpdir', '/var/lib/imapsync'],
];

/** The options of one invocation, one list an option with its value. */
function optionsOf(index: number, random: () => number): readonly (readonly string[])[] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const user = `user${index}`;
  return [
    ['--host1', pick(hosts)],
    ['--user1', `${user}@source.example`],
    ['--passfile1', `/etc/migration/${user}.1`],
    ['--host2', pick(hosts)],
    ['--user2', `${user}@dest.example`],
    ['--passfile2', `/etc/migration/${user}.2`],
    ['--ssl1'],
    ['--ssl2'],
    ['--timeout', '120'],
    ...Array.from({ length: 4 }, () => pick(extras)),
    ['--dry'],
  ];
}

const headers: Readonly<Record<HostFormat, string>> = {
  markdown: '# Migration\n\n',
  dockerfile: '# syntax=docker/dockerfile:1\nFROM gilleslamiral/imapsync\n',
  yaml: 'services:\n',
  crontab: 'SHELL=/bin/sh\n',
  systemd: '[Service]\nType=oneshot\n',
  makefile: '.PHONY: all\n',
};

/** One invocation as people write it in each format, about 400 bytes long. */
const writers: Readonly<Record<HostFormat, (index: number, options: readonly (readonly string[])[]) => string>> = {
  markdown: (index, options) =>
    `## Mailbox ${index}\n\nRun this first, and look at what it says.\n\n\`\`\`bash\nimapsync \\\n${joined(options, '  ')}\n\`\`\`\n\n`,
  dockerfile: (index, options) =>
    index % 2 === 0
      ? `RUN imapsync \\\n${joined(options, '    ')}\n`
      : `FROM gilleslamiral/imapsync AS box${index}\nCMD [${['imapsync', ...options.flat()].map((word) => JSON.stringify(word)).join(', ')}]\n`,
  yaml: (index, options) =>
    `  box${index}:\n    image: gilleslamiral/imapsync\n    command:\n      - imapsync\n${options
      .flat()
      .map((word) => `      - "${word}"\n`)
      .join('')}`,
  crontab: (index, options) =>
    `# mailbox ${index}\n${index % 60} 3 * * * imapsync ${options.flat().join(' ')} >/dev/null 2>&1\n`,
  systemd: (_, options) => `ExecStart=/usr/bin/imapsync \\\n${joined(options, '  ')}\n`,
  makefile: (index, options) => `box${index}:\n\t@imapsync \\\n${joined(options, '\t  ')}\n\n`,
};

function joined(options: readonly (readonly string[])[], indentation: string): string {
  return options.map((words) => indentation + words.join(' ')).join(' \\\n');
}

/** A file of the format that holds `count` invocations. */
export function generateHost(format: HostFormat, count: number, seed = 1): string {
  const random = createRandom(seed);
  const parts = [headers[format]];
  for (let index = 0; index < count; index += 1) parts.push(writers[format](index, optionsOf(index, random)));
  return parts.join('');
}
