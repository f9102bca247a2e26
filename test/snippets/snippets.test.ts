import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse, lint } from '../../server/src/core/languageService.js';
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

const shell = snippetsOf('shellscript');
const profile = snippetsOf('imapsync');

describe('snippets', () => {
  it('are the same for scripts and profiles, one for each stage of a migration', () => {
    const expected = ['safe', 'connect', 'login', 'folders', 'dry', 'first-pass', 'final-check', 'delta'];
    for (const snippets of [shell, profile]) {
      assert.deepEqual(
        snippets.map(({ prefix }) => prefix),
        expected.map((name) => `imapsync-${name}`),
      );
    }
    for (const [index, { body }] of shell.entries()) {
      const inProfile = analyse(renderSnippet(profile[index]!.body), 'profile').invocations[0];
      const inShell = analyse(renderSnippet(body), 'posix').invocations[0];
      const words = (one: typeof inShell): readonly (string | null)[] => one!.syntax.words.map(({ value }) => value);
      assert.deepEqual(words(inProfile), words(inShell));
    }
  });

  for (const [dialect, snippets] of [
    ['posix', shell],
    ['profile', profile],
  ] as const) {
    for (const { prefix, body } of snippets) {
      it(`${prefix} is one clean command in a ${dialect} file`, () => {
        const analysis = analyse(`${renderSnippet(body)}\n`, dialect);
        assert.equal(analysis.invocations.length, 1);
        const problems = lint(analysis, { now }).filter(
          ({ severity }) => severity === 'error' || severity === 'warning',
        );
        assert.deepEqual(
          problems.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
      });
    }
  }

  it('imapsync-safe leaves nothing to say at all', () => {
    const [safe] = shell;
    assert.deepEqual(lint(analyse(`${renderSnippet(safe!.body)}\n`, 'posix'), { now }), []);
  });

  it('copy nothing where they say so, and delete nothing ever', () => {
    for (const { prefix, body } of shell) {
      const invocation = analyse(renderSnippet(body), 'posix').invocations[0]!;
      const harmless = ['dry', 'justconnect', 'justlogin'].some((name) => invocation.isSet(name) === true);
      assert.equal(harmless, !['imapsync-first-pass', 'imapsync-delta'].includes(prefix), prefix);
      assert.deepEqual(
        invocation.uses.filter(({ name }) => /^(?:delete|expunge|uidexpunge)/.test(name)),
        [],
      );
    }
  });

  it('offer every target of the Sent mapping as a choice', () => {
    const text = shell[0]!.body.join('\n');
    assert.match(text, /\$\{8\|Sent Items,Sent,Sent Messages,Gesendete Elemente\|\}/);
    assert.match(renderSnippet(shell[0]!.body), /--regextrans2 's\/\^\\\[Gmail\\\]\\\/Sent Mail\$\/Sent Items\/'/);
  });
});

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
