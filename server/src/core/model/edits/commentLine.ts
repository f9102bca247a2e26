import type { FileDialect } from '../../syntax/dialect.js';
import type { Invocation } from '../invocation.js';

/** A comment of one line in a command line of this kind, or in a file that is read so; without its line end. */
export function commentLine(dialect: Invocation['dialect'] | FileDialect, comment: string): string {
  switch (dialect) {
    case 'cmd':
      return `REM ${comment}`;
    case 'markdown':
      return `<!-- ${comment} -->`;
    default:
      return `# ${comment}`;
  }
}
