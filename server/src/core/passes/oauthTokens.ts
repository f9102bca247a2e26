import type { WordPiece } from '../syntax/word.js';
import { knownText, slotted } from './expandWords.js';
import { absolutePath } from './filePaths.js';
import type { PlanDraft } from './planDraft.js';
import type { PlanUse } from './planUses.js';
import type { WordSource } from './wordSource.js';

/** What tells a token from the name of a file that holds one. */
export interface FileContext {
  readonly source: WordSource;
  readonly scriptDirectory: string;
  /** Whether a readable file has this absolute path; where nobody can tell, the look of the value decides. */
  readonly isFile?: (path: string) => boolean;
}

/**
 * `--oauthaccesstoken1` and its kin take a token, or the name of a file whose first line is one. A file keeps its name,
 * made absolute; a token goes into a private file. In doubt the value is a token: a mistake then spoils the login,
 * never the secret.
 */
export function planToken(draft: PlanDraft, { use, value }: PlanUse, context: FileContext): void {
  const option = `--${use.name}`;
  const text = knownText(value);
  draft.addArgument(option);
  if (text === '') {
    draft.addArgument('');
    return;
  }
  const path = text === null ? null : absolutePath(text, context.scriptDirectory);
  const isFile = path !== null && context.isFile !== undefined ? context.isFile(path) : looksLikeFile(value, context);
  if (!isFile) {
    const purpose = use.name.endsWith('1') ? 'token1' : 'token2';
    draft.addPrivateArgument(draft.addSecretFile(use.name, purpose, option, value));
    draft.change(
      option,
      'replaced',
      'Everybody on this machine can read the arguments of a running program, and imapsync writes them into its log; the pass has a file that only you can read, deleted after the run.',
    );
  } else if (path === null) {
    draft.addPieces(value);
  } else {
    draft.addArgument(path);
  }
}

function looksLikeFile(value: readonly WordPiece[], { source }: FileContext): boolean {
  const { text, names } = slotted(value, source);
  if (/\.(?:txt|tok|token|json|oauth|secret|pass)$/i.test(text)) return true;
  const first = value[0];
  const known = first?.kind === 'text' ? first.value : text.slice(`{var:${names[0]}}`.length);
  return /^(?:\/|\.{1,2}[\\/]|~|[A-Za-z]:[\\/]|\\)/.test(known);
}
