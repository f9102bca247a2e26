import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt } from './actions.js';
import { closeAll, openText, setText, waitForServer } from './editing.js';
import { host, waitFor } from './harness.js';
import { Messages } from './messages.js';

const command = 'imapsync --host1 imap.gmail.com --user1 anna --host2 outlook.office365.com --user2 anna';

if (!host.packaged) {
  describe('Map Sent folder', () => {
    let messages: Messages;
    beforeEach(() => {
      messages = new Messages();
    });
    afterEach(async () => {
      messages.dispose();
      await closeAll();
    });

    it('is one action on a command, which writes the chosen pair', async () => {
      const { document } = await openText(`#!/bin/sh\n${command}\n`);
      await waitForServer(document);
      const place = new vscode.Position(1, 4);
      const offered = await actionsAt(document, new vscode.Range(place, place), vscode.CodeActionKind.Refactor);
      const sent = offered.filter(({ title }) => title.includes('Sent'));
      assert.deepEqual(
        sent.map(({ title }) => title),
        ['Map Sent folder…'],
      );
      const picks = ['[Gmail]/Wysłane', 'Gesendete Elemente'];
      messages.pick = () => picks.shift();
      const action = sent[0]?.command;
      assert.ok(action);
      await vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
      assert.equal(
        document.getText(),
        `#!/bin/sh\n${command} --regextrans2 's/^\\[Gmail\\]\\/Wys&AUI-ane$/Gesendete Elemente/'\n`,
      );
      assert.deepEqual(messages.shown, []);
    });

    it('takes the cursor and names that are written', async () => {
      const editor = await openText(`#!/bin/sh\n${command}\n`);
      await waitForServer(editor.document);
      editor.selection = new vscode.Selection(1, 0, 1, 0);
      messages.pick = () => 'Other name…';
      messages.answers = [' Ausgänge', 'Sent/2026'];
      await vscode.commands.executeCommand('imapsync.mapSentFolder');
      assert.equal(editor.document.getText(), `#!/bin/sh\n${command} --regextrans2 's/^Ausg&AOQ-nge$/Sent\\/2026/'\n`);
      assert.equal(await messages.asked[0]?.validateInput?.('  '), 'A folder needs a name.');
      assert.equal(await messages.asked[0]?.validateInput?.('x'), undefined);
    });

    it('writes nothing into a file that has changed meanwhile', async () => {
      const editor = await openText(`#!/bin/sh\n${command}\n`);
      await waitForServer(editor.document);
      let changed: Promise<void> | undefined;
      messages.pick = (labels) => {
        changed ??= setText(editor, `#!/bin/sh\n\n${command}\n`);
        return labels[1];
      };
      await vscode.commands.executeCommand('imapsync.mapSentFolder', editor.document.uri.toString(), 1);
      await changed;
      assert.match(messages.all(), /The file has changed meanwhile/);
      assert.equal(editor.document.getText(), `#!/bin/sh\n\n${command}\n`);
    });

    it('says where there is nothing to map', async () => {
      const { document } = await openText(`#!/bin/sh\n${command} --subfolder2 Old\n`);
      await waitForServer(document);
      await vscode.commands.executeCommand('imapsync.mapSentFolder', document.uri.toString(), 0);
      await vscode.commands.executeCommand('imapsync.mapSentFolder', document.uri.toString(), 1);
      assert.ok(await waitFor(() => messages.shown.length === 2));
      assert.equal(messages.shown[0], 'No imapsync command stands at line 1.');
      assert.match(messages.shown[1] ?? '', /^--subfolder2 moves the whole tree/);
      assert.deepEqual(messages.picked, []);
    });
  });
}
