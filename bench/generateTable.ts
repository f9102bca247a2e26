import { createRandom } from '../test/seededRandom.js';

const hosts = ['imap.gmail.com', 'outlook.office365.com', 'imap.fastmail.com', 'ssl0.ovh.net', 'mail.example.org'];
const extras = ['', '', '--automap', '--subfolder2 Archive', '--maxage 365 --exclude ^Junk$', '--delete2 --dry'];

/**
 * An account table as people keep them, `count` rows in the column order of imapsync's examples, with comments and
 * further options here and there.
 */
export function generateTable(count: number, seed = 1): string {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const lines = ['# host1;user1;password1;host2;user2;password2;options;'];
  for (let index = 0; index < count; index += 1) {
    const source = `${pick(hosts)};user${index}@source.example;not-a-password-${index}`;
    const destination = `${pick(hosts)};user${index}@dest.example;not-a-password-${index}`;
    if (index % 50 === 0) lines.push('', `# batch ${index / 50}`);
    lines.push(`${source};${destination};${pick(extras)};`);
  }
  return `${lines.join('\n')}\n`;
}
