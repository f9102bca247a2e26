// @ts-check
import { levelsSchema } from './levels.mjs';

const pattern = { type: 'string', minLength: 1 };

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
      rules: { $ref: '#/definitions/rules' },
      imapsyncVersion: {
        description: 'The release of imapsync that runs the commands, such as 2.229.',
        type: 'string',
        pattern: '^([0-9]\\.[0-9]{1,4})?$',
      },
      overrides: {
        description: 'What differs for some files; the last one that speaks of a file and a rule counts.',
        type: 'array',
        items: {
          type: 'object',
          properties: {
            files: {
              description:
                'Patterns of paths from the folder of this file: * and ? within a folder, ** through folders, {a,b}, [a-z]. Without a slash they are meant in every folder.',
              anyOf: [pattern, { type: 'array', items: pattern, minItems: 1 }],
            },
            rules: { $ref: '#/definitions/rules' },
          },
          required: ['files', 'rules'],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
    definitions: {
      rules: {
        description: 'How loud each rule is; a rule that is not named keeps its own level.',
        type: 'object',
        properties: levelsSchema(rules, 'description'),
        additionalProperties: false,
      },
    },
  });
}
