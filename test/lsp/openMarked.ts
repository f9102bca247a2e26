import type { Position } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileDialect } from '../../server/src/core/languageService.js';
import type { TestClient } from './harness/client.js';

/** What an editor calls a document of each dialect, and a name for it. */
const documents: Readonly<Record<FileDialect, readonly [languageId: string, name: string]>> = {
  posix: ['shellscript', 'move.sh'],
  cmd: ['bat', 'move.cmd'],
  powershell: ['powershell', 'move.ps1'],
  profile: ['imapsync', 'move.imapsync'],
  table: ['imapsync-table', 'accounts.imapsync.csv'],
  'options-extra': ['imapsync', 'options_extra.txt'],
  markdown: ['markdown', 'guide.md'],
  dockerfile: ['dockerfile', 'Dockerfile'],
  yaml: ['yaml', 'compose.yaml'],
  crontab: ['crontab', 'crontab'],
  systemd: ['systemd-unit-file', 'move.service'],
  makefile: ['makefile', 'Makefile'],
};

export interface Opened {
  readonly document: TextDocument;
  /** Where `¦` stood. */
  readonly position: Position;
}

let folders = 0;

/** Opens a text, from which the mark `¦` is taken out where it has one, as a document of its own. */
export async function openMarked(client: TestClient, source: string, dialect: FileDialect): Promise<Opened> {
  const offset = source.indexOf('¦');
  const [languageId, name] = documents[dialect];
  folders += 1;
  const document = TextDocument.create(`file:///migration/${folders}/${name}`, languageId, 1, source.replace('¦', ''));
  await client.open(document.uri, document.getText(), languageId);
  return { document, position: document.positionAt(Math.max(offset, 0)) };
}

/** The text with a mark behind the first occurrence of `wanted`. */
export function markBehind(text: string, wanted: string): string {
  const at = text.indexOf(wanted);
  if (at < 0) throw new Error(`${wanted} does not stand in the text`);
  return `${text.slice(0, at + wanted.length)}¦${text.slice(at + wanted.length)}`;
}
