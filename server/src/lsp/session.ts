import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../core/languageService.js';
import type { ClientFeatures } from './clientFeatures.js';
import type { Configuration } from './configuration.js';
import type { DocumentReader } from './documents.js';
import type { ServerEnvironment } from './environment.js';
import type { ProblemStore } from './problems.js';
import type { SentTokens } from './sentTokens.js';
import type { WorkspaceChanges } from './workspaceChanges.js';
import type { WorkspaceProblems } from './workspaceProblems.js';

/** Files that are not open. */
export interface WorkspaceState {
  readonly changes: WorkspaceChanges;
  readonly problems: WorkspaceProblems;
  /** The count of changes that the last answer to a client that polls took in. */
  answered: number | null;
}

/** What every handler works with; complete from `initialize` on. */
export interface Session {
  readonly connection: Connection;
  readonly environment: ServerEnvironment;
  readonly service: LanguageService;
  readonly client: ClientFeatures;
  readonly documents: DocumentReader;
  readonly configuration: Configuration;
  readonly problems: ProblemStore;
  readonly tokens: SentTokens;
  readonly workspace: WorkspaceState;
}
