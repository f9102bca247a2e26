import type { Pass } from '../../../server/src/core/passes/passPlan.js';

/** How a pass is called at the beginning of a sentence. */
export const passNames: Readonly<Record<Pass, string>> = {
  connect: 'Connect pass',
  login: 'Login pass',
  folders: 'Folders pass',
  dry: 'Dry pass',
};
