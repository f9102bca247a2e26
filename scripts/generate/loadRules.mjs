// @ts-check
import { loadBundle } from './loadBundle.mjs';

/** @typedef {import('../../server/src/core/rules/rule.js').Rule} Rule */

/**
 * The rules themselves.
 * @returns {Promise<readonly Rule[]>}
 */
export async function loadRules() {
  const { rules } = await loadBundle('server/src/core/rules/index.generated.ts');
  return rules;
}
