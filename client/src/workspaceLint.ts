import {
  commands,
  type DiagnosticCollection,
  type Disposable,
  languages,
  ProgressLocation,
  type Tab,
  TabInputText,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { LanguageServer } from './client.js';
import { lintsWorkspace } from './workspaceSetting.js';

/** Lints all files of the workspace when asked to, and shows the problems of those that are not open. */
export class WorkspaceLint implements Disposable {
  private readonly problems: DiagnosticCollection = languages.createDiagnosticCollection('imapsync-lint-workspace');
  private readonly subscription: Disposable;

  constructor(private readonly server: LanguageServer) {
    // What a tab shows has problems of its own, which follow each keystroke.
    this.subscription = window.tabGroups.onDidChangeTabs(({ opened }) => {
      for (const tab of opened) {
        const uri = uriOf(tab);
        if (uri !== undefined) this.problems.delete(uri);
      }
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.problems.dispose();
  }

  async run(): Promise<void> {
    if (workspace.workspaceFolders === undefined) {
      void window.showInformationMessage('Open a folder to lint its imapsync commands.');
      return;
    }
    // Where the problems of all files are pulled all the time, they are there already.
    if (!lintsWorkspace()) {
      try {
        await this.lint();
      } catch (error) {
        this.server.logFailure('The workspace was not linted', error);
        void window.showErrorMessage('The workspace could not be linted; the output of imapsync lint says why.');
        return;
      }
    }
    await commands.executeCommand('workbench.actions.view.problems');
  }

  private async lint(): Promise<void> {
    const { LintWorkspaceRequest } = await import('../../server/src/protocol.js');
    const { type, part } = LintWorkspaceRequest;
    const options = { location: ProgressLocation.Window, title: 'imapsync lint: linting the workspace' };
    this.problems.clear();
    await window.withProgress(options, async (_, cancelled) => {
      const shown: Promise<void>[] = [];
      await this.server.requestParts(
        type,
        { previousResultIds: [] },
        part,
        ({ items }) => {
          for (const report of items) {
            if (report.kind === 'full') shown.push(this.show(Uri.parse(report.uri), report.items));
          }
        },
        cancelled,
      );
      await Promise.all(shown);
    });
  }

  private async show(uri: Uri, items: Parameters<LanguageServer['toDiagnostics']>[0]): Promise<void> {
    if (items.length === 0) return;
    const diagnostics = await this.server.toDiagnostics(items);
    const shown = window.tabGroups.all.flatMap(({ tabs }) => tabs).map(uriOf);
    if (!shown.some((other) => other?.toString() === uri.toString())) this.problems.set(uri, diagnostics);
  }
}

/** The file that a tab shows; undefined for other tabs. */
function uriOf({ input }: Tab): Uri | undefined {
  if (input instanceof TabInputText) return input.uri;
  return input instanceof TabInputTextDiff ? input.modified : undefined;
}
