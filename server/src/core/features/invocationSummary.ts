import type { Side } from '../catalogue/optionFact.js';
import { findOption } from '../catalogue/options.js';
import type { Invocation } from '../model/invocation.js';
import { accountPair, hostText } from './accounts.js';
import { enumerate } from './markdown.js';

/** What a command will do, in a few words each. */
export interface InvocationSummary {
  /** `alice@mail.example → alice@example.org` */
  readonly accounts: string;
  /** `refused` stops at once, `look` changes no mail, `dry` rehearses, `real` copies. */
  readonly run: 'refused' | 'look' | 'dry' | 'real';
  /** `real run`, `dry run`, `only logs in` … */
  readonly mode: string;
  /** `deletes on the destination` …; empty where nothing is deleted. */
  readonly deletions: readonly string[];
}

/** What the program will do with these options, as far as the words tell. */
export function summarise(invocation: Invocation): InvocationSummary {
  const { run, mode } = runOf(invocation);
  return { accounts: accountPair(invocation), run, mode, deletions: deletionsOf(invocation, run) };
}

/** Options without which imapsync copies nothing and that are certainly not given, presets counted. */
function missingAccountOptions(invocation: Invocation): readonly string[] {
  const sides: readonly Side[] = ['host1', 'host2'];
  return sides.flatMap((side) => {
    const user = side === 'host1' ? 'user1' : 'user2';
    return [
      ...(invocation.isAbsent(side) && hostText(invocation, side) === null ? [side] : []),
      ...(invocation.isAbsent(user) ? [user] : []),
    ];
  });
}

const lookModes: readonly (readonly [option: string, mode: string])[] = [
  ['help', 'only prints its help'],
  ['version', 'only prints its version'],
  ['justbanner', 'only prints its banner'],
  ['justconnect', 'only connects'],
  ['justlogin', 'only logs in'],
  ['justfoldersizes', 'only measures folders'],
  ['justfolderlists', 'only lists folders'],
  ['justautomap', 'only shows the automatic mapping'],
];

function runOf(invocation: Invocation): Pick<InvocationSummary, 'run' | 'mode'> {
  if (invocation.errors.length > 0) return { run: 'refused', mode: 'stops with exit code 64' };
  const look = lookModes.find(([option]) => invocation.isSet(option) === true);
  if (look !== undefined) return { run: 'look', mode: look[1] };
  const missing = missingAccountOptions(invocation);
  if (missing.length > 0) {
    const names = enumerate(
      missing.map((name) => `--${name}`),
      'and',
    );
    return { run: 'look', mode: `connection test only: ${names} ${missing.length === 1 ? 'is' : 'are'} missing` };
  }
  if (invocation.isSet('dry') === true) return { run: 'dry', mode: 'dry run' };
  const folders = invocation.isSet('justfolders') === true ? ', folders only' : '';
  if (invocation.open && invocation.isSet('dry') === undefined)
    return { run: 'real', mode: `real run unless --dry is passed on${folders}` };
  return { run: 'real', mode: `real run${folders}` };
}

function deletionsOf(invocation: Invocation, run: InvocationSummary['run']): readonly string[] {
  if (run === 'refused' || run === 'look') return [];
  const given = (name: string): boolean => invocation.isSet(name) === true;
  const written = (name: string): boolean => invocation.last(name) !== undefined;
  const deletions: string[] = [];
  if (run === 'dry') {
    // Verified against 2.229: of all deletions only the expunge that delete1 asks for happens under --dry.
    const expunges = invocation.uses.some(
      (use) =>
        !use.negated &&
        (findOption(use.name)?.dryAccountEffects.length ?? 0) > 0 &&
        invocation.isSet('expunge1') !== false,
    );
    return expunges ? ['expunges on the source all the same'] : [];
  }
  if (given('delete1')) deletions.push('deletes on the source');
  else if (given('expunge1') || (given('gmail2') && !given('gmail1') && invocation.isSet('expunge1') !== false)) {
    deletions.push('expunges on the source');
  }
  if (given('delete2')) deletions.push('deletes on the destination');
  else if (given('delete2duplicates')) deletions.push('deletes duplicates on the destination');
  else if (given('expunge2')) deletions.push('expunges on the destination');
  if (given('delete2folders') || written('delete2foldersonly') || written('delete2foldersbutnot')) {
    deletions.push('deletes folders on the destination');
  }
  return deletions;
}
