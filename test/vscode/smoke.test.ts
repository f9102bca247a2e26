import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { skipTest, waitFor } from './harness.js';

describe('the host', () => {
  it('is a VS Code that the extension supports', () => {
    const [major, minor] = vscode.version.split('.').map(Number);
    assert.ok(major === 1 && minor !== undefined && minor >= 100, vscode.version);
  });

  it('opens a file of the workspace', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'smoke.sh');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('echo smoke\n'));
    const editor = await vscode.window.showTextDocument(file);
    assert.equal(editor.document.languageId, 'shellscript');
    assert.equal(editor.document.getText(), 'echo smoke\n');
  });

  it('runs a task in a real terminal and tells its exit code', async function () {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    if (!vscode.workspace.isTrusted) skipTest(this, 'an untrusted workspace runs no task');
    const marker = path.join(folder.uri.fsPath, 'task ran');
    const task = new vscode.Task(
      { type: 'process' },
      folder,
      'smoke',
      'test',
      new vscode.ProcessExecution('/bin/sh', ['-c', 'printf %s "$1" > "$2"; exit 16', 'sh', '$HOME "quoted"', marker]),
    );
    const ended = new Promise<number | undefined>((resolve) => {
      const subscription = vscode.tasks.onDidEndTaskProcess((event) => {
        if (event.execution.task.name !== 'smoke') return;
        subscription.dispose();
        resolve(event.exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    assert.equal(await ended, 16);
    assert.ok(await waitFor(() => existsSync(marker)));
    assert.equal(readFileSync(marker, 'utf8'), '$HOME "quoted"');
  });
});
