import { passwordOf } from './dovecotServer.js';
import { ImapClient } from './imapClient.js';

/**
 * Fills a source and a destination so that every deletion of imapsync would show: messages only on one side, messages
 * marked `\Deleted` on both, duplicates, an empty folder, folders of one side only, unseen mail.
 */
export async function fillMailboxes(port: number, source: string, destination: string): Promise<void> {
  const one = await ImapClient.open(port, source, passwordOf(source));
  for (const folder of ['Work', 'Work/2020', 'Sent', 'Empty', 'Archive']) await one.command(`CREATE ${folder}`);
  for (const folder of ['Work', 'Sent']) await one.command(`SUBSCRIBE ${folder}`);
  await append(one, 'INBOX', 'shared', '(\\Seen)');
  await append(one, 'INBOX', 'marked', '(\\Deleted)');
  await append(one, 'INBOX', 'marked-unsynced', '(\\Deleted)');
  await append(one, 'INBOX', 'unseen', '');
  await append(one, 'INBOX', 'only-source', '(\\Flagged)');
  await append(one, 'INBOX', 'only-source', '');
  await append(one, 'Work', 'work', '');
  await append(one, 'Work', 'work-marked', '(\\Deleted \\Seen)');
  await append(one, 'Sent', 'sent', '(\\Seen)');
  await append(one, 'Archive', 'old', '(\\Seen)');
  await one.logout();

  const two = await ImapClient.open(port, destination, passwordOf(destination));
  for (const folder of ['Work', 'Own', 'Own/Deep']) await two.command(`CREATE ${folder}`);
  await append(two, 'INBOX', 'shared', '');
  await append(two, 'INBOX', 'shared', '');
  await append(two, 'INBOX', 'marked', '');
  await append(two, 'INBOX', 'only-destination', '(\\Seen)');
  await append(two, 'INBOX', 'destination-marked', '(\\Deleted)');
  await append(two, 'Work', 'work', '');
  await append(two, 'Work', 'work-marked', '(\\Deleted)');
  await append(two, 'Own', 'own', '');
  await append(two, 'Own/Deep', 'deep', '');
  await two.logout();
}

async function append(client: ImapClient, folder: string, id: string, flags: string): Promise<void> {
  const message = [
    'From: a@example.com',
    'To: b@example.org',
    'Date: Mon, 2 Mar 2020 10:00:00 +0000',
    `Subject: ${id}`,
    `Message-Id: <${id}@example.com>`,
    '',
    `Text of ${id}.`,
    '',
  ].join('\r\n');
  await client.command(`APPEND ${folder} ${flags === '' ? '' : `${flags} `}"02-Mar-2020 10:00:00 +0000"`, message);
}
