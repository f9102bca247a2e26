import assert from 'node:assert/strict';
import { extraOptionsFile } from '../../server/src/core/catalogue/environment.js';
import type { OptionFact } from '../../server/src/core/catalogue/optionFact.js';
import { findOption, imapsyncOptions, optionFacts } from '../../server/src/core/catalogue/options.js';

/** The option that text like `noexpunge1` or `authmech1=NTLM` writes. */
function optionWritten(text: string): string | undefined {
  return imapsyncOptions.exact(text.replace(/=.*$/s, '').toLowerCase())?.definition.name;
}

describe('The catalogue of options', () => {
  it('holds the 218 options of the release', () => {
    assert.equal(optionFacts.length, 218);
  });

  it('gives every name and alias to one option only', () => {
    const names = optionFacts.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => name.toLowerCase());
    assert.equal(new Set(names).size, names.length);
  });

  it('finds options by name and alias in any letter case, and by nothing else', () => {
    assert.equal(findOption('FIXINBOXINBOX')?.name, 'fixInboxINBOX');
    assert.equal(findOption('delete')?.name, 'delete1');
    assert.equal(findOption('nodry'), undefined);
    assert.equal(findOption('maxsi'), undefined);
    assert.equal(findOption('constructor'), undefined);
  });

  it('describes every option in one line', () => {
    for (const { name, summary } of optionFacts) assert.match(summary, /^[A-Z][^\n!]{10,200}\.$/, name);
  });

  it('ends every note with a full stop and shouts nowhere', () => {
    for (const { name, notes } of optionFacts) assert.match(notes, /^$|^[^\n!]+[.]$/, name);
  });

  it('says what kind of value every option takes', () => {
    for (const { name, value, valueKind } of optionFacts) assert.equal(value === 'none', valueKind === null, name);
  });

  it('pairs options of opposite sides with each other', () => {
    for (const fact of optionFacts) {
      if (fact.pair === null) continue;
      const other = findOption(fact.pair);
      assert.equal(other?.pair, fact.name);
      assert.equal(other.spec, fact.spec);
      assert.equal(other.valueKind === fact.valueKind || fact.valueKind?.startsWith('folder'), true, fact.name);
      assert.deepEqual([fact.side, other.side].sort(), ['host1', 'host2'], fact.name);
    }
  });

  it('names existing options in every relation', () => {
    for (const fact of optionFacts) {
      if (fact.follows !== null) assert.equal(findOption(fact.follows)?.name, fact.follows);
      for (const { option, value, unless = [] } of [...fact.implies, ...(fact.impliesWithPair ?? [])]) {
        for (const other of unless) assert.ok(optionWritten(other), `${fact.name} unless ${other}`);
        const implied = findOption(option);
        assert.equal(implied?.name, option, `${fact.name} implies ${option}`);
        if (value !== null)
          assert.equal(typeof value === 'boolean', implied.value === 'none', `${fact.name} sets ${option}`);
      }
      for (const conflict of fact.conflicts) {
        assert.ok(conflict.with.length > 0 || conflict.environment !== undefined, fact.name);
        for (const other of conflict.with) assert.ok(optionWritten(other), `${fact.name} conflicts with ${other}`);
      }
      for (const { anyOf, note } of fact.requires) {
        assert.ok(anyOf.length > 0 || note !== undefined, fact.name);
        for (const other of anyOf) assert.ok(optionWritten(other), `${fact.name} requires ${other}`);
      }
    }
    for (const name of extraOptionsFile.options) assert.equal(findOption(name)?.name, name);
  });

  it('explains what still happens under --dry wherever something does', () => {
    for (const fact of optionFacts) {
      if (fact.honoursDry === false) assert.notEqual(fact.dryDetail, null, fact.name);
      if (fact.perlEval || fact.shellExec) assert.equal(fact.honoursDry, false, fact.name);
    }
  });

  it('says of every option that does more than copy what an operator has to know', () => {
    for (const fact of optionFacts) {
      const isPlain = !fact.perlEval && !fact.shellExec && fact.honoursDry !== false && fact.conflicts.length === 0;
      if (isPlain) continue;
      const told = [fact.notes, fact.dryDetail ?? '', ...fact.conflicts.map(({ effect }) => effect)].join('');
      assert.ok(told.length > 20, fact.name);
    }
  });

  it('knows what runs code, what does nothing any more, what changes no account and what happens under --dry', () => {
    const named = (holds: (fact: OptionFact) => boolean): readonly string[] =>
      optionFacts.filter(holds).map(({ name }) => name);
    assert.deepEqual(
      named(({ perlEval }) => perlEval),
      ['regextrans2', 'regexmess', 'skipmess', 'regexflag', 'delete2foldersonly', 'delete2foldersbutnot'],
    );
    assert.deepEqual(
      named(({ shellExec }) => shellExec),
      ['pipemess', 'maxlinelengthcmd'],
    );
    assert.deepEqual(named(({ noEffect }) => noEffect).toSorted(), [
      'debugcgi',
      'exchange1',
      'exitonload',
      'f1f2h',
      'sanitize',
      'var',
    ]);
    assert.deepEqual(named(({ readOnlyRun }) => readOnlyRun).toSorted(), [
      ...['help', 'justautomap', 'justbanner', 'justconnect', 'justfolderlists', 'justfoldersizes', 'justlogin'],
      'version',
    ]);
    assert.equal(named(({ honoursDry }) => honoursDry === false).length, 21);
    assert.equal(named(({ honoursDry }) => honoursDry === true).length, 26);
    assert.deepEqual(
      named(({ honoursDry }) => honoursDry === 'unknown'),
      ['testsdebug'],
    );
  });

  it('knows values, defaults, sides, pairs, relations and releases of as many options as were read in the program', () => {
    const count = (holds: (fact: OptionFact) => boolean): number => optionFacts.filter(holds).length;
    assert.deepEqual(
      {
        valueKind: count(({ valueKind }) => valueKind !== null),
        default: count((fact) => fact.default !== null || fact.defaultNote !== null),
        pair: count(({ pair }) => pair !== null),
        side: count(({ side }) => side !== null),
        implies: count(({ implies }) => implies.length > 0),
        conflicts: count(({ conflicts }) => conflicts.length > 0),
        requires: count(({ requires }) => requires.length > 0),
        writes: count(({ writes }) => writes.length > 0),
        since: count(({ since }) => since !== null),
      },
      {
        valueKind: 87,
        default: 164,
        pair: 70,
        side: 81,
        implies: 36,
        conflicts: 77,
        requires: 25,
        writes: 46,
        since: 172,
      },
    );
    for (const fact of optionFacts.filter(({ value }) => value === 'none'))
      assert.ok(fact.default !== null || fact.defaultNote !== null, `--${fact.name}: on or off`);
  });

  it('makes presets say what they set, and --gmail2 nothing about backslashes', () => {
    for (const { name, group, implies, noEffect } of optionFacts)
      if (group === 'presets' && /^(?:gmail|office|exchange|domino)/.test(name))
        assert.equal(implies.length > 0, !noEffect, name);
    const replaced = findOption('gmail2')?.implies.filter(({ option }) => option === 'regextrans2') ?? [];
    assert.equal(replaced.length, 4);
    const set = replaced.map(({ value }) => /\[([^\]]*)\]\/_/.exec(String(value))?.[1] ?? '').join('');
    assert.match(set, /\\\^/);
    assert.doesNotMatch(set, /\\\\/);
  });

  it('counts exactly passwords and tokens as secrets', () => {
    const secrets = optionFacts.filter(({ secret }) => secret).map(({ name }) => name);
    assert.deepEqual(secrets.sort(), [
      'oauthaccesstoken1',
      'oauthaccesstoken2',
      'oauthdirect1',
      'oauthdirect2',
      'password1',
      'password2',
    ]); // prettier-ignore
    for (const { secret, valueKind, name } of optionFacts)
      assert.equal(secret, valueKind?.startsWith('secret') === true, name);
  });
});
