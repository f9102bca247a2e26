import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, waitForProblems } from './editing.js';
import { waitFor } from './harness.js';

const id = 'imapsync-lint.imapsync-lint';

describe('the extension', () => {
  after(closeAll);

  it('sleeps until a file opens that can hold a command', () => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, 'it is not installed');
    assert.equal(extension.isActive, false);
  });

  it('wakes with the first file that can hold a command, and its server with the first imapsync command', async () => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension);
    const opening = performance.now();
    await openFile('plain.md');
    assert.ok(await waitFor(() => extension.isActive));
    console.log(
      `suite:   from opening a Markdown file to an active extension: ${Math.round(performance.now() - opening)} ms`,
    );
    const { document: plain } = await openFile('plain.sh');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', plain.uri);
    assert.deepEqual(lenses, []);
    const start = performance.now();
    const { document } = await openFile('mirror.sh');
    await waitForProblems(document, (rules) => rules.length > 0);
    console.log(
      `suite:   from opening a script to its first problems, server started: ${Math.round(performance.now() - start)} ms`,
    );
  });

  it('reads a file named *.imapsync as a profile', async () => {
    const { document } = await openFile('batch.imapsync');
    assert.equal(document.languageId, 'imapsync');
  });

  it('offers its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of [
      'runDryPass',
      'runConnectPass',
      'runLoginPass',
      'runFoldersPass',
      'lintWorkspace',
      'restartServer',
      'showOutput',
      'openRuleDocumentation',
    ]) {
      assert.ok(commands.includes(`imapsync.${name}`), name);
    }
  });

  it('works on after its server has been restarted', async () => {
    const { document } = await openFile('mirror.sh');
    await vscode.commands.executeCommand('imapsync.restartServer');
    await waitForProblems(document, (rules) => rules.includes('delete2-without-pre-cutover-marker'));
  });

  it('shows the page of a rule rendered', async () => {
    await vscode.commands.executeCommand('imapsync.openRuleDocumentation', 'unknown-option');
    const shown = await waitFor(() => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return (
        activeTab !== undefined &&
        /unknown-option/.test(activeTab.label) &&
        activeTab.input instanceof vscode.TabInputWebview
      );
    });
    assert.ok(shown, vscode.window.tabGroups.activeTabGroup.activeTab?.label);
  });
});
