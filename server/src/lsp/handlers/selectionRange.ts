import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { toRange } from '../convert.js';
import type { Session } from '../session.js';

/** For each position what stands around it, from the smallest to the largest. */
export function selectionRange(session: Session, params: SelectionRangeParams): SelectionRange[] | null {
  const read = session.documents.read(params.textDocument.uri);
  if (read === null || read.analysis === null) return null;
  const { document, analysis } = read;
  return params.positions.map((position) => {
    const ranges = session.service.selectionRanges(analysis, document.offsetAt(position));
    const outermost: SelectionRange = { range: { start: position, end: position } };
    return (
      ranges.reduceRight<SelectionRange | undefined>(
        (parent, range) => ({ range: toRange(document, range), ...(parent === undefined ? {} : { parent }) }),
        undefined,
      ) ?? outermost
    );
  });
}
