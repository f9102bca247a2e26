import { defineOptions } from '../defineOptions.js';

export const messagesOptions = defineOptions('messages', [
  {
    name: 'regexmess',
    spec: '=s',
    repeatable: true,
    valueKind: 'perl-op',
    since: '1.116',
    summary: 'Edits each message with a Perl substitution before it is stored on host2.',
    notes:
      'Needs a complete operator such as s/a/b/g; any Perl in it is executed. Works on raw bytes including attachments, so careless rules corrupt mail. An invalid expression exits with code 64.',
    perlEval: true,
    writes: ['host2'],
    honoursDry: false,
    dryDetail:
      'Evaluated once at start-up on a one-space text even under --dry; on real messages only with --dry --nodry1. Nothing is stored on host2 under --dry.',
  },
  {
    name: 'skipmess',
    spec: '=s',
    repeatable: true,
    valueKind: 'perl-op',
    since: '1.608',
    summary: 'Leaves out messages whose full source matches a Perl match expression.',
    notes:
      'Needs a complete operator such as m/text/i. Tested on the message as fetched, before regexmess. Every message must be downloaded to be tested. An invalid expression exits with code 64.',
    perlEval: true,
    honoursDry: false,
    dryDetail:
      'Evaluated once at start-up on a one-space text even under --dry; on real messages only with --dry --nodry1.',
  },
  {
    name: 'pipemess',
    spec: '=s',
    repeatable: true,
    valueKind: 'shell-command',
    since: '1.618',
    summary: 'Sends each message through a shell command and stores what the command prints.',
    notes:
      'Run by the shell with full rights of the user. The order is skipmess, regexmess, pipemess. A command that fails, or prints nothing, at start-up ends the run with exit code 64; later it makes that message skipped. Changing headers used for matching causes duplicates on the next run. Work files are put in tmpdir.',
    shellExec: true,
    writes: ['host2', 'local'],
    honoursDry: false,
    dryDetail:
      'The command runs once at start-up on a one-space text even under --dry (unless --nopipemesscheck); on real messages only with --dry --nodry1. Nothing is stored on host2 under --dry.',
  },
  {
    name: 'disarmreadreceipts',
    spec: '!',
    default: false,
    defaultNote: 'on with office2 and exchange2',
    since: '1.590',
    summary: 'Renames the header that asks for a read receipt so that host2 does not send receipts for old mail.',
    implies: [{ option: 'regexmess', value: null, append: true, note: 'built-in header rename' }],
    writes: ['host2'],
    honoursDry: true,
  },
  {
    name: 'truncmess',
    spec: '=i',
    valueKind: 'bytes',
    since: '1.938',
    summary: 'Cuts every message to at most this many bytes.',
    notes: 'Damages messages on purpose: attachments are cut in the middle. A negative value is ignored.',
    conflicts: [
      {
        with: ['maxsize', 'appendlimit'],
        effect:
          'size limits look at the original size, so a too-large message is skipped before it can be cut; a limit announced by host2 counts too unless appendlimit raises it',
      },
    ],
    writes: ['host2'],
    honoursDry: true,
  },
  {
    name: 'skipcrossduplicates',
    spec: '!',
    default: false,
    defaultNote: 'on with gmail1 alone',
    since: '1.580',
    summary: 'Does not copy a message that is already in another folder of host2.',
    notes: 'Knows only the folders already visited in this run, so folder order matters (folderlast).',
    conflicts: [
      { with: ['usecache'], effect: 'stops with exit code 64', exitCode: 64 },
      { with: ['useuid'], effect: 'not detected, and cross-folder detection cannot work because headers are not read' },
    ],
  },
  {
    name: 'debugcrossduplicates',
    spec: '!',
    default: false,
    since: '1.580',
    summary: 'Prints each message skipped by skipcrossduplicates and where its twin is.',
    requires: [{ anyOf: ['skipcrossduplicates'] }],
  },
]);
