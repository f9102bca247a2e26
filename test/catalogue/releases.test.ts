import assert from 'node:assert/strict';
import {
  changesOf,
  formerName,
  hasOption,
  standingOf,
  withdrawalOf,
} from '../../server/src/core/catalogue/optionHistory.js';
import { allOptionFacts, findOption, imapsyncOptions, optionFacts } from '../../server/src/core/catalogue/options.js';
import { extraOptionTableOf, optionTableOf } from '../../server/src/core/catalogue/optionTables.js';
import { compareReleases, isRead, knownReleases, readRelease } from '../../server/src/core/catalogue/release.js';
import { releaseChanges } from '../../server/src/core/catalogue/releases/changes.js';
import { withdrawals } from '../../server/src/core/catalogue/releases/withdrawals.js';
import { wordsOf } from '../../server/src/core/getopt/argvWords.js';
import type { OptionTable } from '../../server/src/core/getopt/optionTable.js';
import { parseOptions } from '../../server/src/core/getopt/parseOptions.js';

const namesIn = (table: OptionTable): readonly string[] => table.definitions.map(({ name }) => name);
const fact = (name: string) => findOption(name) ?? assert.fail(name);
const messages = (release: string | null, ...argv: string[]): readonly string[] =>
  parseOptions(wordsOf(argv), optionTableOf(release)).errors.map(({ message }) => message);

describe('Releases', () => {
  it('are read from settings and from what imapsync prints', () => {
    assert.equal(readRelease('2.229'), '2.229');
    assert.equal(readRelease(' 2.314\n'), '2.314');
    assert.equal(readRelease('v1.977'), '1.977');
    for (const text of ['', '2', '2.229.1', 'imapsync 2.229', '2.229 x', '12.1', '2.229\n2.230'])
      assert.equal(readRelease(text), null, text);
  });

  it('are counted behind the dot', () => {
    const sorted = ['1.4', '1.43', '1.90', '1.107', '1.999', '2.100', '2.229', '2.314'];
    assert.deepEqual([...sorted].reverse().sort(compareReleases), sorted);
    assert.equal(compareReleases('2.229', '2.229'), 0);
  });

  it('are known as far as programs and lists of changes were read', () => {
    assert.deepEqual(['1.916', '1.917', '2.229', '2.314', '2.315', '2.324'].map(isRead), [
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
    assert.ok(compareReleases(knownReleases.newestRead, knownReleases.newestSeen) < 0);
  });
});

describe('The options of a release', () => {
  it('are counted as the programs count them', () => {
    const counts = ['2.229', '2.231', '2.277', '2.288', '2.290', '2.314'].map(
      (release) => namesIn(optionTableOf(release)).length,
    );
    assert.deepEqual(counts, [218, 218, 220, 221, 221, 217]);
  });

  it('differ between 2.229 and 2.314 by four that came, five that went and three other names', () => {
    const before = optionTableOf('2.229');
    const after = optionTableOf('2.314');
    assert.deepEqual(
      namesIn(after)
        .filter((name) => !before.exact(name.toLowerCase()))
        .sort(),
      ['extra', 'oauthrefreshcmd1', 'oauthrefreshcmd2', 'testslive2'],
    );
    assert.deepEqual(
      namesIn(before)
        .filter((name) => !after.exact(name.toLowerCase()))
        .sort(),
      ['debugcgi', 'debugdev', 'debugmaxlinelength', 'maxlinelengthcmd', 'minmaxlinelength'],
    );
    const aliases = optionFacts.flatMap((each) => each.aliases);
    assert.deepEqual(aliases.filter((name) => !after.exact(name)).sort(), ['delete', 'modules_version', 'tests_debug']);
  });

  it('are those of 2.229 where the release is not known, and later ones by their whole names', () => {
    const table = optionTableOf(null);
    assert.deepEqual(namesIn(table), namesIn(imapsyncOptions));
    assert.deepEqual(messages(null, '--extra', 'x', '--oauthrefreshcmd1', 'x', '--notestslive2'), []);
    assert.match(messages(null, '--oauthrefreshcmd', 'x')[0]!, /^imapsync has no option --oauthrefreshcmd;/);
    assert.match(messages(null, '--extr', 'x')[0]!, /no option --extr;/);
    assert.deepEqual(messages('2.314', '--extr', 'x'), []);
    assert.match(messages(null, '--testsl')[0]!, /--testslive or --testslive6/);
    assert.match(messages('2.314', '--testsl')[0]!, /--testslive, --testslive2 or --testslive6/);
  });

  it('are refused by releases that lack them, with the release that has them', () => {
    assert.deepEqual(messages('2.178', '--noemailreport1'), [
      'imapsync 2.178 has no option --noemailreport1; it stops with exit code 64 before it connects. Release 2.185 brought it.',
    ]);
    assert.deepEqual(messages('2.223', '--noemailreport1'), []);
    assert.match(messages('2.266', '--oauthrefreshcmd1', 'x')[0]!, /Release 2\.267 brought it\./);
    assert.deepEqual(messages('2.266', '--oauthrefreshscript1', 'x'), []);
    assert.match(
      messages('2.314', '--minmaxlinelength', '1')[0]!,
      /went between release 2\.290, which has it, and 2\.314/,
    );
    assert.deepEqual(messages('2.300', '--minmaxlinelength', '1'), []);
    assert.deepEqual(messages('2.148', '--fast'), []);
    assert.match(messages('2.149', '--fast')[0]!, /fastio1.*Release 2\.149 dropped it\./);
  });

  it('have renamed ones among the candidates', () => {
    const { errors } = parseOptions(wordsOf(['--oauthrefreshscript1', 'x']), optionTableOf('2.277'));
    assert.deepEqual(errors[0]?.candidates, ['oauthrefreshcmd1']);
    const [ambiguous] = parseOptions(wordsOf(['--delete']), optionTableOf('2.314')).errors;
    assert.equal(ambiguous?.kind, 'ambiguous-option');
    assert.equal(ambiguous.candidates?.[0], 'delete1');
    assert.match(ambiguous.message, /write --delete1/);
  });

  it('are refused with doubt by releases whose options nobody has read', () => {
    const [error] = parseOptions(wordsOf(['--newoption']), optionTableOf('2.324')).errors;
    assert.equal(error?.doubtful, true);
    assert.match(error.message, /^imapsync 2\.324 will stop .* unless it has an option --newoption\./);
    const [gone] = parseOptions(wordsOf(['--debugcgi']), optionTableOf('2.324')).errors;
    assert.equal(gone?.doubtful, undefined);
  });

  it('taken from options_extra.txt grow with the releases', () => {
    const takes = (release: string | null, name: string): boolean =>
      extraOptionTableOf(release).exact(name) !== undefined;
    assert.deepEqual(
      [null, '2.287', '2.288', '2.291'].map((release) => takes(release, 'oauthaccesstoken1')),
      [false, false, true, true],
    );
    assert.deepEqual(
      [null, '2.291', '2.293'].map((release) => takes(release, 'delete2')),
      [false, false, true],
    );
  });
});

describe('The history of options', () => {
  it('names existing options, well-formed releases in order, and sources', () => {
    assert.deepEqual(
      releaseChanges.map(({ release }) => release),
      releaseChanges.map(({ release }) => release).sort(compareReleases),
    );
    for (const { release, options, text, sources } of releaseChanges) {
      assert.equal(readRelease(release), release);
      for (const name of options) assert.equal(fact(name).name, name);
      assert.match(text, /^(?:[A-Z][^\n!]{10,300}|--[^\n!]{10,300}|NAME:[^\n!]{10,300})\.$/, text);
      assert.ok(sources.length > 0 && sources.every((source) => source.length > 10), text);
    }
    for (const { since, name, aliasSince } of allOptionFacts) {
      for (const release of [since, ...Object.values(aliasSince)])
        assert.ok(release === null || readRelease(release) === release, name);
    }
  });

  it('says of what is gone when it was seen last, and what to write instead', () => {
    for (const { name, lastWith, goneBy, instead } of withdrawals) {
      assert.ok(findOption(name), name);
      assert.ok(compareReleases(lastWith, goneBy) < 0, name);
      if (instead !== undefined) assert.equal(findOption(instead)?.name, instead);
    }
    assert.equal(withdrawalOf('DELETE')?.instead, 'delete1');
    assert.equal(withdrawalOf('delete1'), undefined);
    assert.equal(formerName(fact('oauthrefreshcmd2'))?.name, 'oauthrefreshscript2');
    assert.equal(formerName(fact('delete1')), undefined);
    assert.equal(hasOption('2.290', fact('debugcgi')), true);
    assert.equal(hasOption('2.314', fact('debugcgi')), false);
  });

  it('tells what holds in the release in force', () => {
    const [moved] = changesOf(fact('tmpdir'));
    assert.equal(moved?.release, '2.250');
    assert.deepEqual(
      [null, '2.229', '2.249', '2.250', '2.314'].map((release) => standingOf(moved, release)),
      ['depends', 'coming', 'coming', 'in-force', 'in-force'],
    );
    const off = changesOf(fact('emailreport1')).find(({ release }) => release === '2.223');
    assert.deepEqual(
      ['2.200', '2.223', '2.314'].map((release) => standingOf(off!, release)),
      ['not-yet', 'settled', 'settled'],
    );
  });

  it('describes the options of all releases as fully as those of 2.229', () => {
    for (const { name, summary, notes, value, valueKind, pair } of allOptionFacts) {
      assert.match(summary, /^[A-Z][^\n!]{10,200}\.$/, name);
      assert.match(notes, /^$|^[^\n!]+[.]$/, name);
      assert.equal(value === 'none', valueKind === null, name);
      if (pair !== null) assert.equal(findOption(pair)?.pair, name);
    }
  });
});
