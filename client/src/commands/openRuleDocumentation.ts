import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import { openRuleCommand } from '../rulePages.js';
import { showMarkdown } from '../showMarkdown.js';

/** `imapsync.openRuleDocumentation [RULE]`: shows the page of a rule; without a name it asks for one. */
export function registerOpenRuleDocumentation(extensionUri: Uri): Disposable {
  const folder = Uri.joinPath(extensionUri, 'docs', 'rules');
  return commands.registerCommand(openRuleCommand, async (rule?: unknown) => {
    const name = typeof rule === 'string' ? rule : await chooseRule(folder);
    if (name === undefined) return;
    if (!/^[a-z0-9-]+$/.test(name)) {
      void window.showErrorMessage(`There is no rule with the name "${name}".`);
      return;
    }
    await showPage(Uri.joinPath(folder, `${name}.md`));
  });
}

async function chooseRule(folder: Uri): Promise<string | undefined> {
  const entries = await workspace.fs.readDirectory(folder);
  const rules = entries.flatMap(([name]) => /^([a-z0-9-]+)\.md$/.exec(name)?.[1] ?? []).sort();
  return window.showQuickPick(rules, { title: 'Rules of imapsync lint', placeHolder: 'Name of a rule' });
}

async function showPage(page: Uri): Promise<void> {
  try {
    await workspace.fs.stat(page);
  } catch {
    void window.showErrorMessage(`There is no page for this rule: ${page.path.split('/').at(-1)}.`);
    return;
  }
  await showMarkdown(page);
}
