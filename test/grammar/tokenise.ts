import { readFile } from 'node:fs/promises';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const root = new URL('../../../', import.meta.url);

/** The grammars that VS Code brings are hosts of ours; in the tests small ones of our own stand in for them. */
const hostGrammars: Readonly<Record<string, string>> = {
  'source.shell': 'test/grammar/host-shell.tmLanguage.json',
  'source.batchfile': 'test/grammar/host-batchfile.tmLanguage.json',
  'source.powershell': 'test/grammar/host-powershell.tmLanguage.json',
  'source.dockerfile': 'test/grammar/host-dockerfile.tmLanguage.json',
  'source.makefile': 'test/grammar/host-makefile.tmLanguage.json',
  'source.yaml': 'test/grammar/host-yaml.tmLanguage.json',
  'text.html.markdown': 'test/grammar/host-markdown.tmLanguage.json',
};

interface ContributedGrammar {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** Loads a grammar with the injections that the extension's manifest declares for it. */
export async function loadGrammar(scopeName: string): Promise<IGrammar> {
  const manifest = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    contributes: { grammars: readonly ContributedGrammar[] };
  };
  const { grammars } = manifest.contributes;
  const wasm = await readFile(new URL('node_modules/vscode-oniguruma/release/onig.wasm', root));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      const file = hostGrammars[name] ?? grammars.find((grammar) => grammar.scopeName === name)?.path;
      if (file === undefined) return null;
      return textmate.parseRawGrammar(await readFile(new URL(file, root), 'utf8'), file);
    },
    getInjections: (name) =>
      grammars.filter((grammar) => grammar.injectTo?.includes(name)).map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar for ${scopeName}`);
  return grammar;
}

/** The scopes of each character of each line, outermost first. */
export function scopesOf(grammar: IGrammar, lines: readonly string[]): readonly (readonly (readonly string[])[])[] {
  let state = textmate.INITIAL;
  return lines.map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    const scopes: string[][] = [];
    for (const token of result.tokens) {
      for (let column = token.startIndex; column < Math.min(token.endIndex, line.length); column++) {
        scopes.push(token.scopes);
      }
    }
    return scopes;
  });
}
