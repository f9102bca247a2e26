import { moveRange, type TextRange } from '../text/range.js';
import { moveWord } from './moveWord.js';
import { moveSlip, type Slip } from './slip.js';
import type { Assignment, InvocationSyntax, Written } from './source.js';
import type { Word } from './word.js';

/** The same command line `distance` further on. Its words are made when somebody asks for them. */
export function moveSyntax(syntax: InvocationSyntax, distance: number): InvocationSyntax {
  const { origin, distance: already } = originOf(syntax);
  return already + distance === 0 ? origin : new MovedSyntax(origin, already + distance);
}

/** A command line that was just read, as if it had been read `distance` further on: it counts as first read there. */
export function placeSyntax(syntax: InvocationSyntax, distance: number): InvocationSyntax {
  const { range, executable, launcher, assignments, words, written, embedded, slips } = syntax;
  return {
    dialect: syntax.dialect,
    range: moveRange(range, distance),
    executable: executable === null ? null : moveWord(executable, distance),
    launcher: moveWords(launcher, distance),
    assignments: moveAssignments(assignments, distance),
    words: moveWords(words, distance),
    ...(written === undefined ? {} : { written: moveWritten(written, distance) }),
    incomplete: syntax.incomplete,
    ...(embedded === undefined ? {} : { embedded: { words: moveWords(embedded.words, distance) } }),
    ...(slips === undefined ? {} : { slips: slips.map((slip) => moveSlip(slip, distance)) }),
    ...(syntax.reserved === undefined ? {} : { reserved: syntax.reserved }),
  };
}

/** The command line as it was first read, and how far `syntax` stands behind it. */
export function originOf(syntax: InvocationSyntax): {
  readonly origin: InvocationSyntax;
  readonly distance: number;
} {
  return syntax instanceof MovedSyntax ? syntax : { origin: syntax, distance: 0 };
}

class MovedSyntax implements InvocationSyntax {
  readonly range: TextRange;
  #executable: Word | null | undefined;
  #launcher: readonly Word[] | undefined;
  #assignments: readonly Assignment[] | undefined;
  #words: readonly Word[] | undefined;
  #written: Written | undefined;
  #embedded: InvocationSyntax['embedded'];
  #slips: readonly Slip[] | undefined;

  constructor(
    readonly origin: InvocationSyntax,
    readonly distance: number,
  ) {
    this.range = moveRange(origin.range, distance);
  }

  get dialect() {
    return this.origin.dialect;
  }

  get incomplete(): boolean {
    return this.origin.incomplete;
  }

  get table(): InvocationSyntax['table'] {
    const { table } = this.origin;
    if (table === undefined) return undefined;
    const { defect, firstOption, optionsRange } = table;
    return {
      defect: defect === null ? null : { ...defect, range: moveRange(defect.range, this.distance) },
      firstOption,
      optionsRange: optionsRange === null ? null : moveRange(optionsRange, this.distance),
    };
  }

  get reserved(): RegExp | undefined {
    return this.origin.reserved;
  }

  get executable(): Word | null {
    const { executable } = this.origin;
    this.#executable ??= executable === null ? null : moveWord(executable, this.distance);
    return this.#executable;
  }

  get launcher(): readonly Word[] {
    this.#launcher ??= moveWords(this.origin.launcher, this.distance);
    return this.#launcher;
  }

  get words(): readonly Word[] {
    this.#words ??= moveWords(this.origin.words, this.distance);
    return this.#words;
  }

  get written(): Written | undefined {
    const { written } = this.origin;
    if (written === undefined) return undefined;
    this.#written ??= moveWritten(written, this.distance);
    return this.#written;
  }

  get assignments(): readonly Assignment[] {
    this.#assignments ??= moveAssignments(this.origin.assignments, this.distance);
    return this.#assignments;
  }

  get embedded(): InvocationSyntax['embedded'] {
    const { embedded } = this.origin;
    if (embedded === undefined) return undefined;
    this.#embedded ??= { words: moveWords(embedded.words, this.distance) };
    return this.#embedded;
  }

  get slips(): readonly Slip[] {
    this.#slips ??= (this.origin.slips ?? []).map((slip) => moveSlip(slip, this.distance));
    return this.#slips;
  }
}

function moveWords(words: readonly Word[], distance: number): readonly Word[] {
  return words.map((word) => moveWord(word, distance));
}

function moveAssignments(assignments: readonly Assignment[], distance: number): readonly Assignment[] {
  return assignments.map(({ name, range, value }) => ({
    name,
    range: moveRange(range, distance),
    value: moveWord(value, distance),
  }));
}

function moveWritten({ words, places }: Written, distance: number): Written {
  return { words: moveWords(words, distance), places };
}
