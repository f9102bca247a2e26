import { createRandom } from '../test/seededRandom.js';

const hosts = ['imap.gmail.com', 'outlook.office365.com', 'imap.fastmail.com', 'ssl0.ovh.net', 'mail.example.org'];

const extras = [
  '--automap',
  '--useheader Message-Id',
  "--exclude '^\\[Gmail\\]/All Mail$'",
  "--regextrans2 's/^\\[Gmail\\]\\/Sent Mail$/Sent Items/'",
  '--maxsize 35000000',
  '--maxage 365',
  '--addheader',
  '--nofoldersizes',
  '--errorsmax 100',
  '--subscribe',
  '--delete2',
  '--usecache --tmpdir C:\\imapsync\\tmp',
];

/**
 * A PowerShell script as people write them: loops, functions, comments and continued lines around `count` invocations,
 * about 415 bytes each.
 */
export function generatePowerShell(count: number, seed = 1): string {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const parts = [
    '#Requires -Version 7.3\n$LogDir = "C:\\imapsync\\log"\nNew-Item -Force -ItemType Directory $LogDir\n\n',
  ];
  for (let index = 0; index < count; index += 1) {
    const user = `user${index}`;
    const chosen = new Set<string>();
    for (let extra = 0; extra < 4; extra += 1) chosen.add(pick(extras));
    const lines = [
      `& C:\\imapsync\\imapsync.exe \``,
      `  --host1 ${pick(hosts)} --user1 ${user}@source.example --passfile1 "$HOME\\secrets\\${user}.1" \``,
      `  --host2 ${pick(hosts)} --user2 '${user}@dest.example' --passfile2 "$HOME\\secrets\\${user}.2" \``,
      '  --ssl1 --ssl2 --timeout 120 --maxbytespersecond 500000 `',
      ...[...chosen].map((option) => `  ${option} \``),
      `  --dry *>> "$LogDir\\${user}.log"`,
    ];
    const shape = Math.floor(random() * 4);
    if (shape === 0) parts.push(`# mailbox ${index}\n${lines.join('\n')}\n\n`);
    else if (shape === 1) {
      parts.push(`if (Test-Path "$HOME\\secrets\\${user}.1") {\n  ${lines.join('\n  ')}\n}\n\n`);
    } else if (shape === 2) {
      parts.push(`function Move-${index} {\n  ${lines.join('\n  ')}\n}\nMove-${index}\n\n`);
    } else parts.push(`${lines.join('\n')}\nif (-not $?) { exit 1 } # stop at the first failure\n\n`);
  }
  return parts.join('');
}
