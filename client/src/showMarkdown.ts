import { commands, type Uri } from 'vscode';

/** Shows a Markdown document rendered, or as text where VS Code's Markdown extension is disabled. */
export async function showMarkdown(page: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    await commands.executeCommand('vscode.open', page);
  }
}
