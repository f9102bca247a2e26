import type { Analysis } from '../analysis.js';
import type { UsageErrorKind } from '../getopt/result.js';
import type { Invocation } from '../model/invocation.js';
import { type PositionRange, type Positions, positionsOf } from '../text/positions.js';

/** What `imapsync-lint parse` prints of one file. Values stand here as imapsync gets them, secrets included. */
export interface ParseOutput {
  /** How the file is read. */
  readonly dialect: string;
  readonly invocations: readonly ParsedInvocation[];
}

export interface ParsedInvocation {
  /** How its words are written: in a Markdown file that of its fence. */
  readonly dialect: string;
  readonly range: PositionRange;
  /** null where the file holds options only, and where the word is not known. */
  readonly executable: string | null;
  /** Arguments; launcher and executable are left out. `value` is null where only the shell knows it. */
  readonly words: readonly { readonly text: string; readonly range: PositionRange; readonly value: string | null }[];
  readonly argv: readonly (string | null)[];
  readonly options: readonly ParsedOption[];
  readonly errors: readonly {
    readonly kind: UsageErrorKind;
    readonly message: string;
    readonly range: PositionRange;
  }[];
}

export interface ParsedOption {
  readonly name: string;
  readonly spelled: string;
  readonly negated: boolean;
  readonly value: string | null;
  readonly dynamic: boolean;
  readonly range: PositionRange;
  readonly valueRange: PositionRange | null;
}

/** The command lines of a file in the form of the `parse` command; ranges in zero-based lines and UTF-16 units. */
export function parseOutput(analysis: Analysis): ParseOutput {
  const { text, dialect } = analysis.source;
  const positions = positionsOf(text);
  return {
    // The words of options_extra.txt are written much as in a profile.
    dialect: dialect === 'options-extra' ? 'profile' : dialect,
    invocations: analysis.invocations.map((invocation) => parsedInvocation(invocation, text, positions)),
  };
}

function parsedInvocation(invocation: Invocation, text: string, positions: Positions): ParsedInvocation {
  const { syntax, uses, errors } = invocation;
  return {
    dialect: invocation.dialect,
    range: positions.range(invocation.range),
    executable: syntax.executable?.value ?? null,
    words: syntax.words.map(({ range, value }) => ({
      text: text.slice(range.start, range.end),
      range: positions.range(range),
      value,
    })),
    argv: syntax.words.map(({ value }) => value),
    options: uses.map(({ name, spelled, negated, value, dynamic, range, valueRange }) => ({
      name,
      spelled,
      negated,
      value,
      dynamic,
      range: positions.range(range),
      valueRange: valueRange === null ? null : positions.range(valueRange),
    })),
    errors: errors.map(({ kind, message, range }) => ({ kind, message, range: positions.range(range) })),
  };
}
