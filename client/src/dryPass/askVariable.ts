import { window } from 'vscode';
import type { Unresolved } from '../../../server/src/core/passes/passPlan.js';

/** Asks for a value that only the shell would know; a secret without echo. Undefined when the operator gives up. */
export function askVariable({ name, secret }: Unresolved, title: string): Thenable<string | undefined> {
  const shown = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `the variable ${name}` : name;
  return window.showInputBox({
    title,
    prompt: secret
      ? `Value of ${shown}. It is a secret: it goes into a file that only you can read and that is deleted after the pass.`
      : `Value of ${shown}, as the shell would have it. It is remembered until VS Code closes.`,
    password: secret,
    ignoreFocusOut: true,
    validateInput: (value) => (value === '' ? 'The command needs a value here.' : undefined),
  });
}
