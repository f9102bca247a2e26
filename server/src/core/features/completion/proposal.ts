import type { OptionFact } from '../../catalogue/optionFact.js';
import type { Invocation } from '../../model/invocation.js';
import type { Flow } from '../../syntax/source.js';

/** A value to be chosen. */
export interface Proposal {
  /** What comes to stand in the value. */
  readonly value: string;
  /** How it is shown, where that is not the value itself. */
  readonly label?: string;
  readonly detail: string;
  /** A word at the end of the proposal's line. */
  readonly hint?: string;
  readonly kind?: 'value' | 'host' | 'folder' | 'file';
  /** Another text by which people look for it. */
  readonly also?: string;
  /** The part of the value that it replaces, by offsets in the value; the whole of it where they are left out. */
  readonly from?: number;
  readonly to?: number;
  /** More belongs behind it: a client asks again at once. */
  readonly unfinished?: true;
  /** The text to be written as it is, without quoting: a reference to a variable. */
  readonly raw?: string;
}

/** What is asked about a value that is being typed. */
export interface ValueQuestion {
  readonly fact: OptionFact;
  /** The command without that value. */
  readonly invocation: Invocation;
  /** The value that stands there. */
  readonly text: string;
  /** How many characters of it stand before the cursor. */
  readonly cursor: number;
  /** The value stands behind an equals sign, where it can not be empty. */
  readonly behindEquals: boolean;
  /** Commands above this one, the nearest first. */
  readonly above: readonly Invocation[];
  /** The text that the ranges of the command count in. */
  readonly source: string;
  /** What the script does to its variables. */
  readonly flow: Flow | undefined;
  /** The present moment, milliseconds since 1970 UTC. */
  readonly now: number;
}
