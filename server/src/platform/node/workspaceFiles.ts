import { statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeText } from '../../cli/files/decodeText.js';
import { filesInFolder } from '../../cli/files/findFiles.js';
import { isForeign } from '../../cli/files/readInput.js';
import { largestDocument } from '../../lsp/documents.js';
import type { WorkspaceFile } from '../../lsp/environment.js';
import { decodeUtf8, files, paths } from './fileAccess.js';

/** The files of a folder that the command line would lint, found as they are asked for. */
export function* workspaceFiles(folderUri: string): Generator<WorkspaceFile> {
  let folder: string;
  try {
    folder = fileURLToPath(folderUri);
  } catch {
    // A folder that is on no disk of this machine.
    return;
  }
  for (const { absolutePath, dialect } of filesInFolder({ files, paths, decodeUtf8 }, folder, folder, [])) {
    const stats = statSync(absolutePath, { throwIfNoEntry: false });
    if (stats === undefined) continue;
    yield {
      uri: pathToFileURL(absolutePath).href,
      dialect,
      stamp: `${stats.mtimeMs}-${stats.size}`,
      read: () => {
        if (stats.size > largestDocument) return null;
        try {
          const text = decodeText(files.read(absolutePath), decodeUtf8);
          return text === null || isForeign(dialect, text) ? null : text;
        } catch {
          return null;
        }
      },
    };
  }
}
