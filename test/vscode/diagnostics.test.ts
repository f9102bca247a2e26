import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  openFile,
  openText,
  placeOf,
  ruleOf,
  rulesOf,
  setText,
  waitForProblems,
  waitForServer,
  workspaceFile,
} from './editing.js';
import { screenshot, waitFor } from './harness.js';

const marker = 'delete2-without-pre-cutover-marker';

describe('diagnostics', () => {
  afterEach(closeAll);

  it('find no error in the command of the article', async () => {
    const { document } = await openFile('article.sh');
    await waitForServer(document);
    const problems = vscode.languages.getDiagnostics(document.uri);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
      [],
    );
  });

  it('appear when --delete2 is typed into the command of the article, stand on it, and go with it', async () => {
    const editor = await openFile('article.sh');
    const { document } = editor;
    await waitForServer(document);
    assert.ok(!rulesOf(document).includes(marker));
    const end = document.lineAt(11).range.end;
    for (const [index, character] of [...' --delete2'].entries()) {
      await editor.edit((edit) => edit.insert(end.translate(0, index), character));
    }
    const problems = await waitForProblems(document, (rules) => rules.includes(marker));
    const problem = problems.find((one) => ruleOf(one) === marker);
    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(problem.range), '--delete2');
    await editor.edit((edit) =>
      edit.insert(document.lineAt(1).range.start, '# imapsync-lint: pre-cutover until 2100-01-01\n'),
    );
    await waitForProblems(document, (rules) => !rules.includes(marker));
    await editor.edit((edit) => edit.delete(document.lineAt(1).rangeIncludingLineBreak));
    await waitForProblems(document, (rules) => rules.includes(marker));
  });

  it('cover files that are not open when the workspace is linted, and are there once when one is opened', async () => {
    await closeAll();
    await vscode.commands.executeCommand('imapsync.lintWorkspace');
    const uri = workspaceFile('mirror.bat');
    const found = await waitFor(() => vscode.languages.getDiagnostics(uri).find((one) => ruleOf(one) === marker));
    assert.ok(typeof found?.code === 'object');
    assert.equal(found.code.target.path, 'imapsync.openRuleDocumentation');
    const { document } = await openFile('mirror.bat');
    await waitForServer(document);
    const problems = await waitForProblems(document, (rules) => rules.includes(marker));
    const places = problems.map((one) => `${ruleOf(one)} ${document.offsetAt(one.range.start)}`);
    assert.equal(new Set(places).size, places.length);
  });

  it('link to the rendered page of their rule', async () => {
    const { document } = await openFile('mirror.sh');
    const [problem] = await waitForProblems(document, (rules) => rules.includes(marker));
    assert.ok(typeof problem?.code === 'object');
    assert.equal(problem.code.target.scheme, 'command');
    assert.equal(problem.code.target.path, 'imapsync.openRuleDocumentation');
  });

  it('cover several commands of a script', async () => {
    const { document } = await openFile('mirror.sh');
    await waitForProblems(document, (rules) =>
      [marker, 'password-on-command-line', 'unknown-option', 'invalid-value'].every((rule) => rules.includes(rule)),
    );
  });

  it('cover profiles, and texts that are not saved anywhere', async () => {
    const { document } = await openFile('batch.imapsync');
    await waitForProblems(document, (rules) => rules.includes(marker) && rules.includes('sent-folder-not-mapped'));
    for (const [language, text] of [
      ['shellscript', 'imapsync --host1 a --host2 b --usecash\n'],
      ['imapsync', '--host1 a --host2 b --usecash\n'],
    ] as const) {
      const { document: untitled } = await openText(text, language);
      await waitForProblems(untitled, (rules) => rules.includes('unknown-option'));
    }
  });

  it('begin with the word imapsync, wherever it is typed into a script', async () => {
    const editor = await openText('#!/bin/sh\n', 'shellscript');
    await setText(editor, '#!/bin/sh\nimapsync --host1 a --host2 b --delete 2\n');
    await waitForProblems(editor.document, (rules) => rules.includes('delete-2'));
  });

  it('stay right in a text that is no script at all', async () => {
    const editor = await openText(`imapsync --delete2 '\u0000\ud800 ${'x'.repeat(10_000)}`, 'shellscript');
    await waitForServer(editor.document);
    await setText(editor, '\ufeffimapsync --host1 a --host2 b --usecash\r\n');
    const problems = await waitForProblems(editor.document, (rules) => rules.includes('unknown-option'));
    assert.equal(editor.document.getText(problems.find((one) => ruleOf(one) === 'unknown-option')?.range), '--usecash');
  });

  it('can be read where they stand', async () => {
    const editor = await openFile('mirror.sh');
    await waitForProblems(editor.document, (rules) => rules.includes(marker));
    const place = placeOf(editor.document, '--delete2', 3);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.marker.next');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await screenshot('diagnostics');
    await vscode.commands.executeCommand('closeMarkersNavigation');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});
