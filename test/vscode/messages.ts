import * as vscode from 'vscode';

type ShowMessage = (message: string, ...items: string[]) => Thenable<string | undefined>;

/**
 * Stands between the extension and VS Code's messages and questions: notes them and answers as a test says. Only the
 * extension that carries the suite shares its \`vscode\` module, so this works for the checkout, not for an installed package.
 */
export class Messages {
  readonly shown: string[] = [];
  readonly offered: string[][] = [];
  readonly asked: vscode.InputBoxOptions[] = [];
  readonly picked: string[] = [];
  /** The button to press on the next message; none closes it. */
  press: string | undefined;
  /** What is typed into input boxes, in order; undefined gives up. */
  answers: (string | undefined)[] = [];
  /** Chooses from a list: the label that is picked, or undefined. */
  pick: (labels: readonly string[]) => string | undefined = (labels) => labels[0];
  private readonly restore: (() => void)[] = [];

  constructor() {
    for (const name of ['showErrorMessage', 'showWarningMessage', 'showInformationMessage'] as const) {
      const show: ShowMessage = async (message, ...items) => {
        this.shown.push(message);
        this.offered.push(items);
        const { press } = this;
        if (press === undefined || !items.includes(press)) return undefined;
        this.press = undefined;
        return press;
      };
      this.replace(name, show);
    }
    this.replace('showInputBox', async (options: vscode.InputBoxOptions) => {
      this.asked.push(options);
      return this.answers.shift();
    });
    this.replace('showQuickPick', async (items: readonly vscode.QuickPickItem[]) => {
      const labels = items.map(({ label }) => label);
      this.picked.push(...items.map(({ label, description, detail }) => [label, description, detail].join(' ')));
      return items[labels.indexOf(this.pick(labels) ?? '')];
    });
  }

  /** Everything that was put before the operator, in one text. */
  all(): string {
    return [
      ...this.shown,
      ...this.offered.flat(),
      ...this.picked,
      ...this.asked.map((one) => JSON.stringify(one)),
    ].join('\n');
  }

  dispose(): void {
    for (const restore of this.restore) restore();
  }

  private replace(name: keyof typeof vscode.window, value: unknown): void {
    const before: unknown = vscode.window[name];
    Object.defineProperty(vscode.window, name, { value, configurable: true, writable: true });
    this.restore.push(() =>
      Object.defineProperty(vscode.window, name, { value: before, configurable: true, writable: true }),
    );
  }
}
