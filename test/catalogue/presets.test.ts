import assert from 'node:assert/strict';
import { findOption, imapsyncOptions } from '../../server/src/core/catalogue/options.js';
import { type PresetName, presets, presetsInForce } from '../../server/src/core/catalogue/presets.js';
import { wordsOf } from '../../server/src/core/getopt/argvWords.js';
import { parseOptions } from '../../server/src/core/getopt/parseOptions.js';

function inForce(...names: readonly PresetName[]): string[] {
  return presetsInForce((name) => names.includes(name)).map((preset) => preset.names.join('+'));
}

describe('Presets', () => {
  it('set values that imapsync would accept on a command line', () => {
    for (const { names, settings } of presets) {
      for (const { option, value, unless } of settings) {
        const argv = typeof value === 'string' ? [`--${option}`, value] : [`--${value ? '' : 'no'}${option}`];
        const { accepted, options } = parseOptions(wordsOf(argv), imapsyncOptions);
        assert.ok(accepted, `${names.join()} sets ${option}`);
        assert.equal(options[0]?.name, option);
        if (unless !== undefined) assert.equal(findOption(unless)?.name, unless);
      }
    }
  });

  it('append only to options that can be repeated', () => {
    for (const { settings } of presets) {
      for (const { option, how } of settings) {
        if (how === 'append') assert.equal(findOption(option)?.repeatable, true, option);
        else assert.equal(findOption(option)?.repeatable, false, option);
      }
    }
  });

  it('follow the release where what they set has changed', () => {
    const valueIn = (release: string | null, preset: PresetName, option: string): unknown =>
      presetsInForce((name) => name === preset, release)
        .flatMap(({ settings }) => settings)
        .find((setting) => setting.option === option)?.value;
    assert.deepEqual(
      [null, '2.229', '2.289', '2.290', '2.324'].map((release) => valueIn(release, 'gmail1', 'maxbytespersecond')),
      ['40000', '40000', '40000', '300000', '300000'],
    );
    assert.deepEqual(
      [null, '2.290', '2.291'].map((release) => valueIn(release, 'gmail2', 'idatefromheader')),
      [undefined, undefined, true],
    );
    assert.equal(valueIn('2.314', 'office2', 'maxsize'), '45000000');
  });

  it('become a third one when both Gmail presets are given, and no other is read then', () => {
    assert.deepEqual(inForce('gmail1'), ['gmail1']);
    assert.deepEqual(inForce('gmail1', 'gmail2'), ['gmail1+gmail2']);
    assert.deepEqual(inForce('gmail1', 'gmail2', 'office2'), ['gmail1+gmail2']);
  });

  it("are applied in the program's order", () => {
    assert.deepEqual(inForce('domino2', 'office1', 'gmail2', 'exchange2'), [
      'gmail2',
      'office1',
      'exchange2',
      'domino2',
    ]);
  });

  it('are what the options imply', () => {
    assert.deepEqual(
      findOption('office1')?.implies.map(({ option, value }) => [option, value]),
      [
        ['host1', 'outlook.office365.com'],
        ['ssl1', true],
        ['exclude', '^Files$'],
      ],
    );
    assert.equal(
      findOption('gmail2')?.implies.some(({ option, value }) => option === 'expunge1' && value === true),
      true,
    );
    assert.equal(
      findOption('gmail2')?.impliesWithPair?.some(({ option }) => option === 'expunge1'),
      false,
    );
    assert.deepEqual(findOption('exchange1')?.implies, []);
  });
});
