import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, waitForProblems } from './editing.js';
import { waitFor } from './harness.js';
import { Recorder } from './recorder.js';

/** Points `imapsync.path` somewhere for all workspaces, which counts in untrusted ones too; undefined for nowhere. */
async function setProgramForUser(program: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('imapsync').update('path', program, vscode.ConfigurationTarget.Global);
}

describe('the release of imapsync', () => {
  let recorder: Recorder;
  before(async () => {
    recorder = new Recorder();
    await setProgramForUser(recorder.program);
  });
  after(async () => {
    await setProgramForUser(undefined);
    recorder.dispose();
    await closeAll();
  });

  it('is asked for in a trusted workspace, and in no other', async () => {
    const { document } = await openFile('mirror.sh');
    await vscode.commands.executeCommand('imapsync.restartServer');
    await waitForProblems(document, (rules) => rules.length > 0);
    if (vscode.workspace.isTrusted) assert.ok(await waitFor(() => recorder.wasAsked()));
    else assert.equal(recorder.wasAsked(), false);
    assert.equal(recorder.recording(), undefined, 'nothing else was run');
  });
});
