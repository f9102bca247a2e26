import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readConfig, ruleLevels, withRules } from '../../server/src/core/config.js';
import { rules } from '../../server/src/core/rules/index.generated.js';
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

  it('has the same levels and rules in the schema and in the settings of the editor', () => {
    const schema = JSON.parse(readFileSync(new URL('schemas/imapsync-lint.schema.json', root), 'utf8'));
    const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    const setting = manifest.contributes.configuration[0].properties['imapsync.rules'];
    for (const { properties } of [schema.properties.rules, setting]) {
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
