import type { Invocation } from '../model/invocation.js';
import { knownPrefix, type WordPiece } from '../syntax/word.js';
import { expandUnsplit, knownText, piecesBehind } from './expandWords.js';
import type { PlanDraft } from './planDraft.js';
import type { PlanUse } from './planUses.js';
import type { WordSource } from './wordSource.js';

type SideNumber = '1' | '2';

/**
 * Hands the passwords of both sides over by private files. imapsync's order is kept: a passfile beats the environment,
 * which beats `--password1`. A passfile of the user stays what it is and is not opened here.
 */
export function planPasswords(
  draft: PlanDraft,
  uses: readonly PlanUse[],
  invocation: Invocation,
  source: WordSource,
): void {
  for (const side of ['1', '2'] as const) planPassword(draft, side, uses, invocation, source);
}

/** Leaves the passwords out of a pass that does not log in. */
export function dropPasswords(draft: PlanDraft, uses: readonly PlanUse[]): void {
  for (const { use } of uses) {
    if (use.name === 'password1' || use.name === 'password2') draft.change(`--${use.name}`, 'removed', noLogin);
  }
}

export const noLogin = 'A connect pass does not log in.';

function planPassword(
  draft: PlanDraft,
  side: SideNumber,
  uses: readonly PlanUse[],
  invocation: Invocation,
  source: WordSource,
): void {
  const passwordOption = `--password${side}`;
  const variable = `IMAPSYNC_PASSWORD${side}`;
  const option = uses.filter(({ use }) => use.name === `password${side}`).at(-1);
  const environment = assignedTo(variable, invocation, source);
  const passfile = uses.filter(({ use }) => use.name === `passfile${side}`).at(-1);
  if (passfile !== undefined) {
    if (isSubstitution(passfile)) planSubstitution(draft, side, passfile);
    const reason = `imapsync takes the password from --passfile${side}, which is given too.`;
    if (option !== undefined) draft.change(passwordOption, 'removed', reason);
    if (environment !== undefined) draft.change(variable, 'removed', reason);
    return;
  }
  const fromOption = option === undefined ? undefined : trimBlanks(option.value);
  const byEnvironment = environment !== undefined && isTrue(environment);
  if (!byEnvironment && (fromOption === undefined || !isTrue(fromOption))) {
    if (option !== undefined) {
      draft.change(
        passwordOption,
        'removed',
        'An empty password counts as none: imapsync asks for it in the terminal.',
      );
    }
    return;
  }
  const holder = byEnvironment ? variable : passwordOption;
  const value = byEnvironment ? environment : fromOption!;
  const file = draft.addSecretFile(`passfile${side}`, `password${side}`, holder, value);
  draft.addArgument(`--passfile${side}`);
  draft.addPrivateArgument(file);
  if (byEnvironment) {
    draft.change(
      variable,
      'replaced',
      `Other processes of the same user can read the environment; the pass has a file that only you can read, deleted after the run.`,
    );
  } else {
    draft.change(
      passwordOption,
      'replaced',
      'Everybody on this machine can read the arguments of a running program; the pass has a file that only you can read, deleted after the run.',
    );
  }
  if (byEnvironment && option !== undefined) {
    draft.change(passwordOption, 'removed', `imapsync takes the password from ${variable}, which is given too.`);
  }
}

/** `--passfile1 <(pass show mail)`: what the program would print is asked for, since no shell runs it. */
function planSubstitution(draft: PlanDraft, side: SideNumber, { value }: PlanUse): void {
  const option = `--passfile${side}`;
  const file = draft.addSecretFile(`passfile${side}`, `password${side}`, option, value);
  draft.addArgument(option);
  draft.addPrivateArgument(file);
  draft.change(option, 'replaced', 'Only a shell could run the program in it; the pass asks for the password instead.');
}

/** Whether a value is nothing but `<(…)`. */
export function isSubstitution({ value }: PlanUse): boolean {
  const [piece] = value;
  return value.length === 1 && piece?.kind === 'dynamic' && piece.what === 'process-substitution';
}

/** The value of the last `NAME=value` before the command or among the words of `env`, `sudo`, `docker run -e` … */
function assignedTo(name: string, invocation: Invocation, source: WordSource): readonly WordPiece[] | undefined {
  const { assignments, launcher } = invocation.syntax;
  const assignment = assignments.filter((candidate) => candidate.name === name).at(-1);
  if (assignment !== undefined) return expandUnsplit(assignment.value, source).pieces;
  const word = launcher.filter((candidate) => knownPrefix(candidate).startsWith(`${name}=`)).at(-1);
  return word === undefined ? undefined : piecesBehind(expandUnsplit(word, source), name.length + 1);
}

/** imapsync removes blanks around `--password1`; a passfile keeps them. */
function trimBlanks(pieces: readonly WordPiece[]): readonly WordPiece[] {
  const first = pieces[0];
  const last = pieces.at(-1);
  return pieces.map((piece) => {
    if (piece.kind !== 'text') return piece;
    let { value } = piece;
    if (piece === first) value = value.replace(/^ +/, '');
    if (piece === last) value = value.replace(/ +$/, '');
    return { ...piece, value };
  });
}

/** What Perl takes for true: anything unknown counts, an empty text and a lone 0 do not. */
function isTrue(pieces: readonly WordPiece[]): boolean {
  if (pieces.some((piece) => piece.kind === 'dynamic')) return true;
  const text = knownText(pieces);
  return text !== '' && text !== '0';
}
