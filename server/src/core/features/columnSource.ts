import type { Analysis } from '../analysis.js';
import { touches } from '../text/range.js';
import { accountFiles } from './accountFiles.js';
import { invocationAt } from './place.js';
import type { Definition } from './variableDefinitions.js';

/** A column of a file from which a loop reads accounts. */
export interface ColumnSource {
  /** As written: absolute, or relative to the folder in which the script is started. */
  readonly path: string;
  /** Written for Windows, where a backslash divides folders. */
  readonly windows: boolean;
  /** Its place, counted from 0, or its heading in lower case. */
  readonly column: number | string;
}

/** The column that the variable at `offset` of a command line holds; null where it holds none, or nobody knows of which file. */
export function columnSource(analysis: Analysis, offset: number): ColumnSource | null {
  const { source } = analysis;
  const { syntax, dialect } = invocationAt(analysis, offset) ?? {};
  for (const { range, pieces, value } of syntax?.words ?? []) {
    if (value !== null || !touches(range, offset)) continue;
    for (const piece of pieces) {
      if (piece.kind === 'text' || piece.what !== 'variable' || !touches(piece.range, offset)) continue;
      const property = dialect === 'powershell' ? /\.([^.]+)$/.exec(piece.name ?? '')?.[1] : undefined;
      const column = piece.column?.index ?? property?.toLowerCase();
      const files = accountFiles(source);
      // Where a loop of cmd or PowerShell reads the one file there is, it is that.
      const path = piece.column?.file ?? (files.length === 1 ? files[0]!.path : null);
      if (column === undefined || path === null) return null;
      return { path, column, windows: dialect === 'cmd' || dialect === 'powershell' };
    }
  }
  return null;
}

/** Where the header line of an account table names a column; null where it does not. */
export function columnPlace({ source: { table } }: Analysis, column: ColumnSource['column']): Definition | null {
  const columns = table?.columns ?? [];
  const found = typeof column === 'number' ? columns[column] : columns.find(({ name }) => name === column);
  if (found === undefined || found.range === null || table?.header == null) return null;
  return { range: table.header, nameRange: found.range };
}
