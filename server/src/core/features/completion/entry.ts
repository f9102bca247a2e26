import type { TextChange } from '../../text/edit.js';

/** What tells how to explain a proposal. */
export type CompletionKey =
  | { readonly option: string; readonly negated?: true }
  /** The proposal begins at `at` in the value that it makes. */
  | { readonly option: string; readonly value: string; readonly at: number }
  | { readonly rule: string };

/** One proposal; the order of the list is the order of their worth. */
export interface CompletionEntry {
  readonly label: string;
  readonly kind:
    | 'option'
    | 'switch'
    | 'value'
    | 'host'
    | 'folder'
    | 'file'
    | 'directory'
    | 'column'
    | 'directive'
    | 'rule';
  /** One line beside the proposal. */
  readonly detail: string;
  /** A word at the end of the proposal's line: its side. */
  readonly hint: string | null;
  readonly change: TextChange;
  /** Further changes elsewhere that come with it. */
  readonly also?: readonly TextChange[];
  /** What the typed text is compared with. */
  readonly filterText: string;
  /** What `completionDetails` explains. */
  readonly explained?: CompletionKey;
  readonly deprecated?: boolean;
  /** The change as a snippet in LSP's syntax, for clients that know snippets. */
  readonly snippet?: string;
  /** More belongs behind it: a client asks again at once. */
  readonly again?: true;
}
