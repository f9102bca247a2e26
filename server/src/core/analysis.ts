import { readDirectives } from './directives.js';
import { buildInvocation } from './model/buildInvocation.js';
import type { Directive } from './model/directive.js';
import type { Invocation } from './model/invocation.js';
import type { Dialect } from './syntax/dialect.js';
import { readSource } from './syntax/readSource.js';
import type { SourceFile } from './syntax/source.js';

/** One file, read once: what every rule and every editor feature looks at. Immutable. */
export interface Analysis {
  readonly source: SourceFile;
  /** In the order of the source's invocations. */
  readonly invocations: readonly Invocation[];
  /** In the order in which they stand in the file. */
  readonly directives: readonly Directive[];
}

/** Reads `text` as a file of `dialect`. Never throws, whatever the text. */
export function analyse(text: string, dialect: Dialect): Analysis {
  const source = readSource(text, dialect);
  return {
    source,
    invocations: source.invocations.map(buildInvocation),
    directives: readDirectives(source.comments),
  };
}
