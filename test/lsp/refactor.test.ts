import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  CreateFile,
  type Position,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MovePasswordRequest } from '../../server/src/protocol.js';
import { fullCapabilities, type ServerProcess, startProcess, type TestClient } from './harness/client.js';

/** What VS Code declares besides, as far as rewrites look at it. */
const capabilities: ClientCapabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  textDocument: {
    ...fullCapabilities.textDocument,
    codeAction: { ...fullCapabilities.textDocument?.codeAction, disabledSupport: true },
  },
};

const passwordCommand = 'imapsync.movePasswordToFile';

/** A document of each dialect with the cursor at `¦`, and what the rewrites at it leave of it. */
interface Case {
  readonly file: string;
  readonly language: string;
  readonly text: string;
  readonly format?: string;
  readonly names?: string;
  readonly swap?: string;
  /** The names of the files that can be made of the command. */
  readonly files?: readonly string[];
}

const cases: readonly Case[] = [
  {
    file: 'a.sh',
    language: 'shellscript',
    text: '#!/bin/sh\nimapsync --dry --use¦r1 a -host1 h > log\n',
    format: '#!/bin/sh\nimapsync \\\n  -host1 h \\\n  --user1 a \\\n  --dry > log\n',
    names: '#!/bin/sh\nimapsync --dry --user1 a --host1 h > log\n',
    swap: '#!/bin/sh\nimapsync --dry --user2 a -host2 h > log\n',
    files: ['a.imapsync', 'a.cmd', 'a.ps1'],
  },
  {
    file: 'b.cmd',
    language: 'bat',
    text: '@echo off\r\n¦imapsync.exe --automa --user1 "a b" --host1 h\r\n',
    format: '@echo off\r\nimapsync.exe ^\r\n  --host1 h ^\r\n  --user1 "a b" ^\r\n  --automa\r\n',
    names: '@echo off\r\nimapsync.exe --automap --user1 "a b" --host1 h\r\n',
    swap: '@echo off\r\nimapsync.exe --automa --user2 "a b" --host2 h\r\n',
    files: ['b.sh', 'b.ps1'],
  },
  {
    file: 'c.ps1',
    language: 'powershell',
    text: "imapsync.exe --automa --user1 'a' --host1¦ $h\n",
    format: "imapsync.exe `\n  --user1 'a' `\n  --automa `\n  --host1 $h\n",
    names: "imapsync.exe --automap --user1 'a' --host1 $h\n",
    swap: "imapsync.exe --automa --user2 'a' --host2 $h\n",
    files: ['c.sh', 'c.cmd'],
  },
  {
    file: 'd.imapsync',
    language: 'imapsync',
    text: '# x¦\n--automa\n--host1 h\n',
    names: '# x\n--automap\n--host1 h\n',
    swap: '# x\n--automa\n--host2 h\n',
    files: ['d.sh', 'd.cmd', 'd.ps1'],
  },
  {
    file: 'e.md',
    language: 'markdown',
    text: '# Move\n\n```sh\nimapsync --automa --ho¦st1 h\n```\n',
    format: '# Move\n\n```sh\nimapsync \\\n  --host1 h \\\n  --automa\n```\n',
    names: '# Move\n\n```sh\nimapsync --automap --host1 h\n```\n',
    swap: '# Move\n\n```sh\nimapsync --automa --host2 h\n```\n',
    files: [],
  },
  {
    file: 'Dockerfile',
    language: 'dockerfile',
    text: 'FROM debian\nRUN imapsync --automa --host1 h¦\n',
    format: 'FROM debian\nRUN imapsync \\\n  --host1 h \\\n  --automa\n',
    names: 'FROM debian\nRUN imapsync --automap --host1 h\n',
    swap: 'FROM debian\nRUN imapsync --automa --host2 h\n',
    files: [],
  },
  {
    file: 'compose.yaml',
    language: 'yaml',
    text: 'services:\n  a:\n    image: gilleslamiral/imapsync\n    command:\n      - imapsync\n      - ¦--automa\n      - --host1\n      - h\n',
    names:
      'services:\n  a:\n    image: gilleslamiral/imapsync\n    command:\n      - imapsync\n      - --automap\n      - --host1\n      - h\n',
    swap: 'services:\n  a:\n    image: gilleslamiral/imapsync\n    command:\n      - imapsync\n      - --automa\n      - --host2\n      - h\n',
    files: [],
  },
  {
    file: 'crontab',
    language: 'crontab',
    text: '0 3 * * * imapsync --automa --ho¦st1 h\n',
    names: '0 3 * * * imapsync --automap --host1 h\n',
    swap: '0 3 * * * imapsync --automa --host2 h\n',
    files: [],
  },
  {
    file: 'imapsync.service',
    language: 'systemd-unit-file',
    text: '[Service]\nExecStart=/usr/bin/imapsync --automa --host1 h¦\n',
    format: '[Service]\nExecStart=/usr/bin/imapsync \\\n  --host1 h \\\n  --automa\n',
    names: '[Service]\nExecStart=/usr/bin/imapsync --automap --host1 h\n',
    swap: '[Service]\nExecStart=/usr/bin/imapsync --automa --host2 h\n',
    files: [],
  },
  {
    file: 'Makefile',
    language: 'makefile',
    text: 'sync:\n\timapsync --automa ¦--host1 $(H)\n',
    format: 'sync:\n\timapsync \\\n\t  --automa \\\n\t  --host1 $(H)\n',
    names: 'sync:\n\timapsync --automap --host1 $(H)\n',
    swap: 'sync:\n\timapsync --automa --host2 $(H)\n',
    files: [],
  },
  {
    file: 'accounts.imapsync.csv',
    language: 'imapsync-table',
    text: 'h1;u1;p1;h2;u2;p2;--automa¦;\n',
    files: [],
  },
];

describe('rewrites over stdio', function () {
  this.timeout(30_000);

  let folder: string;
  let server: ServerProcess;
  let client: TestClient;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'imapsync-lint-refactor-'));
    server = startProcess();
    client = server.client;
    await client.initialize({ capabilities, initializationOptions: { commands: [passwordCommand] } });
  });

  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a text with a cursor in it; answers its address, its text and the place of the cursor. */
  async function open(file: string, language: string, marked: string, to = client) {
    const offset = marked.indexOf('¦');
    const text = marked.replace('¦', '');
    const uri = pathToFileURL(join(folder, file)).href;
    await to.open(uri, text, language, 3);
    return { uri, text, place: TextDocument.create(uri, language, 3, text).positionAt(offset) };
  }

  function actionsAt(uri: string, place: Position, only: string, to = client): Promise<CodeAction[]> {
    return to.codeActions(uri, { start: place, end: place }, [only]);
  }

  for (const { file, language, text: marked, files, ...expected } of cases) {
    it(`are offered in ${file}, each under its own kind`, async () => {
      const { uri, text, place } = await open(file, language, marked);
      for (const id of ['format', 'names', 'swap'] as const) {
        const [action, ...others] = await actionsAt(uri, place, `refactor.rewrite.imapsync.${id}`);
        assert.deepEqual(others, []);
        if (expected[id] === undefined) {
          assert.equal(action, undefined, `${id}: ${action?.title}`);
          continue;
        }
        assert.ok(action, id);
        const [edit] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
        assert.deepEqual(edit?.textDocument, { uri, version: 3 });
        const document = TextDocument.create(uri, language, 3, text);
        assert.equal(TextDocument.applyEdits(document, edit!.edits as never), expected[id]);
      }
      const made = await actionsAt(uri, place, 'refactor.extract');
      assert.deepEqual(
        made.map(({ edit }) => decodeURIComponent(createdBy(edit).split('/').at(-1)!)),
        files,
      );
      await client.close(uri);
    });
  }

  it('create a file, fill it, and change the script for its version', async () => {
    const { uri, text, place } = await open('move all.sh', 'shellscript', 'im¦apsync --dry --host1 h\n');
    const [action] = await actionsAt(uri, place, 'refactor.extract.imapsync.profile');
    assert.equal(action?.title, 'Move options to profile move all.imapsync');
    const [create, fill, change, ...others] = action.edit?.documentChanges ?? [];
    const address = pathToFileURL(join(folder, 'move all.imapsync')).href;
    assert.deepEqual(create, { kind: 'create', uri: address, options: { overwrite: false, ignoreIfExists: false } });
    assert.deepEqual(fill, {
      textDocument: { uri: address, version: null },
      edits: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: '--host1 h\n--dry\n' },
      ],
    });
    const { textDocument, edits } = change as TextDocumentEdit;
    assert.deepEqual(textDocument, { uri, version: 3 });
    assert.equal(
      TextDocument.applyEdits(TextDocument.create(uri, 'shellscript', 3, text), edits as never),
      "grep -v '^[[:space:]]*#' 'move all.imapsync' | xargs imapsync\n",
    );
    assert.deepEqual(others, []);
    await client.close(uri);
  });

  it('take a name that is free on the disk', async () => {
    writeFileSync(join(folder, 'taken.cmd'), '');
    const { uri, place } = await open('taken.sh', 'shellscript', 'im¦apsync --dry --host1 h\n');
    const [action] = await actionsAt(uri, place, 'refactor.extract.imapsync.cmd');
    assert.equal(action?.title, 'Write as batch file taken-2.cmd');
    await client.close(uri);
  });

  it('create nothing beside a document that lies in no folder', async () => {
    await client.open('untitled:Untitled-1', 'imapsync --dry --host1 h\n', 'shellscript');
    assert.deepEqual(await actionsAt('untitled:Untitled-1', { line: 0, character: 2 }, 'refactor.extract'), []);
    await client.close('untitled:Untitled-1');
  });

  it('say why sides can not be swapped', async () => {
    const { uri, place } = await open('swap.sh', 'shellscript', 'imapsync --host1 h --delete2¦\n');
    const [action] = await actionsAt(uri, place, 'refactor.rewrite.imapsync.swap');
    assert.deepEqual(action, {
      title: 'Swap source and destination',
      kind: 'refactor.rewrite.imapsync.swap',
      disabled: { reason: '--delete2 deletes mail, and on which side is for you to say.' },
    });
    await client.close(uri);
  });

  it('move a password by the command of the client, and put it into no action and no log', async () => {
    const { uri, text, place } = await open('pass.sh', 'shellscript', "im¦apsync --password2 's3cret word' --dry\n");
    const [action, ...others] = await actionsAt(uri, place, 'refactor.rewrite.imapsync.passfile');
    const title = 'Move the password of the destination to a file…';
    assert.deepEqual(action, {
      title,
      kind: 'refactor.rewrite.imapsync.passfile',
      command: { title, command: passwordCommand, arguments: [uri, 0, 2] },
    });
    assert.deepEqual(others, []);
    const asked = { textDocument: { uri }, version: 3, line: 0, side: 2, file: '/home/me/my secret' };
    const moved = await client.request<MovePasswordRequest.Result>(MovePasswordRequest.method, asked);
    assert.equal(moved.content, 's3cret word\n');
    assert.deepEqual(moved.edit.textDocument, { uri, version: 3 });
    assert.equal(
      TextDocument.applyEdits(TextDocument.create(uri, 'shellscript', 3, text), [...moved.edit.edits]),
      "imapsync --passfile2 '/home/me/my secret' --dry\n",
    );
    assert.equal(await client.request(MovePasswordRequest.method, { ...asked, side: 1 }), null);
    await assert.rejects(client.request(MovePasswordRequest.method, { ...asked, version: 2 }), { code: -32801 });
    assert.ok(client.log.every((line) => !line.includes('s3cret')));
    await client.close(uri);
  });

  it('leave out what the client can not do', async () => {
    const other = startProcess();
    await other.client.initialize();
    const { uri, place } = await open(
      'plain.sh',
      'shellscript',
      'imaps¦ync --dry --host1 h --password1 x --delete2\n',
      other.client,
    );
    const offered = await actionsAt(uri, place, 'refactor', other.client);
    assert.deepEqual(
      offered.flatMap(({ kind }) => (kind?.includes('imapsync') ? [kind] : [])),
      ['refactor.rewrite.imapsync.format'],
    );
    await other.client.shutdown();
    assert.equal(await other.ended, 0);
    other.client.connection.dispose();
  });
});

function createdBy(edit: CodeAction['edit']): string {
  const [create] = edit?.documentChanges ?? [];
  assert.ok(create !== undefined && CreateFile.is(create));
  return create.uri;
}
