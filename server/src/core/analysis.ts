import type { Release } from './catalogue/release.js';
import { readDirectives } from './directives.js';
import { buildInvocation } from './model/buildInvocation.js';
import type { Directive } from './model/directive.js';
import type { Invocation } from './model/invocation.js';
import { MovedInvocation } from './model/movedInvocation.js';
import type { FileDialect } from './syntax/dialect.js';
import { originOf } from './syntax/moveSyntax.js';
import { readSource } from './syntax/readSource.js';
import type { InvocationSyntax, SourceFile } from './syntax/source.js';

/** One file, read once: what every rule and every editor feature looks at. Immutable. */
export interface Analysis {
  readonly source: SourceFile;
  /** In the order of the source's invocations. */
  readonly invocations: readonly Invocation[];
  /** In the order in which they stand in the file. */
  readonly directives: readonly Directive[];
  /** The release of imapsync in force; null where it is not known. */
  readonly release: Release | null;
}

/**
 * What a command line means stays the same wherever it stands, so its options are read once and kept with it. (A
 * WeakMap of thousands of entries would make every garbage collection slow.)
 */
const meaning = Symbol('meaning');
type Understood = InvocationSyntax & { [meaning]?: Invocation };

/**
 * Reads `text` as a file of `dialect`. Never throws, whatever the text. The analysis of an earlier version of the same
 * file makes it faster where little has changed, and no different. The options are those of `release`; null where the
 * release in force is not known.
 */
export function analyse(
  text: string,
  dialect: FileDialect,
  previous?: Analysis,
  release: Release | null = null,
): Analysis {
  const source = readSource(text, dialect, previous?.source);
  return {
    source,
    invocations: source.invocations.map((syntax) => invocationOf(syntax, release)),
    directives: readDirectives(source.comments),
    release,
  };
}

function invocationOf(syntax: InvocationSyntax, release: Release | null): Invocation {
  const { origin, distance } = originOf(syntax);
  const understood: Understood = origin;
  let invocation = understood[meaning];
  if (invocation === undefined || invocation.release !== release) {
    invocation = buildInvocation(origin, release);
    understood[meaning] = invocation;
  }
  return distance === 0 ? invocation : new MovedInvocation(invocation, distance, syntax);
}
