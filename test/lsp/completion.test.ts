import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CompletionItem,
  CompletionList,
  Hover,
  MarkupContent,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fullCapabilities, type ServerProcess, startProcess, type TestClient } from './harness/client.js';

/** A text with its cursor taken out. */
interface Asked {
  readonly document: TextDocument;
  readonly offset: number;
  readonly list: CompletionList;
}

const suggest = 'editor.action.triggerSuggest';

describe('completion over stdio', function () {
  this.timeout(30_000);

  let server: ServerProcess;
  let client: TestClient;
  let folder: string;
  let opened = 0;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-completion-'));
    server = startProcess();
    client = server.client;
    await client.initialize({ initializationOptions: { commands: [suggest] } });
  });

  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  /** Opens the text without the cursor `|` in a file of this name and asks what can stand there. */
  async function ask(name: string, marked: string, trigger?: string, scheme = 'file'): Promise<Asked> {
    const offset = marked.indexOf('|');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    opened += 1;
    // A file that stands alone has a folder of its own, so that no other file is among its neighbours.
    const base = name.includes('/') ? folder : mkdtempSync(join(folder, `${opened}-`));
    const address = `${scheme === 'file' ? pathToFileURL(base).href : `${scheme}://host/folder`}/${name}`;
    await client.open(address, text, 'plaintext', opened);
    const document = TextDocument.create(address, 'plaintext', opened, text);
    const { line, character } = document.positionAt(offset);
    return { document, offset, list: await client.complete(address, line, character, trigger) };
  }

  function labels({ list }: Asked): readonly string[] {
    return list.items.map(({ label }) => label);
  }

  /** The text after an item has been taken, as VS Code does: its edit lies on the cursor's line around the cursor. */
  function taken({ document, offset, list }: Asked, label: string): string {
    const item = list.items.find((one) => one.label === label);
    assert.ok(item, `${label} is not among ${list.items.map((one) => one.label).join(' ')}`);
    const edit = item.textEdit as TextEdit;
    assert.equal(edit.range.start.line, edit.range.end.line);
    const start = document.offsetAt(edit.range.start);
    assert.ok(start <= offset && offset <= document.offsetAt(edit.range.end));
    const typed = document.getText().slice(start, offset);
    assert.ok(isSubsequence(typed, item.filterText ?? ''), `VS Code would drop ${item.filterText} for ${typed}`);
    const newText = edit.newText.replace('$0', '').replace(/\$\{\d+:([^}]*)\}/g, '$1');
    return TextDocument.applyEdits(document, [...(item.additionalTextEdits ?? []), { range: edit.range, newText }]);
  }

  function isSubsequence(typed: string, text: string): boolean {
    let found = -1;
    return [...typed.toLowerCase()].every((letter) => {
      found = text.toLowerCase().indexOf(letter, found + 1);
      return found >= 0;
    });
  }

  async function resolved(asked: Asked, label: string): Promise<CompletionItem> {
    const item = asked.list.items.find((one) => one.label === label);
    assert.ok(item, label);
    return client.resolve(item);
  }

  const dialects: readonly (readonly [
    name: string,
    option: string,
    after: string,
    value: string,
    valueAfter: string,
  ])[] = [
    [
      'a.sh',
      'imapsync --host1 a \\\n  --fo|\n',
      'imapsync --host1 a \\\n  --folder\n',
      'imapsync --folder Se|\n',
      "imapsync --folder 'Sent Items'\n",
    ],
    [
      'a.cmd',
      'imapsync ^\n --fo|\n',
      'imapsync ^\n --folder\n',
      'imapsync --folder |\n',
      'imapsync --folder "Sent Items"\n',
    ],
    [
      'a.ps1',
      'imapsync `\n  --fo|\n',
      'imapsync `\n  --folder\n',
      'imapsync --folder "S|"\n',
      'imapsync --folder "Sent Items"\n',
    ],
    ['a.imapsync', '--dry\n--fo|\n', '--dry\n--folder\n', '--folder |\n', "--folder 'Sent Items'\n"],
    [
      'a.imapsync.csv',
      'host1;user1;options\na;b;--fo|\n',
      'host1;user1;options\na;b;--folder\n',
      'user1;user2;folder\na;b;|\n',
      'user1;user2;folder\na;b;Sent Items\n',
    ],
    [
      'a.md',
      '```sh\nimapsync --fo|\n```\n',
      '```sh\nimapsync --folder\n```\n',
      '```bat\nimapsync --folder |\n```\n',
      '```bat\nimapsync --folder "Sent Items"\n```\n',
    ],
    [
      'Dockerfile',
      'FROM x\nCMD ["imapsync", "--fo|"]\n',
      'FROM x\nCMD ["imapsync", "--folder"]\n',
      'FROM x\nCMD ["imapsync", "--folder", |]\n',
      'FROM x\nCMD ["imapsync", "--folder", "Sent Items"]\n',
    ],
    [
      'a.yaml',
      'a:\n  command:\n    - imapsync\n    - |\n',
      'a:\n  command:\n    - imapsync\n    - --folder\n',
      'a:\n  command:\n    - imapsync\n    - --folder\n    - |\n',
      "a:\n  command:\n    - imapsync\n    - --folder\n    - 'Sent Items'\n",
    ],
    [
      'a.cron',
      '0 3 * * * imapsync --fo|\n',
      '0 3 * * * imapsync --folder\n',
      '0 3 * * * imapsync --folder |\n',
      "0 3 * * * imapsync --folder 'Sent Items'\n",
    ],
    [
      'a.service',
      '[Service]\nExecStart=imapsync --fo|\n',
      '[Service]\nExecStart=imapsync --folder\n',
      '[Service]\nExecStart=imapsync --folder |\n',
      "[Service]\nExecStart=imapsync --folder 'Sent Items'\n",
    ],
    [
      'Makefile',
      'x:\n\timapsync --fo|\n',
      'x:\n\timapsync --folder\n',
      'x:\n\timapsync --folder |\n',
      "x:\n\timapsync --folder 'Sent Items'\n",
    ],
  ];
  for (const [name, option, after, value, valueAfter] of dialects) {
    it(`completes options and values in ${name}`, async () => {
      assert.equal(taken(await ask(name, option), '--folder'), after);
      assert.equal(taken(await ask(name, value), 'Sent Items'), valueAfter);
    });
  }

  it('joins the line of a new option to the command above it', async () => {
    const asked = await ask('a.sh', 'imapsync --host1 a \\\n  --host2 b\n  --dr|\n');
    assert.equal(taken(asked, '--dry'), 'imapsync --host1 a \\\n  --host2 b \\\n  --dry\n');
  });

  it('orders its list: what is missing comes first', async () => {
    const { list } = await ask('a.sh', 'imapsync --host1 a --user1 b --passfile1 c --|\n');
    const ordered = [...list.items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
    assert.deepEqual(
      ordered.slice(0, 3).map(({ label }) => label),
      ['--host2', '--user2', '--passfile2'],
    );
  });

  it('opens by a blank where values are known, and nowhere else', async () => {
    assert.deepEqual(labels(await ask('a.sh', 'imapsync |\n', ' ')), []);
    assert.ok(labels(await ask('a.sh', 'imapsync --sigexit |\n', ' ')).includes('TERM'));
  });

  it('explains items only when they are looked at, as hover does', async () => {
    const asked = await ask('a.sh', 'imapsync --maxsize 35|000000\n');
    assert.ok(asked.list.items.every(({ documentation }) => documentation === undefined));
    const details = (await resolved(asked, '35000000')).documentation as MarkupContent;
    assert.equal(details.kind, 'markdown');
    const { line, character } = asked.document.positionAt(asked.offset);
    const hover: Hover | null = await client.hover(asked.document.uri, line, character);
    const [first] = details.value.split('\n');
    assert.match(first!, /--maxsize.*35\.0 MB/);
    assert.ok(hover !== null && (hover.contents as MarkupContent).value.startsWith(first!));
    const option = (await resolved(await ask('a.sh', 'imapsync --del|\n'), '--delete2')).documentation as MarkupContent;
    assert.match(option.value, /strict mirror/);
    const key = (await resolved(await ask('a.sh', "imapsync --search 'SIN|'\n"), 'SINCE'))
      .documentation as MarkupContent;
    assert.match(key.value, /--search/);
  });

  it('survives items that come back changed', async () => {
    for (const data of [
      null,
      7,
      {},
      { option: 3 },
      { option: 'maxsize', value: 4, at: 'x' },
      { option: 'maxsize', value: '5', at: 99 },
      { rule: [] },
    ]) {
      const item = await client.resolve({ label: 'x', data });
      assert.equal(item.label, 'x');
    }
  });

  describe('names of files', () => {
    before(() => {
      mkdirSync(join(folder, 'disk', 'secrets', 'deeper'), { recursive: true });
      writeFileSync(join(folder, 'disk', 'secrets', 'anna.pass'), 'geheim\n');
      writeFileSync(join(folder, 'disk', 'secrets', 'bert pass'), 'geheim\n');
      writeFileSync(join(folder, 'disk', 'secrets', '.hidden'), '');
      symlinkSync('secrets', join(folder, 'disk', 'linked'));
      mkdirSync(join(folder, 'disk', 'many'));
      for (let index = 0; index < 1500; index += 1) writeFileSync(join(folder, 'disk', 'many', `file${index}`), '');
    });

    it('are those of the folder, folders first and to be gone on with', async () => {
      const asked = await ask('disk/move.sh', 'imapsync --passfile1 |\n');
      assert.deepEqual(labels(asked), ['linked/', 'many/', 'secrets/']);
      assert.equal(taken(asked, 'secrets/'), 'imapsync --passfile1 secrets/\n');
      assert.deepEqual(asked.list.items[0]?.command, { title: 'Show what can follow', command: suggest });
      const inside = await ask('disk/move2.sh', 'imapsync --passfile1 secrets/|\n', '/');
      assert.deepEqual(labels(inside), ['deeper/', 'anna.pass', 'bert pass']);
      assert.equal(taken(inside, 'bert pass'), "imapsync --passfile1 'secrets/bert pass'\n");
      assert.equal(inside.list.items[1]?.command, undefined);
      assert.deepEqual(labels(await ask('disk/move3.sh', 'imapsync --passfile1 "linked/a|"\n')), ['anna.pass']);
      assert.deepEqual(labels(await ask('disk/move4.sh', 'imapsync --passfile1 secrets/.|\n')), ['.hidden']);
    });

    it('are folders alone where the option takes one', async () => {
      assert.deepEqual(labels(await ask('disk/move5.sh', 'imapsync --tmpdir secrets/|\n')), ['deeper/']);
    });

    it('are read from an absolute path too, and as the dialect writes them', async () => {
      const asked = await ask('disk/move6.cmd', 'imapsync --passfile1 secrets\\a|\n');
      assert.equal(taken(asked, 'anna.pass'), 'imapsync --passfile1 secrets\\anna.pass\n');
      const absolute = await ask('disk/move7.sh', `imapsync --logdir '${folder}/disk/s|'\n`);
      assert.equal(taken(absolute, 'secrets/'), `imapsync --logdir '${folder}/disk/secrets/'\n`);
    });

    it('come beside the file of the other side', async () => {
      const asked = await ask('disk/move8.sh', 'imapsync --passfile1 secrets/p1 --passfile2 |\n');
      assert.deepEqual(labels(asked).slice(0, 2), ['secrets/p2', 'linked/']);
    });

    it('are not all listed where there are too many, but found when typed', async () => {
      const asked = await ask('disk/move9.sh', 'imapsync --passfile1 many/|\n');
      assert.equal(asked.list.items.length, 200);
      assert.equal(asked.list.isIncomplete, true);
      const one = await ask('disk/move10.sh', 'imapsync --passfile1 many/file149|\n');
      assert.ok(labels(one).includes('file1499') && !one.list.isIncomplete);
    });

    it('are left alone where the folder is not on the disk, only a shell knows it, or it is on another machine', async () => {
      assert.deepEqual(labels(await ask('move.sh', 'imapsync --passfile1 |\n', undefined, 'vscode-vfs')), []);
      assert.deepEqual(labels(await ask('disk/move11.sh', 'imapsync --passfile1 "$DIR/|"\n')), []);
      assert.deepEqual(labels(await ask('disk/move12.cmd', 'imapsync --passfile1 \\\\server\\share\\|\n')), []);
      assert.deepEqual(labels(await ask('disk/move13.sh', 'imapsync --passfile1 nowhere/|\n')), []);
      assert.deepEqual(labels(await ask('disk/move14.sh', 'imapsync --host1 imap.a.example --password1 |\n')), []);
    });
  });

  it('sends no commands and no snippets to a client that knows neither', async () => {
    const plain = startProcess();
    try {
      const completion = { completionItem: { snippetSupport: false } };
      await plain.client.initialize({ capabilities: { ...fullCapabilities, textDocument: { completion } } });
      await plain.client.open('file:///a.sh', 'imapsync --search \n');
      const { items } = await plain.client.complete('file:///a.sh', 0, 18);
      const since = items.find(({ label }) => label === 'SINCE');
      assert.ok(since);
      assert.equal((since.textEdit as TextEdit).newText, "'SINCE '");
      assert.equal(since.command, undefined);
      assert.equal(since.insertTextFormat, 1);
    } finally {
      await plain.stop();
    }
  });
});
