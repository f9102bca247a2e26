// @ts-check
/** @typedef {import('../../server/src/core/rules/rule.js').Rule} Rule */

const levels = ['default', 'off', 'hint', 'info', 'warning', 'error'];

/**
 * JSON schema of an object with the levels of rules.
 * @param {readonly Rule[]} rules
 * @param {'description' | 'markdownDescription'} description the key that holds prose
 */
export function levelsSchema(rules, description) {
  return Object.fromEntries(
    rules.map(({ id, severity, summary }) => [
      id,
      {
        enum: levels,
        default: 'default',
        [description]: `${summary} By default: ${severity}.`,
      },
    ]),
  );
}
