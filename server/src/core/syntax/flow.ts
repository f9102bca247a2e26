import type { Slip } from './slip.js';
import type { Assignment } from './source.js';
import type { Word } from './word.js';

/**
 * What a script does to its variables, in the order in which it stands in the text: enough to know what a variable holds
 * where a command line uses it. Scanners write these steps down, `dataFlow` follows them; neither knows the other's language.
 */
export type FlowStep =
  | AssignStep
  | ForgetStep
  | LeaveStep
  | ColumnsStep
  | ArgumentsStep
  | CallStep
  | CommandStep
  | InvocationStep
  | OpenStep
  | NextStep
  | CloseStep
  | TokenStep;

/** `name=value`, `set "name=value"`, `$name = 'value'`. */
export interface AssignStep {
  readonly kind: 'assign';
  /** As the dialect compares names: cmd and PowerShell names in lower case. */
  readonly name: string;
  /** The whole assignment. */
  readonly start: number;
  readonly end: number;
  /** One value, or the elements of an array; null where the variable ceases to be (`unset`). */
  readonly value: Word | readonly Word[] | null;
  /** The value is added to what the variable holds. */
  readonly append: boolean;
  /** Seen in the function that holds it only. */
  readonly local: boolean;
  /** Without a value: the variable is declared (`local x`), which leaves one of the same function as it is. */
  readonly declares?: true;
  /** Goes past the variables of the functions being run (`declare -g`). */
  readonly global?: true;
  /** From now on the variable keeps its value, whatever tries to change it (`readonly`). */
  readonly constant?: true;
}

/** Something else gives a variable a value (`unset`, `read`, `for`), or all of them where `name` is null (`source`). */
export interface ForgetStep {
  readonly kind: 'forget';
  readonly name: string | null;
  /** From now on what is assigned to it may become something else (`declare -i`), or may go elsewhere (`declare -n`). */
  readonly forever?: true;
  readonly start: number;
}

/** `return`, `break`, `continue`: what follows in the block does not run. */
export interface LeaveStep {
  readonly kind: 'leave';
  readonly block: 'function' | 'loop';
  readonly start: number;
}

/** `while IFS=';' read -r h1 u1 …; do … done < file`: each name holds a column of the lines of a file. */
export interface ColumnsStep {
  readonly kind: 'columns';
  readonly names: readonly string[];
  /** The characters that separate columns; null where they are not known. */
  readonly separators: string | null;
  /** The file, where the loop itself names it. */
  readonly file?: Word;
  readonly start: number;
}

/** `set -- …` */
export interface ArgumentsStep {
  readonly kind: 'arguments';
  /** Null where only the shell knows them (`shift $n`). */
  readonly words: readonly Word[] | null;
  /** So many arguments are dropped (`shift 2`) before `words`, where they are given, are added. */
  readonly shift?: number;
  readonly start: number;
}

/** A command that may call a function of the script. */
export interface CallStep {
  readonly kind: 'call';
  readonly name: string;
  /** The arguments; null where they, and what variables hold at that time, can not be known (`export -f f`). */
  readonly words: readonly Word[] | null;
  /** What the function sees for the time of this call: `X=1 f`. */
  readonly assigned: readonly AssignStep[];
  readonly start: number;
}

/** A command that starts imapsync only where a variable says so: `$IMAPSYNC --host1 …`. */
export interface CommandStep {
  readonly kind: 'command';
  readonly words: readonly Word[];
  readonly assignments: readonly Assignment[];
  readonly incomplete: boolean;
  /** As in InvocationSyntax. */
  readonly slips?: readonly Slip[];
  readonly start: number;
}

/** An invocation stands here; it is the one of the file whose range begins at `start`. */
export interface InvocationStep {
  readonly kind: 'invocation';
  readonly start: number;
}

/**
 * A block begins: one that runs or does not (`branch`), one that can run again (`loop`), one whose assignments are
 * lost at its end (`subshell`), or the body of a function, which runs where it is called.
 */
export interface OpenStep {
  readonly kind: 'open';
  readonly block: 'branch' | 'loop' | 'subshell' | 'function';
  /** Of a function. */
  readonly name?: string;
  readonly start: number;
}

/** Another branch of the innermost block begins: `else`, `;;`. */
export interface NextStep {
  readonly kind: 'next';
  readonly start: number;
}

export interface CloseStep {
  readonly kind: 'close';
  readonly start: number;
}

/**
 * A sign of a POSIX shell that opens, divides or closes something. Which ones belong together is found out later, since an
 * edit is read without what stands before it. `end` is the end of a list of commands: `;` or a line end.
 */
export interface TokenStep {
  readonly kind: 'token';
  readonly token:
    | 'if'
    | 'else'
    | 'fi'
    | 'loop'
    | 'done'
    | 'case'
    | 'clause'
    | 'esac'
    | '{'
    | '}'
    | '('
    | ')'
    | 'and-or'
    | '|'
    | 'coproc'
    | '&'
    | 'end'
    | 'function';
  /** Of a function. */
  readonly name?: string;
  /** What the commands before a `done` read from: `done < file`. */
  readonly input?: Word;
  readonly start: number;
}
