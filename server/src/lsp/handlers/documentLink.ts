import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { toRange } from '../convert.js';
import { rulePage } from '../diagnostics.js';
import type { Session } from '../session.js';

/** Links to password files, and from rule names to their pages where the client says where those are. */
export function documentLink(session: Session, params: DocumentLinkParams): DocumentLink[] {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null) return [];
  const { document } = read;
  const base = session.client.documentationBase;
  const links: DocumentLink[] = [];
  for (const link of session.service.documentLinks(read.analysis)) {
    const range = toRange(document, link.range);
    if (link.kind === 'rule') {
      if (base !== null)
        links.push({ range, target: rulePage(base, link.rule), tooltip: 'Open the page of this rule' });
      continue;
    }
    const target = resolve(document.uri, link.path);
    if (target === null) continue;
    const relative = link.path.startsWith('/') ? '' : ' (as seen from the folder of this file)';
    links.push({ range, target, tooltip: `Open the password file${relative}` });
  }
  return links;
}

/** The address of a path written in the document; null where the document has no folder or only a shell knows the path. */
function resolve(uri: string, path: string): string | null {
  if (!/^[a-z][\w+.-]*:\/\//i.test(uri) || path.startsWith('~') || /\p{Surrogate}/u.test(path)) return null;
  const root = /^[^:]+:\/\/[^/]*/.exec(uri)?.[0] ?? '';
  const folder = path.startsWith('/') ? '' : uri.slice(root.length, uri.lastIndexOf('/') + 1);
  const parts: string[] = [];
  for (const part of [...folder.split('/'), ...path.split('/').map(encodeURIComponent)]) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `${root}/${parts.join('/')}`;
}
