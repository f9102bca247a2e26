import {
  Disposable,
  ProcessExecution,
  Task,
  TaskPanelKind,
  TaskRevealKind,
  TaskScope,
  type Terminal,
  tasks,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Pass } from '../../../server/src/core/passes/passPlan.js';

/** A program that is about to run in a terminal. Nothing of it may be a secret: anybody can list processes. */
export interface PassProcess {
  readonly pass: Pass;
  /** `user1@host1 → user2@host2` */
  readonly accounts: string;
  /** The script from which the pass comes. */
  readonly script: Uri;
  readonly executable: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Record<string, string>;
}

/** A pass in its terminal. */
export interface RunningTask {
  /** The exit code; undefined when the process was stopped or never started. */
  readonly ended: Promise<number | undefined>;
  terminal(): Terminal | undefined;
  stop(): void;
}

/**
 * Starts a program as a VS Code task without a shell, in a terminal that stays open and bears the name of the accounts.
 * Rejects when VS Code refuses to start it.
 */
export async function startTask(planned: PassProcess): Promise<RunningTask> {
  const name = `${planned.accounts} (${planned.pass} pass)`;
  const task = new Task(
    { type: 'imapsync', pass: planned.pass, accounts: planned.accounts },
    workspace.getWorkspaceFolder(planned.script) ?? workspace.workspaceFolders?.[0] ?? TaskScope.Workspace,
    name,
    'imapsync',
    new ProcessExecution(planned.executable, [...planned.argv], { cwd: planned.cwd, env: planned.env }),
    [],
  );
  task.presentationOptions = {
    reveal: TaskRevealKind.Always,
    panel: TaskPanelKind.Dedicated,
    showReuseMessage: false,
    echo: true,
    close: false,
  };
  const { ended, cancel } = endOf(task);
  try {
    const execution = await tasks.executeTask(task);
    return {
      ended,
      terminal: () => window.terminals.find((terminal) => terminal.name.startsWith(name)),
      stop: () => execution.terminate(),
    };
  } catch (error) {
    cancel();
    throw error;
  }
}

/** Listens before the start, since a short run can end before VS Code says that it began. */
function endOf(task: Task): { ended: Promise<number | undefined>; cancel: () => void } {
  let subscriptions = new Disposable(() => {});
  const ended = new Promise<number | undefined>((resolve) => {
    const finish = (code: number | undefined): void => {
      subscriptions.dispose();
      resolve(code);
    };
    subscriptions = Disposable.from(
      tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (isSame(execution.task, task)) finish(exitCode);
      }),
      // Comes last, and alone where no process could be started.
      tasks.onDidEndTask(({ execution }) => {
        if (isSame(execution.task, task)) setImmediate(finish, undefined);
      }),
    );
  });
  return { ended, cancel: () => subscriptions.dispose() };
}

/** There is at most one run for a pair of accounts, so its name tells a task from all others. */
function isSame(a: Task, b: Task): boolean {
  return a === b || (a.source === b.source && a.name === b.name);
}
