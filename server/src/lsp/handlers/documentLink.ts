import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { FileLink } from '../../core/languageService.js';
import { toRange } from '../convert.js';
import { rulePage } from '../diagnostics.js';
import { isAbsolutePath, resolvePath } from '../resolvePath.js';
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
  const target = resolvePath(uri, link);
  if (target === null) return null;
  const what = link.kind === 'passfile' ? 'password file' : 'file that the loop reads';
  const relative = isAbsolutePath(link) ? '' : ' (as seen from the folder of this file)';
  return { target, tooltip: `Open the ${what}${relative}` };
}
