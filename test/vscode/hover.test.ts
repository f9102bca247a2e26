import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hoverAt, openFile, openText, placeOf, waitForServer } from './editing.js';
import { screenshot, waitFor } from './harness.js';

describe('hovers', () => {
  afterEach(closeAll);

  const spellings: readonly (readonly [string, string])[] = [
    ['--maxsize 35000000', 'maxsize'],
    ['-ssl1', 'ssl1'],
    ['--no-dry', 'dry'],
    ['--maxsi 5', 'maxsize'],
    ['--user1=x', 'user1'],
  ];
  for (const [spelled, name] of spellings) {
    it(`explain ${spelled}`, async () => {
      const { document } = await openText(`imapsync --host1 a.example --host2 b.example ${spelled}\n`);
      await waitForServer(document);
      assert.match(await hoverAt(document, spelled), new RegExp(`--(no)?${name}\\b`));
    });
  }

  it('show no password', async () => {
    const { document } = await openText("imapsync --host1 a.example --host2 b.example --password1 'open sesame'\n");
    await waitForServer(document);
    for (const text of ['--password1', "'open sesame'"]) assert.doesNotMatch(await hoverAt(document, text), /sesame/);
    assert.match(await hoverAt(document, '--password1'), /password1/);
  });

  it('work in profiles and say nothing beside the command', async () => {
    const { document } = await openFile('batch.imapsync');
    await waitForServer(document);
    assert.match(await hoverAt(document, '--delete2'), /delete2/);
    const { document: plain } = await openFile('plain.sh');
    assert.equal(await hoverAt(plain, '--delete'), '');
  });

  it('can be read', async () => {
    const editor = await openFile('mirror.sh');
    await waitForServer(editor.document);
    const place = placeOf(editor.document, '--delete2', 3);
    editor.selection = new vscode.Selection(place, place);
    assert.ok(await waitFor(async () => (await hoverAt(editor.document, '--delete2')) !== ''));
    await vscode.commands.executeCommand('editor.action.showHover');
    await screenshot('hover');
  });
});
