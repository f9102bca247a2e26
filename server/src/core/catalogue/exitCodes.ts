/** An exit code of imapsync 2.229. */
export interface ExitCode {
  readonly code: number;
  /** The name the program prints beside it. */
  readonly name: string;
  readonly meaning: string;
  readonly causes: readonly string[];
  readonly remedies: readonly string[];
  /** No path of this release returns it. */
  readonly unused?: true;
}

/** In rising order. After errors the code is that of the most frequent kind of error. */
export const exitCodes: readonly ExitCode[] = [
  {
    code: 0,
    name: 'EX_OK',
    meaning: 'The run ended without any counted error.',
    causes: [
      'Everything selected was handled.',
      'One of the just... options, help or version ended the run early.',
      'host1, user1, host2 or user2 was missing, so only the connections were tested.',
      'No option at all was given, or the run was an abort of another one.',
    ],
    remedies: [
      'Do not take 0 alone as proof of a copy: check that the output reports transferred or already present messages.',
      'Messages without identifying headers and messages over a size limit are skipped without an error; read the statistics.',
    ],
  },
  {
    code: 1,
    name: 'EXIT_CATCH_ALL',
    meaning: 'An error was counted that fits no other code.',
    causes: ['Typically a connection found lost when the program was about to log out, after an otherwise clean run.'],
    remedies: ['Read the end of the log, then run again; a second run is cheap.'],
  },
  {
    code: 6,
    name: 'EXIT_BY_SIGNAL',
    meaning: 'The program caught a stop signal and was still alive after passing it on to itself.',
    causes: ['Rare. A normal stop by signal ends with 128 plus the signal number instead.'],
    remedies: ['Run again to finish the copy.'],
  },
  {
    code: 7,
    name: 'EXIT_BY_FILE',
    meaning: 'Another imapsync asked this one to stop, through a file next to the pid file.',
    causes: ['abortbyfile was used against this run.'],
    remedies: ['Run again when ready; what was copied stays.'],
  },
  {
    code: 8,
    name: 'EXIT_PID_FILE_ERROR',
    meaning: 'The pid file is already there and locking was asked for, or it could not be written.',
    causes: [
      'pidfilelocking with another run still going.',
      'Two different mailboxes sharing the default pid file.',
      'A pid file whose content is not a process number.',
      'No permission or no space in tmpdir.',
    ],
    remedies: [
      'Wait for the other run, or give each mailbox its own pidfile.',
      'If no imapsync runs, delete the file.',
    ],
  },
  {
    code: 10,
    name: 'EXIT_CONNECTION_FAILURE',
    meaning: 'A server could not be reached during a connection test, or a reconnection asked with Ctrl-C failed.',
    causes: [
      'Wrong host name or port.',
      'Firewall, or the server is down.',
      'A TLS port used without ssl, or the reverse.',
    ],
    remedies: ['Check host and port, and that ssl matches the port.', 'Test each side alone with host1 or host2 only.'],
  },
  {
    code: 12,
    name: 'EXIT_TLS_FAILURE',
    meaning: 'The STARTTLS upgrade was refused or broke.',
    causes: [
      'tls on a server without STARTTLS.',
      'ssl and tls both given for one side.',
      'Certificate verification asked through sslargs and not satisfied.',
      'Protocol version or cipher mismatch.',
    ],
    remedies: [
      'Use ssl with port 993, or drop tls.',
      'Raise debugssl to see the reason.',
      'Restrict or relax the TLS version with sslargs.',
    ],
  },
  {
    code: 16,
    name: 'EXIT_AUTHENTICATION_FAILURE',
    meaning: 'One of the special login methods failed at once.',
    causes: [
      'PREAUTH chosen but the server did not start in that state.',
      'XOAUTH2 with a service account: key file unreadable or refused.',
      'X-MASTERAUTH refused.',
    ],
    remedies: [
      'Check the key file, its path and the rights granted to the service account.',
      'Use the ordinary mechanisms if the special one was not intended.',
    ],
  },
  {
    code: 21,
    name: 'EXIT_SUBFOLDER1_NO_EXISTS',
    meaning: 'The folder given to subfolder1 is not on host1.',
    causes: [
      'Spelling, letter case, missing prefix or wrong separator.',
      'Characters removed from the value because they are not plain ASCII letters, digits, space or - _ . /',
    ],
    remedies: [
      'List the folders with justfolderlists and copy the raw name.',
      'For names with accents use folderrec with f1f2 or regextrans2.',
    ],
  },
  {
    code: 64,
    name: 'EX_USAGE',
    meaning: 'The command line is not acceptable.',
    causes: [
      'Unknown, ambiguous or badly valued option, or a stray word, often a quoting mistake.',
      'delete1 with delete2.',
      'usecache with skipcrossduplicates (gmail1 turns the latter on).',
      'proxyauth1 or proxyauth2 without its authuser.',
      'A bad regexmess, skipmess, regexflag, regextrans2, pipemess or maxlinelengthcmd.',
    ],
    remedies: [
      'Read the line printed just before the exit line.',
      'Quote values containing blanks, $, ! or backslashes for the shell in use.',
    ],
  },
  {
    code: 66,
    name: 'EX_NOINPUT',
    meaning: 'A password file could not be read.',
    causes: ['Wrong path, or relative to another directory (Docker changes it).', 'Permissions.'],
    remedies: ['Use an absolute path readable by the user running imapsync.'],
  },
  {
    code: 69,
    name: 'EX_UNAVAILABLE',
    meaning: 'The machine is too busy to accept a sync; only under a web server.',
    causes: ['CPU load or memory above the built-in limits.'],
    remedies: ['Retry later, or give noexitonload to the web form.'],
  },
  {
    code: 70,
    name: 'EX_SOFTWARE',
    meaning: 'The Perl IMAP module lacks a needed function.',
    causes: ['uidexpunge2 asked with a very old Mail::IMAPClient; cannot happen with the releases imapsync accepts.'],
    remedies: ['Upgrade the module.'],
  },
  {
    code: 101,
    name: 'EXIT_CONNECTION_FAILURE_HOST1',
    meaning: 'host1 could not be reached.',
    causes: [
      'Wrong host name or port on side 1.',
      'Port 993 given without ssl1.',
      'Firewall or server down, or too many connections.',
    ],
    remedies: ['Check host1, port1 and ssl1.', 'Run justconnect with host1 alone.'],
  },
  {
    code: 102,
    name: 'EXIT_CONNECTION_FAILURE_HOST2',
    meaning: 'host2 could not be reached.',
    causes: [
      'Wrong host name or port on side 2.',
      'Port 993 given without ssl2.',
      'Firewall or server down, or too many connections.',
    ],
    remedies: ['Check host2, port2 and ssl2.', 'Run justconnect with host2 alone.'],
  },
  {
    code: 111,
    name: 'EXIT_WITH_ERRORS',
    meaning: 'The run ended with errors, most of them of no special kind.',
    causes: [
      'Server refusals that fit no other category, such as a failed message deletion.',
      'Unreadable message lists.',
    ],
    remedies: [
      'Read the error list at the end of the log and deal with the first ones.',
      'Run again: temporary errors often disappear.',
    ],
  },
  {
    code: 112,
    name: 'EXIT_WITH_ERRORS_MAX',
    meaning: 'Reserved for reaching errorsmax, but no path of this release returns it.',
    causes: ['None: reaching errorsmax exits with the code of the most frequent error.'],
    remedies: ['Look for the sentence about the maximum number of errors in the log instead.'],
    unused: true,
  },
  {
    code: 113,
    name: 'EXIT_OVERQUOTA',
    meaning: 'The destination mailbox is full or nearly full.',
    causes: [
      'host2 refused messages or folders for lack of quota.',
      'host2 is over 90 percent full: this alone counts as an error even if every message was copied.',
    ],
    remedies: [
      'Free or buy space on host2, then run again.',
      'Exclude trash, spam or old mail with exclude, maxage or maxsize.',
    ],
  },
  {
    code: 114,
    name: 'EXIT_ERR_APPEND',
    meaning: 'host2 refused to store messages, or the connection broke while storing.',
    causes: [
      'Message larger than the server accepts.',
      'Malformed message, too long lines, null bytes or forbidden flags.',
      'Timeout or broken connection.',
    ],
    remedies: [
      'Set maxsize or appendlimit, or cut with truncmess.',
      'Repair messages with regexmess or pipemess.',
      'Try filterbuggyflags, and run again.',
    ],
  },
  {
    code: 115,
    name: 'EXIT_ERR_FETCH',
    meaning: 'host1 did not deliver some messages.',
    causes: [
      'Damaged messages on the source.',
      'Download limits of the provider reached.',
      'Timeout on large messages.',
    ],
    remedies: [
      'Run again later with lower maxbytespersecond or maxmessagespersecond.',
      'Open or repair the listed messages on host1.',
    ],
  },
  {
    code: 116,
    name: 'EXIT_ERR_CREATE',
    meaning: 'Folders could not be created on host2.',
    causes: [
      'Name not allowed: forbidden characters, wrong separator or prefix, reserved name.',
      'No right to create there.',
    ],
    remedies: [
      'Look at the planned names with dry and justfolders.',
      'Fix them with regextrans2, f1f2, sep2 or prefix2.',
    ],
  },
  {
    code: 117,
    name: 'EXIT_ERR_SELECT',
    meaning: 'Folders could not be opened.',
    causes: [
      'Folder listed but not accessible: shared, virtual or damaged.',
      'Folder could not be created on host2 before.',
    ],
    remedies: ['Leave it out with exclude.', 'Check access rights on the server.'],
  },
  {
    code: 118,
    name: 'EXIT_TRANSFER_EXCEEDED',
    meaning: 'The byte limit of exitwhenover was reached.',
    causes: ['exitwhenover worked as asked.'],
    remedies: ['Run again later to copy the rest.'],
  },
  {
    code: 119,
    name: 'EXIT_ERR_APPEND_VIRUS',
    meaning: 'host2 refused messages because its scanner found a virus.',
    causes: ['Infected or suspicious attachments on host1.'],
    remedies: ['Delete the messages on host1 or leave them out with skipmess or search.'],
  },
  {
    code: 120,
    name: 'EXIT_ERR_FLAGS',
    meaning: 'host2 refused many flag changes.',
    causes: ['Flags not supported by host2.', 'Read-only folders.'],
    remedies: ['Use noresyncflags, filterbuggyflags, or drop the flag with regexflag.'],
  },
  {
    code: 161,
    name: 'EXIT_AUTHENTICATION_FAILURE_USER1',
    meaning: 'Login on host1 failed.',
    causes: [
      'Wrong user name or password; also returned when both sides fail.',
      'IMAPSYNC_PASSWORD1 or a passfile overriding the password given.',
      'Two-factor account that needs an application password or OAuth2.',
      'Carriage return at the end of the password file.',
    ],
    remedies: [
      'Check user1 with justlogin.',
      'Use an application password, or oauthaccesstoken1.',
      'Try another authmech1.',
    ],
  },
  {
    code: 162,
    name: 'EXIT_AUTHENTICATION_FAILURE_USER2',
    meaning: 'Login on host2 failed.',
    causes: [
      'Wrong user name or password.',
      'IMAPSYNC_PASSWORD2 or a passfile overriding the password given.',
      'Two-factor account that needs an application password or OAuth2.',
      'Carriage return at the end of the password file.',
    ],
    remedies: [
      'Check user2 with justlogin.',
      'Use an application password, or oauthaccesstoken2.',
      'Try another authmech2.',
    ],
  },
  {
    code: 254,
    name: 'EXIT_TESTS_FAILED',
    meaning: 'A built-in unit test failed.',
    causes: ['tests, testsdebug or testsunit was run and something did not pass.'],
    remedies: ['Only relevant to installation checks; look at the failed list.'],
  },
  {
    code: 255,
    name: 'Perl died',
    meaning: 'Perl stopped the program itself; the number can also be a system error number such as 2 or 13.',
    causes: [
      'Invalid pattern in include, exclude or skipheader (255, after login).',
      'tmpdir or the log directory cannot be created or written.',
      'A Perl module is missing.',
    ],
    remedies: ['Test patterns first with dry and justfolders.', 'Check directory permissions.'],
  },
];

/** Codes above 128 say that signal `code - 128` ended the process. */
export const endedBySignal: Omit<ExitCode, 'code'> = {
  name: 'stopped by signal',
  meaning:
    'The process ended by signal n, as the shell reports it: 130 for INT sent twice within two seconds, 131 QUIT, 143 TERM, 137 KILL.',
  causes: ['Ctrl-C twice, abort, a service manager, or the system running out of memory (137).'],
  remedies: [
    'Run again; nothing already copied is lost. The pid file may be left behind and is cleaned up by the next run.',
  ],
};

const byCode = new Map(exitCodes.map((exitCode) => [exitCode.code, exitCode]));

/** What an exit code of imapsync means; undefined for a number that it never returns by itself. */
export function findExitCode(code: number): ExitCode | undefined {
  const known = byCode.get(code);
  if (known !== undefined || code <= 128 || code > 128 + 64) return known;
  return { code, ...endedBySignal };
}
