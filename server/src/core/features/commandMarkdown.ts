import type { Analysis } from '../analysis.js';
import type { Side } from '../catalogue/optionFact.js';
import { findProvider } from '../catalogue/providers.js';
import { commentLine } from '../model/edits/commentLine.js';
import { effectiveSettings } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import type { Phase } from '../model/phase.js';
import { phasesOf } from '../model/phases.js';
import { releaseRemarks } from '../model/releaseRemarks.js';
import { refusedCombinations } from '../model/settingsRemarks.js';
import { accountText, hostText, shownValue } from './accounts.js';
import { connectionText, type SettingsByOption } from './connectionMarkdown.js';
import { summarise } from './invocationSummary.js';
import { code, prose } from './markdown.js';
import { settingsMarkdown } from './settingsMarkdown.js';

/** What the command will do as a whole: accounts, kind of run, deletions, phase. */
export function commandMarkdown(analysis: Analysis, invocation: Invocation, now: number): string {
  const summary = summarise(invocation);
  const settings = effectiveSettings(invocation);
  const byOption = new Map(settings.map((setting) => [setting.option, setting]));
  const lines = [
    `**imapsync** ${code(summary.accounts)}`,
    '',
    `- Source: ${sideText(invocation, 'host1', byOption)}`,
    `- Destination: ${sideText(invocation, 'host2', byOption)}`,
    `- ${runText(summary.run, summary.mode)}`,
  ];
  if (summary.deletions.length > 0) lines.push(`- **Careful:** it ${summary.deletions.join(' and ')}.`);
  else if (summary.run === 'real' && !invocation.open) lines.push('- It deletes nothing.');
  lines.push(...settingsMarkdown(settings, byOption).map((line) => `- ${line}`));
  lines.push(...releaseRemarks(invocation).map((remark) => `- ${prose(remark)}`));
  lines.push(`- Phase: ${phaseText(phaseOf(analysis, invocation, now), invocation)}`);
  const refusals = [...invocation.errors.map(({ message }) => message), ...refusedCombinations(invocation, settings)];
  for (const refusal of refusals.slice(0, mostRefusals)) lines.push(`- **Refused:** ${prose(refusal)}`);
  if (refusals.length > mostRefusals) lines.push(`- **Refused** for ${refusals.length - mostRefusals} more reasons.`);
  if (invocation.open) lines.push('- More options can come from variables that only the script knows when it runs.');
  return lines.join('\n');
}

const mostRefusals = 6;

function sideText(invocation: Invocation, side: Side, settings: SettingsByOption): string {
  const host = hostText(invocation, side);
  const user = shownValue(invocation, invocation.last(side === 'host1' ? 'user1' : 'user2'));
  if (host === null && user === null) return 'not given';
  const provider = host === null ? undefined : findProvider(host);
  const account = user === null ? accountText(invocation, side) : user;
  const at = host === null ? ', host not given' : ` at ${code(host)}`;
  const connection = connectionText(settings, side === 'host1' ? '1' : '2');
  const reached = connection === '' ? '' : `, ${connection}`;
  return `${user === null ? 'no user' : code(account)}${at}${provider === undefined ? '' : ` (${prose(provider.name)})`}${reached}`;
}

const runNotes = {
  refused: 'nothing is connected or copied',
  look: 'no mail is changed',
  dry: 'a rehearsal, messages are not copied',
  real: 'messages are copied',
} as const;

function runText(run: keyof typeof runNotes, mode: string): string {
  return `${prose(mode.charAt(0).toUpperCase() + mode.slice(1))}: ${runNotes[run]}.`;
}

function phaseOf(
  { source, invocations, directives }: Analysis,
  invocation: Invocation,
  now: number,
): Phase | undefined {
  return phasesOf({ dialect: source.dialect, invocations, directives }, now)[invocations.indexOf(invocation)];
}

function phaseText(phase: Phase | undefined, { dialect }: Invocation): string {
  switch (phase?.kind) {
    case 'pre-cutover': {
      const until = phase.untilText === null ? '' : ` until ${phase.untilText}`;
      return phase.expired
        ? `the pre-cutover marker${until} has expired.`
        : `pre-cutover${until}, MX points to the source.`;
    }
    case 'post-cutover':
      return 'post-cutover, MX points to the destination.';
    default:
      return `not marked. ${code(commentLine(dialect, 'imapsync-lint: pre-cutover until DATE'))} above the command says that MX still points to the source.`;
  }
}
