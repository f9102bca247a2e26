import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
} from 'vscode-languageserver';
import { type CompletionEntry, type CompletionKey, readRelease } from '../../core/languageService.js';
import { toRange } from '../convert.js';
import type { ReadDocument } from '../documents.js';
import { namesIn } from '../folderNames.js';
import { markup } from '../markup.js';
import type { Session } from '../session.js';

const kinds: Readonly<Record<CompletionEntry['kind'], CompletionItemKind>> = {
  option: CompletionItemKind.Property,
  switch: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  host: CompletionItemKind.Reference,
  folder: CompletionItemKind.EnumMember,
  file: CompletionItemKind.File,
  directory: CompletionItemKind.Folder,
  column: CompletionItemKind.Property,
  directive: CompletionItemKind.Keyword,
  rule: CompletionItemKind.Constant,
};

/** The command by which VS Code opens its list; other clients name it among theirs only if they have it. */
export const suggestCommand = 'editor.action.triggerSuggest';

/** What can stand at the cursor; documentation follows when an item is looked at. */
export async function completion(session: Session, params: CompletionParams): Promise<CompletionList> {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null) return { isIncomplete: false, items: [] };
  const { entries, incomplete, files } = session.service.complete(
    read.analysis,
    read.document.offsetAt(params.position),
    { byBlank: params.context?.triggerCharacter === ' ', now: session.environment.now() },
  );
  const listed = files === undefined ? null : await namesIn(session.environment, read.document.uri, files);
  const named = files === undefined || listed === null ? null : session.service.fileEntries(files, listed.names);
  return {
    isIncomplete: incomplete || named?.incomplete === true || listed?.complete === false,
    items: [...entries, ...(named?.entries ?? [])].map((entry, index) => toItem(session, read, entry, index)),
  };
}

function toItem(
  session: Session,
  { document, analysis }: ReadDocument,
  entry: CompletionEntry,
  index: number,
): CompletionItem {
  const snippet = session.client.snippets ? entry.snippet : undefined;
  const item: CompletionItem = {
    label: entry.label,
    kind: kinds[entry.kind],
    detail: entry.detail,
    sortText: String(index).padStart(4, '0'),
    filterText: entry.filterText,
    insertTextFormat: snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
    textEdit: { range: toRange(document, entry.change.range), newText: snippet ?? entry.change.newText },
  };
  if (entry.hint !== null) item.labelDetails = { description: entry.hint };
  if (entry.deprecated === true) item.tags = [CompletionItemTag.Deprecated];
  if (entry.also !== undefined) {
    item.additionalTextEdits = entry.also.map(({ range, newText }) => ({ range: toRange(document, range), newText }));
  }
  if (entry.again === true && session.client.commands.has(suggestCommand)) {
    item.command = { title: 'Show what can follow', command: suggestCommand };
  }
  const release = analysis?.release ?? null;
  if (entry.explained !== undefined) item.data = release === null ? entry.explained : { ...entry.explained, release };
  return item;
}

/** Adds the documentation of one item. */
export function resolveCompletion(session: Session, item: CompletionItem): CompletionItem {
  const key = readKey(item.data);
  const details =
    key === null ? null : session.service.completionDetails(key, session.environment.now(), releaseOf(item.data));
  return details === null ? item : { ...item, documentation: markup(details, session.client.markdownCompletion) };
}

/** The release in force where the item was proposed; null where that is not known. */
function releaseOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('release' in data)) return null;
  return typeof data.release === 'string' ? readRelease(data.release) : null;
}

/** The key that `toItem` has put into an item, on its way back from the client. */
function readKey(data: unknown): CompletionKey | null {
  if (typeof data !== 'object' || data === null) return null;
  if ('rule' in data && typeof data.rule === 'string') return { rule: data.rule };
  if (!('option' in data) || typeof data.option !== 'string') return null;
  const { option } = data;
  if ('negated' in data && data.negated === true) return { option, negated: true };
  if (!('value' in data) || typeof data.value !== 'string' || !('at' in data)) return { option };
  const at = typeof data.at === 'number' ? Math.max(0, Math.min(data.at, data.value.length)) : 0;
  return { option, value: data.value, at };
}
