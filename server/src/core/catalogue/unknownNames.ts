import { lowerAscii, type UnknownNames } from '../getopt/optionTable.js';
import type { OptionFact } from './optionFact.js';
import { isFrom, knownReleases, type Release } from './release.js';
import { withdrawals } from './releases/withdrawals.js';
import { withdrawalText } from './releases/withdrawalText.js';

/**
 * Names that no release of imapsync knows, which people write out of habit, and what they mean. Small typing errors and
 * shortened names (`pass1`) are computed and need no entry unless their order matters.
 */
const habits: NonNullable<UnknownNames['mistakes']> = {
  pass1: ['password1', 'passfile1'],
  pass2: ['password2', 'passfile2'],
  pwd1: ['password1', 'passfile1'],
  pwd2: ['password2', 'passfile2'],
  passwordfile1: ['passfile1'],
  passwordfile2: ['passfile2'],
  'password-file1': ['passfile1'],
  'password-file2': ['passfile2'],
  username1: ['user1'],
  username2: ['user2'],
  login1: ['user1'],
  login2: ['user2'],
  server1: ['host1'],
  server2: ['host2'],
  hostname1: ['host1'],
  hostname2: ['host2'],
  starttls1: ['tls1'],
  starttls2: ['tls2'],
  token1: ['oauthaccesstoken1'],
  token2: ['oauthaccesstoken2'],
  separator1: ['sep1'],
  separator2: ['sep2'],
  delimiter1: ['sep1'],
  delimiter2: ['sep2'],
  dryrun: ['dry'],
  'dry-run': ['dry'],
  dry_run: ['dry'],
  simulate: ['dry'],
  gmail12: ['gmail1', 'gmail2'],
  office365: ['office1', 'office2'],
  excludefolder: ['exclude'],
  'exclude-folder': ['exclude'],
  includefolder: ['folder', 'include'],
  'include-folder': ['folder', 'include'],
  recursive: ['folderrec'],
  since: ['maxage', 'search'],
  verbose: ['debug'],
};

/**
 * What there is to say about names that a release does not know: what people write out of habit, and those of `facts` that
 * other releases know. Where the release is not known (null) those of 2.229 count, and whatever went in any release.
 */
export function namesUnknownTo(release: Release | null, facts: readonly OptionFact[]): UnknownNames {
  const at = release ?? knownReleases.described;
  const mistakes: Record<string, readonly string[]> = { ...habits };
  const remarks: Record<string, string> = {};
  for (const fact of facts) {
    if (fact.since !== null && !isFrom(at, fact.since))
      remarks[lowerAscii(fact.name)] = `Release ${fact.since} brought it.`;
  }
  for (const withdrawal of withdrawals) {
    const { name, goneBy, instead } = withdrawal;
    if (release !== null && !isFrom(release, goneBy)) continue;
    remarks[name] = withdrawalText(withdrawal);
    if (instead !== undefined) mistakes[name] = [instead];
  }
  return { mistakes, remarks };
}
