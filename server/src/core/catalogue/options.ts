import { createOptionTable, lowerAscii, type OptionTable } from '../getopt/optionTable.js';

import type { OptionFact } from './optionFact.js';
import { authenticationOptions } from './options/authentication.js';
import { behaviorOptions } from './options/behavior.js';
import { credentialsOptions } from './options/credentials.js';
import { datesOptions } from './options/dates.js';
import { debuggingOptions } from './options/debugging.js';
import { deletionsOptions } from './options/deletions.js';
import { encryptionOptions } from './options/encryption.js';
import { flagsOptions } from './options/flags.js';
import { foldersOptions } from './options/folders.js';
import { labelsOptions } from './options/labels.js';
import { formerOptions, laterOptions } from './options/later.js';
import { logOptions } from './options/log.js';
import { messagesOptions } from './options/messages.js';
import { miscOptions } from './options/misc.js';
import { presetsOptions } from './options/presets.js';
import { selectionOptions } from './options/selection.js';
import { sizesOptions } from './options/sizes.js';
import { tmpOptions } from './options/tmp.js';
import { undocumentedOptions } from './options/undocumented.js';
import { knownReleases } from './release.js';
import { namesUnknownTo } from './unknownNames.js';

/** The release whose program the catalogue describes. */
export const catalogueRelease = knownReleases.described;

/** All options of imapsync 2.229, group by group. */
export const optionFacts: readonly OptionFact[] = [
  ...credentialsOptions,
  ...presetsOptions,
  ...encryptionOptions,
  ...authenticationOptions,
  ...foldersOptions,
  ...selectionOptions,
  ...messagesOptions,
  ...flagsOptions,
  ...labelsOptions,
  ...datesOptions,
  ...deletionsOptions,
  ...sizesOptions,
  ...behaviorOptions,
  ...logOptions,
  ...tmpOptions,
  ...debuggingOptions,
  ...miscOptions,
  ...undocumentedOptions,
];

/** The options of all releases: those of 2.229, then those that came later and those that were gone before. */
export const allOptionFacts: readonly OptionFact[] = [...optionFacts, ...laterOptions, ...formerOptions];

const byName = new Map<string, OptionFact>();
for (const fact of allOptionFacts) {
  for (const name of [fact.name, ...fact.aliases]) byName.set(lowerAscii(name), fact);
}

/** The option of any release with this name or alias, in any letter case, without dashes; no abbreviations, no no-forms. */
export function findOption(name: string): OptionFact | undefined {
  return byName.get(lowerAscii(name));
}

/** The options of imapsync 2.229 as its option parser looks them up. */
export const imapsyncOptions: OptionTable = createOptionTable(optionFacts, {
  unknown: namesUnknownTo(null, allOptionFacts),
});
