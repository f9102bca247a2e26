/** The ways in which a file can hold imapsync command lines. The names appear in JSON output and in settings. */
export type Dialect = 'posix' | 'cmd' | 'powershell' | 'profile' | 'table';
