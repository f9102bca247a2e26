import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openText, waitForServer } from './editing.js';
import { screenshot } from './harness.js';

/** The labels that VS Code offers where `|` stands in the text. */
async function complete(textWithCursor: string, language = 'shellscript'): Promise<readonly vscode.CompletionItem[]> {
  const cursor = textWithCursor.indexOf('|');
  const { document } = await openText(textWithCursor.replace('|', ''), language);
  await waitForServer(document);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(cursor),
  );
  return list.items;
}

const labels = (items: readonly vscode.CompletionItem[]): readonly string[] =>
  items.map(({ label }) => (typeof label === 'string' ? label : label.label));

describe('completion', () => {
  afterEach(closeAll);

  it('offers options while they are typed', async () => {
    const offered = labels(await complete('imapsync --host1 a --host2 b --maxs|\n'));
    for (const option of ['--maxsize', '--maxsleep']) assert.ok(offered.includes(option), option);
    assert.ok(labels(await complete('--host1 a\n--maxs|\n', 'imapsync')).includes('--maxsize'));
  });

  it('offers the values of authmech and the names of headers', async () => {
    assert.ok(labels(await complete('imapsync --host1 a --host2 b --authmech1 |\n')).includes('XOAUTH2'));
    assert.ok(
      labels(await complete('imapsync --host1 a --host2 b --useheader |\n')).some((label) => /message-id/i.test(label)),
    );
  });

  it('offers no options beside a command', async () => {
    assert.ok(!labels(await complete('imapsync --host1 a\nrsync --maxs|\n')).includes('--maxsize'));
  });

  it('offers the snippets of each stage', async () => {
    for (const language of ['shellscript', 'imapsync']) {
      const offered = labels(
        await complete(`${language === 'imapsync' ? '' : 'imapsync --host1 a\n'}imapsync-|\n`, language),
      );
      for (const name of ['safe', 'connect', 'login', 'folders', 'dry', 'first-pass', 'final-check', 'delta']) {
        assert.ok(
          offered.includes(`imapsync-${name}`),
          `${language}: imapsync-${name} is not among ${offered.join(' ')}`,
        );
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
