import type { TextChange } from '../../text/edit.js';

/** The last part of an action's LSP kind, by which an editor can bind a key to it. */
export type RewriteId = 'format' | 'names' | 'swap' | 'passfile' | 'profile' | 'posix' | 'cmd' | 'powershell';

/** A change of one file. */
export interface RewriteAction {
  readonly kind: 'refactoring';
  readonly id?: RewriteId;
  readonly title: string;
  readonly edits: readonly TextChange[];
}

/** A rewrite that somebody will look for and that is not possible here, with the reason as a sentence. */
export interface RefusedAction {
  readonly kind: 'refused';
  readonly id: RewriteId;
  readonly title: string;
  readonly reason: string;
}

/** A file that is written beside the present one, under a name that is free there. */
export interface NewFileAction {
  readonly kind: 'new-file';
  readonly id: RewriteId;
  /** What is done, for a title: `Move options to profile` NAME. */
  readonly title: string;
  /** With its dot. */
  readonly extension: string;
  readonly content: string;
  /** The changes of the present file once the name of the new one is known; null where it can not be used. */
  editsFor(name: string): readonly TextChange[] | null;
}

/** A password whose file the editor asks for, for the command that the line means. */
export interface PassfileAction {
  readonly kind: 'passfile-question';
  readonly title: string;
  /** Zero-based. */
  readonly line: number;
  readonly side: 1 | 2;
}
