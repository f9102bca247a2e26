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
      imapsyncVersion: {
        description: 'The release of imapsync that runs the commands, such as 2.229.',
        type: 'string',
        pattern: '^([0-9]\\.[0-9]{1,4})?$',
      },
    },
    additionalProperties: false,
  });
}
