import { defineOptions } from '../defineOptions.js';

export const deletionsOptions = defineOptions('deletions', [
  {
    name: 'delete1',
    spec: '!',
    aliases: ['delete'],
    side: 'host1',
    default: false,
    since: '1.536',
    summary: 'Deletes each message from host1 once it is on host2: a move instead of a copy.',
    notes:
      "--delete is the older name; both are equal. Irreversible. Also deletes host1 messages that were found on host2 from an earlier run. Messages that could not be copied, were filtered out or are duplicates stay. '--delete 2' with a space is refused with exit code 64.",
    implies: [{ option: 'expunge1', value: true }],
    conflicts: [
      { with: ['delete2'], effect: 'stops with exit code 64', exitCode: 64 },
      {
        with: ['noexpunge1'],
        effect:
          'messages already on host2 stay marked \\Deleted on host1, and the next run copies that flag to host2; messages copied in this run are still expunged one by one unless noexpungeaftereach',
      },
      {
        with: ['exitwhenover'],
        effect:
          'with noexpungeaftereach, messages of the folder being copied when the limit is reached are not deleted',
      },
    ],
    writes: ['host1'],
    honoursDry: false,
    dryDetail:
      'Under --dry nothing is marked \\Deleted, but at the end of each folder a real UID EXPUNGE is still sent to host1 for the messages already present on host2. Those that already carried \\Deleted are destroyed (tested; needs a host1 with UIDPLUS). Add --noexpunge1 when rehearsing.',
    dryAccountEffects: ['host1'],
  },
  {
    name: 'delete2',
    spec: '!',
    side: 'host2',
    default: false,
    since: '1.168',
    summary:
      'Deletes from each synced host2 folder the messages that are not in the matching host1 folder, giving a strict mirror.',
    notes:
      'Irreversible. Mail that arrived on host2 since the switch-over is deleted too. Also removes duplicates on host2 unless syncduplicates or nodelete2duplicates. Without UIDPLUS on host2 messages stay marked \\Deleted.',
    implies: [
      { option: 'uidexpunge2', value: true },
      { option: 'delete2duplicates', value: true, unless: ['syncduplicates'] },
    ],
    conflicts: [
      { with: ['delete1'], effect: 'stops with exit code 64', exitCode: 64 },
      { with: ['syncduplicates'], effect: 'delete2duplicates is then not implied' },
      {
        with: ['useuid'],
        effect:
          'everything on host2 that is not in the local cache is deleted, including all of it on a first run or after the cache is lost',
      },
      { with: ['useuid', 'nousecache'], all: true, effect: 'nothing is deleted and every run copies everything again' },
      { with: ['search1', 'search2'], effect: 'host2 messages outside the host1 selection are deleted' },
      { with: ['nouidexpunge2'], effect: 'messages are only marked \\Deleted' },
    ],
    writes: ['host2'],
    honoursDry: true,
  },
  {
    name: 'delete2duplicates',
    spec: '!',
    side: 'host2',
    defaultNote: 'off; on with delete2 unless syncduplicates',
    since: '1.511',
    summary: 'Deletes on host2 the second and later copies of a message inside one folder.',
    notes:
      'Copies are recognised by the useheader headers only, so different messages sharing a Message-Id count as duplicates. Not applied where several host1 folders feed one host2 folder.',
    implies: [{ option: 'uidexpunge2', value: true }],
    conflicts: [
      { with: ['useuid'], effect: 'no effect, headers are not compared' },
      { with: ['syncduplicates'], effect: 'duplicates are copied and then deleted again on each run' },
    ],
    writes: ['host2'],
    honoursDry: true,
  },
  {
    name: 'delete2folders',
    spec: '!',
    side: 'host2',
    default: false,
    since: '1.363',
    summary: 'Deletes host2 folders, with their mail, that have no counterpart among all the folders of host1.',
    notes:
      'Not limited by folder, include or exclude. A mapping mistake (prefix, separator, regextrans2, missing automap) makes wanted folders look foreign, such as Sent under another name. Rehearse with dry and justfolders.',
    writes: ['host2'],
    honoursDry: true,
  },
  {
    name: 'delete2foldersonly',
    spec: '=s',
    valueKind: 'perl-op',
    side: 'host2',
    since: '1.387',
    summary: 'Limits delete2folders to folders whose name matches this Perl expression.',
    notes:
      'Write the slashes: /^Junk$/. A bare word or any other expression that does not compile raises no error; every foreign folder is deleted (tested).',
    implies: [{ option: 'delete2folders', value: true, over: 'always', evenEmpty: true }],
    conflicts: [{ with: ['nodelete2folders'], effect: 'does not help: this option turns delete2folders back on' }],
    perlEval: true,
    writes: ['host2'],
    honoursDry: false,
    dryDetail:
      'Folder deletion is suppressed under --dry, but the expression is still evaluated as Perl for each candidate folder.',
  },
  {
    name: 'delete2foldersbutnot',
    spec: '=s',
    valueKind: 'perl-op',
    side: 'host2',
    since: '1.397',
    summary: 'Protects from delete2folders the folders whose name matches this Perl expression.',
    notes:
      'Write the slashes: /^Junk$/. A bare word or any other expression that does not compile raises no error; the protection is silently lost and the folder is deleted (tested).',
    implies: [{ option: 'delete2folders', value: true, over: 'always', evenEmpty: true }],
    conflicts: [{ with: ['nodelete2folders'], effect: 'does not help: this option turns delete2folders back on' }],
    perlEval: true,
    writes: ['host2'],
    honoursDry: false,
    dryDetail:
      'Folder deletion is suppressed under --dry, but the expression is still evaluated as Perl for each candidate folder.',
  },
  {
    name: 'expunge1',
    spec: '!',
    aliases: ['expunge'],
    side: 'host1',
    pair: 'expunge2',
    defaultNote: 'off; on with delete1 and with gmail2 alone',
    since: '1.140',
    summary: 'Permanently removes, in each selected host1 folder, every message already marked \\Deleted.',
    notes: 'Acts on the source account and on messages imapsync did not mark itself. gmail2 turns it on silently.',
    conflicts: [
      { with: ['delete1'], effect: 'with expunge1 on, the final UID EXPUNGE of each folder is sent even under --dry' },
    ],
    writes: ['host1'],
    honoursDry: true,
    dryDetail:
      'The folder expunges are suppressed. Combined with delete1 the end-of-folder UID EXPUNGE is not (see delete1).',
  },
  {
    name: 'expunge2',
    spec: '!',
    side: 'host2',
    pair: 'expunge1',
    default: false,
    since: '1.140',
    summary: 'Permanently removes every message marked \\Deleted in each synced host2 folder.',
    notes: 'Includes messages the user marked \\Deleted, not only those from delete2.',
    conflicts: [{ with: ['uidexpunge2'], effect: 'the whole-folder expunge replaces the targeted one' }],
    writes: ['host2'],
    honoursDry: true,
  },
  {
    name: 'uidexpunge2',
    spec: '!',
    side: 'host2',
    defaultNote: 'off; on with delete2 or delete2duplicates',
    summary: 'Expunges on host2 only the messages that this run has marked for deletion.',
    notes:
      'Needs UIDPLUS on host2, else messages are left marked. Without delete2 or delete2duplicates it does nothing.',
    conflicts: [{ with: ['expunge2'], effect: 'expunge2 is used instead' }],
    requires: [{ anyOf: ['delete2', 'delete2duplicates'] }],
    writes: ['host2'],
    honoursDry: true,
  },
  {
    name: 'expungeaftereach',
    spec: '!',
    default: true,
    since: '1.506',
    summary: 'With delete1, expunges every message right after copying it instead of once per folder.',
    notes:
      'Independent of noexpunge1: the just-copied message is expunged even then. Needs UIDPLUS on host1; without it the per-message expunge does nothing. --noexpungeaftereach is faster.',
    requires: [{ anyOf: ['delete1'] }],
    writes: ['host1'],
    honoursDry: true,
  },
  {
    name: 'delete1emptyfolders',
    spec: '',
    side: 'host1',
    default: false,
    since: '1.712',
    summary: 'Deletes host1 folders that contain no message and no subfolder, INBOX excepted.',
    notes:
      'Works only inside the selected folders. Runs before the copy even without delete1 (so folders that were empty from the start go, and are then not created on host2), and again after it when delete1 is on. Cannot be negated.',
    writes: ['host1'],
    honoursDry: true,
  },
]);
