import { window } from 'vscode';
import type { RunningTask } from './passTask.js';
import type { PrivateFolder } from './privateFolder.js';

/** A pass from the moment it is agreed on. Folder and task are filled in as they come into being. */
export interface RunningPass {
  folder: PrivateFolder | undefined;
  task: RunningTask | undefined;
}

/** The passes that are under way, at most one for a pair of accounts, with the folders that have to go with them. */
export class RunningPasses {
  private readonly byAccounts = new Map<string, RunningPass>();

  /** Whether the pair is free; if not, offers to look at the pass that runs, or to stop it. */
  isFree(accounts: string): boolean {
    const running = this.byAccounts.get(accounts);
    if (running === undefined) return true;
    const show = 'Show terminal';
    const stop = 'Stop it';
    void window.showInformationMessage(`A pass of ${accounts} is running already.`, show, stop).then((chosen) => {
      if (chosen === show) running.task?.terminal()?.show();
      if (chosen === stop) running.task?.stop();
    });
    return false;
  }

  /** Takes the place of the pair, at once, so that a second click finds it taken. */
  begin(accounts: string): RunningPass {
    const running: RunningPass = { folder: undefined, task: undefined };
    this.byAccounts.set(accounts, running);
    return running;
  }

  /** Frees the place of the pair and deletes the folder of its pass. */
  async end(accounts: string): Promise<void> {
    const running = this.byAccounts.get(accounts);
    this.byAccounts.delete(accounts);
    await running?.folder?.remove();
  }

  /** Stops everything at once and deletes the folders; VS Code does not wait for more. */
  endAll(): void {
    for (const { folder, task } of this.byAccounts.values()) {
      task?.stop();
      folder?.removeNow();
    }
    this.byAccounts.clear();
  }
}
