import { defineOptions } from '../defineOptions.js';

export const flagsOptions = defineOptions('flags', [
  {
    name: 'regexflag',
    spec: '=s@',
    valueKind: 'perl-op',
    since: '1.175',
    summary: 'Edits the flag list of each message with a Perl substitution.',
    notes:
      'Needs a complete operator such as s/x//g; any Perl in it is executed. An invalid expression exits with code 64.',
    perlEval: true,
    writes: ['host2'],
    honoursDry: false,
    dryDetail:
      'Evaluated at start-up, and on the flags of messages already on host2, even under --dry; no flag is stored.',
  },
  {
    name: 'filterbuggyflags',
    spec: '!',
    default: false,
    since: '2.136',
    summary: 'Removes a built-in list of flags that many servers reject.',
    implies: [
      { option: 'regexflag', value: null, append: true, first: true, note: 'built-in list, placed before yours' },
    ],
    writes: ['host2'],
    honoursDry: true,
  },
  {
    name: 'resyncflags',
    spec: '!',
    default: true,
    since: '1.845',
    summary: 'Makes flags of messages already on host2 equal to those of host1.',
    notes:
      'Exact replacement: flags set on host2 since the last run (read, answered, starred) are undone. Use --noresyncflags once people work on host2. Also copies \\Deleted.',
    writes: ['host2'],
    honoursDry: true,
  },
]);
