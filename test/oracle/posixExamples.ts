import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSource } from '../../server/src/core/syntax/readSource.js';
import { recogniseDialect } from '../../server/src/core/syntax/recognise.js';
import type { Word } from '../../server/src/core/syntax/word.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A text of the repository and the place where it stands. */
export interface Example {
  readonly where: string;
  readonly text: string;
}

/** The shell scripts under `examples/` and the `sh` blocks of the rule pages. */
export function posixExamples(): readonly Example[] {
  const scripts = readdirSync(`${root}examples`, { recursive: true, encoding: 'utf8' })
    .filter((name) => recogniseDialect({ path: name }) === 'posix')
    .map((name) => ({ where: `examples/${name}`, text: readFileSync(`${root}examples/${name}`, 'utf8') }));
  const blocks = readdirSync(`${root}docs/rules`)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => {
      const page = readFileSync(`${root}docs/rules/${name}`, 'utf8');
      return [...page.matchAll(/^```sh\b.*\n([\s\S]*?)^```$/gm)].map((match, index) => ({
        where: `docs/rules/${name}, block ${index + 1}`,
        // Lines of carets mark places; they belong to the page.
        text: match[1]!.replace(/^ *\^.*\n/gm, ''),
      }));
    });
  return [...scripts, ...blocks];
}

/**
 * Every command line of the examples that can be run on its own: from its executable, as plain `imapsync`, to its end. A text
 * that is read twice, one that writes into files that may exist, and one that reads a file that does not exist (`<user>`),
 * can not.
 */
export function commandsWithoutLauncher(): readonly (Example & {
  readonly source: string;
  readonly words: readonly Word[];
})[] {
  return posixExamples().flatMap(({ where, text }) => {
    const { scanned, invocations } = readSource(text, 'posix');
    return (scanned ?? invocations).flatMap(({ executable, words, range, incomplete, embedded }) => {
      if (incomplete || embedded !== undefined || words.length === 0) return [];
      const start = executable?.range.end ?? words[0]!.range.start;
      const source = `imapsync ${text.slice(start, range.end)}`;
      return /[<>]\s*["']?[/~$]|<\w/.test(source) ? [] : [{ where, text, source, words }];
    });
  });
}
