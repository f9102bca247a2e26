import { defineOptions } from '../defineOptions.js';

export const credentialsOptions = defineOptions('credentials', [
  {
    name: 'host1',
    spec: '=s',
    valueKind: 'host',
    side: 'host1',
    pair: 'host2',
    summary: 'Name or IP address of the source IMAP server mail is read from.',
    notes:
      'Spaces and slashes are stripped from the value. If this or any of host1, user1, host2, user2 is missing, imapsync only opens the connections it can, exits 0 and copies nothing.',
  },
  {
    name: 'host2',
    spec: '=s',
    valueKind: 'host',
    side: 'host2',
    pair: 'host1',
    summary: 'Name or IP address of the destination IMAP server mail is copied to.',
    notes:
      'Spaces and slashes are stripped from the value. If this or any of host1, user1, host2, user2 is missing, imapsync only opens the connections it can, exits 0 and copies nothing.',
  },
  {
    name: 'port1',
    spec: '=i',
    valueKind: 'port',
    side: 'host1',
    pair: 'port2',
    defaultNote: '993 when ssl1 is on, otherwise 143',
    emptyIsAbsent: true,
    summary: 'TCP port of the source IMAP server.',
    notes: 'Pair port1=993 with ssl1, and port1=143 with tls1 or nothing.',
    conflicts: [
      {
        with: ['sslcheck'],
        effect:
          'giving a port skips the automatic probe of port 993 for host1, so port1=993 without ssl1 opens a cleartext connection to a TLS port and waits for the timeout',
      },
    ],
  },
  {
    name: 'port2',
    spec: '=i',
    valueKind: 'port',
    side: 'host2',
    pair: 'port1',
    defaultNote: '993 when ssl2 is on, otherwise 143',
    emptyIsAbsent: true,
    summary: 'TCP port of the destination IMAP server.',
    notes: 'Pair port2=993 with ssl2, and port2=143 with tls2 or nothing.',
    conflicts: [
      {
        with: ['sslcheck'],
        effect:
          'giving a port skips the automatic probe of port 993 for host2, so port2=993 without ssl2 opens a cleartext connection to a TLS port and waits for the timeout',
      },
    ],
  },
  {
    name: 'user1',
    spec: '=s',
    valueKind: 'login',
    side: 'host1',
    pair: 'user2',
    summary: 'Account name used to log in on the source server.',
    notes:
      'Also part of the default log file name and of the cache path. Leading and trailing blanks are removed. Leaving it out turns the run into a connection test that exits 0.',
  },
  {
    name: 'user2',
    spec: '=s',
    valueKind: 'login',
    side: 'host2',
    pair: 'user1',
    summary: 'Account name used to log in on the destination server.',
    notes:
      'Also part of the default log file name and of the cache path. Leading and trailing blanks are removed. Leaving it out turns the run into a connection test that exits 0.',
  },
  {
    name: 'password1',
    spec: '=s',
    secret: true,
    valueKind: 'secret',
    side: 'host1',
    pair: 'password2',
    summary: 'Password for user1, written on the command line.',
    notes:
      'Visible in the process list. It is hidden in the log only when written exactly as --password1 VALUE: the --password1=VALUE form and other letter cases are logged in clear (the = form also masks the wrong argument). Edge blanks are always removed.',
    conflicts: [
      { with: ['passfile1'], effect: 'the file wins and this value is ignored' },
      { with: [], environment: 'IMAPSYNC_PASSWORD1', effect: 'the environment variable wins over this value' },
    ],
  },
  {
    name: 'password2',
    spec: '=s',
    secret: true,
    valueKind: 'secret',
    side: 'host2',
    pair: 'password1',
    summary: 'Password for user2, written on the command line.',
    notes:
      'Visible in the process list. It is hidden in the log only when written exactly as --password2 VALUE: the --password2=VALUE form and other letter cases are logged in clear (the = form also masks the wrong argument). Edge blanks are always removed.',
    conflicts: [
      { with: ['passfile2'], effect: 'the file wins and this value is ignored' },
      { with: [], environment: 'IMAPSYNC_PASSWORD2', effect: 'the environment variable wins over this value' },
    ],
  },
  {
    name: 'passfile1',
    spec: '=s',
    valueKind: 'file',
    side: 'host1',
    pair: 'passfile2',
    summary: 'File whose first line is the password for user1; keeps the secret off the command line.',
    notes:
      'Only the first line is read, and only its newline is removed: a Windows line ending leaves a carriage return in the password. A missing or unreadable file ends the run with exit code 66. Use an absolute path: in Docker the working directory is changed before the file is read. Blanks at the ends are kept.',
    conflicts: [{ with: ['password1'], effect: 'the file wins' }],
  },
  {
    name: 'passfile2',
    spec: '=s',
    valueKind: 'file',
    side: 'host2',
    pair: 'passfile1',
    summary: 'File whose first line is the password for user2; keeps the secret off the command line.',
    notes:
      'Only the first line is read, and only its newline is removed: a Windows line ending leaves a carriage return in the password. A missing or unreadable file ends the run with exit code 66. Use an absolute path: in Docker the working directory is changed before the file is read. Blanks at the ends are kept.',
    conflicts: [{ with: ['password2'], effect: 'the file wins' }],
  },
  {
    name: 'showpasswords',
    spec: '!',
    default: false,
    since: '1.512',
    summary: 'Prints the real passwords in the output and log instead of a placeholder.',
    notes:
      'Leaks secrets into the log file and into the IMAP trace of the debugimap options. Keep it out of stored command lines.',
  },
]);
