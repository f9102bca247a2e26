import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  analyse,
  type FileDialect,
  type Invocation,
  lint,
  type Problem,
  recogniseDialect,
} from '../../server/src/core/languageService.js';
import { renderSnippet } from './renderSnippet.js';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const root = new URL('../../../', import.meta.url);
const now = Date.UTC(2026, 10, 23);

function snippetsOf(language: string): readonly Snippet[] {
  return Object.values(
    JSON.parse(readFileSync(new URL(`snippets/${language}.json`, root), 'utf8')) as Record<string, Snippet>,
  );
}

/** The languages for which the manifest has snippets, each with the dialect of its files. */
const files = (
  JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    contributes: { snippets: readonly { language: string }[] };
  }
).contributes.snippets.map(({ language }) => {
  const dialect = recogniseDialect({ languageId: language });
  assert.ok(dialect, `files of the language ${language} are not read`);
  return { language, dialect, snippets: snippetsOf(language) };
});

const stages = ['safe', 'connect', 'login', 'folders', 'dry', 'first-pass', 'final-check', 'delta'];

/** Options that hold paths, which Windows writes in its own way. */
const paths = ['passfile1', 'passfile2', 'tmpdir'];

function invocationOf({ body }: Snippet, dialect: FileDialect): Invocation {
  const { invocations } = analyse(`${renderSnippet(body)}\n`, dialect);
  assert.equal(invocations.length, 1);
  return invocations[0]!;
}

describe('snippets', () => {
  it('are there for each kind of script and for profiles', () => {
    assert.deepEqual(files.map(({ dialect }) => dialect).sort(), ['cmd', 'posix', 'powershell', 'profile']);
  });

  for (const { language, dialect, snippets } of files) {
    it(`of ${language} are one for each stage of a migration, with the options of a shell script`, () => {
      assert.deepEqual(
        snippets.map(({ prefix }) => prefix),
        stages.map((name) => `imapsync-${name}`),
      );
      const shell = snippetsOf('shellscript');
      const given = (one: Invocation): readonly (readonly unknown[])[] =>
        one.uses.map(({ name, negated, value }) => [name, negated, paths.includes(name) ? null : value]);
      for (const [index, snippet] of snippets.entries()) {
        assert.deepEqual(given(invocationOf(snippet, dialect)), given(invocationOf(shell[index]!, 'posix')));
      }
    });

    for (const snippet of snippets) {
      it(`${snippet.prefix} of ${language} is one clean command`, () => {
        const problems = lint(analyse(`${renderSnippet(snippet.body)}\n`, dialect), { now });
        // The safe one leaves nothing to say at all.
        const heard = snippet.prefix === 'imapsync-safe' ? problems : problems.filter(isLoud);
        assert.deepEqual(
          heard.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
      });
    }

    it(`of ${language} copy nothing where they say so, and delete nothing ever`, () => {
      for (const snippet of snippets) {
        const invocation = invocationOf(snippet, dialect);
        const harmless = ['dry', 'justconnect', 'justlogin'].some((name) => invocation.isSet(name) === true);
        assert.equal(harmless, !['imapsync-first-pass', 'imapsync-delta'].includes(snippet.prefix), snippet.prefix);
        assert.deepEqual(
          invocation.uses.filter(({ name }) => /^(?:delete|expunge|uidexpunge)/.test(name)),
          [],
        );
      }
    });

    it(`of ${language} offer every target of the Sent mapping as a choice`, () => {
      const [safe] = snippets;
      assert.match(safe!.body.join('\n'), /\$\{8\|Sent Items,Sent,Sent Messages,Gesendete Elemente\|\}/);
      const mapping = invocationOf(safe!, dialect).value('regextrans2');
      assert.equal(mapping, 's/^\\[Gmail\\]\\/Sent Mail$/Sent Items/');
    });
  }
});

function isLoud({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}

describe('the command of the article', () => {
  it('is linted without an error', () => {
    const text = readFileSync(new URL('test/vscode/workspace/article.sh', root), 'utf8');
    const problems = lint(analyse(text, 'posix'), { now });
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    );
  });
});
