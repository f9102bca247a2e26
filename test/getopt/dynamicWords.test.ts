import assert from 'node:assert/strict';
import { imapsyncOptions } from '../../server/src/core/catalogue/options.js';
import { parseOptions } from '../../server/src/core/getopt/parseOptions.js';
import type { OptionParse } from '../../server/src/core/getopt/result.js';
import { manyWords, type Parts, quoted, unquoted, wordsFrom } from './words.js';

function read(...words: readonly Parts[]): OptionParse {
  return parseOptions(wordsFrom(...words), imapsyncOptions);
}

function uses(parse: OptionParse): string[] {
  return parse.options.map(({ name, value, dynamic }) =>
    dynamic ? `${name}=?` : value === null ? name : `${name}=${value}`,
  );
}

describe('Words that only the shell knows', () => {
  it('are values where an option needs one, quoted or not', () => {
    const parse = read(
      '--user1',
      quoted('u'),
      '--password1',
      unquoted('p'),
      '--port1',
      quoted('n'),
      '--sslargs1',
      quoted('s'),
    );
    assert.deepEqual(uses(parse), ['user1=?', 'password1=?', 'port1=?', 'sslargs1=?']);
    assert.equal(parse.open, false);
    assert.ok(parse.accepted);
  });

  it('are values behind an equals sign', () => {
    const parse = read(
      ['--user1=', quoted('u')],
      ['--port1=', unquoted('n')],
      ['--sslargs1=SSL_ca_file=', quoted('f')],
    );
    assert.deepEqual(uses(parse), ['user1=?', 'port1=?', 'sslargs1=?']);
    assert.deepEqual(
      parse.options.map(({ spelled }) => spelled),
      ['--user1', '--port1', '--sslargs1'],
    );
    assert.ok(parse.accepted);
  });

  it('have a value range that covers the variable', () => {
    const words = wordsFrom(['--user1=a', quoted('u'), 'b'], ['--user2=', quoted('u')]);
    const [first, second] = parseOptions(words, imapsyncOptions).options;
    assert.deepEqual(first?.valueRange, { start: 8, end: 12 });
    assert.deepEqual(first?.range, { start: 0, end: 7 });
    assert.deepEqual(second?.valueRange, { start: 21, end: 23 });
  });

  it('leave the command line open where an option can stand', () => {
    for (const word of [
      manyWords,
      unquoted('OPTS'),
      quoted('x'),
      ['-', quoted('x')],
      ['--', quoted('x')],
      ['--user', quoted('n')],
    ] as const) {
      const parse = read('--dry', word, '--automap');
      assert.deepEqual(uses(parse), ['dry', 'automap']);
      assert.ok(parse.open);
      assert.ok(parse.accepted);
    }
  });

  it('may take the next word for a value, so that word is no error', () => {
    assert.ok(read(['--user', quoted('n')], 'joe', '--dry').accepted);
    assert.ok(read(unquoted('OPTS'), 'joe').accepted);
    assert.deepEqual(
      read(unquoted('OPTS'), 'joe', 'smith').errors.map(({ kind, wordIndex }) => [kind, wordIndex]),
      [['extra-argument', 2]],
    );
    assert.equal(read(['--user', quoted('n'), '=x'], 'joe').accepted, false);
  });

  it('are errors only for what is certain of them', () => {
    assert.deepEqual(
      read(['--dry=', quoted('x')]).errors.map(({ kind }) => kind),
      ['unexpected-value'],
    );
    assert.deepEqual(
      read(['--nonsense', quoted('x')]).errors.map(({ kind }) => kind),
      ['unknown-option'],
    );
    assert.deepEqual(
      read(['--nonsense=', quoted('x')]).errors.map(({ kind }) => kind),
      ['unknown-option'],
    );
    assert.deepEqual(
      read(['foo', quoted('x')]).errors.map(({ kind }) => kind),
      ['extra-argument'],
    );
    assert.deepEqual(read(['0', quoted('x')]).errors, []);
    assert.deepEqual(read([quoted('x'), 'foo']).errors, []);
    assert.deepEqual(read('--', quoted('x'), 'foo').errors, []);
    assert.deepEqual(
      read('--delete', ['2', quoted('x')]).errors.map(({ kind }) => kind),
      ['delete-2'],
    );
    assert.deepEqual(read('--delete', quoted('x')).errors, []);
  });

  it('leave the command line open as a value when they are made to become several words', () => {
    assert.ok(read('--user1', manyWords).open);
    assert.equal(read('--user1', unquoted('u')).open, false);
  });

  it('do not open the command line behind a lone --', () => {
    assert.equal(read('--dry', '--', manyWords).open, false);
  });

  it('never show what follows them', () => {
    const { errors } = read(['--pass', quoted('n')], 'my', 's3cret');
    assert.equal(errors.length, 1);
    assert.doesNotMatch(JSON.stringify(errors), /s3cret/);
  });
});
