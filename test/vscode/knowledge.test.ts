import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt } from './actions.js';
import { closeAll, hoverAt, openFile, openText, placeOf, waitForProblems, waitForServer } from './editing.js';
import { screenshot, waitFor } from './harness.js';

/** A command with something for every feature. */
const script = `#!/bin/bash
# mailboxes of the sales team
COMMON="--ssl1 --ssl2 --automap"
imapsync \\
  --host1 imap.gmail.com --user1 anna@example.com --passfile1 secrets/anna.1 \\
  --host2 outlook.office365.com --user2 anna@example.org --passfile2 secrets/anna.2 \\
  --gmail1 \\
  --maxsize 35000000 --maxbytespersec 500000 \\
  --exclude '^\\[Gmail\\]/Alle Nachrichten$' \\
  --regextrans2 's/^\\[Gmail\\]\\/Gesendet$/Gesendete Elemente/' \\
  --f1f2 'Entw&APw-rfe=Drafts' \\
  --search1 'NOT DELETED SINCE 1-Jan-2026' \\
  $COMMON --dry
if [ $? -eq 16 ]; then
  echo "wrong password"
fi
`;

/** What a provider answers, as soon as it answers something. */
async function ask<T>(command: string, ...args: readonly unknown[]): Promise<T> {
  const answer = await waitFor(async () => {
    const found = await vscode.commands.executeCommand<T | undefined>(command, ...args);
    return Array.isArray(found) && found.length === 0 ? undefined : found;
  });
  assert.ok(answer, `${command} answers nothing`);
  return answer as T;
}

describe('knowledge at the cursor', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;

  beforeEach(async () => {
    editor = await openText(script);
    document = editor.document;
    await waitForServer(document);
  });

  afterEach(closeAll);

  /** Shows a hover, and takes a picture of it. */
  async function picture(text: string, offset: number, name: string): Promise<void> {
    const place = placeOf(document, text, offset);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
    await vscode.commands.executeCommand('editor.action.showHover');
    await screenshot(name);
  }

  it('explains hosts', async () => {
    assert.match(await hoverAt(document, 'outlook.office365.com', 3), /Microsoft 365/);
    await picture('outlook.office365.com', 3, 'hover-host');
  });

  it('explains which folders a substitution changes', async () => {
    assert.match(await hoverAt(document, "'s/^", 4), /Gesendete Elemente/);
    await picture("'s/^", 4, 'hover-substitution');
  });

  it('explains searches, sizes and readable folder names', async () => {
    assert.match(await hoverAt(document, 'SINCE', 1), /SINCE/);
    assert.match(await hoverAt(document, '35000000', 1), /35\.0 MB \(33\.4 MiB\)/);
    assert.match(await hoverAt(document, 'Entw&APw-rfe', 1), /Entwürfe/);
    await picture('SINCE', 1, 'hover-search');
  });

  it('explains the exit code that a script asks for', async () => {
    assert.match(await hoverAt(document, '16', 1), /16/);
    await picture('-eq 16', 5, 'hover-exit-code');
  });

  it('explains the settings of a command', async () => {
    assert.match(await hoverAt(document, 'imapsync \\', 2), /gmail1/);
    await picture('imapsync \\', 2, 'hover-command');
  });

  it('shows readable values, abbreviations and presets between the words', async () => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    for (const wanted of [/35\.0 MB/, /Entwürfe/]) {
      assert.ok(
        labels.some((label) => wanted.test(label)),
        `${wanted} is not among ${labels.join(' | ')}`,
      );
    }
    await screenshot('inlay-hints');
  });

  it('shows the form of a value while it is typed', async () => {
    const place = placeOf(document, '35000000', 3);
    const help = await ask<vscode.SignatureHelp>('vscode.executeSignatureHelpProvider', document.uri, place);
    assert.match(help.signatures[0]?.label ?? '', /--maxsize/);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.triggerParameterHints');
    await screenshot('signature-help');
    await vscode.commands.executeCommand('closeParameterHints');
  });

  it('colours options by their meaning', async () => {
    const legend = await ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    assert.ok(legend.tokenTypes.length > 0);
    const tokens = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.ok(tokens.data.length >= 5 * 20, `${tokens.data.length / 5} tokens`);
  });

  it('outlines commands by their accounts, folds them and selects by options', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.match(symbols[0]?.name ?? '', /anna@example\.com.*anna@example\.org/);
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.some(({ start, end }) => start === 3 && end === 12));
    const [selection] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      placeOf(document, '35000000', 2),
    ]);
    const selected: string[] = [];
    for (let each: vscode.SelectionRange | undefined = selection; each !== undefined; each = each.parent)
      selected.push(document.getText(each.range));
    assert.ok(selected.includes('--maxsize 35000000'));
  });

  it('leads from a variable to its value, and marks the pair of an option', async () => {
    const places = await ask<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      placeOf(document, '$COMMON', 3),
    );
    const [place] = places;
    assert.ok(place);
    assert.equal(('range' in place ? place.range : place.targetRange).start.line, 2);
    const marks = await ask<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      placeOf(document, '--host1', 3),
    );
    assert.deepEqual(
      marks.map(({ range }) => document.getText(range)),
      ['--host1', '--host2'],
    );
  });

  it('puts one option on a line, and swaps source and destination', async () => {
    const place = placeOf(document, '--maxsize', 2);
    const actions = await actionsAt(document, new vscode.Range(place, place), vscode.CodeActionKind.Refactor);
    const titles = actions.map(({ title }) => title);
    const format = actions.find(({ kind }) => kind?.value === 'refactor.rewrite.imapsync.format');
    assert.ok(format?.edit, titles.join(' | '));
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.refactor');
    await screenshot('refactorings');
    await vscode.commands.executeCommand('hideCodeActionWidget');
    assert.ok(await vscode.workspace.applyEdit(format.edit));
    for (const line of ['  --maxsize 35000000 \\', '  --user1 anna@example.com \\'])
      assert.ok(document.getText().split(/\r?\n/).includes(line), document.getText());
    await screenshot('one-option-a-line');
  });
});

describe('files of imapsync', () => {
  afterEach(closeAll);

  it('are formatted where they are profiles', async () => {
    const { document } = await openText('--maxsize   5 --host1 a.example\n', 'imapsync');
    await waitForServer(document);
    const edits = await ask<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText().replace(/\r/g, ''), '--host1 a.example\n--maxsize 5\n');
  });

  it('show each column of an account table in a colour of its own', async () => {
    const { document } = await openFile('accounts.imapsync.csv');
    await waitForProblems(document, (rules) => rules.length > 0);
    await screenshot('account-table');
  });

  it('are told from scripts where they are logs, and folded by their sections', async () => {
    const log = [
      'Here is imapsync 2.229 on host migrate, a linux system with 7.7/15.6 free GiB memory',
      'Transfer started at Saturday 28 November 2026-11-28 21:00:00 +0000 UTC',
      '++++ Calculating sizes of 2 folders on Host1',
      'Host1 folder     1/2 [INBOX]                             Size:     33104 Messages:    12',
      'Host1 folder     2/2 [Sent]                              Size:      1500 Messages:     2',
      '++++ Listing folders',
      'Host1: found 2 folders.',
      '',
    ].join('\n');
    const { document } = await openText(log, 'imapsync-log');
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.length > 0);
    assert.equal(vscode.languages.getDiagnostics(document.uri).length, 0);
    await screenshot('log');
  });
});
