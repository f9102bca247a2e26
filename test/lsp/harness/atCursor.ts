import type { Hover, MarkupContent, SignatureHelp } from 'vscode-languageserver-protocol/node';
import type { TestClient } from './client.js';

/** A document name and its language, as VS Code reports it. */
export const fileKinds = {
  posix: { name: 'move.sh', language: 'shellscript' },
  cmd: { name: 'move.cmd', language: 'bat' },
  powershell: { name: 'move.ps1', language: 'powershell' },
  profile: { name: 'batch.imapsync', language: 'imapsync' },
  table: { name: 'accounts.imapsync.csv', language: 'imapsync-table' },
  markdown: { name: 'notes.md', language: 'markdown' },
  dockerfile: { name: 'Dockerfile', language: 'dockerfile' },
  yaml: { name: 'compose.yaml', language: 'yaml' },
  crontab: { name: 'crontab', language: 'plaintext' },
  systemd: { name: 'move.service', language: 'ini' },
  makefile: { name: 'Makefile', language: 'makefile' },
} as const;

export type FileKind = keyof typeof fileKinds;

let opened = 0;

/** Opens a document in `folder` whose text has a `¦` at the cursor; returns what a request needs to know of it. */
export async function openAtCursor(
  client: TestClient,
  kind: FileKind,
  source: string,
  folder = 'file:///migration',
): Promise<{ readonly text: string; readonly params: object }> {
  const offset = source.indexOf('¦');
  if (offset < 0) throw new Error('the text has no cursor mark');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  const { name, language } = fileKinds[kind];
  opened += 1;
  const uri = folder.startsWith('file:///migration') ? `${folder}/${opened}/${name}` : `${folder}/${name}`;
  await client.open(uri, text, language, opened);
  const before = text.slice(0, offset).split('\n');
  return {
    text,
    params: { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1)!.length } },
  };
}

/** The text of a hover at the cursor and what it covers; null where the server says nothing. */
export async function hoverAtCursor(
  client: TestClient,
  kind: FileKind,
  source: string,
  folder?: string,
): Promise<{ readonly value: string; readonly covered: string } | null> {
  const { text, params } = await openAtCursor(client, kind, source, folder);
  const found = await client.request<Hover | null>('textDocument/hover', params);
  if (found === null) return null;
  const lines = text.split('\n');
  const { start, end } = found.range!;
  const covered =
    start.line === end.line ? lines[start.line]!.slice(start.character, end.character) : `${lines[start.line]}…`;
  return { value: (found.contents as MarkupContent).value, covered };
}

/** Signature help at the cursor. */
export async function signatureAtCursor(
  client: TestClient,
  kind: FileKind,
  source: string,
): Promise<SignatureHelp | null> {
  const { params } = await openAtCursor(client, kind, source);
  return client.request('textDocument/signatureHelp', {
    ...params,
    context: { triggerKind: 2, triggerCharacter: ' ', isRetrigger: false },
  });
}
