import os from 'node:os';
import path from 'node:path';
import { type TextDocument, workspace } from 'vscode';
import type { Pass } from '../../../server/src/core/passes/passPlan.js';
import { PlanRequest } from '../../../server/src/protocol.js';
import type { LanguageServer } from '../client.js';
import { configuredProgram } from '../configuredProgram.js';
import { isContentModified } from '../contentModified.js';
import { askVariable } from './askVariable.js';
import { passNames } from './passNames.js';
import type { SessionVariables } from './sessionVariables.js';

/** A plan whose every value is known but secrets, which are asked for last. */
export interface MadePlan {
  readonly result: PlanRequest.Result;
  /** A value was asked for just now, so it need not be shown once more. */
  readonly asked: boolean;
}

/** Why there is no plan; null when the operator gave up and knows it. */
export interface NoPlan {
  readonly reason: string | null;
}

/**
 * Asks the server for the plan of the command at a line, and the operator for values that only the shell would know,
 * until nothing but secrets is open.
 */
export async function makePlan(
  server: LanguageServer,
  variables: SessionVariables,
  document: TextDocument,
  line: number,
  pass: Pass,
): Promise<MadePlan | NoPlan> {
  const script = document.uri.toString();
  const asked = new Set<string>();
  for (;;) {
    const result = await requestPlan(server, document, line, pass, variables.known(script));
    if (result === null) return { reason: `No imapsync command stands at line ${line + 1}.` };
    if (result.plan.refused !== null) return { reason: `${passNames[pass]} can not run. ${result.plan.refused}` };
    const [error] = result.usageErrors;
    if (error !== undefined)
      return { reason: `${passNames[pass]} can not run. imapsync stops with exit code 64: ${error}` };
    const open = result.plan.unresolved.filter(({ secret }) => !secret);
    if (open.length === 0) return { result, asked: asked.size > 0 };
    for (const unresolved of open) {
      // A name that stays open although its value is known would be asked for without end.
      if (asked.has(unresolved.name))
        return { reason: `The value of ${unresolved.name} can not be put into the command.` };
      asked.add(unresolved.name);
      const value = await askVariable(unresolved, result.title);
      if (value === undefined) return { reason: null };
      variables.remember(script, unresolved.name, value);
    }
  }
}

async function requestPlan(
  server: LanguageServer,
  document: TextDocument,
  line: number,
  pass: Pass,
  variables: Readonly<Record<string, string>>,
): Promise<PlanRequest.Result | null> {
  const ask = (): Promise<PlanRequest.Result | null> =>
    server.request(PlanRequest.type, {
      textDocument: { uri: document.uri.toString() },
      version: document.version,
      line,
      pass,
      variables,
      scriptDirectory: scriptDirectory(document),
      executable: configuredProgram(document.uri),
    });
  try {
    return await ask();
  } catch (error) {
    if (!isContentModified(error)) throw error;
    return ask();
  }
}

/** The folder from which the relative paths of a command are meant: that of the script. */
function scriptDirectory(document: TextDocument): string {
  if (document.uri.scheme === 'file') return path.dirname(document.uri.fsPath);
  return workspace.workspaceFolders?.[0]?.uri.fsPath ?? os.homedir();
}
