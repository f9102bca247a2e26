import { type Invocation, invocationOnLine, positionsOf } from '../core/languageService.js';
import { UsageProblem } from './exitCode.js';
import { isFile } from './files/fileKinds.js';
import type { ReadFile } from './files/readInput.js';
import type { CliHost } from './host.js';

/** `FILE` or `FILE:LINE`; a file whose own name ends in a colon and digits is meant whole. */
export function splitPlace(place: string, host: CliHost): { readonly path: string; readonly line: number | null } {
  const match = /^([\s\S]+):(\d+)$/.exec(place);
  if (match === null || isFile(host, host.paths.resolve(host.cwd, place))) return { path: place, line: null };
  return { path: match[1]!, line: Number(match[2]) };
}

/** The only command of a file. Throws a UsageProblem that tells the lines where it holds none or several. */
export function onlyInvocation(file: ReadFile): Invocation {
  const [first, second] = file.analysis.invocations;
  if (first === undefined) throw noInvocation(file);
  if (second === undefined) return first;
  const { path } = file;
  throw new UsageProblem(
    `${path}: It holds several imapsync commands; name one as ${path}:LINE, LINE being one of ${linesOf(file)}.`,
  );
}

/** The command on a line, counted from 1. Throws a UsageProblem that tells the lines where none stands there. */
export function invocationOnLineOf(file: ReadFile, line: number): Invocation {
  const { path, analysis } = file;
  const { text } = analysis.source;
  if (analysis.invocations.length === 0) throw noInvocation(file);
  const start = positionsOf(text).lineStart(line - 1);
  const found =
    line < 1 || start >= text.length ? null : invocationOnLine(analysis, { start, end: lineEnd(text, start) });
  if (found !== null) return found;
  throw new UsageProblem(`${path}:${line}: No imapsync command stands there; there is one on line ${linesOf(file)}.`);
}

/** What to say of a file without any command. */
export function noInvocation({ path }: ReadFile): UsageProblem {
  return new UsageProblem(`${path}: There is no imapsync command in it.`);
}

function linesOf({ analysis }: ReadFile): string {
  const positions = positionsOf(analysis.source.text);
  return analysis.invocations.map(({ headRange }) => positions.at(headRange.start).line + 1).join(', ');
}

function lineEnd(text: string, start: number): number {
  const end = /[\r\n]/.exec(text.slice(start, start + 100_000));
  return end === null ? text.length : start + end.index;
}
