import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { configFor, readConfig, readConfigText, ruleLevels, withRules } from '../../server/src/core/config.js';
import { rules } from '../../server/src/core/rules/index.generated.js';
import { readGlob } from '../../server/src/core/text/glob.js';
import { problemsIn } from './linting.js';

const root = new URL('../../../', import.meta.url);

describe('configuration', () => {
  const text = 'imapsync --password1 x --host1 a\n';

  it('sets the level of a rule, and leaves others alone', () => {
    for (const level of ['hint', 'info', 'warning', 'error'] as const) {
      const { config } = readConfig({ rules: { 'password-on-command-line': level } });
      assert.deepEqual(
        problemsIn(text, 'posix', { config }).map(({ severity }) => severity),
        [level],
      );
    }
  });

  it('switches a rule off, and gives it back its own level', () => {
    const off = readConfig({ rules: { 'password-on-command-line': 'off' } }).config;
    assert.deepEqual(problemsIn(text, 'posix', { config: off }), []);
    const own = withRules(off, { 'password-on-command-line': 'default' });
    assert.deepEqual(
      problemsIn(text, 'posix', { config: own }).map(({ severity }) => severity),
      ['warning'],
    );
  });

  it('wins over the severity of a single report', () => {
    const leak = 'imapsync --password1=x\n';
    assert.equal(problemsIn(leak)[0]?.severity, 'error');
    const { config } = readConfig({ rules: { 'password-on-command-line': 'info' } });
    assert.equal(problemsIn(leak, 'posix', { config })[0]?.severity, 'info');
  });

  it('switches the rules about directives off too', () => {
    const { config } = readConfig({ rules: { 'unused-directive': 'off', 'invalid-directive': 'off' } });
    assert.deepEqual(
      problemsIn('# imapsync-lint: disable\n# imapsync-lint: x\nimapsync --dry\n', 'posix', { config }),
      [],
    );
  });

  it('says what it can not use and where it stands, and uses the rest', () => {
    const { config, problems } = readConfig({
      $schema: './schema.json',
      rule: {},
      rules: { 'delete-2': 'loud', 'mising-value': 'off', 'extra-argument': 'off' },
    });
    assert.deepEqual(config, { rules: { 'extra-argument': 'off' } });
    assert.deepEqual(problems, [
      { path: ['rule'], message: '"rule" is no setting. Did you mean "rules"?' },
      { path: ['rules', 'delete-2'], message: `The level of a rule is one of ${ruleLevels.join(', ')}.` },
      { path: ['rules', 'mising-value'], message: 'There is no rule "mising-value". Did you mean "missing-value"?' },
    ]);
  });

  it('survives anything', () => {
    for (const json of [
      null,
      undefined,
      1,
      'x',
      [],
      { rules: [] },
      { rules: null },
      JSON.parse('{"rules":{"__proto__":"off"}}'),
    ]) {
      const { config, problems } = readConfig(json);
      assert.deepEqual(config, { rules: {} });
      assert.equal(problems.length, 1, JSON.stringify(json));
    }
  });

  it('takes other levels for the files that patterns choose, the last one counts', () => {
    const { config, problems } = readConfig({
      rules: { 'delete-2': 'hint', 'unknown-option': 'hint' },
      overrides: [
        { files: ['old/**', '*.md'], rules: { 'delete-2': 'off' } },
        { files: 'old/new.sh', rules: { 'delete-2': 'error' } },
      ],
    });
    assert.deepEqual(problems, []);
    const levelIn = (path: string) => configFor(config, path).rules['delete-2'];
    assert.equal(levelIn('a.sh'), 'hint');
    assert.equal(levelIn('deep/down/a.md'), 'off');
    assert.equal(levelIn('old/a.sh'), 'off');
    assert.equal(levelIn('old/new.sh'), 'error');
    assert.equal(configFor(config, 'old/a.sh').rules['unknown-option'], 'hint');
  });

  it('says what it can not use in an override, and uses the rest', () => {
    const { config, problems } = readConfig({
      overrides: [
        { files: ['a'], rules: { delete2: 'off', 'extra-argument': 'off' }, rule: 1 },
        { files: [], rules: {} },
        { rules: {} },
        { files: [1], rules: {} },
        'x',
      ],
    });
    assert.deepEqual(
      problems.map(({ path }) => path.join('.')),
      [
        'overrides.0.rule',
        'overrides.0.rules.delete2',
        'overrides.1.files',
        'overrides.2.files',
        'overrides.3.files',
        'overrides.4',
      ],
    );
    assert.deepEqual(configFor(config, 'a').rules, { 'extra-argument': 'off' });
    assert.equal(readConfig({ overrides: {} }).problems.length, 1);
  });

  it('is read from text, with a byte order mark or not', () => {
    assert.deepEqual(readConfigText('\ufeff{ "rules": { "delete-2": "off" } }').config.rules, { 'delete-2': 'off' });
    const broken = readConfigText('{ "rules": secret');
    assert.deepEqual([broken.json, broken.config.rules, broken.problems[0]?.message], [false, {}, 'It is no JSON.']);
  });

  it('has patterns that choose paths', () => {
    const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
      ['*.sh', ['a.sh', 'b/c/a.sh', '.sh'], ['a.sh.bak', 'a.sh/b']],
      ['/*.sh', ['a.sh'], ['b/a.sh']],
      ['./b/*.sh', ['b/a.sh'], ['b/c/a.sh', 'a.sh', 'c/b/a.sh']],
      ['b/', ['b/a.sh', 'b/c/d'], ['b', 'a/b/c']],
      ['b/**', ['b/a.sh', 'b/c/d'], ['a/b/c']],
      ['**/b/*', ['b/a', 'x/y/b/a'], ['b', 'b/c/a']],
      ['a/**/z', ['a/z', 'a/b/z', 'a/b/c/z'], ['a/b', 'z']],
      ['{a,b}-?.{sh,cmd}', ['a-1.sh', 'x/b-2.cmd'], ['c-1.sh', 'a-12.sh']],
      ['[a-c][!0-9]', ['ax', 'c-'], ['dx', 'a1']],
      ['[', ['['], ['a']],
      ['{', ['{'], ['']],
      ['é?', ['é😀'], ['é']],
    ];
    for (const [pattern, chosen, others] of cases) {
      for (const path of chosen) assert.ok(readGlob(pattern)(path), `${pattern} ${path}`);
      for (const path of others) assert.ok(!readGlob(pattern)(path), `${pattern} ${path}`);
    }
  });

  it('has patterns that can not take for ever', () => {
    const hostile = `${'*a'.repeat(2000)}b`;
    assert.equal(readGlob(hostile)('a'.repeat(20_000)), false);
    assert.equal(readGlob(`${'**/a/'.repeat(500)}c`)(`${'a/'.repeat(5_000)}b`), false);
    assert.equal(readGlob('{a,b}'.repeat(1000))('x'), false);
  });

  it('has the same levels and rules in the schema and in the settings of the editor', () => {
    const schema = JSON.parse(readFileSync(new URL('schemas/imapsync-lint.schema.json', root), 'utf8'));
    const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    const setting = manifest.contributes.configuration[0].properties['imapsync.rules'];
    for (const { properties } of [schema.definitions.rules, setting]) {
      assert.deepEqual(
        Object.keys(properties),
        rules.map(({ id }) => id),
      );
      for (const each of Object.values<{ enum: string[] }>(properties)) {
        assert.deepEqual([...each.enum].sort(), [...ruleLevels].sort());
      }
    }
  });
});
