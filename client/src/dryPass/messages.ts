import { commands, env, Uri, window } from 'vscode';

const installationPage = 'https://imapsync.lamiral.info/#install';

/** Says that passes need a trusted workspace, and offers to trust it. */
export function explainTrust(): void {
  const manage = 'Manage workspace trust';
  const text =
    'A pass runs the program and the files that this folder names, so it runs in a trusted workspace only. Linting goes on without trust.';
  void window.showWarningMessage(text, manage).then((chosen) => {
    if (chosen === manage) void commands.executeCommand('workbench.trust.manage');
  });
}

/** Says that there is no imapsync to run. `configured` is what `imapsync.path` names, where it is set. */
export function explainMissingProgram(program: string, configured: boolean): void {
  const setting = 'Open setting imapsync.path';
  const install = 'Installation page';
  const text = configured
    ? `imapsync was not found on this machine: the setting imapsync.path names "${program}", and no program that can be run is there.`
    : program === 'imapsync'
      ? 'imapsync was not found on this machine: it is not on PATH, and the setting imapsync.path is empty.'
      : `imapsync was not found on this machine: there is no program "${program}" that can be run.`;
  void window.showErrorMessage(text, setting, install).then((chosen) => {
    if (chosen === setting) void commands.executeCommand('workbench.action.openSettings', 'imapsync.path');
    if (chosen === install) void env.openExternal(Uri.parse(installationPage));
  });
}
