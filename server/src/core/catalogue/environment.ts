/** An environment variable that imapsync 2.229 reads. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly effect: string;
  /** Its value must never be shown. */
  readonly secret: boolean;
}

export const environmentVariables: readonly EnvironmentVariable[] = [
  {
    name: 'IMAPSYNC_PASSWORD1',
    effect: 'Password of user1. It wins over --password1 and loses to --passfile1.',
    secret: true,
  },
  {
    name: 'IMAPSYNC_PASSWORD2',
    effect: 'Password of user2. It wins over --password2 and loses to --passfile2.',
    secret: true,
  },
  {
    name: 'SERVER_SOFTWARE',
    effect: 'Once it is set, imapsync takes itself for a web page, ignores its command line and copies nothing.',
    secret: false,
  },
  {
    name: 'POSIXLY_CORRECT',
    effect:
      'Once it is set, abbreviated options and the + prefix are refused and the first stray word ends the options.',
    secret: false,
  },
  { name: 'TMPDIR', effect: 'Default of --tmpdir on Unix.', secret: false },
];

/** The file whose first line imapsync reads as further options, behind those of the command line. */
export const extraOptionsFile = {
  name: 'options_extra.txt',
  since: '2.166',
  /** The only options it can hold; any other name in it merely prints a warning. */
  options: [
    'compress1',
    'compress2',
    'debugflags',
    'debugimap',
    'debugimap1',
    'debugimap2',
    'debugsleep',
    'errorsmax',
    'folder',
    'keepalive1',
    'keepalive2',
    'reconnectretry1',
    'reconnectretry2',
    'ssl1',
    'ssl2',
    'timeout',
    'timeout1',
    'timeout2',
    'tls1',
    'tls2',
  ],
} as const;
