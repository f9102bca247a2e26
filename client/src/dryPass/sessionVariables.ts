import os from 'node:os';

/** Values that were typed for variables of a script, by the script's address. Kept until VS Code ends; never a secret. */
export class SessionVariables {
  private readonly byScript = new Map<string, Map<string, string>>();

  /** What is known for a script: the home directory, and what was typed before. */
  known(script: string): Record<string, string> {
    const home = os.homedir();
    return { '~': home, HOME: home, ...this.typed(script) };
  }

  /** What was typed for a script. */
  typed(script: string): Record<string, string> {
    return Object.fromEntries(this.byScript.get(script) ?? []);
  }

  remember(script: string, name: string, value: string): void {
    const values = this.byScript.get(script) ?? new Map<string, string>();
    values.set(name, value);
    this.byScript.set(script, values);
  }

  forget(script: string): void {
    this.byScript.delete(script);
  }
}
