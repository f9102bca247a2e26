import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FolderOutput, mapListing, mapQuestion } from '../../server/src/core/features/mapOutput.js';
import { guessNameSpace } from '../../server/src/core/folders/guessNameSpace.js';
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

/** A value that only a program can tell: these runs can not be foretold. */
const program = 's/(\\w+)/reverse($1)."!"/e';

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
        const isProgram = scene.options.includes(program);
        const ours = [outcome, destination, ...(exit === undefined ? [] : [exit])];
        assert.deepEqual(ours, isProgram ? ['unknown', null] : told, `${source} in ${JSON.stringify(scene)}`);
        count++;
      }
    }
    assert.equal(count, 428);
  });

  it('tells every step of a name, and what made it', () => {
    const [inbox, sent, work] = map({
      folders: 'INBOX\nINBOX.Sent\nINBOX.Work.a/b',
      argv: ['--regextrans2', 's,^Work,Old,', '--gmail2', '--f1f2', 'INBOX.Sent=[Gmail]/Sent Mail'],
      source: { separator: '.', prefix: 'INBOX.' },
    });
    assert.deepEqual(inbox, { source: 'INBOX', destination: 'INBOX', outcome: 'mapped', steps: [] });
    assert.deepEqual(sent!.steps, [
      { by: '--f1f2 INBOX.Sent=[Gmail]/Sent Mail', from: 'INBOX.Sent', to: '[Gmail]/Sent Mail' },
    ]);
    assert.deepEqual(work!.steps, [
      { by: 'prefix1', from: 'INBOX.Work.a/b', to: 'Work.a/b' },
      { by: 'separators', from: 'Work.a/b', to: 'Work/a.b' },
      { by: '--regextrans2 s,^Work,Old,', from: 'Work/a.b', to: 'Old/a.b' },
    ]);
    const [, gmail] = map({
      folders: "INBOX\n[Gmail]/it's",
      argv: ['--gmail1', '--subfolder2', 'Old'],
      destination: { prefix: 'INBOX/' },
    });
    assert.deepEqual(gmail!.steps, [
      { by: 'prefix2', from: "[Gmail]/it's", to: "INBOX/[Gmail]/it's" },
      { by: '--subfolder2', from: "INBOX/[Gmail]/it's", to: "INBOX/Old/[Gmail]/it's" },
      { by: '--regextrans2 s,\\[Gmail\\].,, (--gmail1)', from: "INBOX/Old/[Gmail]/it's", to: "INBOX/Old/it's" },
    ]);
    const [back] = map({ folders: 'Inbox', argv: [], destinations: 'INBOX' });
    assert.deepEqual(back!.steps, [{ by: '--fixInboxINBOX', from: 'Inbox', to: 'INBOX' }]);
    const [, special] = map({
      folders: 'INBOX\nv1.2',
      argv: [],
      source: { separator: '/' },
      destination: { separator: '.' },
    });
    assert.deepEqual(special!.steps, [
      { by: 'separators', from: 'v1.2', to: 'v1/2' },
      { by: '--fixslash2', from: 'v1/2', to: 'v1_2' },
    ]);
  });

  it('ends the run for all folders where one of them meets what Perl refuses', () => {
    const refused = map({
      folders: 'INBOX\nSent',
      argv: ['--folder', 'Sent', '--f1f2', 'Sent=Out', '--regextrans2', 's/(/x/'],
    });
    assert.deepEqual(
      refused.map(({ outcome, exit }) => [outcome, exit]),
      [
        ['error', 64],
        ['error', 64],
      ],
    );
    assert.match(refused[0]!.reason!, /"s\/\(\/x\/"/);
    const unmet = map({ folders: 'Sent', argv: ['--f1f2', 'Sent=Out', '--regextrans2', 's/(/x/'] });
    assert.deepEqual(
      unmet.map(({ outcome, destination }) => [outcome, destination]),
      [['mapped', 'Out']],
    );
    const pattern = map({ folders: 'INBOX', argv: ['--exclude', '(Sent'] });
    assert.deepEqual(
      pattern.map(({ outcome, exit }) => [outcome, exit]),
      [['error', 255]],
    );
    assert.deepEqual(map({ folders: 'INBOX', argv: ['--folder'] })[0]!.exit, 64);
  });

  it('leaves open what only the run can tell', () => {
    const outcomes = (argv: readonly string[]): readonly string[] =>
      map({ folders: 'INBOX\nSent', argv }).map(({ outcome }) => outcome);
    assert.deepEqual(outcomes(['--regextrans2', 's/(.*)/lc $1/e']), ['unknown', 'unknown']);
    assert.deepEqual(outcomes(['--regextrans2', 's/(.*)/lc $1/e', '--f1f2', 'Sent=Out']), ['unknown', 'mapped']);
    assert.deepEqual(outcomes(['--exclude', '']), ['unknown', 'unknown']);
    assert.deepEqual(outcomes(['--exclude', '(*FAIL)', '--exclude', 'Sent']), ['unknown', 'not-selected']);
    assert.deepEqual(outcomes(['--include', '(?{1})', '--folder', 'Sent']), ['unknown', 'unknown']);
  });

  it('selects as the run does', () => {
    const folders = 'INBOX\nA\nA/x\nA/y\nB\nB/x\nC\t\\Noselect';
    const taken = (...argv: readonly string[]): readonly string[] =>
      map({ folders, argv }).flatMap(({ source, outcome }) => (outcome === 'mapped' ? [source] : []));
    assert.deepEqual(taken(), ['INBOX', 'A', 'A/x', 'A/y', 'B', 'B/x']);
    assert.deepEqual(taken('--folderrec', 'A', '--exclude', 'y$'), ['A', 'A/x']);
    assert.deepEqual(taken('--folderrec', '%'), ['A/x', 'A/y', 'B/x']);
    assert.deepEqual(taken('--folder', 'B', '--include', '^A/'), ['A/x', 'A/y', 'B']);
    assert.deepEqual(taken('--folder', 'B', '--folder', 'nowhere'), ['B']);
    assert.deepEqual(taken('--folder', 'nowhere', '--nocheckfoldersexist'), ['nowhere']);
    assert.deepEqual(taken('--subfolder1', 'A', '--nofixInboxINBOX'), ['A', 'A/x', 'A/y']);
  });

  it('guesses separators and prefixes where no server announces them', () => {
    assert.deepEqual(guessNameSpace(['INBOX', 'INBOX.Sent', 'INBOX.A.B']), { separator: '.', prefix: 'INBOX.' });
    assert.deepEqual(guessNameSpace(['Inbox/a', 'inbox', 'INBOXfoo']), { separator: '/', prefix: 'Inbox/' });
    assert.deepEqual(guessNameSpace(['INBOX/Sent', 'Other']), { separator: '/', prefix: '' });
    assert.deepEqual(guessNameSpace(['a\\b\\c']), { separator: '\\', prefix: '' });
    assert.deepEqual(guessNameSpace([]), { separator: '/', prefix: '' });
    const [, sent] = map({ folders: 'INBOX\nINBOX.Sent', argv: ['--prefix1', 'INBOX'] });
    assert.equal(sent!.destination, '/Sent');
  });

  it('reads lists of folders with attributes, blanks of names kept', () => {
    assert.deepEqual(readFolderList('INBOX\r\n\r\n Sent \t\\Sent \\HasNoChildren\r\n'), [
      { name: 'INBOX', flags: [] },
      { name: ' Sent ', flags: ['\\Sent', '\\HasNoChildren'] },
    ]);
  });
});

interface Asked {
  readonly folders: string;
  readonly destinations?: string;
  readonly argv: readonly string[];
  readonly source?: { readonly separator?: string; readonly prefix?: string };
  readonly destination?: { readonly separator?: string; readonly prefix?: string };
}

function map({ folders, destinations = 'INBOX', argv, source = {}, destination = {} }: Asked): readonly FolderOutput[] {
  const lists = { source: readFolderList(folders), destination: readFolderList(destinations) };
  return mapListing({ argv, ...lists, announced: { source, destination } });
}
