import { type LineReader, reader } from './lineReader.js';
import { type LogState, mostErrors } from './logState.js';

/** Of longer texts the rest is left out. */
const longestError = 2000;

/** The forms of lines are such that one of any length is read in linear time. */
function met(state: LogState, _match: RegExpExecArray, line: string): void {
  if (state.met.length < mostErrors) state.met.push(kept(line));
}

function optionError(state: LogState, match: RegExpExecArray, line: string): void {
  state.hasOptionError = true;
  met(state, match, line);
}

function connectionError(state: LogState, match: RegExpExecArray, line: string): void {
  state.hasConnectionError = true;
  met(state, match, line);
}

/** Errors as they come, and their listing at the end. */
export const errorReaders: readonly LineReader[] = [
  reader('Unknown option: ', /^Unknown option: .+$/, optionError),
  reader('Option ', /^Option \S+ (?:is ambiguous \(.+\)|requires an argument)$/, optionError),
  reader('Value "', /^Value ".*" invalid for option \S+ \(/, optionError),
  reader('May be you mean ', /^May be you mean --delete2 instead of --delete 2$/, optionError),
  reader('Found ', /^Found \d+ extra arguments : \[.*\]$/, optionError),
  reader('Error: ', /^Error: .+$/, met),
  reader('error: ', /^error: .+$/, met),
  reader('Failure: ', /^Failure: .+$/, met),
  reader('Warning: using ', /^Warning: using --delete1 and --delete2 together .+$/, met),
  reader('', / already exists, another imapsync may be curently running\. Aborting imapsync\.$/, met),
  reader('Host', /^Host[12] failure: can not open imap connection on host[12] /, connectionError),
  reader('Host', /^Host[12]: Can not open imap connection on \[/, connectionError),
  reader('Host', /^Host[12] failure: Error login on \[/, (state, match, line) => {
    state.hasLoginError = true;
    met(state, match, line);
  }),
  reader('Host', /^Host([12]): success login on \[/, (state, [, digit]) => {
    state.loggedIn[digit === '1' ? 'host1' : 'host2'] = true;
  }),
  reader('Host', /^Host[12] failure /, met),
  reader('Host', /^Host[12] [Ff]older .+: Could not select: /, met),
  reader('Host1: folder ', /^Host1: folder .+ : Could not fetch_hash \d+ msgs: /, met),
  reader('- msg ', /^- msg .+?\/\d+ \{\d+\} /, (state, match, line) => {
    if (line.includes(' could not append ') || line.includes(' could not be fetched: ')) met(state, match, line);
  }),
  reader('Could not create folder ', /^Could not create folder \[/, met),
  reader('Maximum bytes ', /^Maximum bytes transferred reached, \d+ >= \d+, ending sync$/, (state, match, line) => {
    state.isTransferExceeded = true;
    met(state, match, line);
  }),
  reader('++++ Listing ', /^\+\+\+\+ Listing (\d+) errors encountered during the sync /, (state, [, count]) => {
    state.listedCount = Number(count);
  }),
  reader('Err ', /^Err \d+\/\d+: (.*)$/, (state, [, text]) => {
    if (state.listed.length < mostErrors) state.listed.push(kept(text!));
  }),
  reader('The most frequent error is ', /^The most frequent error is (ERR_\w+)\./, (state, [, kind]) => {
    state.mostFrequent = kind!;
  }),
];

/**
 * The errors of the final listing where it is whole, else as they came; without the subjects of messages, and without
 * what the command line should have kept secret.
 */
export function errorItems(state: LogState): readonly string[] {
  const { listed, listedCount, met: asMet } = state;
  const isWhole = listedCount !== null && listed.length > 0 && (state.exit !== null || listed.length >= listedCount);
  return (isWhole ? listed : asMet).map((text) => withoutSecrets(text, state.secrets));
}

function kept(text: string): string {
  const shown = withoutSubject(text);
  return shown.length <= longestError ? shown : `${shown.slice(0, longestError)}…`;
}

function withoutSubject(text: string): string {
  const start = text.indexOf('Subject:[');
  if (start < 0) return text;
  const end = text.lastIndexOf('], Date:[');
  return `${text.slice(0, start)}Subject:[…${end > start ? text.slice(end) : ''}`;
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '****'), text);
}
