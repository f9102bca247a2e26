import { defineOptions } from '../defineOptions.js';

export const selectionOptions = defineOptions('selection', [
  {
    name: 'maxsize',
    spec: '=i',
    valueKind: 'bytes',
    defaultNote: 'the APPENDLIMIT announced by host2, if any; office2 45000000, exchange2 10000000',
    summary: 'Skips messages larger than this many bytes.',
    notes:
      'Integer only, underscores allowed (45_000_000), no K or M suffix. A message of exactly this size is copied, unlike what the help says, but its flags are then not resynced.',
    conflicts: [
      { with: ['truncmess'], effect: 'large messages are skipped before they could be cut' },
      { with: ['appendlimit'], effect: 'the smaller of the two is used' },
      { with: ['office2', 'exchange2'], effect: '--maxsize 0 is taken as not given and the preset value applies' },
    ],
  },
  {
    name: 'minsize',
    spec: '=i',
    valueKind: 'bytes',
    since: '1.353',
    summary: 'Skips messages of at most this many bytes.',
    notes: 'Integer only, no unit suffix.',
  },
  {
    name: 'maxage',
    spec: '=f',
    valueKind: 'days',
    summary: 'Takes only messages of the last N days, on both sides.',
    notes:
      "Day granularity, judged by the Date header through the server's search; by arrival date with noabletosearch. Fractions are accepted but the server compares whole days. With minage larger than maxage the two ranges are added instead of intersected.",
    conflicts: [
      { with: ['search', 'search1', 'search2'], effect: 'on a side that has a search the age limit is ignored' },
    ],
  },
  {
    name: 'minage',
    spec: '=f',
    valueKind: 'days',
    since: '1.145',
    summary: 'Takes only messages older than N days, on both sides.',
    notes: 'See maxage for how dates are judged and how the two combine.',
    conflicts: [
      { with: ['search', 'search1', 'search2'], effect: 'on a side that has a search the age limit is ignored' },
    ],
  },
  {
    name: 'search',
    spec: '=s',
    valueKind: 'imap-search',
    since: '1.452',
    summary: 'Selects messages on both sides with a raw IMAP SEARCH expression.',
    notes:
      'Passed to the servers untouched. Flag-based criteria usually select different messages on each side, which is dangerous with delete2 and creates duplicates.',
    conflicts: [
      { with: ['maxage', 'minage'], effect: 'ignored' },
      { with: ['search1', 'search2'], effect: 'the side-specific one wins on its side' },
      { with: ['noabletosearch'], effect: 'SEARCH is used anyway, with a warning' },
    ],
  },
  {
    name: 'search1',
    spec: '=s',
    valueKind: 'imap-search',
    side: 'host1',
    pair: 'search2',
    follows: 'search',
    emptyIsAbsent: true,
    since: '1.534',
    summary: 'Selects host1 messages only, with a raw IMAP SEARCH expression.',
    notes:
      'Without the same selection on the other side, messages already copied may not be recognised, or may look foreign.',
    conflicts: [
      { with: ['search'], effect: 'this one wins on host1' },
      { with: ['maxage', 'minage'], effect: 'ignored on host1' },
      { with: ['delete2'], effect: 'host2 messages outside the host1 selection are deleted (tested)' },
    ],
  },
  {
    name: 'search2',
    spec: '=s',
    valueKind: 'imap-search',
    side: 'host2',
    pair: 'search1',
    follows: 'search',
    emptyIsAbsent: true,
    since: '1.534',
    summary: 'Selects host2 messages only, with a raw IMAP SEARCH expression.',
    notes:
      'Without the same selection on the other side, messages already copied may not be recognised, or may look foreign.',
    conflicts: [
      { with: ['search'], effect: 'this one wins on host2' },
      { with: ['maxage', 'minage'], effect: 'ignored on host2' },
      { with: ['delete2'], effect: 'only the selected host2 messages can be deleted' },
    ],
  },
  {
    name: 'useheader',
    spec: '=s',
    repeatable: true,
    valueKind: 'header-name',
    default: ['Message-Id', 'Received'],
    since: '1.130',
    summary: 'Header used to recognise a message on both sides; repeat it for several.',
    notes:
      'The first use replaces the whole default list. Changing it between runs makes every message look new and copies the mailbox again. The usual cure for duplicates is Message-Id alone.',
    conflicts: [
      { with: ['useuid'], effect: 'not used' },
      { with: ['gmail1', 'gmail2'], effect: 'the preset adds its own headers to yours, it does not replace them' },
    ],
  },
  {
    name: 'usecache',
    spec: '!',
    defaultNote: 'off; on with useuid unless --nousecache',
    since: '1.390',
    summary: 'Remembers copied messages by UID in local files so later runs skip reading their headers.',
    notes:
      'Kept under tmpdir, which is often emptied at reboot. Keyed by host, user and folder names and UIDs only: a mailbox rebuilt with new UIDs (new UIDVALIDITY) is not noticed.',
    implies: [{ option: 'cacheaftercopy', value: true }],
    conflicts: [
      { with: ['skipcrossduplicates'], effect: 'stops with exit code 64', exitCode: 64 },
      {
        with: ['gmail1'],
        effect:
          'stops with exit code 64 because the preset turns skipcrossduplicates on; add --noskipcrossduplicates. Not with gmail1 and gmail2 together',
        exitCode: 64,
      },
    ],
    writes: ['local'],
    honoursDry: false,
    dryDetail:
      'The cache directories are created, files for known messages added and stale ones deleted, also under --dry (tested).',
  },
  {
    name: 'useuid',
    spec: '!',
    default: false,
    since: '1.401',
    summary: 'Recognises messages by UID and local cache instead of by headers.',
    notes: 'A first run does not see what is already on host2, so mail copied earlier by other means is duplicated.',
    implies: [
      { option: 'usecache', value: true },
      { option: 'cacheaftercopy', value: true, unless: ['nousecache'] },
    ],
    conflicts: [
      { with: ['nousecache'], effect: 'every run copies everything again' },
      {
        with: ['delete2'],
        effect:
          'everything on host2 that is not in the cache is deleted, which is the whole folder on a first run or after the cache is lost (tested)',
      },
      { with: ['delete2duplicates'], effect: 'no effect' },
      {
        with: ['skipcrossduplicates', 'gmail1'],
        effect:
          'not detected, unlike with usecache, because useuid turns the cache on after that check; cross-folder detection does not work',
      },
    ],
    writes: ['local'],
    honoursDry: false,
    dryDetail: 'Through usecache: cache files are written under --dry.',
  },
  {
    name: 'abletosearch',
    spec: '!',
    default: true,
    since: '1.509',
    summary: 'Allows the SEARCH command on both hosts; the negative form lists messages with FETCH instead.',
    notes: 'maxage and minage then use arrival dates. For servers with a broken SEARCH.',
    conflicts: [
      { with: ['search', 'search1', 'search2'], effect: 'with the negative form SEARCH is still used for them' },
    ],
  },
  {
    name: 'abletosearch1',
    spec: '!',
    side: 'host1',
    pair: 'abletosearch2',
    defaultNote: 'follows abletosearch; forced off when the start-up check finds SEARCH unreliable on either side',
    follows: 'abletosearch',
    since: '1.731',
    summary: 'Allows the SEARCH command on host1; the negative form lists messages with FETCH instead.',
    notes:
      'Changes how maxage and minage judge dates: arrival date instead of the Date header. --noabletosearch1 also turns checkmessageexists off.',
  },
  {
    name: 'abletosearch2',
    spec: '!',
    side: 'host2',
    pair: 'abletosearch1',
    defaultNote: 'follows abletosearch; forced off when the start-up check finds SEARCH unreliable on either side',
    follows: 'abletosearch',
    since: '1.731',
    summary: 'Allows the SEARCH command on host2; the negative form lists messages with FETCH instead.',
    notes: 'Changes how maxage and minage judge dates: arrival date instead of the Date header.',
  },
  {
    name: 'maxlinelength',
    spec: '=i',
    valueKind: 'bytes',
    since: '1.551',
    summary: 'Skips messages having a line longer than this many bytes.',
    notes: 'Combine with maxlinelengthcmd to repair them instead.',
  },
  {
    name: 'syncduplicates',
    spec: '!',
    default: false,
    since: '2.111',
    summary: 'Copies also the repeated messages of a folder.',
    conflicts: [
      { with: ['delete2duplicates'], effect: 'the copies are deleted again on each run' },
      { with: ['delete2'], effect: 'delete2 then no longer removes duplicates' },
    ],
  },
]);
