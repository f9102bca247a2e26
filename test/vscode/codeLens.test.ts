import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, waitForServer } from './editing.js';

describe('code lenses', () => {
  afterEach(closeAll);

  it('offer a dry pass above each command, for the line where it begins', async () => {
    const { document } = await openFile('mirror.sh');
    await waitForServer(document);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    const runs = lenses.filter(({ command }) => command?.command === 'imapsync.runDryPass');
    assert.deepEqual(
      runs.map(({ range, command }) => [range.start.line, command?.arguments?.[1]]),
      [
        [4, 4],
        [10, 10],
      ],
    );
    for (const { command } of runs)
      assert.equal(vscode.Uri.parse(command?.arguments?.[0]).toString(), document.uri.toString());
  });
});
