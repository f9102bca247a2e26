/**
 * How the words of a command line are written. The names appear in JSON output and in settings. `json` and `yaml` are lists
 * of arguments that no shell reads (Dockerfile `CMD ["…"]`, `args:` of a container), `systemd` is a unit's `ExecStart=`.
 */
export type Dialect = 'posix' | 'cmd' | 'powershell' | 'profile' | 'table' | 'json' | 'yaml' | 'systemd';

/** Files that hold command lines of other dialects inside a format of their own. */
export type HostFormat = 'markdown' | 'dockerfile' | 'yaml' | 'crontab' | 'systemd' | 'makefile';

/** How a file is read. `options-extra` is imapsync's own `options_extra.txt`, whose words are written as in a profile. */
export type FileDialect = 'posix' | 'cmd' | 'powershell' | 'profile' | 'table' | 'options-extra' | HostFormat;
