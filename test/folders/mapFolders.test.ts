import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mapQuestion } from '../../server/src/core/features/mapOutput.js';
import { readFolderList } from '../../server/src/core/folders/listing.js';

/** What runs of imapsync 2.229 with one set of servers and options made of folders. */
interface Scene {
  /** Separator and prefix of the source, then of the destination. */
  readonly inForce: readonly [string, string, string, string];
  readonly options: readonly string[];
  /** Listings: a name, and behind a tab its attributes. */
  readonly host1?: readonly string[];
  readonly host2?: readonly string[];
  readonly subscribed?: readonly string[];
  readonly announced1?: readonly [string, string] | null;
  /** For each folder its new name, or another outcome and the status of the run. */
  readonly folders: Readonly<Record<string, string | readonly [outcome: string, exit?: number]>>;
}

const file = fileURLToPath(new URL('../../../test/folders/mappingVectors.json', import.meta.url));
const scenes: readonly Scene[] = JSON.parse(readFileSync(file, 'utf8'));

/** Values that only a program can tell: these runs can not be foretold. */
const programs = ['s/(\\w+)/reverse($1)."!"/e', 's/\\//$mysync->{h2_sep}X/'];

describe('mapFolders', () => {
  it('does to every folder what runs of imapsync did', () => {
    let count = 0;
    for (const scene of scenes) {
      const [sep1, prefix1, sep2, prefix2] = scene.inForce;
      for (const [source, expected] of Object.entries(scene.folders)) {
        const { destination, outcome, exit } = mapQuestion({
          ...{ sep1, prefix1, sep2, prefix2, source },
          options: scene.options,
          ...(scene.host1 === undefined ? {} : { host1_folders: readFolderList(scene.host1.join('\n')) }),
          ...(scene.host2 === undefined ? {} : { host2_folders: readFolderList(scene.host2.join('\n')) }),
          ...(scene.subscribed === undefined ? {} : { host1_subscribed: scene.subscribed }),
          ...(scene.announced1 === undefined ? {} : { announced1: scene.announced1 }),
        });
        const told = typeof expected === 'string' ? ['mapped', expected] : [expected[0], null, ...expected.slice(1)];
        const isProgram = scene.options.some((option) => programs.includes(option));
        const ours = [outcome, destination, ...(exit === undefined ? [] : [exit])];
        assert.deepEqual(ours, isProgram ? ['unknown', null] : told, `${source} in ${JSON.stringify(scene)}`);
        count++;
      }
    }
    assert.equal(count, 428);
  });
});
