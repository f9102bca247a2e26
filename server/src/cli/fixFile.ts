import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { type Analysis, type FixedFile, positionsOf } from '../core/languageService.js';
import { encodeLike, isEqual, isPatchable } from './files/encodeText.js';
import { type InputProblem, problemOf } from './files/inputProblem.js';
import type { ReadFile } from './files/readInput.js';
import { secretRanges } from './formats/secretRanges.js';
import { isLiteral } from './formats/shownSuggestions.js';
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
  const [before, after] = [analysis, fixed.analysis].map(({ source }) => mark + source.text) as [string, string];
  const secretBefore = secretLines(analysis);
  const secretAfter = secretLines(fixed.analysis);
  for (const context of contexts) {
    const patch = structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context });
    const isTold = patch.hunks.some(
      ({ oldStart, oldLines, newStart, newLines }) =>
        secretBefore.some((line) => oldStart <= line && line < oldStart + oldLines) ||
        secretAfter.some((line) => newStart <= line && line < newStart + newLines),
    );
    if (!isTold) return formatPatch(patch, FILE_HEADERS_ONLY);
  }
  return { path, message: 'It can be fixed, but a patch would show a password; --fix changes it without that.' };
}

/** So many lines around a change tell git where it belongs; fewer where one of them holds a password. */
const contexts = [3, 1];

/** The lines, from 1, on which passwords and tokens stand. */
function secretLines(analysis: Analysis): readonly number[] {
  const { text } = analysis.source;
  const positions = positionsOf(text);
  return secretRanges(analysis)
    .filter((range) => isLiteral(text, range))
    .flatMap((range) => {
      const { start, end } = positions.range(range);
      return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + 1 + index);
    });
}

function undecodable(path: string): InputProblem {
  return { path, message: 'It holds bytes that are no text in its encoding, so it is not fixed.' };
}
