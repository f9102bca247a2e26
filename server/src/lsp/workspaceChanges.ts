import type { CancellationToken } from 'vscode-languageserver';

/** Counts what may change the problems of files that are not open, and lets a request wait for the next change. */
export class WorkspaceChanges {
  #count = 0;
  #waiting = new Set<() => void>();

  /** Rises with every change. */
  get count(): number {
    return this.#count;
  }

  /** Something has changed. */
  note(): void {
    this.#count += 1;
    this.#wake();
  }

  /** Settles with the next change, or when the request is cancelled. */
  next(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done);
        subscription.dispose();
        resolve();
      };
      this.#waiting.add(done);
      const subscription = token.onCancellationRequested(done);
    });
  }

  #wake(): void {
    for (const done of [...this.#waiting]) done();
  }
}
