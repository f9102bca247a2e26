import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readSource } from '../../server/src/core/syntax/readSource.js';
import { createRandom, type Random } from '../seededRandom.js';

/** What is used of web-tree-sitter, whose types belong to a module of another name. */
interface SyntaxNode {
  readonly text: string;
  readonly startIndex: number;
  readonly hasError: boolean;
  descendantsOfType(type: string): readonly (SyntaxNode | null)[];
}
interface TreeSitter {
  readonly Parser: {
    init(): Promise<void>;
    new (): { setLanguage(language: unknown): void; parse(text: string): { readonly rootNode: SyntaxNode } | null };
  };
  readonly Language: { load(path: string): Promise<unknown> };
}

const require = createRequire(import.meta.url);

async function loadParser() {
  const { Parser, Language } = require('@vscode/tree-sitter-wasm/wasm/tree-sitter.js') as TreeSitter;
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm')));
  return (text: string): SyntaxNode => parser.parse(text)!.rootNode;
}

/** Scripts with imapsync commands in all kinds of places, and the name where it is no command. */
class ScriptWriter {
  constructor(private readonly random: Random) {}

  script(): string {
    return this.#statements(3, '');
  }

  #pick(items: readonly string[]): string {
    return items[Math.floor(this.random() * items.length)]!;
  }

  #statements(depth: number, indentation: string): string {
    const count = 1 + Math.floor(this.random() * 4);
    return Array.from({ length: count }, () => indentation + this.#statement(depth, indentation)).join(
      this.#pick(['\n', '\n\n', '\r\n', ';\n', '\n# imapsync note\n']),
    );
  }

  #statement(depth: number, indentation: string): string {
    const block = (): string => `{\n${this.#statements(depth - 1, `${indentation}  `)}\n${indentation}}`;
    const kinds = depth === 0 ? 4 : 11;
    switch (Math.floor(this.random() * kinds)) {
      case 0:
      case 1:
        return this.#pipeline();
      case 2:
        return `$${this.#pick(['out', 'imapsync', 'a'])} = ${this.random() < 0.5 ? this.#pipeline() : this.#value()}`;
      case 3:
        return this.#pick([
          "'imapsync'",
          '"imapsync $x"',
          'Write-Host imapsync',
          '$x.imapsync',
          '<# imapsync #>',
          '$i++',
        ]);
      case 4:
        return `if ($x -eq 'imapsync') ${block()}${this.#pick(['', ` else ${block()}`, ` elseif ($y) ${block()}`])}`;
      case 5:
        return `foreach ($row in ${this.#pick(['$rows', "Import-Csv 'a.csv'", '(imapsync)'])}) ${block()}`;
      case 6:
        return `while ($true) ${block()}`;
      case 7:
        return `function Move-${this.#pick(['All', 'Some'])} ${block()}`;
      case 8:
        return `try ${block()} catch ${block()}`;
      case 9:
        return `$rows | ForEach-Object ${block()}`;
      default:
        return `$block = ${block()}`;
    }
  }

  #pipeline(): string {
    return this.#command() + this.#pick(['', '', ' | Out-Null', ' | Tee-Object log', ' |\n  Out-Null']);
  }

  #command(): string {
    const name = this.#pick(['imapsync', 'imapsync', "& 'imapsync'", '& "imapsync"', 'Get-Date', '& $imapsync --dry']);
    const count = Math.floor(this.random() * 4);
    const words = Array.from({ length: count }, () =>
      this.#pick([
        ...[
          '--dry',
          '-automap',
          '--folder INBOX',
          "'a b'",
          '"c $d"',
          '$row.user',
          '$(Get-Date)',
          '(imapsync)',
          '@words',
        ],
        ...["@('x', 'y')", '{ imapsync }', "'imapsync'", 'imapsync', '`\n  --justlogin', '> log', '"$(imapsync)"'],
      ]),
    );
    return [name, ...words].join(' ');
  }

  #value(): string {
    return this.#pick([
      "'imapsync'",
      "@('a', 'imapsync')",
      '@{ imapsync = 1 }',
      '(imapsync)',
      '"x" + "imapsync"',
      '$y.imapsync',
    ]);
  }
}

/** Where tree-sitter sees commands whose name is imapsync. */
function commandsIn(root: SyntaxNode): readonly number[] {
  const names = ['command_name', 'command_name_expr'].flatMap((type) => root.descendantsOfType(type));
  const starts = names
    .filter((node): node is SyntaxNode => node !== null && /^(['"]?)imapsync\1$/.test(node.text))
    .map((node) => node.startIndex);
  return [...new Set(starts)].sort((a, b) => a - b);
}

describe('PowerShell and tree-sitter-powershell', function () {
  this.timeout(120_000);

  it('see the same imapsync commands in generated scripts', async () => {
    const parse = await loadParser();
    const seed = 20_261_124;
    const writer = new ScriptWriter(createRandom(seed));
    let compared = 0;
    let commands = 0;
    for (let round = 0; round < 300; round++) {
      const text = writer.script();
      const root = parse(text);
      if (root.hasError) continue;
      compared++;
      const expected = commandsIn(root);
      commands += expected.length;
      const found = readSource(text, 'powershell')
        .invocations.filter(({ executable }) => executable!.origin === undefined)
        .map(({ executable }) => executable!.range.start);
      const differing = [...found, ...expected].filter((at) => !(found.includes(at) && expected.includes(at)));
      const places = differing.map((at) => text.slice(Math.max(0, at - 60), at + 40));
      assert.deepEqual(places, [], `seed ${seed}, script ${round}`);
    }
    console.log(`      seed ${seed}: ${compared} scripts without an error, ${commands} commands`);
    assert.ok(compared >= 200 && commands >= 500, `${compared} scripts, ${commands} commands`);
  });
});
