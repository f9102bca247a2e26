import type { Release } from '../release.js';
import { changeSources } from './sources.js';

/** Something about options that is otherwise from one release on. */
export interface ReleaseChange {
  readonly release: Release;
  /** What holds from that release on differs in a default, in what the option does, or in a mistake put right. */
  readonly kind: 'default' | 'meaning' | 'fix';
  /** Canonical names of the options concerned. */
  readonly options: readonly string[];
  /** Those of them that must be given for it to matter; of several any one. */
  readonly causes: readonly string[];
  /** What holds from then on, as a sentence. */
  readonly text: string;
  /** Read in the program, or only told by its author. */
  readonly certainty: 'read' | 'told';
  /** Where it is from; never empty. */
  readonly sources: readonly string[];
  /** The settings that are worked out for a command take it into account. */
  readonly counted: boolean;
}

/** Options behind `>` are concerned only where one before it is given. Sources by their keys in `changeSources`; `P…` is the program itself. */
type Row = readonly [
  release: Release,
  kind: ReleaseChange['kind'],
  options: string,
  sources: string,
  text: string,
  counted?: 'counted',
];

const rows: readonly Row[] = [
  ['1.919', 'meaning', 'authmech1 authmech2', 'A', 'X-MASTERAUTH is usable, for administrators of Kerio Connect.'],
  ['1.927', 'default', 'resynclabels', 'A', 'It is on for Gmail to Gmail; before 1.959 that did not work.'],
  ['1.933', 'meaning', 'maxsize', 'A', 'Where the destination announces a smaller limit, that one holds.'],
  ['1.934', 'meaning', 'automap subfolder1 subfolder2', 'A', '--subfolder1 and --subfolder2 switch --automap off.'],
  ['1.941', 'meaning', 'host1 host2', 'A', 'A host without a user only tries the connection, as --justconnect does.'],
  [
    '1.942',
    'meaning',
    'maxage minage',
    'A',
    'Fractions of a day are accepted; they are exact with --noabletosearch only.',
  ],
  ['1.961', 'fix', 'delete2folders subfolder2', 'A', 'The folder that --subfolder2 names is not deleted itself.'],
  [
    '1.983',
    'default',
    'abletosearch abletosearch1 abletosearch2 checknoabletosearch',
    'A',
    'Both servers are asked to search for everything at the start; where that fails --noabletosearch holds.',
  ],
  ['1.988', 'meaning', 'host1 host2', 'A', 'Blanks and slashes in a host name are left out.'],
  [
    '2.100',
    'default',
    'dry dry1',
    'A',
    'A dry run fetches no message bodies from the source, unless --nodry1 is given.',
  ],
  ['2.110', 'meaning', 'timeout timeout1 timeout2', 'A', 'Fractions of a second are accepted.'],
  ['2.113', 'fix', 'oauthaccesstoken1 oauthaccesstoken2', 'A', 'It works; 2.111 and 2.112 have it without effect.'],
  ['2.142', 'default', 'gmail2', 'A', 'It sets no --maxsize: the limit that the server announces holds.'],
  [
    '2.155',
    'default',
    'gmail1 gmail2',
    'A',
    'Both presets together compare messages by X-Gmail-Received and Message-Id.',
  ],
  ['2.164', 'default', 'compress1 compress2', 'A', 'Off by default; before, on wherever the server offers it.'],
  [
    '2.173',
    'fix',
    'oauthaccesstoken1 oauthaccesstoken2 oauthdirect1 oauthdirect2',
    'A',
    'A lost connection is opened again, with the token read at the start.',
  ],
  ['2.179', 'meaning', 'automap', 'A', 'The Italian name “Posta inviata” is known as a folder of sent mail.'],
  [
    '2.190',
    'fix',
    'delete2duplicates syncduplicates',
    'A',
    '--syncduplicates keeps --delete2duplicates from being set by itself.',
  ],
  ['2.192', 'meaning', 'usecache skipcrossduplicates', 'A', 'Both together end the run with exit code 64.'],
  [
    '2.204',
    'default',
    'emailreport1 emailreport2',
    'A',
    'A run with --dry or --justfolders sends no report; before, it does.',
  ],
  [
    '2.223',
    'default',
    'emailreport1 emailreport2',
    'A I321',
    'Off by default; before, each run puts a report into the INBOX (from 2.180 of the destination, from 2.184 of both), and up to 2.184 nothing prevents it.',
    'counted',
  ],
  [
    '2.230',
    'fix',
    'oauthaccesstoken1 oauthaccesstoken2 oauthdirect1 oauthdirect2',
    'B I396 I250',
    'The file is read again at every login, so that a token renewed meanwhile counts; before, the run ends when the first token expires.',
  ],
  [
    '2.250',
    'default',
    'tmpdir',
    'B I399',
    'The default is tmp in the home directory instead of the temporary directory of the system (CVE-2023-34204).',
    'counted',
  ],
  [
    '2.250',
    'default',
    'pidfile usecache useuid',
    'P288',
    'The file lies below tmp in the home directory, so an older cache is not found: with --useuid everything counts as new and is copied again, unless --tmpdir names the old place.',
  ],
  [
    '2.251',
    'fix',
    'oauthaccesstoken1 oauthaccesstoken2 password1 password2',
    'B',
    'With an access token no password need be given.',
  ],
  ['2.251', 'fix', 'oauthdirect1 oauthdirect2 user1 user2', 'B', 'With --oauthdirect no user need be given.'],
  [
    '2.251',
    'meaning',
    'host1 host2 justlogin',
    'B',
    'Host, user and password of one side alone: imapsync logs in there and ends.',
  ],
  [
    '2.253',
    'meaning',
    'dockercontext',
    'B P277',
    'A file Dockerfile in the root directory tells a container, no longer .dockerenv: other images log and keep a pid file.',
  ],
  ['2.257', 'fix', 'tmpdir', 'B I413', 'It counts in a container too, where 2.250 to 2.256 ignore it.'],
  ['2.259', 'default', 'tmpdir', 'B P288', 'Without a home directory the default is the current directory.'],
  [
    '2.262',
    'fix',
    'oauthaccesstoken1 oauthaccesstoken2 oauthdirect1 oauthdirect2',
    'B',
    'A lost connection is opened again also without a password, or without a user.',
  ],
  [
    '2.265',
    'meaning',
    'logfile pidfile usecache useuid',
    'B P277',
    'An ampersand in a name of an account or folder becomes an underscore in the name of the file: such a cache is not found again.',
  ],
  ['2.271', 'default', 'pidfile', 'B P231 P277', 'In a container there is a pid file as well.'],
  ['2.272', 'default', 'log', 'B', 'In a container there is a log file as well.'],
  [
    '2.275',
    'fix',
    'search search1 search2',
    'B P277',
    'A search that the server refuses is an error (exit code 121 where it is the most frequent one); before, it looks like a folder without messages.',
  ],
  [
    '2.277',
    'default',
    'subfolder2 > exclude',
    'B P277 P314',
    '--subfolder2 adds its value to --exclude, as a pattern without anchors: with --subfolder2 Arch a source folder Archive is left out.',
  ],
  [
    '2.281',
    'default',
    'exitonload',
    'B P288',
    'It works on a command line, and up to 2.283 it is on there by mistake, which can stop a run on a loaded machine.',
  ],
  [
    '2.282',
    'meaning',
    'authmech1 authmech2',
    'B P288',
    'The .p12 key of a Google service account is read by the Perl module Crypt::OpenSSL::PKCS12 instead of the program openssl.',
  ],
  ['2.284', 'fix', 'exitonload', 'B P288', 'Off by default on a command line.'],
  [
    '2.284',
    'meaning',
    'host1 host2 port1 port2',
    'B P288 P314',
    'NAME:PORT/FOLDER is understood: the port overrules --port1 or --port2, the folder acts as --folderrec on the source and as --subfolder2 on the destination.',
  ],
  [
    '2.284',
    'default',
    'port1 port2 > sslcheck ssl1 ssl2',
    'B P288',
    'TLS is tried on the port that is given as well, and --ssl1 or --ssl2 is set where it answers; before, a given port prevents the test.',
  ],
  [
    '2.285',
    'default',
    'gmail1 gmail2 > folderlast',
    'B P288',
    'The system folders of Gmail come last: sent, important, starred, drafts, trash, spam, chats, all mail.',
  ],
  ['2.286', 'default', 'log', 'B', 'In a container there is no log file, unless --log is given.'],
  ['2.288', 'meaning', 'extra', 'P288', 'Access tokens are accepted in it.'],
  [
    '2.289',
    'default',
    'log',
    'B',
    'In a container there is a log file for the web page only; --log and --nolog always count.',
  ],
  [
    '2.290',
    'default',
    'gmail1 gmail2 > maxbytespersecond maxbytesafter',
    'B P288 P314',
    'Every Gmail preset allows 300,000 bytes per second after the first 3,000,000,000 bytes; before, 40,000 with --gmail1, and 20,000 after 1,000,000,000 bytes with --gmail2 or both.',
    'counted',
  ],
  [
    '2.291',
    'default',
    'gmail2 > idatefromheader',
    'B',
    '--gmail2 sets --idatefromheader, unless --noidatefromheader is given.',
    'counted',
  ],
  ['2.292', 'meaning', 'errorsmax', 'B P314', 'The run that it ends prints its statistics.'],
  [
    '2.292',
    'meaning',
    'extra',
    'B',
    'Many more options are accepted in it, among them --folder, --useheader and --expunge1.',
  ],
  ['2.293', 'meaning', 'extra', 'B P314', 'Options that delete are accepted in it.'],
  ['2.302', 'meaning', 'extra', 'B', 'Selections by size, age and search are accepted in it.'],
  [
    '2.303',
    'default',
    'delete2folders subfolder2 > delete2foldersonly',
    'B P314 I494',
    'With --subfolder2 only folders whose name holds its value are deleted, unless --delete2foldersonly says otherwise; before, every other folder of the destination is.',
  ],
  ['2.304', 'fix', 'justconnect tls1 tls2', 'B', 'STARTTLS is tried too where the run only connects.'],
  [
    '2.305',
    'meaning',
    'extra',
    'B P314',
    'Nearly all options are accepted in it: hosts, users, passwords and presets too.',
  ],
  [
    '2.306',
    'meaning',
    'oauthaccesstoken1 oauthaccesstoken2 oauthdirect1 oauthdirect2',
    'B P314 I503',
    'A token given as text is printed at every login and stands in the log; one in a file is not.',
  ],
  ['2.307', 'meaning', 'debuglabels', 'B', 'Labels are mentioned with --debuglabels only.'],
  ['2.308', 'fix', 'host1 host2', 'B P314', 'Blanks are allowed in the folder behind a host name.'],
  ['2.313', 'meaning', 'logdir tmpdir', 'B P288 P314', 'A directory that imapsync makes gets mode 755.'],
];

/** What changed about options from release 1.917 to 2.314, older changes first. */
export const releaseChanges: readonly ReleaseChange[] = rows.map(([release, kind, options, sources, text, counted]) => {
  const keys = sources.split(' ');
  return {
    release,
    kind,
    options: options.replace(' >', '').split(' '),
    causes: options.replace(/ >.*/, '').split(' '),
    text,
    certainty: keys.some((key) => key.startsWith('P')) ? 'read' : 'told',
    sources: keys.map((key) => changeSources[key]!),
    counted: counted !== undefined,
  };
});
