/** A header worth naming in --useheader, or seen in --skipheader. */
export interface HeaderName {
  readonly name: string;
  readonly summary: string;
  /** How well it tells messages apart when it is the only one used. */
  readonly identity: 'good' | 'fair' | 'poor';
}

/** Headers by which messages are recognised, the usual ones first. Letter case does not matter to imapsync. */
export const headerNames: readonly HeaderName[] = [
  { name: 'Message-Id', summary: 'Unique for nearly every message and kept by nearly every server.', identity: 'good' },
  {
    name: 'Received',
    summary:
      'One line for each server on the way; some servers add or rewrite lines. Absent from sent mail and drafts.',
    identity: 'fair',
  },
  { name: 'X-Gmail-Received', summary: 'Old Gmail identifier; the Gmail presets add it.', identity: 'fair' },
  { name: 'X-OfflineIMAP', summary: 'Identifier that OfflineIMAP gives to messages without one.', identity: 'fair' },
  { name: 'Date', summary: 'Written by the sender; several messages of the same second share it.', identity: 'poor' },
  { name: 'From', summary: 'All mail of one sender shares it: only one of them would be copied.', identity: 'poor' },
  { name: 'To', summary: 'All mail to one address shares it: only one of them would be copied.', identity: 'poor' },
  { name: 'Subject', summary: 'Many messages share it: only one of them would be copied.', identity: 'poor' },
];

/** The list that imapsync uses where --useheader is not given. */
export const defaultHeaders: readonly string[] = ['Message-Id', 'Received'];
