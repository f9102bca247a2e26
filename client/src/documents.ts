import { languages, type TextDocument } from 'vscode';

/** Languages whose files can hold imapsync commands; the manifest names the same. */
export const languageIds = ['imapsync', 'shellscript'];

/** Where files come from that somebody edits; the past in a diff view is no such place. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/** The documents that the language server is told about. */
export const documentSelector = schemes.flatMap((scheme) => languageIds.map((language) => ({ scheme, language })));

/** Whether the language server knows this document, or would once it runs. */
export function isServed(document: TextDocument): boolean {
  return languages.match(documentSelector, document) > 0;
}

/** Whether a document can hold an imapsync command: each profile, and any script that names imapsync. */
export function mentionsImapsync(document: TextDocument): boolean {
  return isServed(document) && (document.languageId === 'imapsync' || /imapsync/i.test(document.getText()));
}
