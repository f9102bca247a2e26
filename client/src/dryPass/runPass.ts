import { type Disposable, type TextDocument, window, workspace } from 'vscode';
import type { Pass, PassPlan } from '../../../server/src/core/passes/passPlan.js';
import { resolvePlan } from '../../../server/src/core/passes/resolvePlan.js';
import type { PlanRequest } from '../../../server/src/protocol.js';
import type { LanguageServer } from '../client.js';
import type { PassRunner, PassTarget } from '../commands/passTarget.js';
import { configuredProgram } from '../configuredProgram.js';
import { askVariable } from './askVariable.js';
import { findExecutable } from './findExecutable.js';
import { makePlan } from './makePlan.js';
import { explainMissingProgram, explainTrust } from './messages.js';
import { notableChanges } from './notableChanges.js';
import { passNames } from './passNames.js';
import { startTask } from './passTask.js';
import { PlanDocuments } from './planDocument.js';
import { PrivateFolder, removeStaleFolders } from './privateFolder.js';
import { reportExit } from './reportExit.js';
import { reviewChanges } from './reviewChanges.js';
import { type RunningPass, RunningPasses } from './runningPasses.js';
import { SessionVariables } from './sessionVariables.js';
import { taskEnvironment } from './taskEnvironment.js';
import { holdsTaskVariable } from './taskVariables.js';

/** What passes share while VS Code runs. */
interface PassSession {
  readonly server: LanguageServer;
  readonly running: RunningPasses;
  readonly variables: SessionVariables;
  readonly plans: PlanDocuments;
}

/** Runs passes in terminals of this VS Code; disposing it stops them and deletes their private folders, at once. */
export function createPasses(server: LanguageServer): Disposable & { readonly run: PassRunner } {
  const session: PassSession = {
    server,
    running: new RunningPasses(),
    variables: new SessionVariables(),
    plans: new PlanDocuments(),
  };
  return {
    run: async (pass, target) => {
      try {
        await runPass(session, pass, target);
      } catch (error) {
        session.server.logFailure(passNames[pass], error);
        void window.showErrorMessage(
          `${passNames[pass]} could not be started; the output of imapsync lint says where it failed.`,
        );
      }
    },
    dispose: () => {
      session.running.endAll();
      session.plans.dispose();
    },
  };
}

async function runPass(session: PassSession, pass: Pass, target: PassTarget): Promise<void> {
  const { running } = session;
  if (!workspace.isTrusted) return explainTrust();
  const document = await workspace.openTextDocument(target.uri);
  const agreed = await agreeOnPlan(session, document, target.line, pass);
  if (agreed === undefined) return;
  const { plan, title } = agreed.result;
  const secrets = await askSecrets(plan, title);
  if (secrets === undefined || !running.isFree(title)) return;
  const current = running.begin(title);
  try {
    await runInTerminal(session, current, document, agreed, secrets);
  } finally {
    await running.end(title);
  }
}

/** A plan that the operator has agreed to, and the program that will run. */
interface AgreedPlan {
  readonly result: PlanRequest.Result;
  /** Absolute path. */
  readonly executable: string;
}

/** Asks for values and shows what differs from the command, until the operator says run; undefined when they do not. */
async function agreeOnPlan(
  { server, running, variables, plans }: PassSession,
  document: TextDocument,
  line: number,
  pass: Pass,
): Promise<AgreedPlan | undefined> {
  const script = document.uri.toString();
  for (;;) {
    const made = await makePlan(server, variables, document, line, pass);
    if (!('result' in made)) {
      if (made.reason !== null) void window.showErrorMessage(made.reason);
      return undefined;
    }
    const { result } = made;
    const { plan, title } = result;
    const executable = await findProgram(plan, document);
    if (executable === undefined || !running.isFree(title)) return undefined;
    const changes = notableChanges(plan, process.env);
    const remembered = made.asked ? {} : variables.typed(script);
    if (changes.length === 0 && Object.keys(remembered).length === 0) return { result, executable };
    const review = await reviewChanges(`${passNames[pass]}: ${title}`, changes, remembered);
    if (review === 'run') return { result, executable };
    if (review === 'cancel') return undefined;
    if (review === 'ask-again') variables.forget(script);
    if (review === 'details') await plans.show(title, plan);
  }
}

/** The absolute path of the program of a plan, or a message and undefined. */
async function findProgram(plan: PassPlan, document: TextDocument): Promise<string | undefined> {
  const configured = configuredProgram(document.uri).length > 0;
  const folder = workspace.getWorkspaceFolder(document.uri)?.uri.fsPath ?? '/';
  const place = { folder, env: process.env };
  const found = await findExecutable(plan.executable, place);
  if (found !== undefined) return found;
  // A script may name the place of imapsync on another machine.
  const elsewhere = /[\\/]imapsync(\.exe)?$/.test(plan.executable) && !configured;
  const onPath = elsewhere ? await findExecutable('imapsync', place) : undefined;
  if (onPath === undefined) explainMissingProgram(plan.executable, configured);
  return onPath;
}

/** Values of the plan's secrets, typed for this run only; undefined when the operator gives up. */
async function askSecrets(plan: PassPlan, title: string): Promise<Readonly<Record<string, string>> | undefined> {
  const values: Record<string, string> = {};
  for (const unresolved of plan.unresolved) {
    const value = await askVariable(unresolved, title);
    if (value === undefined) return undefined;
    values[unresolved.name] = value;
  }
  return values;
}

async function runInTerminal(
  { server }: PassSession,
  current: RunningPass,
  document: TextDocument,
  { result: { plan, secrets, title }, executable }: AgreedPlan,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  await removeStaleFolders();
  const folder = await PrivateFolder.create();
  current.folder = folder;
  const resolved = resolvePlan(plan, secrets, { privateDirectory: folder.path, variables: typed });
  const env = taskEnvironment(resolved.env);
  const replaced = holdsTaskVariable([executable, ...resolved.argv, resolved.cwd, ...Object.values(env)]);
  if (replaced !== undefined) {
    void window.showErrorMessage(
      `${passNames[plan.pass]} can not run in VS Code, which would put values of its own into "${replaced}".`,
    );
    return;
  }
  await folder.fill(resolved);
  const task = await startTask({
    pass: plan.pass,
    accounts: title,
    script: document.uri,
    executable,
    argv: resolved.argv,
    cwd: resolved.cwd,
    env,
  });
  current.task = task;
  const exitCode = await task.ended;
  void reportExit(server, `${passNames[plan.pass]} of ${title}`, exitCode, () => task.terminal()?.show());
}
