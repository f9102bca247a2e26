/** One expectation of a fixture: characters `start` to `end` of a line have, or have not, a scope. */
export interface ScopeAssertion {
  /** Zero-based index into the fixture's source lines. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scope: string;
  readonly expected: boolean;
  /** One-based line of the fixture file, for messages. */
  readonly fixtureLine: number;
}

export interface GrammarFixture {
  readonly grammar: string;
  readonly lines: readonly string[];
  readonly assertions: readonly ScopeAssertion[];
}

/**
 * Reads a fixture: `grammar: SCOPE` first, then source lines behind `> `, each followed by lines of carets under the
 * characters meant and the scope that they have, or with `!` in front of it must not have. All else is prose.
 */
export function readFixture(text: string): GrammarFixture {
  const lines: string[] = [];
  const assertions: ScopeAssertion[] = [];
  const [header = '', ...rest] = text.split('\n');
  const grammar = /^grammar: (\S+)$/.exec(header)?.[1];
  if (grammar === undefined) throw new Error('a fixture begins with "grammar: SCOPE"');
  rest.forEach((row, index) => {
    if (row.startsWith('> ')) {
      lines.push(row.slice(2));
      return;
    }
    const match = /^( {2,})(\^+) (!?)([\w.-]+)$/.exec(row);
    if (match === null) {
      if (row.includes('^^')) throw new Error(`line ${index + 2}: not an assertion: ${row}`);
      return;
    }
    const start = match[1]!.length - 2;
    assertions.push({
      line: lines.length - 1,
      start,
      end: start + match[2]!.length,
      scope: match[4]!,
      expected: match[3] === '',
      fixtureLine: index + 2,
    });
  });
  return { grammar, lines, assertions };
}
