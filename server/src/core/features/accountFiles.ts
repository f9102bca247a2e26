import type { FlowStep } from '../syntax/flow.js';
import { moveWord } from '../syntax/moveWord.js';
import type { SourceFile } from '../syntax/source.js';
import type { Word } from '../syntax/word.js';
import type { TextRange } from '../text/range.js';

/** A file from which a loop reads accounts. */
export interface AccountFile {
  /** The name as it stands, without quotes around it. */
  readonly range: TextRange;
  readonly path: string;
}

/** The files that the loops of a script read, where the script names them: `done < accounts.csv`, `Import-Csv accounts.csv`. */
export function accountFiles({ flow, text, dialect }: SourceFile): readonly AccountFile[] {
  const files: AccountFile[] = [];
  // Some loop reads columns: otherwise a file is not one of accounts.
  if (flow === undefined || (dialect === 'posix' && !flow.steps.some(({ kind }) => kind === 'columns'))) return files;
  flow.steps.forEach((step, index) => {
    const distance = flow.distances[index]!;
    const word = fileWord(step);
    if (word !== null) {
      const { value, pieces } = moveWord(word, distance);
      const first = pieces[0];
      if (value === null || value === '' || value === '/dev/null' || first === undefined) return;
      files.push({ range: { start: first.range.start, end: pieces.at(-1)!.range.end }, path: value });
    } else if (dialect === 'cmd' && step.kind === 'columns') {
      const file = fileOfLoop(text, step.start + distance);
      if (file !== null) files.push(file);
    }
  });
  return files;
}

/** The word that names the file which a step reads; null where there is none. */
function fileWord(step: FlowStep): Word | null {
  if (step.kind === 'token') return step.input ?? null;
  if (step.kind === 'columns') return step.file ?? null;
  if (step.kind !== 'call' || (step.name !== 'import-csv' && step.name !== 'get-content')) return null;
  const words = step.words ?? [];
  const named = words.findIndex(({ value }) => /^-(?:path|literalpath)$/i.test(value ?? ''));
  if (named >= 0) return words[named + 1] ?? null;
  const [first] = words;
  return first?.value?.startsWith('-') === false ? first : null;
}

/** The one file of `for /f … in (accounts.csv)`, in quotes where `usebackq` lets it be; null where only cmd knows. */
function fileOfLoop(text: string, start: number): AccountFile | null {
  const head = /^for\s+\/f\s+(?:"[^"\n]*"\s*)?%%?\w\s+in\s*\(\s*("?)([^"'`()%!*?\s]+|(?<=")[^"'`()%!*?\r\n]+)\1\s*\)/i;
  const match = head.exec(text.slice(start, start + 500));
  if (match === null) return null;
  const at = start + match[0].lastIndexOf(match[2]!);
  return { range: { start: at, end: at + match[2]!.length }, path: match[2]! };
}
