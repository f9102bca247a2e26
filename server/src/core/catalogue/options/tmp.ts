import { defineOptions } from '../defineOptions.js';

export const tmpOptions = defineOptions('tmp', [
  {
    name: 'tmpdir',
    spec: '=s',
    valueKind: 'dir',
    defaultNote: 'the system temporary directory (TMPDIR or /tmp on Unix)',
    emptyIsAbsent: true,
    since: '1.294',
    summary: 'Directory for the pid file, the UID cache and the work files of pipemess.',
    notes:
      'Must be readable and writable or Perl dies (exit code is an errno such as 2 or 13, or 255). The path is placed unquoted in the pipemess shell command, so spaces or shell characters break it. With usecache it must survive reboots.',
    writes: ['local'],
    honoursDry: false,
    dryDetail: 'The directory is created if missing, dry or not.',
  },
  {
    name: 'pidfile',
    spec: '=s',
    valueKind: 'file',
    defaultNote: 'imapsync.pid in tmpdir; none in Docker',
    since: '1.325',
    summary: 'File in which imapsync writes its process number and log file name.',
    notes:
      'Whatever file is named here is overwritten, then deleted at the end. All runs share the default path, so give each mailbox its own when running several. An empty value disables it; --nopidfile does not (it abbreviates --nopidfilelocking).',
    writes: ['local'],
    honoursDry: false,
    dryDetail: 'Written at start and removed at exit, also under --dry.',
  },
  {
    name: 'pidfilelocking',
    spec: '!',
    default: false,
    since: '1.510',
    summary: 'Refuses to start, with exit code 8, when the pid file exists and its process is alive.',
    notes: 'A stale file whose process is gone is removed first; a file with unreadable content still blocks.',
    conflicts: [
      {
        with: ['pidfile'],
        absent: true,
        effect: 'every imapsync on the machine shares one file, so an unrelated mailbox also blocks the run',
      },
    ],
    requires: [{ anyOf: ['pidfile'], note: 'a pidfile (none by default in Docker)' }],
  },
]);
