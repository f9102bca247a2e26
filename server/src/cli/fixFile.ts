import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { FixedFile } from '../core/languageService.js';
import { encodeLike, isEqual, isPatchable } from './files/encodeText.js';
import { type InputProblem, problemOf } from './files/inputProblem.js';
import type { ReadFile } from './files/readInput.js';
import type { CliHost } from './host.js';

/** Writes a fixed file; null where that went well. A file that is not what was read is left alone. */
export function writeFixed(host: CliHost, file: ReadFile, fixed: FixedFile): InputProblem | null {
  const { path, absolutePath, bytes } = file;
  if (absolutePath === null) return null;
  const content = encodeLike(bytes, fixed.analysis.source.text, host);
  if (content === null) return undecodable(path);
  try {
    if (!isEqual(host.files.read(absolutePath), bytes)) {
      return { path, message: 'It was changed meanwhile and is left as it is.' };
    }
    host.files.replace(absolutePath, content);
    return null;
  } catch (error) {
    return problemOf(path, error);
  }
}

/** What fixing would change, as a patch that `git apply` and `patch -p1` take. */
export function patchOf(host: CliHost, file: ReadFile, fixed: FixedFile): string | InputProblem {
  const { path, bytes, analysis } = file;
  if (encodeLike(bytes, '', host) === null) return undecodable(path);
  if (!isPatchable(bytes)) {
    return { path, message: 'It can be fixed, but a patch of UTF-16 can not be shown; --fix changes it.' };
  }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
  const name = path.replace(/^(?:\.?[\\/])+/, '').replaceAll('\\', '/');
  return createTwoFilesPatch(
    `a/${name}`,
    `b/${name}`,
    mark + analysis.source.text,
    mark + fixed.analysis.source.text,
    undefined,
    undefined,
    { context: 3, headerOptions: FILE_HEADERS_ONLY },
  );
}

function undecodable(path: string): InputProblem {
  return { path, message: 'It holds bytes that are no text in its encoding, so it is not fixed.' };
}
