import { languages, type TextDocument } from 'vscode';

/** Languages that exist for imapsync alone: each of their files is one for the server. */
const ownLanguages = ['imapsync', 'imapsync-table'];

/** What imapsync has written. The server folds it; it holds no commands. */
const logLanguages = ['imapsync-log'];

/**
 * Languages whose files can hold imapsync commands among other things; the manifest wakes the extension for the same.
 * The unit files and tables of other extensions bear names of several languages.
 */
const hostLanguages = [
  'shellscript',
  'bat',
  'powershell',
  'markdown',
  'dockerfile',
  'dockercompose',
  'yaml',
  'makefile',
  'crontab',
  'systemd-unit-file',
  'systemd-conf',
];

/** Names that tell how a file is read whatever language an editor takes it for, as `recogniseDialect` knows them. */
const ownNames = '**/{*.imapsync,*.imapsync.csv,options_extra.txt}';
const hostNames = '**/{*.service,crontab,*.crontab,*.cron,cron.d/*}';

/** The languages in which other extensions show account tables. Their header line tells what they are. */
const tableLanguages = ['csv', 'tsv', 'csv (semicolon)', 'csv (pipe)', 'dynamic csv'];
const tableHeader = /^\W*(?:host|user|passfile|password)[12]\W/i;

/** Where files come from that somebody edits; the past in a diff view is no such place. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

const ownSelector = schemes.flatMap((scheme) => [
  ...ownLanguages.map((language) => ({ scheme, language })),
  { scheme, pattern: ownNames },
]);

/** The documents that the language server is told about. */
export const documentSelector = [
  ...ownSelector,
  ...schemes.flatMap((scheme) => [
    ...[...hostLanguages, ...tableLanguages, ...logLanguages].map((language) => ({ scheme, language })),
    { scheme, pattern: hostNames },
  ]),
];

/** Whether the language server knows this document, or would once it runs. */
export function isServed(document: TextDocument): boolean {
  return languages.match(documentSelector, document) > 0;
}

/** Whether a document is a log of imapsync. */
export function isLog(document: TextDocument): boolean {
  return logLanguages.includes(document.languageId);
}

/**
 * Whether a document can hold an imapsync command: each profile and account table, and any other file that names
 * imapsync.
 */
export function mentionsImapsync(document: TextDocument): boolean {
  if (languages.match(ownSelector, document) > 0) return true;
  if (tableLanguages.includes(document.languageId)) return tableHeader.test(document.lineAt(0).text);
  return isServed(document) && !isLog(document) && /imapsync/i.test(document.getText());
}
