import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inlayHintKinds, tokenModifiers, tokenTypes } from '../../server/src/core/languageService.js';
import { cli } from '../cli/support/memoryHost.js';

const root = new URL('../../../', import.meta.url);

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly activationEvents: readonly string[];
  readonly icon: string;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly languages: readonly { id: string; configuration?: string; icon?: Record<string, string> }[];
    readonly grammars: readonly { path: string; scopeName: string }[];
    readonly snippets: readonly { path: string; language: string }[];
    readonly commands: readonly { command: string }[];
    readonly menus: Readonly<Record<string, readonly { command?: string; submenu?: string; when?: string }[]>>;
    readonly submenus: readonly { id: string }[];
    readonly semanticTokenTypes: readonly { id: string }[];
    readonly semanticTokenModifiers: readonly { id: string }[];
    readonly semanticTokenScopes: readonly { language?: string; scopes: Readonly<Record<string, readonly string[]>> }[];
    readonly problemMatchers: readonly {
      name: string;
      pattern: readonly (Record<string, string | number> & { regexp: string })[];
    }[];
    readonly configuration: readonly { properties: Record<string, { scope?: string }> }[];
  };
}

/** The languages that the client names in documents.ts, which needs VS Code to be loaded. */
function servedLanguages(): readonly string[] {
  const source = readFileSync(new URL('client/src/documents.ts', root), 'utf8');
  return [...source.matchAll(/const \w+Languages = \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].map(([, id = '']) => id),
  );
}

interface JsonFile {
  readonly path: string;
  readonly problems: readonly {
    rule: string;
    severity: string;
    message: string;
    range: { start: { line: number; character: number } };
  }[];
}

const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as Manifest;
const { contributes } = manifest;

describe('the manifest of the extension', () => {
  it('contributes exactly the commands that have a file of their own, each registered under its name', () => {
    const folder = new URL('client/src/commands/', root);
    const registered = new Set<string>();
    const shared = readFileSync(new URL('client/src/rulePages.ts', root), 'utf8');
    for (const name of readdirSync(folder)) {
      const source = readFileSync(new URL(name, folder), 'utf8') + (name === 'openRuleDocumentation.ts' ? shared : '');
      const id = `imapsync.${name.replace(/\.ts$/, '')}`;
      if (source.includes('registerCommand(')) {
        assert.ok(source.includes(`'${id}'`), `${name} does not register ${id}`);
        registered.add(id);
      }
    }
    assert.deepEqual([...registered].sort(), contributes.commands.map(({ command }) => command).sort());
  });

  it('names only files that exist', () => {
    const files = [
      manifest.icon,
      ...contributes.languages.flatMap(({ configuration, icon = {} }) =>
        [configuration ?? [], Object.values(icon)].flat(),
      ),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.snippets.map(({ path }) => path),
    ];
    for (const file of files) assert.ok(existsSync(new URL(file, root)), file);
  });

  it('matches what lint prints for problem matchers', async () => {
    const accounts = '--host1 h1 --user1 u1 --passfile1 p1 --host2 h2 --user2 u2 --passfile2 p2';
    const files = {
      '/base/a:b.sh': `imapsync ${accounts} --delete2 --timeout1 60 --timeout1 60 --password1 x\n`,
      '/base/c d.sh': `imapsync --host1 h1:993 ${accounts} --nonsense [x] --dry\n`,
    };
    const compact = await cli(['--format', 'compact', '.'], { files });
    const json = JSON.parse((await cli(['--format', 'json', '.'], { files })).stdout);
    const [
      {
        pattern: [pattern],
      } = { pattern: [] },
    ] = contributes.problemMatchers;
    assert.ok(pattern !== undefined);
    const matched = compact.stdout
      .trimEnd()
      .split('\n')
      .map((line) => {
        const groups = new RegExp(pattern.regexp).exec(line);
        assert.ok(groups !== null, line);
        return ['file', 'line', 'column', 'severity', 'message', 'code'].map((key) => groups[Number(pattern[key])]);
      });
    const expected = json.files.flatMap(({ path, problems }: JsonFile) =>
      problems.map(({ rule, severity, message, range: { start } }) => [
        path,
        String(start.line + 1),
        String(start.character + 1),
        severity,
        message,
        rule,
      ]),
    );
    assert.ok(expected.length >= 5);
    assert.deepEqual(matched, expected);
  });

  it('puts only its own commands and submenus into menus', () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    const submenus = new Set(contributes.submenus.map(({ id }) => id));
    for (const [menu, items] of Object.entries(contributes.menus)) {
      if (menu.startsWith('imapsync.')) assert.ok(submenus.has(menu), menu);
      for (const { command, submenu } of items) {
        assert.ok(
          command === undefined ? submenus.has(submenu ?? '') : commands.has(command),
          `${menu}: ${command ?? submenu}`,
        );
      }
    }
  });

  it('shows passes in the palette only where a file can hold a command and a process can be started', () => {
    const palette = contributes.menus.commandPalette ?? [];
    const passes = contributes.commands.filter(({ command }) => /Pass$/.test(command));
    assert.equal(passes.length, 4);
    for (const { command } of passes) {
      const when = palette.find((item) => item.command === command)?.when ?? '';
      assert.match(when, /imapsync\.commandInFile/);
      assert.match(when, /!isWeb \|\| remoteName/);
    }
  });

  it('keeps the menus to one context, which the client sets for the files that it finds commands in', () => {
    const watch = readFileSync(new URL('client/src/commandWatch.ts', root), 'utf8');
    assert.ok(watch.includes("'imapsync.commandInFile'"));
    for (const { when } of Object.values(contributes.menus).flat()) assert.ok(!/editorLangId/.test(when ?? ''), when);
  });

  it('declares the tokens of the server that are no tokens of the protocol, each with scopes of the grammars', () => {
    const own = tokenTypes.filter((type) => type.startsWith('imapsync'));
    assert.deepEqual(
      contributes.semanticTokenTypes.map(({ id }) => id),
      own,
    );
    assert.deepEqual(
      contributes.semanticTokenModifiers.map(({ id }) => id),
      tokenModifiers,
    );
    const selectors = contributes.semanticTokenScopes.flatMap(({ scopes }) => Object.keys(scopes));
    for (const type of own) assert.ok(selectors.includes(type), type);
    const known = new Set<string>([...own, ...tokenModifiers]);
    for (const part of selectors.flatMap((selector) => selector.split('.'))) assert.ok(known.has(part), part);
  });

  it('gives options the scopes that the grammar gives them', () => {
    const grammar = readFileSync(new URL('syntaxes/imapsync.tmLanguage.json', root), 'utf8');
    const [{ scopes } = { scopes: {} }] = contributes.semanticTokenScopes;
    for (const [selector, names] of Object.entries(scopes)) {
      if (!/^imapsync(?:Option|Negation|Directive|Marker|Disable|Rule)\b/.test(selector)) continue;
      for (const name of names) assert.ok(grammar.includes(`"${name}"`), `${selector}: ${name}`);
    }
  });

  it('has a switch for each kind of inlay hints', () => {
    const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Record<
      string,
      { type?: string; default?: unknown }
    >;
    const names = Object.keys(settings).filter((name) => name.startsWith('imapsync.inlayHints.'));
    assert.deepEqual(
      names,
      inlayHintKinds.map((kind) => `imapsync.inlayHints.${kind}`),
    );
    for (const name of names)
      assert.deepEqual([settings[name]?.type, settings[name]?.default], ['boolean', true], name);
  });

  it('lets no untrusted workspace choose the program that is run', () => {
    const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Record<
      string,
      { scope?: string }
    >;
    assert.equal(settings['imapsync.path']?.scope, 'machine-overridable');
    assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes('imapsync.path'));
  });

  it('is woken by files that can hold commands alone', () => {
    const woken = manifest.activationEvents.map((event) => event.replace(/^onLanguage:/, ''));
    const own = contributes.languages.map(({ id }) => id);
    // These two are how VS Code itself names unit files and tables that no other extension has a language for.
    const byName = ['ini', 'properties'];
    assert.deepEqual(
      [...woken.filter((id) => !byName.includes(id)), ...own].sort(),
      [...servedLanguages()].sort(),
      'the languages of the manifest are not those of documents.ts',
    );
    assert.ok(!woken.includes('plaintext') && !manifest.activationEvents.includes('*'));
  });
});
