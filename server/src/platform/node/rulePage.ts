import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Folders above the program in which the documentation may lie: beside dist/, or above what the compiler wrote. */
const mostLevels = 6;

/** The page of a rule in Markdown and its address; null where the pages are not beside the program. */
export function rulePage(id: string): { readonly text: string; readonly address: string } | null {
  let folder = programFolder();
  for (let level = 0; level < mostLevels; level++) {
    const path = join(folder, 'docs', 'rules', `${id}.md`);
    try {
      return { text: readFileSync(path, 'utf8'), address: pathToFileURL(path).href };
    } catch {
      folder = dirname(folder);
    }
  }
  return null;
}

/** npm starts a program by a link. */
function programFolder(): string {
  const program = process.argv[1] ?? '';
  try {
    return dirname(realpathSync(program));
  } catch {
    return dirname(program);
  }
}
