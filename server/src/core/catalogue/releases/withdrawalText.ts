import { compareReleases } from '../release.js';
import type { Withdrawal } from './withdrawals.js';

/** When a name went and what to write instead, in one sentence. */
export function withdrawalText({ lastWith, goneBy, instead }: Withdrawal): string {
  if (!followsAt(lastWith, goneBy)) {
    const end = `It went between release ${lastWith}, which has it, and ${goneBy}, which has not`;
    return instead === undefined ? `${end}.` : `${end}: write --${instead}.`;
  }
  return instead === undefined ? `Release ${goneBy} dropped it.` : `Release ${goneBy} renamed it to --${instead}.`;
}

function followsAt(earlier: string, later: string): boolean {
  const [major, minor] = earlier.split('.');
  return compareReleases(`${major}.${Number(minor) + 1}`, later) === 0;
}
