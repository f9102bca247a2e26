import { headerNames } from '../../../catalogue/headerNames.js';
import type { Proposal } from '../proposal.js';

/** Headers that tell messages apart; names that many messages share are not proposed, since mail would be lost by them. */
export function headerProposals(): readonly Proposal[] {
  return headerNames
    .filter(({ identity }) => identity !== 'poor')
    .map(({ name, summary }) => ({ value: name, detail: summary }));
}

const signals: readonly (readonly [string, string])[] = [
  ['INT', 'Ctrl-C'],
  ['QUIT', 'Ctrl-\\'],
  ['TERM', 'what kill sends, and a system that shuts down'],
  ['HUP', 'the terminal is closed'],
  ['USR1', 'for purposes of your own'],
  ['USR2', 'for purposes of your own'],
  ['ALRM', 'a timer has run out'],
];

export function signalProposals(): readonly Proposal[] {
  return signals.map(([value, detail]) => ({ value, detail }));
}

/** The levels of IO::Socket::SSL's debugging (its documentation, chapter Debugging). */
export function levelProposals(): readonly Proposal[] {
  return [
    { value: '0', detail: 'silent' },
    { value: '1', detail: 'errors, and the cipher of each connection' },
    { value: '2', detail: 'also the course of calls' },
    { value: '3', detail: 'also dumps of data' },
    { value: '4', detail: 'everything' },
  ];
}

/** A few of the program's own tests, which a developer runs one by one. */
export function functionProposals(): readonly Proposal[] {
  return [
    'folder_routines',
    'compare_lists',
    'guess_prefix',
    'guess_separator',
    'imap2_folder_name',
    'regexmess',
    'skipmess',
    'regexflags',
  ].map((name) => ({ value: `tests_${name}`, detail: 'a test of imapsync itself' }));
}

export function messageSetProposals(): readonly Proposal[] {
  return [
    { value: '1:*', detail: 'all messages of a folder' },
    { value: '1:1000', detail: 'the first 1,000 messages of a folder' },
  ];
}

/** Patterns of header lines that servers on the way add or change. */
export function headerPatternProposals(): readonly Proposal[] {
  return [
    { value: '^X-', detail: 'headers that no standard defines' },
    { value: '^Received', detail: 'the lines of the servers on the way' },
    { value: '^Status|^X-Status|^X-Keywords', detail: 'what mbox servers keep in headers' },
  ];
}

/** Substitutions in the list of flags of a message. */
export function flagProposals(): readonly Proposal[] {
  return [
    { value: 's/\\\\Flagged//g', detail: 'without the mark of importance' },
    { value: 's/\\$[A-Za-z0-9]+//g', detail: 'without keywords that begin with a dollar sign' },
    { value: 's/(?<!\\S)(?:Non)?Junk(?!\\S)//g', detail: 'without the keywords Junk and NonJunk' },
  ];
}
