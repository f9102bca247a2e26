import { defineOptions } from '../defineOptions.js';

export const logOptions = defineOptions('log', [
  {
    name: 'log',
    spec: '!',
    default: true,
    defaultNote: 'off in Docker unless given',
    since: '1.589',
    summary: 'Writes a copy of all output to a log file.',
    writes: ['local'],
    honoursDry: false,
    dryDetail: 'The log file is written under --dry as well.',
  },
  {
    name: 'logfile',
    spec: '=s',
    valueKind: 'file',
    defaultNote: 'start time, user1 and user2 joined with underscores, .txt',
    since: '1.589',
    summary: 'Name of the log file.',
    notes:
      'Always placed below logdir, even when it is an absolute path; add --logdir "" to use the path as given. An existing file is overwritten.',
    conflicts: [{ with: ['nolog'], effect: 'not used' }],
    writes: ['local'],
    honoursDry: false,
    dryDetail: 'Written under --dry as well.',
  },
  {
    name: 'logdir',
    spec: '=s',
    valueKind: 'dir',
    default: 'LOG_imapsync',
    summary: 'Directory that receives the log file.',
    notes: 'Relative to the working directory. An empty value means the working directory itself.',
    writes: ['local'],
    honoursDry: false,
    dryDetail: 'Created if missing, also under --dry.',
  },
]);
