import { fileURLToPath } from 'node:url';
import { decodeText } from '../../cli/files/decodeText.js';
import { nearestConfig as nearestPath } from '../../cli/files/nearestConfig.js';
import type { FoundConfig } from '../../lsp/environment.js';
import { decodeUtf8, files, paths } from './fileAccess.js';

/** The configuration file that the command line would take for a document; null for a document that is on no disk. */
export function nearestConfig(documentUri: string): FoundConfig | null {
  const document = pathOf(documentUri);
  const path = document === null ? null : nearestPath({ files, paths }, paths.directoryOf(document));
  if (document === null || path === null) return null;
  return { shown: path, text: textOf(path), relativePath: paths.relative(paths.directoryOf(path), document) };
}

function textOf(path: string): string | null {
  try {
    return decodeText(files.read(path), decodeUtf8);
  } catch {
    return null;
  }
}

function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(uri);
  } catch {
    // An address that is no path on this system.
    return null;
  }
}
