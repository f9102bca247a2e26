import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openText, waitForServer } from './editing.js';
import { screenshot, waitFor } from './harness.js';

/** What VS Code offers where `|` stands in the text, as soon as `wanted` is among it. */
async function complete(textWithCursor: string, wanted: RegExp, language = 'shellscript'): Promise<readonly string[]> {
  const cursor = textWithCursor.indexOf('|');
  const { document } = await openText(textWithCursor.replace('|', ''), language);
  await waitForServer(document);
  let offered: readonly string[] = [];
  const found = await waitFor(async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(cursor),
    );
    offered = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    return offered.some((label) => wanted.test(label));
  }, 5000);
  assert.ok(found, `${wanted} is not among ${offered.join(' ')}`);
  return offered;
}

describe('completion', () => {
  afterEach(closeAll);

  it('offers options while they are typed', async () => {
    const offered = await complete('imapsync --host1 a --host2 b --maxs|\n', /^--maxsize$/);
    assert.ok(offered.includes('--maxsleep'));
    await complete('--host1 a\n--maxs|\n', /^--maxsize$/, 'imapsync');
  });

  it('offers the values of authmech and the names of headers', async () => {
    await complete('imapsync --host1 a --host2 b --authmech1 |\n', /^XOAUTH2$/);
    await complete('imapsync --host1 a --host2 b --useheader |\n', /message-id/i);
  });

  it('offers no options beside a command', async () => {
    const offered = await complete('imapsync --host1 a\nrsync --maxs imapsync-|\n', /^imapsync-safe$/);
    assert.ok(!offered.includes('--maxsize'));
  });

  it('offers the snippets of each stage', async () => {
    for (const language of ['shellscript', 'imapsync']) {
      const text = `${language === 'imapsync' ? '' : 'imapsync --host1 a\n'}imapsync-|\n`;
      const offered = await complete(text, /^imapsync-safe$/, language);
      for (const name of ['safe', 'connect', 'login', 'folders', 'dry', 'first-pass', 'final-check', 'delta']) {
        assert.ok(offered.includes(`imapsync-${name}`), `${language}: ${name} is not among ${offered.join(' ')}`);
      }
    }
  });

  it('can be read in its list', async () => {
    const editor = await openText(
      '#!/bin/sh\nimapsync \\\n  --host1 imap.gmail.com --host2 outlook.office365.com \\\n  --max\n',
    );
    await waitForServer(editor.document);
    const end = new vscode.Position(3, 7);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await screenshot('completion');
    await vscode.commands.executeCommand('hideSuggestWidget');
  });
});
