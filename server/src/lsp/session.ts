import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../core/languageService.js';
import type { ClientFeatures } from './clientFeatures.js';
import type { Configuration } from './configuration.js';
import type { DocumentReader } from './documents.js';
import type { ServerEnvironment } from './environment.js';
import type { ProblemStore } from './problems.js';
import type { SentTokens } from './sentTokens.js';

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
}
