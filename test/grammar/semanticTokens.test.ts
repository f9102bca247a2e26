import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IGrammar } from 'vscode-textmate';
import {
  analyse,
  createLanguageService,
  type FileDialect,
  optionFacts,
  tokenModifiers,
  tokenTypes,
} from '../../server/src/core/languageService.js';
import { loadGrammar, scopesOf } from './tokenise.js';

const service = createLanguageService();

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  contributes: { semanticTokenScopes: readonly { language?: string; scopes: Readonly<Record<string, string[]>> }[] };
};
const scopes = manifest.contributes.semanticTokenScopes.find(({ language }) => language === undefined)!.scopes;

/** The scope of a token: that of the selector which names most of its modifiers, as VS Code chooses. */
function scopeOf(type: string, modifiers: readonly string[]): string | undefined {
  const fitting = Object.keys(scopes).filter((selector) => {
    const [wanted, ...needed] = selector.split('.');
    return wanted === type && needed.every((modifier) => modifiers.includes(modifier));
  });
  const [best] = fitting.sort((a, b) => b.split('.').length - a.split('.').length);
  return best === undefined ? undefined : scopes[best]?.[0];
}

/** The tokens of one line that the grammar of the language gives other scopes, as `text: ours, theirs`. */
function disagreements(line: string, dialect: FileDialect, grammar: IGrammar): readonly string[] {
  const [given = []] = scopesOf(grammar, [line]);
  const tokens = service.semanticTokens(analyse(line, dialect));
  const found: string[] = [];
  for (let index = 0; index < tokens.length; index += 4) {
    const [start = 0, length = 0, type = 0, bits = 0] = tokens.subarray(index, index + 4);
    const modifiers = tokenModifiers.filter((_, bit) => (bits >> bit) & 1);
    const scope = scopeOf(tokenTypes[type] ?? '', modifiers);
    if (scope === undefined || /^(?:string|invalid)\./.test(scope)) continue;
    const theirs = given[start + (length >> 1)] ?? [];
    if (!theirs.includes(scope)) found.push(`${line.slice(start, start + length)}: ${scope}, ${theirs.at(-1)}`);
  }
  return found;
}

describe('semantic tokens and the grammars', () => {
  for (const [dialect, grammar, before] of [
    ['profile', 'source.imapsync', ''],
    ['posix', 'source.shell', 'imapsync '],
    ['cmd', 'source.batchfile', 'imapsync '],
    ['powershell', 'source.powershell', 'imapsync '],
  ] as const) {
    it(`agree about every option of imapsync in ${grammar}`, async () => {
      const found: string[] = [];
      const loaded = await loadGrammar(grammar);
      for (const { name, value, negatable } of optionFacts) {
        const line = `${before}--${name}${value === 'none' ? '' : '=1'}${negatable ? ` --no${name}` : ''}`;
        found.push(...disagreements(line, dialect, loaded));
      }
      assert.deepEqual(found, []);
    });
  }

  it('agree about directives', async () => {
    const shell = await loadGrammar('source.shell');
    const profile = await loadGrammar('source.imapsync');
    for (const text of ['pre-cutover until 2026-12-01', 'post-cutover', 'disable=delete-2,unknown-option -- why']) {
      const line = `# imapsync-lint: ${text}`;
      assert.deepEqual(disagreements(line, 'posix', shell), []);
      assert.deepEqual(disagreements(line, 'profile', profile), []);
    }
  });
});
