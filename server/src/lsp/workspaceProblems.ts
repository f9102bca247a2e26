import type { Diagnostic, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintConfig } from '../core/languageService.js';
import { toDiagnostic } from './diagnostics.js';
import type { WorkspaceFile } from './environment.js';
import type { Session } from './session.js';

/** What is known of a file since it was last read. */
interface KnownFile {
  readonly stamp: string;
  /** The settings under which it was read. */
  readonly generation: number;
  /** When a marker in it expires; null for never. */
  readonly expiry: number | null;
  /** null where it has nothing to do with imapsync. */
  readonly id: string | null;
}

/** Lints files of the workspace that are not open. It keeps no text and no problems, only what tells whether they changed. */
export class WorkspaceProblems {
  readonly #known = new Map<string, KnownFile>();
  #readings = 0;

  /** What to report of a file to a client that knows `previousId`; null where it has nothing to do with imapsync. */
  report(
    session: Session,
    file: WorkspaceFile,
    configOf: (uri: string) => LintConfig,
    previousId: string | undefined,
  ): WorkspaceDocumentDiagnosticReport | null {
    const { uri } = file;
    const known = this.#known.get(uri);
    const current = known !== undefined && this.#isCurrent(known, file, session) ? known : null;
    if (current !== null && (current.id === null || current.id === previousId)) {
      if (current.id === null) return null;
      return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId: current.id };
    }
    const text = file.read();
    const result = text === null ? null : this.#lint(session, file, text, configOf(uri));
    // Whoever asks without an earlier answer gets the same name for the same problems.
    const id = result === null ? null : (current?.id ?? `w${++this.#readings}`);
    const { generation } = session.configuration;
    this.#known.set(uri, { stamp: file.stamp, generation, expiry: result?.expiry ?? null, id });
    if (result === null || id === null) return null;
    return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: id, items: result.items };
  }

  /** The next moment at which a marker in one of the files expires. */
  nextExpiry(): number | null {
    let next: number | null = null;
    for (const { expiry } of this.#known.values())
      if (expiry !== null && (next === null || expiry < next)) next = expiry;
    return next;
  }

  /** Forgets all files but these. */
  keepOnly(uris: ReadonlySet<string>): void {
    for (const uri of this.#known.keys()) if (!uris.has(uri)) this.#known.delete(uri);
  }

  #isCurrent(
    { stamp, generation, expiry }: KnownFile,
    file: WorkspaceFile,
    { configuration, environment }: Session,
  ): boolean {
    return (
      stamp === file.stamp && generation === configuration.generation && (expiry === null || environment.now() < expiry)
    );
  }

  #lint(
    { service, environment, client }: Session,
    { uri, dialect }: WorkspaceFile,
    text: string,
    config: LintConfig,
  ): { readonly items: Diagnostic[]; readonly expiry: number | null } {
    const now = environment.now();
    const analysis = service.analyse(text, dialect, undefined, config.imapsyncVersion ?? null);
    const document = TextDocument.create(uri, '', 0, text);
    return {
      items: service.lint(analysis, { config, now }).map((problem) => toDiagnostic(document, problem, client)),
      expiry: service.nextExpiry(analysis.directives, now) ?? null,
    };
  }
}
