import type { TextRange } from '../text/range.js';
import type { CommandLines } from './commandLines.js';
import type { Dialect, FileDialect } from './dialect.js';
import type { HostParts } from './embedded/hostParts.js';
import type { FlowStep } from './flow.js';
import type { Slip } from './slip.js';
import type { TableFormat } from './table/columns.js';
import type { TableRow } from './table/tableRow.js';
import type { Word } from './word.js';

/** A comment of the file's own syntax. */
export interface Comment {
  /** From the comment sign to the last character before the end of the line. */
  readonly range: TextRange;
  /** The text behind the comment sign, untrimmed. */
  readonly text: string;
  /** Nothing but blanks stands before it on its line. */
  readonly ownLine: boolean;
}

/** `NAME=value` in front of a command. */
export interface Assignment {
  readonly name: string;
  readonly range: TextRange;
  readonly value: Word;
}

/** One imapsync command line as it stands in a file: words, not yet options. */
export interface InvocationSyntax {
  readonly dialect: Dialect;
  /** From the first word (launchers included) to the end of the last argument; redirections between them are inside. */
  readonly range: TextRange;
  /** `imapsync`, `/usr/bin/imapsync` …; null where the file holds options only (profile, image that starts imapsync). */
  readonly executable: Word | null;
  /** `sudo`, `docker run --rm image` …: the words before the executable, in order. */
  readonly launcher: readonly Word[];
  readonly assignments: readonly Assignment[];
  /** The arguments as imapsync gets them, as far as that is known, without executable and launcher. */
  readonly words: readonly Word[];
  /** Present where variables were put in: the arguments as they are written on the command line, such as `$OPTS`. */
  readonly written?: Written | undefined;
  /** The text of the command that contains the invocation ends in the middle of a quote or a substitution. */
  readonly incomplete: boolean;
  /**
   * Present where the invocation stands in a text that is read twice: in the words of `bash -c '…'`, `eval …`, `parallel …`
   * (`words` are those of the outer command, launchers included), or in backquotes that hold backslashes (no words).
   * An edit inside must survive both readings.
   */
  readonly embedded?: { readonly words: readonly Word[] } | undefined;
  /** Present where the invocation is a row of an account table; its range then is the whole row. */
  readonly table?: TableRow | undefined;
  /** It stands in `options_extra.txt`: imapsync takes a few options from there and refuses nothing. */
  readonly optionsExtra?: true;
  /** What its surroundings tell of mistakes; absent where there is none, and in a text that is read twice. */
  readonly slips?: readonly Slip[];
  /**
   * Present in a file of another format: what an edit must not bring in here, since that format would read it as its own
   * (`%` in a crontab, `$` in a Makefile, a line end where each line has a prefix).
   */
  readonly reserved?: RegExp | undefined;
}

/** The arguments of a command line as they stand there. */
export interface Written {
  readonly words: readonly Word[];
  /** For each argument the index of the written word that it stems from; negative where that stands before them. */
  readonly places: readonly number[];
}

/** What the syntax layer reads out of one file. */
export interface SourceFile {
  readonly dialect: FileDialect;
  readonly text: string;
  /** In the order of their ranges; an invocation inside another one's `$(…)` follows it. */
  readonly invocations: readonly InvocationSyntax[];
  readonly comments: readonly Comment[];
  /** The here-documents of a script, each from the line end before it to the end of its delimiter. */
  readonly hereDocuments?: readonly TextRange[];
  /** The invocations as they were read, before what variables hold was put in; absent where that made no difference. */
  readonly scanned?: readonly InvocationSyntax[];
  /** Of a script with an imapsync command line. */
  readonly lines?: CommandLines;
  /** What the script does to its variables; absent where nothing can be known. */
  readonly flow?: Flow;
  /** Of an account table. */
  readonly table?: TableFormat;
  /** Of a host format. */
  readonly parts?: HostParts;
}

/** Steps in the order of the text. Their offsets, and those of their words, are to be moved on by `distances`. */
export interface Flow {
  readonly steps: readonly FlowStep[];
  readonly distances: Int32Array;
}
