import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { host, waitFor } from './harness.js';
import type { Recorder, Recording } from './recorder.js';

/** The plan that the command line tool prints. */
export interface PrintedPlan {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | null>>;
}

/** What `imapsync-lint plan` says of the command at a line, counted from 1. */
export async function planOf(file: vscode.Uri, line: number, pass: string): Promise<PrintedPlan> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(host.root, 'dist', 'cli.cjs'), 'plan', `${file.fsPath}:${line}`, '--pass', pass],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
  );
  return JSON.parse(stdout) as PrintedPlan;
}

/** Points `imapsync.path` somewhere for this workspace; undefined for nowhere. */
export async function setProgram(program: string | readonly string[] | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('imapsync').update('path', program, vscode.ConfigurationTarget.Workspace);
}

/** Waits until the stand-in has been called, and accepts the list of changes on the way where `accept` says so. */
export async function waitForRun(recorder: Recorder, accept = false): Promise<Recording> {
  const recording = await waitFor(async () => {
    if (accept) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return recorder.recording();
  }, 20_000);
  assert.ok(recording, 'no process was started');
  return recording;
}

/** The private folder of a run, from its arguments. */
export function privateFolderOf({ argv }: Recording): string {
  const pidFile = argv[argv.indexOf('--pidfile') + 1];
  assert.ok(pidFile);
  return path.dirname(pidFile);
}

/** Notes every task that starts. */
export class StartedTasks {
  readonly tasks: vscode.Task[] = [];
  private readonly subscription = vscode.tasks.onDidStartTask(({ execution }) => this.tasks.push(execution.task));

  dispose(): void {
    this.subscription.dispose();
  }
}

/** Ends every task that still runs and closes all terminals. */
export async function endTasks(): Promise<void> {
  for (const execution of vscode.tasks.taskExecutions) execution.terminate();
  assert.ok(await waitFor(() => vscode.tasks.taskExecutions.length === 0), 'a task does not end');
  for (const terminal of vscode.window.terminals) terminal.dispose();
  assert.ok(await waitFor(() => vscode.window.terminals.length === 0));
}
