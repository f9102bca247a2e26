import assert from 'node:assert/strict';
import { analyse } from '../../server/src/core/analysis.js';
import type { FileDialect } from '../../server/src/core/syntax/dialect.js';
import { template } from '../article.js';
import { problemsIn } from './linting.js';

interface Usage {
  readonly what: string;
  readonly text: string;
  readonly dialect?: FileDialect;
  /** How many commands must be found: a rule that sees none says nothing either. */
  readonly commands: number;
  /** Rules that rightly speak below the level of an error. */
  readonly says?: readonly string[];
}

/** Commands as people write them: each form counted in public scripts, the wording our own. */
const usages: readonly Usage[] = [
  {
    what: 'a batch file with carets',
    commands: 2,
    dialect: 'cmd',
    text: `@echo off\r
set "SRC=old.example"\r
rem one mailbox\r
"C:\\Program Files\\imapsync\\imapsync.exe" ^\r
  --host1 %SRC% --user1 "%~1" --passfile1 "%~dp0p1.txt" ^\r
  --host2 new.example --user2 "%~2" --passfile2 "%~dp0p2.txt" ^\r
  --exclude "^(Junk|Trash)$" --regextrans2 "s/^(.*)$/Old.$1/" >> log.txt 2>&1\r
if errorlevel 1 echo failed\r
imapsync --host1 a.example --host2 b.example --folder "Anna's mail" --dry | more\r
`,
  },
  {
    what: 'a batch file with a loop',
    commands: 1,
    dialect: 'cmd',
    text: `for /f "tokens=1,2 delims=;" %%a in (accounts.csv) do (\r\n  imapsync --host1 a.example --user1 %%a --host2 b.example --user2 %%b --subscribe\r\n)\r\n`,
  },
  {
    what: 'a PowerShell script with backticks',
    commands: 2,
    dialect: 'powershell',
    text: `# one mailbox
& 'C:\\imapsync\\imapsync.exe' \`
  --host1 old.example --user1 $user --passfile1 "$PSScriptRoot\\p1.txt" \`
  --host2 new.example --user2 "$($row.user2)" --passfile2 $p2 \`
  --exclude '^(Junk|Trash)$' --regextrans2 's/^(.*)$/Old.$1/' *>> log.txt
if ($LASTEXITCODE -ne 0) { Write-Warning "failed: $user" }
$options = @('--dry', '--automap')
imapsync @options --host1 a.example --host2 b.example 2>&1 | Tee-Object log.txt
`,
  },
  {
    what: 'a bare command on one line',
    commands: 1,
    text: 'imapsync --host1 mx1.example --user1 u --passfile1 p1 --host2 mx2.example --user2 u --passfile2 p2\n',
  },
  {
    what: 'single dashes',
    commands: 1,
    text: 'imapsync -host1 a.example -user1 u -ssl1 -host2 b.example -user2 u -ssl2 -dry\n',
  },
  {
    what: 'values after equals signs',
    commands: 1,
    text: 'imapsync --host1=a.example --user1=u@a.example --passfile1=/etc/p1 --host2=b.example --user2="$u2" --passfile2=/etc/p2\n',
  },
  {
    what: 'options of old guides',
    commands: 1,
    text: `imapsync --buffersize 8192000 --nosyncacls --noauthmd5 --syncinternaldates --allowsizemismatch --split1 100 --split2 100 \\
  --subscribe --skipsize --nofoldersizes --no-modulesversion --noreleasecheck 2>/dev/null || true
`,
  },
  {
    what: 'a long joined command with a literal password',
    commands: 1,
    says: ['clear-text-connection', 'password-on-command-line', 'password-on-command-line'],
    text: `/usr/bin/imapsync \\
  --host1 192.0.2.10 --port1 143 --user1 info@a.example --password1 'S3cret!' \\
  --host2 mail.b.example --port2 993 --ssl2 --user2 info@b.example --password2 "0ther" \\
  --syncinternaldates --useheader 'Message-Id' --addheader
`,
  },
  {
    what: 'a loop over an account file',
    commands: 1,
    text: `while IFS=';' read -r h1 u1 p1 h2 u2 p2 extra; do
  [ -z "$u1" ] && continue
  imapsync --host1 "$h1" --user1 "$u1" --password1 "$p1" \\
           --host2 "$h2" --user2 "$u2" --password2 "$p2" $extra "$@"
done < accounts.txt
`,
  },
  {
    what: 'unquoted variables',
    commands: 1,
    says: ['exit-code-unchecked'],
    text: 'for u in $(cat users); do imapsync --host1 $H1 --user1 $u@a.example --password1 $P1 --host2 $H2 --user2 $u --password2 $P2; done\n',
  },
  {
    what: 'an absolute path',
    commands: 1,
    text: 'cd /srv/mail || exit 1\n/usr/local/bin/imapsync --host1 a.example --user1 u --host2 b.example --user2 u --justlogin\n',
  },
  {
    what: 'options in a variable',
    commands: 1,
    text: 'OPTS="--ssl1 --ssl2 --automap"\nimapsync $OPTS --host1 a.example --host2 b.example\n',
  },
  {
    what: 'options in an array',
    commands: 1,
    text: `args=(--host1 a.example --user1 u)\nimapsync "\${args[@]}" --host2 b.example --user2 u --dry\n`,
  },
  { what: 'all parameters passed through', commands: 1, text: 'exec imapsync --nolog --tmpdir /var/tmp "$@"\n' },
  {
    what: 'a function',
    commands: 1,
    text: `sync_one() {\n  imapsync --host1 "$1" --user1 "$2" --passfile1 "$3" --host2 "$4" --user2 "$5" --passfile2 "$6" "\${@:7}"\n}\nsync_one a u p b u p\n`,
  },
  {
    what: 'a container',
    commands: 1,
    text: 'docker run --rm gilleslamiral/imapsync imapsync --host1 a.example --user1 u --host2 b.example --user2 u\n',
  },
  {
    what: 'a container that starts imapsync itself',
    commands: 1,
    text: 'docker run -it --rm -v "$PWD:/var/tmp" some/imapsync --gmail1 --user1 u@gmail.example --office2 --user2 u@b.example\n',
  },
  {
    what: 'presets instead of hosts',
    commands: 1,
    text: 'imapsync --gmail1 --user1 u@a.example --passfile1 p1 --gmail2 --user2 u@b.example --passfile2 p2 --exclude "All Mail" --noexpunge1\n',
  },
  {
    what: 'launchers',
    commands: 3,
    text: 'sudo -u mail imapsync --justconnect --host1 a --host2 b\nnohup nice -n 10 imapsync --version &\ntimeout 8h imapsync --host1 a --host2 b --justfolders --dry\n',
  },
  {
    what: 'a lock around it',
    commands: 1,
    text: 'flock -n /tmp/lock imapsync --host1 a.example --user1 u --host2 b.example --user2 u --pidfile /run/u.pid >> /var/log/u.log 2>&1\n',
  },
  {
    what: 'many mappings and exclusions',
    commands: 1,
    says: ['loose-substitution', 'loose-substitution'],
    text: `imapsync --host1 old.example --user1 u --host2 new.example --user2 u \\
  --regextrans2 's/^INBOX\\.//' --regextrans2 's,Sent Items,Sent,' --regextrans2 "s/Gel&APY-schte Objekte/Trash/" \\
  --exclude '(?i)spam|(?i)junk' --exclude "^Drafts" --f1f2 'INBOX.Archiv=Archive' --prefix2 INBOX. --sep2 . \\
  --folderlast '[Gmail]/All Mail' --subscribeall
`,
  },
  {
    what: 'Gmail to Microsoft 365 with a token',
    commands: 1,
    text: `imapsync --gmail1 --user1 u@a.example --password1 dummy --oauthaccesstoken1 /run/token.txt --authmech1 XOAUTH2 \\
  --office2 --user2 u@b.example --password2 dummy --oauthaccesstoken2 "$(get-token)" --automap
`,
  },
  {
    what: 'an administrator who logs in for others',
    commands: 1,
    text: 'imapsync --host1 a.example --user1 u --authuser1 admin --authmech1 PLAIN --passfile1 /root/admin --host2 b.example --user2 u*admin --passfile2 /root/admin\n',
  },
  {
    what: 'deletion on the source of old mail',
    commands: 1,
    text: 'imapsync --host1 a --user1 u --host2 b --user2 u --minage 365 --delete1 --noexpungeaftereach --exclude ^Trash$\n',
  },
  {
    what: 'removal of duplicates',
    commands: 1,
    text: 'imapsync --host1 a --user1 u --host2 a --user2 u --delete2duplicates --useheader Message-ID --noaddheader\n',
  },
  {
    what: 'a strict mirror with a marker',
    commands: 1,
    text: '# imapsync-lint: pre-cutover until 2027-03-01\nimapsync --host1 a --user1 u --host2 b --user2 u --delete2 --delete2folders --expunge2\n',
  },
  {
    what: 'limits and pace',
    commands: 1,
    text: 'imapsync --host1 a --host2 b --maxsize 25_000_000 --maxage 30 --maxbytespersecond 100_000 --maxmessagespersecond 1.5 --timeout1 300 --reconnectretry1 10 --errorsmax 1000\n',
  },
  {
    what: 'shortened names that still fit one option',
    commands: 1,
    says: ['abbreviated-option', 'abbreviated-option', 'abbreviated-option', 'abbreviated-option'],
    text: 'imapsync --host1 a --host2 b --autom --noexpunge --syncflags --maxmessages 3 --delete2d\n',
  },
  {
    what: 'output through a pipe and a status test',
    commands: 1,
    text: 'if ! imapsync --host1 a --user1 u --host2 b --user2 u 2>&1 | tee -a "log/$u.txt"; then\n  echo "failed: $u" >&2\nfi\n',
  },
  {
    what: 'a command in the background with its log',
    commands: 1,
    text: '( imapsync --host1 a --user1 u --host2 b --user2 u --logfile "$u.log" --logdir logs & )\n',
  },
  {
    what: 'a subshell and a here-document beside it',
    commands: 1,
    text: 'cat <<EOF > run.sh\nimapsync --host1 a --bogus\nEOF\nout=$(imapsync --version)\n',
  },
  {
    what: 'commands in comments',
    commands: 1,
    text: '# imapsync --host1 a --password1 secret --delete2 --bogus\n#imapsync --delete 2\nimapsync --host1 a --host2 b --dry\n',
  },
  {
    what: 'words about imapsync',
    commands: 0,
    text: 'which imapsync || apt install -y imapsync\necho "imapsync --host1 a --bogus"\nalias is=imapsync\n',
  },
  {
    what: 'CRLF line ends',
    commands: 1,
    says: ['windows-line-end'],
    text: 'imapsync \\\r\n  --host1 a.example --user1 u \\\r\n  --host2 b.example --user2 u \\\r\n  --ssl1 --ssl2\r\n',
  },
  {
    what: 'a profile',
    commands: 1,
    dialect: 'profile',
    text: '# sales\n--host1 a.example --user1 \'sales team\'\n--passfile1 /root/s1\n\n--host2 b.example --user2 "sales"\n--passfile2 /root/s2\n--regextrans2 s/^INBOX\\\\.//\n--automap\n',
  },
  {
    what: 'a pipe without blanks and a logged exit code',
    commands: 1,
    text: 'imapsync --host1 a --user1 u --host2 b --user2 u 2>&1|tee -a log;echo "${PIPESTATUS[0]}"\n',
  },
  {
    what: 'the last option commented out, and a sign left before it',
    commands: 1,
    text: 'imapsync --host1 a --user1 u \\\n  --host2 b --user2 u \\\n#  --dry\n\nexit 0\n',
  },
  {
    what: 'errors alone through a pipe',
    commands: 1,
    text: 'imapsync --host1 a --user1 u --host2 b --user2 u 2>&1 >/dev/null | mail -s sync root\n',
  },
  {
    what: 'options of a script after those of the command',
    commands: 1,
    text: 'case $1 in\n  --check) imapsync --justlogin --host1 a --host2 b ;;\n  --all) exit ;;\nesac\n',
  },
  {
    what: 'patterns with escapes and a positional parameter',
    commands: 1,
    says: ['addheader-for-sent-and-drafts'],
    text: 'imapsync --host1 a --user1 u --host2 b --user2 u*admin --exclude \\^Spam --regextrans2 "s/^$1\\./$2./" --folder Sent\\ Items\n',
  },
  {
    what: 'a one-sided search without a cache',
    commands: 1,
    text: "imapsync --host1 a --host2 b --search1 'UNSEEN' --nousecache\n",
  },
  {
    what: 'a search that goes over ages',
    commands: 1,
    text: "imapsync --host1 a --host2 b --search 'SENTSINCE 1-Jan-2025' --minage 3 --useuid --tmpdir /var/cache/is\n",
    says: ['search-overrides-age', 'usecache-with-message-selection'],
  },
];

describe('commands as people write them', () => {
  for (const { what, text, dialect = 'posix', commands, says = [] } of usages) {
    it(`${what}: nothing false is said`, () => {
      assert.equal(analyse(text, dialect).invocations.length, commands);
      const problems = problemsIn(text, dialect);
      const errors = problems.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ message }) => message),
        [],
      );
      assert.deepEqual(
        problems.map(({ rule }) => rule),
        says,
      );
    });
  }
});

/** Mistakes that were met in public scripts, and what is said about each. */
const mistakes: readonly { readonly text: string; readonly says: readonly string[] }[] = [
  {
    text: 'imapsync \\\n  # credentials \\\n  --host1 a --user1 u \\\n  --host2 b --user2 u\n',
    says: ['broken-continuation'],
  },
  { text: 'imapsync --host1 a --user1 u \\\n--ssl1\n--host2 b --user2 u\n', says: ['broken-continuation'] },
  { text: 'imapsync --host1 a --user1 u \\ \n  --host2 b --user2 u\n', says: ['broken-continuation'] },
  {
    text: 'while read -r u; do\n  imapsync --host1 a --user1 "$u" --host2 b --user2 "$u" \\\ndone < users\n',
    says: ['broken-continuation'],
  },
  { text: 'imapsync --host1 a --user1 u \\\n\n  --host2 b --user2 u\n', says: ['broken-continuation'] },
  { text: 'imapsync --host1 a --user1 u /\n  --host2 b --user2 u /\n  --dry\n', says: ['broken-continuation'] },
  { text: 'imapsync --host1 a --user1 u ^\n  --host2 b --user2 u\n', says: ['broken-continuation'] },
  { text: 'imapsync –host1 a –user1 u\n', says: ['extra-argument', 'extra-argument'] },
  { text: 'imapsync --host1 a ---dry\n', says: ['unknown-option'] },
  { text: 'imapsync --host1 a --port1 993--user2 u\n', says: ['invalid-value'] },
  { text: 'imapsync --host1 192.0.2.1--user1 u\n', says: ['swallowed-option'] },
  { text: 'imapsync --host1 a --ssl2.\n', says: ['unknown-option'] },
  { text: 'imapsync --host1 a --f1f2 --delete1\n', says: ['swallowed-option'] },
  { text: 'imapsync --host1 a --authuser1 --authmech1 PLAIN\n', says: ['swallowed-option', 'extra-argument'] },
  { text: 'imapsync --host1 a:993 --ssl1\n', says: ['host-with-port'] },
  { text: 'imapsync --host1 a --user1 u --host2 b --user1 v\n', says: ['repeated-option'] },
  {
    text: 'imapsync --host1 a --port1 993 --host2 b --port1 143\n',
    says: ['repeated-option', 'clear-text-connection'],
  },
  { text: "imapsync --host1 a --user1 '$USER1'\n", says: ['wrong-quotes'] },
  { text: "imapsync --host1 a --user1 u --user2 'v\n", says: ['unclosed-quote'] },
  { text: 'imapsync --host1 a --exclude (?i)spam|(?i)junk\n', says: ['unquoted-value'] },
  { text: 'imapsync --host1 a --folder [Gmail]/All\n', says: ['unquoted-value'] },
  { text: 'imapsync --host1 a --user1 <user> --host2 b\n', says: ['unquoted-value'] },
  { text: 'imapsync --host1 a --user1 u 2>&1 >> log\n', says: ['redirection-order'] },
];

describe('mistakes that people make', () => {
  for (const { text, says } of mistakes) {
    it(`${JSON.stringify(text)} is reported once`, () => {
      assert.deepEqual(
        problemsIn(text).map(({ rule }) => rule),
        says,
      );
    });
  }
});

describe('the template that operators are taught', () => {
  it('is one command and lints without an error', () => {
    assert.equal(analyse(template, 'posix').invocations.length, 1);
    assert.deepEqual(
      problemsIn(template).filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('lints without an error as a profile too', () => {
    const profile = template.replace('imapsync \\\n', '').replaceAll(' \\\n', '\n');
    assert.equal(analyse(profile, 'profile').invocations.length, 1);
    assert.deepEqual(
      problemsIn(profile, 'profile').filter(({ severity }) => severity === 'error'),
      [],
    );
  });
});
