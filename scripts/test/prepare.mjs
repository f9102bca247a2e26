// @ts-check
import { installNodeModules } from '../setup/nodeModules.mjs';
import { installSystemPackages, testNeeds } from '../setup/systemPackages.mjs';

/**
 * Installs what the tests need.
 * @param {(line: string) => void} say
 */
export async function prepareForTests(say) {
  await installNodeModules(say);
  await installSystemPackages(testNeeds, say);
}
