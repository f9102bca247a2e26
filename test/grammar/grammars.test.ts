import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readFixture } from './assertions.js';
import { loadGrammar, scopesOf } from './tokenise.js';

const fixtures = new URL('../../../test/grammar/fixtures/', import.meta.url);

describe('grammars', () => {
  for (const name of readdirSync(fixtures)) {
    const fixture = readFixture(readFileSync(new URL(name, fixtures), 'utf8'));
    it(`give ${name} the scopes that its ${fixture.assertions.length} carets ask for`, async () => {
      const scopes = scopesOf(await loadGrammar(fixture.grammar), fixture.lines);
      const failures: string[] = [];
      for (const assertion of fixture.assertions) {
        for (let column = assertion.start; column < assertion.end; column++) {
          const found = scopes[assertion.line]?.[column] ?? [];
          if (found.includes(assertion.scope) === assertion.expected) continue;
          const wanted = `${assertion.expected ? '' : 'not '}${assertion.scope}`;
          failures.push(
            `${name}:${assertion.fixtureLine}, column ${column}: wanted ${wanted}, found ${found.join(' ')}`,
          );
          break;
        }
      }
      assert.deepEqual(failures, []);
    });
  }

  it('read a line of 1,500 words to its end', async () => {
    const grammar = await loadGrammar('source.shell');
    const count = (words: number): number =>
      scopesOf(grammar, [`imapsync ${'--folder "a b" '.repeat(words)}`])[0]!.filter((scopes) =>
        scopes.includes('variable.parameter.option.imapsync'),
      ).length;
    assert.equal(count(10), 60);
    assert.equal(count(500), 6 * 500);
  });
});
