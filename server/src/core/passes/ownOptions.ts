import type { Pass } from './passPlan.js';
import type { PlanDraft } from './planDraft.js';
import type { PlanUse } from './planUses.js';
import { privateFile, privateSlot } from './slots.js';

/** The switch by which imapsync stops at a pass; null where it goes on to the end. */
export const justOption: Readonly<Record<Pass, string | null>> = {
  connect: 'justconnect',
  login: 'justlogin',
  folders: 'justfolders',
  dry: null,
};

/**
 * Switches that every pass sets, as they have to be in the end. `--noemailreport…`: releases before 2.204 put a report
 * into both INBOXes under `--dry` too; one that does not know the option (before 2.185) stops with exit code 64, which
 * is right, since it can not be kept from that.
 */
export const ownSwitches: Readonly<Record<string, boolean>> = {
  dry: true,
  dockercontext: false,
  releasecheck: false,
  emailreport1: false,
  emailreport2: false,
  log: true,
};

/** Options with values that every pass sets. imapsync puts a log file below the log folder, whatever its name. */
export const ownValues: Readonly<Record<string, string>> = {
  pidfile: privateFile('imapsync.pid'),
  tmpdir: privateFile('tmp'),
  logdir: privateSlot,
  logfile: 'imapsync.log',
};

const reasons: Readonly<Record<string, string>> = {
  dry: 'Without it the run would be real.',
  dockercontext: 'In a container imapsync would otherwise change to another folder and write no log.',
  releasecheck: 'Some packages of imapsync otherwise report release and system to its author.',
  emailreport1: 'Some releases otherwise put a report message into the INBOX of the source, under --dry too.',
  emailreport2: 'Some releases otherwise put a report message into the INBOX of the destination, under --dry too.',
  log: 'The report of the pass is read from the log file.',
  pidfile: 'The pid file of a real run that is going on would otherwise be overwritten and deleted.',
  tmpdir: 'Files that imapsync makes on the way stay in the private folder.',
  logdir: 'The log file stays in the private folder.',
  logfile: 'The log file stays in the private folder.',
};

/** Puts our own options in front, where nothing can swallow them or end the options before them. */
export function addOwnOptions(draft: PlanDraft, pass: Pass, uses: readonly PlanUse[]): void {
  for (const [name, state] of Object.entries(ownSwitches)) draft.addArgument(`--${state ? '' : 'no'}${name}`);
  for (const [name, value] of Object.entries(ownValues)) {
    draft.addArgument(`--${name}`);
    draft.addPrivateArgument(value);
  }
  const just = justOption[pass];
  if (just !== null) draft.addArgument(`--${just}`);
  if (uses.some(expungesSource)) draft.addArgument('--noexpunge1');
}

/** Says why our own options are there, as far as the user's did not say the same already. */
export function explainOwnOptions(draft: PlanDraft, pass: Pass, uses: readonly PlanUse[]): void {
  for (const name of Object.keys(ownSwitches)) explainSwitch(draft, uses, name, ownSwitches[name]!, reasons[name]!);
  for (const name of Object.keys(ownValues)) {
    if (!uses.some(({ use }) => use.name === name)) draft.change(`--${name}`, 'added', reasons[name]!);
  }
  const just = justOption[pass];
  if (just !== null) explainSwitch(draft, uses, just, true, `The ${pass} pass ends there.`);
  if (uses.some(expungesSource) && !uses.some(({ use }) => use.name === 'expunge1')) {
    draft.change(
      '--noexpunge1',
      'added',
      'These options otherwise make imapsync remove every message marked \\Deleted from the source.',
    );
  }
}

function explainSwitch(draft: PlanDraft, uses: readonly PlanUse[], name: string, state: boolean, reason: string): void {
  const last = uses.filter(({ use }) => use.name === name).at(-1);
  if (last !== undefined && last.use.negated !== state) return;
  draft.change(`--${state ? '' : 'no'}${name}`, 'added', reason);
}

function expungesSource(item: PlanUse): boolean {
  if (item.use.negated) return false;
  return item.use.name === 'expunge1' || item.use.name === 'delete1' || impliesExpunge(item);
}

function impliesExpunge({ use, fact }: PlanUse): boolean {
  return !use.negated && fact.implies.some(({ option, value }) => option === 'expunge1' && value === true);
}
