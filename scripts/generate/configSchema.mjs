// @ts-check
import { levelsSchema } from './levels.mjs';

/**
 * JSON schema of a configuration file.
 * @param {readonly import('./levels.mjs').Rule[]} rules
 */
export function configSchema(rules) {
  return JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of imapsync-lint',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      rules: {
        description: 'How loud each rule is; a rule that is not named keeps its own level.',
        type: 'object',
        properties: levelsSchema(rules, 'description'),
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  });
}
