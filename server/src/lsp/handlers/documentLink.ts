import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { FileLink } from '../../core/languageService.js';
import { toRange } from '../convert.js';
import { rulePage } from '../diagnostics.js';
import type { Session } from '../session.js';

/** The folder of the pages on imapsync's site. */
const faqBase = 'https://imapsync.lamiral.info/FAQ.d/';

/** Links to files on the disk, to pages of imapsync's FAQ, and to those of rules where the client says where they are. */
export function documentLink(session: Session, params: DocumentLinkParams): DocumentLink[] {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null) return [];
  const { document } = read;
  const links: DocumentLink[] = [];
  for (const link of session.service.documentLinks(read.analysis)) {
    const found = targetOf(link, document.uri, session.client.documentationBase);
    if (found !== null) links.push({ range: toRange(document, link.range), ...found });
  }
  return links;
}

function targetOf(link: FileLink, uri: string, base: string | null): Pick<DocumentLink, 'target' | 'tooltip'> | null {
  if (link.kind === 'rule') {
    return base === null ? null : { target: rulePage(base, link.rule), tooltip: 'Open the page of this rule' };
  }
  if (link.kind === 'faq') return { target: `${faqBase}${link.page}`, tooltip: "Open this page of imapsync's FAQ" };
  const path = link.windows ? link.path.replaceAll('\\', '/') : link.path;
  const isAbsolute = path.startsWith('/') || (link.windows && drive.test(path));
  const target = resolve(uri, isAbsolute && !path.startsWith('/') ? `/${path}` : path);
  if (target === null) return null;
  const what = link.kind === 'passfile' ? 'password file' : 'file that the loop reads';
  const relative = isAbsolute ? '' : ' (as seen from the folder of this file)';
  return { target, tooltip: `Open the ${what}${relative}` };
}

const drive = /^[A-Za-z]:\//;

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
