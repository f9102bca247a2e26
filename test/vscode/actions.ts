import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { problemsOf, ruleOf } from './editing.js';

/** The actions that VS Code offers at a range, of one kind. */
export async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
  );
}

/** Applies the action with this title, whose edit must be there and whose document must be the one it was made for. */
export async function applyAction(actions: readonly vscode.CodeAction[], title: RegExp | string): Promise<void> {
  const action = actions.find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
  assert.ok(action?.edit, `no action ${title} among ${actions.map((one) => one.title).join(' | ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

/** Applies the quick fix with this title at the first problem of a rule. */
export async function fixProblem(document: vscode.TextDocument, rule: string, title: RegExp): Promise<void> {
  const problem = problemsOf(document).find((one) => ruleOf(one) === rule);
  assert.ok(problem, `no ${rule}`);
  await applyAction(await actionsAt(document, problem.range, vscode.CodeActionKind.QuickFix), title);
}
