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
import { markup } from '../markup.js';
import type { Session } from '../session.js';

const kinds: Readonly<Record<CompletionEntry['kind'], CompletionItemKind>> = {
  option: CompletionItemKind.Property,
  switch: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  host: CompletionItemKind.Reference,
  directive: CompletionItemKind.Keyword,
  rule: CompletionItemKind.Constant,
};

/** What can stand at the cursor; documentation follows when an item is looked at. */
export function completion(session: Session, params: CompletionParams): CompletionList {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null) return { isIncomplete: false, items: [] };
  const { entries, incomplete } = session.service.complete(read.analysis, read.document.offsetAt(params.position), {
    byBlank: params.context?.triggerCharacter === ' ',
    now: session.environment.now(),
  });
  return { isIncomplete: incomplete, items: entries.map((entry, index) => toItem(session, read, entry, index)) };
}

function toItem(
  session: Session,
  { document, analysis }: ReadDocument,
  entry: CompletionEntry,
  index: number,
): CompletionItem {
  const snippet = entry.plain !== undefined && session.client.snippets;
  const newText = entry.plain === undefined || snippet ? entry.change.newText : entry.plain;
  const item: CompletionItem = {
    label: entry.label,
    kind: kinds[entry.kind],
    detail: entry.detail,
    sortText: String(index).padStart(4, '0'),
    filterText: entry.filterText,
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(document, entry.change.range), newText },
  };
  if (entry.hint !== null) item.labelDetails = { description: entry.hint };
  if (entry.deprecated === true) item.tags = [CompletionItemTag.Deprecated];
  const { option, rule, provider } = entry;
  const release = analysis?.release ?? null;
  if (option !== undefined) item.data = release === null ? { option } : { option, release };
  else if (rule !== undefined) item.data = { rule };
  else if (provider !== undefined) item.data = { provider };
  return item;
}

/** Adds the documentation of one item. */
export function resolveCompletion(session: Session, item: CompletionItem): CompletionItem {
  const key = readKey(item.data);
  const details = key === null ? null : session.service.completionDetails(key, releaseOf(item.data));
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
  if ('option' in data && typeof data.option === 'string') return { option: data.option };
  if ('rule' in data && typeof data.rule === 'string') return { rule: data.rule };
  if (!('provider' in data) || typeof data.provider !== 'object' || data.provider === null) return null;
  const { provider } = data;
  if (!('id' in provider) || typeof provider.id !== 'string' || !('side' in provider)) return null;
  return { provider: { id: provider.id, side: provider.side === 'host2' ? 'host2' : 'host1' } };
}
