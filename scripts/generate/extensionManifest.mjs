// @ts-check
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../projectRoot.mjs';
import { levelsSchema } from './levels.mjs';

/**
 * package.json with the setting `imapsync.rules`; everything else in it is written by hand.
 * @param {readonly import('./levels.mjs').Rule[]} rules
 */
export async function extensionManifest(rules) {
  const manifest = JSON.parse(await readFile(path.join(projectRoot, 'package.json'), 'utf8'));
  const [section] = manifest.contributes.configuration;
  section.properties['imapsync.rules'] = {
    type: 'object',
    default: {},
    scope: 'resource',
    order: 3,
    markdownDescription:
      'How loud each rule is: `off`, `hint`, `info`, `warning`, `error`, or `default` for the level of the rule itself.',
    properties: levelsSchema(rules, 'markdownDescription'),
    additionalProperties: false,
  };
  return JSON.stringify(manifest, null, 2);
}
