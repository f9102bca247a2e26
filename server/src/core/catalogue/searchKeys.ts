/** What stands behind a search key, in the words of the grammar of RFC 3501, section 9. */
export type SearchArgument =
  | 'attribute'
  | 'date'
  | 'entry'
  | 'field'
  | 'flag'
  | 'mod-sequence'
  | 'number'
  | 'object-id'
  | 'search-key'
  | 'seconds'
  | 'sequence-set'
  | 'string';

/** One key of the IMAP command SEARCH, as --search, --search1 and --search2 take it. */
export interface SearchKey {
  /** In capitals; servers accept any letter case. */
  readonly name: string;
  readonly arguments: readonly SearchArgument[];
  readonly summary: string;
  /** Where it is defined. */
  readonly source: string;
  /** The capability a server names when it knows the key; null where every server does. */
  readonly capability: string | null;
  /** It selects by flags, which differ between the two sides and change while people read mail. */
  readonly byFlag?: true;
  /** It selects by numbers that only one server gives, so it means other messages on the other side. */
  readonly byServer?: true;
  /** IMAP4rev2 (RFC 9051, appendix E) has it no more. */
  readonly gone?: true;
}

type Row = readonly [name: string, summary: string, ...arguments: readonly SearchArgument[]];

type Marks = Pick<SearchKey, 'byFlag' | 'byServer' | 'gone'>;

function keys(
  source: string,
  capability: string | null,
  rows: readonly Row[],
  marks: Marks = {},
): readonly SearchKey[] {
  return rows.map(([name, summary, ...rest]) => ({ name, arguments: rest, summary, source, capability, ...marks }));
}

const basic = 'RFC 3501, 6.4.4';
const gmail = 'IMAP Extensions, Gmail IMAP reference';

/**
 * The keys of IMAP4rev1 and of the extensions that mail servers announce. Several keys side by side must all hold; a
 * set of message numbers or a list in parentheses is a key as well.
 */
export const searchKeys: readonly SearchKey[] = [
  ...keys(basic, null, [
    ['ALL', 'Every message.'],
    ['NOT', 'Messages that the next key does not select.', 'search-key'],
    ['OR', 'Messages that one of the next two keys selects.', 'search-key', 'search-key'],
    ['SINCE', 'Arrived on that day or later; the time of day and its zone do not count.', 'date'],
    ['BEFORE', 'Arrived earlier than that day; the time of day and its zone do not count.', 'date'],
    ['ON', 'Arrived on that day; the time of day and its zone do not count.', 'date'],
    ['SENTSINCE', 'With a Date header of that day or later.', 'date'],
    ['SENTBEFORE', 'With a Date header earlier than that day.', 'date'],
    ['SENTON', 'With a Date header of that day.', 'date'],
    ['LARGER', 'Larger than that many bytes.', 'number'],
    ['SMALLER', 'Smaller than that many bytes.', 'number'],
    ['FROM', 'With that text in the From header.', 'string'],
    ['TO', 'With that text in the To header.', 'string'],
    ['CC', 'With that text in the Cc header.', 'string'],
    ['BCC', 'With that text in the Bcc header.', 'string'],
    ['SUBJECT', 'With that text in the Subject header.', 'string'],
    ['HEADER', 'With a header of that name which contains that text; an empty text: which exists.', 'field', 'string'],
    ['BODY', 'With that text in the body.', 'string'],
    ['TEXT', 'With that text in the header or the body.', 'string'],
  ]),
  ...keys(basic, null, [['UID', 'With a UID in that set.', 'sequence-set']], { byServer: true }),
  ...keys(
    basic,
    null,
    [
      ['SEEN', 'Read: with the flag \\Seen.'],
      ['UNSEEN', 'Not read: without the flag \\Seen.'],
      ['ANSWERED', 'Answered: with the flag \\Answered.'],
      ['UNANSWERED', 'Not answered: without the flag \\Answered.'],
      ['FLAGGED', 'Marked as important: with the flag \\Flagged.'],
      ['UNFLAGGED', 'Not marked as important: without the flag \\Flagged.'],
      ['DELETED', 'Marked for deletion: with the flag \\Deleted.'],
      ['UNDELETED', 'Not marked for deletion: without the flag \\Deleted.'],
      ['DRAFT', 'A draft: with the flag \\Draft.'],
      ['UNDRAFT', 'No draft: without the flag \\Draft.'],
      ['KEYWORD', 'With that keyword.', 'flag'],
      ['UNKEYWORD', 'Without that keyword.', 'flag'],
    ],
    { byFlag: true },
  ),
  ...keys(
    basic,
    null,
    [
      ['NEW', 'Recent and not read, the same as (RECENT UNSEEN).'],
      ['OLD', 'Not recent, the same as NOT RECENT.'],
      ['RECENT', 'Seen by this session first: with the flag \\Recent.'],
    ],
    { byFlag: true, gone: true },
  ),
  ...keys('RFC 5032', 'WITHIN', [
    ['OLDER', 'Arrived more than that many seconds ago.', 'seconds'],
    ['YOUNGER', 'Arrived within the last that many seconds.', 'seconds'],
  ]),
  ...keys('RFC 8514, 4.3', 'SAVEDATE', [
    ['SAVEDSINCE', 'Put into this folder on that day or later.', 'date'],
    ['SAVEDBEFORE', 'Put into this folder earlier than that day.', 'date'],
    ['SAVEDON', 'Put into this folder on that day.', 'date'],
    ['SAVEDATESUPPORTED', 'Every message of a folder that keeps the date of saving, none of another.'],
  ]),
  ...keys(
    'RFC 8474, 6',
    'OBJECTID',
    [
      ['EMAILID', 'The message with that identifier.', 'object-id'],
      ['THREADID', 'The messages of the conversation with that identifier.', 'object-id'],
    ],
    { byServer: true },
  ),
  ...keys(
    'RFC 7162, 3.1.5',
    'CONDSTORE',
    [
      [
        'MODSEQ',
        'Changed at that modification number or later; a flag and its kind may stand before it.',
        'mod-sequence',
      ],
    ],
    { byServer: true },
  ),
  ...keys('RFC 6203', 'SEARCH=FUZZY', [
    ['FUZZY', "The next key with the server's own idea of similarity.", 'search-key'],
  ]),
  ...keys('RFC 5466', 'FILTERS', [['FILTER', 'What the filter of that name, kept on the server, selects.', 'string']], {
    byServer: true,
  }),
  ...keys(
    'RFC 5257, 4.6',
    'ANNOTATE-EXPERIMENT-1',
    [['ANNOTATION', 'With that text in the annotation of that entry and attribute.', 'entry', 'attribute', 'string']],
    { byServer: true },
  ),
  ...keys(gmail, 'X-GM-EXT-1', [
    [
      'X-GM-RAW',
      'What the search field of Gmail finds for that text, such as "has:attachment older_than:1y".',
      'string',
    ],
    ['X-GM-LABELS', 'With that Gmail label.', 'string'],
  ]),
  ...keys(
    gmail,
    'X-GM-EXT-1',
    [
      ['X-GM-MSGID', 'The message with that Gmail number.', 'number'],
      ['X-GM-THRID', 'The messages of the conversation with that Gmail number.', 'number'],
    ],
    { byServer: true },
  ),
];

const byName = new Map(searchKeys.map((key) => [key.name, key]));

/** The search key of this name, in any letter case. */
export function findSearchKey(name: string): SearchKey | undefined {
  return byName.get(name.toUpperCase());
}
