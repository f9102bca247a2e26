import { diagnosticsOf } from './diagnostics.js';
import { describeFailure } from './guard.js';
import type { Session } from './session.js';

/** How long typing must rest before work starts that nobody has asked for, in milliseconds. */
const restDelay = 50;

/** Longer delays overflow the timers of Node and of browsers, which would then fire at once. */
export const longestDelay = 2 ** 31 - 1;

/** Keeps what the client shows true when a document, a setting or the moment changes. */
export class Refresher {
  readonly #session: Session;
  readonly #pushes = new Map<string, () => void>();
  #callOffExpiry: (() => void) | undefined;
  #expiryAt = Number.POSITIVE_INFINITY;
  #callOffWatch: (() => void) | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** A document has been opened or changed. */
  changed(uri: string): void {
    if (!this.#session.client.pullDiagnostics) this.#pushSoon(uri);
    this.#watchMarkersSoon();
  }

  /** A document has been closed: what was pushed for it goes. */
  closed(uri: string): void {
    this.#pushes.get(uri)?.();
    this.#pushes.delete(uri);
    if (!this.#session.client.pullDiagnostics) this.#send(uri, []);
    this.#watchMarkersSoon();
  }

  /** Something that concerns all documents has changed. */
  everything(): void {
    const { client, connection, documents, workspace } = this.#session;
    workspace.changes.note();
    if (!client.pullDiagnostics) for (const { document } of documents.all()) this.#pushSoon(document.uri);
    else if (client.refreshDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  /** Which inlay hints are wanted has changed. */
  inlayHints(): void {
    const { client, connection } = this.#session;
    if (client.refreshInlayHints) connection.languages.inlayHint.refresh().catch(() => undefined);
  }

  /** No timer of this survives. */
  dispose(): void {
    for (const callOff of this.#pushes.values()) callOff();
    this.#pushes.clear();
    this.#callOffWatch?.();
    this.#callOffExpiry?.();
    this.#callOffExpiry = undefined;
  }

  #pushSoon(uri: string): void {
    this.#pushes.get(uri)?.();
    const callOff = this.#session.environment.setTimer(restDelay, () => {
      this.#pushes.delete(uri);
      this.#push(uri).catch((error: unknown) =>
        this.#session.connection.console.error(describeFailure('publishing diagnostics', error)),
      );
    });
    this.#pushes.set(uri, callOff);
  }

  async #push(uri: string): Promise<void> {
    const found = await this.#session.problems.of(uri);
    if (found !== null) this.#send(uri, diagnosticsOf(found, this.#session.client), found.read.version);
    else this.#send(uri, []);
  }

  #send(uri: string, diagnostics: ReturnType<typeof diagnosticsOf>, version?: number): void {
    this.#session.connection
      .sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) })
      .catch(() => undefined);
  }

  #watchMarkersSoon(): void {
    this.#callOffWatch?.();
    this.#callOffWatch = this.#session.environment.setTimer(restDelay, () => this.#watchMarkers());
  }

  /** Sets one timer, for the next pre-cutover marker that expires in any open document. */
  #watchMarkers(): void {
    const { documents, environment, service } = this.#session;
    const now = environment.now();
    let next = Number.POSITIVE_INFINITY;
    for (const { analysis } of documents.all()) {
      if (analysis !== null) next = Math.min(next, service.nextExpiry(analysis.directives, now) ?? next);
    }
    if (next === this.#expiryAt && this.#callOffExpiry !== undefined) return;
    this.#callOffExpiry?.();
    this.#callOffExpiry = undefined;
    this.#expiryAt = next;
    if (next === Number.POSITIVE_INFINITY) return;
    this.#callOffExpiry = environment.setTimer(Math.min(next - now, longestDelay), () => {
      this.#callOffExpiry = undefined;
      if (environment.now() >= next) this.everything();
      this.#watchMarkers();
    });
  }
}
