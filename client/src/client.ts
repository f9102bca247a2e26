import {
  type CancellationToken,
  type Diagnostic,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  Uri,
  workspace,
} from 'vscode';
import type {
  BaseLanguageClient,
  LanguageClientOptions,
  NotificationType,
  ProgressType,
  Diagnostic as ProtocolDiagnostic,
  RequestType,
} from 'vscode-languageclient';
import { documentSelector } from './documents.js';
import { describeFailure, lifecycleChannel, silentChannel } from './quietChannels.js';
import { linkRulePages, relink } from './rulePages.js';
import { lintsWorkspace } from './workspaceSetting.js';

export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';

/** Creates the language client of a platform: over Node's IPC, or to a web worker. Loaded only when a server is needed. */
export type ClientFactory = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** The values of vscode-languageclient's `State`, which is not loaded before a server is needed. */
const stateNames: Readonly<Record<number, ServerState>> = { 1: 'stopped', 2: 'running', 3: 'starting', 4: 'failed' };

/** The language server as the rest of the extension sees it. */
export class LanguageServer implements Disposable {
  private client: BaseLanguageClient | undefined;
  private starting: Promise<void> | undefined;
  private current: ServerState = 'stopped';
  private partTokens = 0;
  private readonly stateEmitter = new EventEmitter<ServerState>();
  readonly onDidChangeState = this.stateEmitter.event;

  constructor(
    private readonly createClient: ClientFactory,
    private readonly channel: LogOutputChannel,
    private readonly extensionUri: Uri,
    /** Commands of the extension that the server may put into code actions. */
    private readonly commands: readonly string[],
  ) {}

  get state(): ServerState {
    return this.current;
  }

  /** Starts the server unless it runs already. Never rejects: the state tells how it went. */
  start(): Promise<void> {
    this.starting ??= this.launch();
    return this.starting;
  }

  /** Ends a server that runs, or has failed, and starts a new one. */
  async restart(): Promise<void> {
    await this.starting;
    await this.stop();
    await this.start();
  }

  /** Starts the server where necessary and asks it. */
  async request<Params, Result>(type: RequestType<Params, Result, void>, params: Params): Promise<Result> {
    await this.start();
    if (this.client === undefined) throw new Error('The language server does not run.');
    return this.client.sendRequest<Result>(type.method, params);
  }

  /** Asks the server, where necessary started, for an answer that comes in parts. */
  async requestParts<Params extends object, Part>(
    type: RequestType<Params, unknown, void>,
    params: Params,
    part: ProgressType<Part>,
    onPart: (part: Part) => void,
    cancelled: CancellationToken,
  ): Promise<void> {
    await this.start();
    if (this.client === undefined) throw new Error('The language server does not run.');
    const partialResultToken = `imapsync-lint-${++this.partTokens}`;
    const progress = this.client.onProgress(part, partialResultToken, onPart);
    try {
      await this.client.sendRequest(type.method, { ...params, partialResultToken }, cancelled);
    } finally {
      progress.dispose();
    }
  }

  /** Diagnostics of the protocol as VS Code shows them, with links to our pages. */
  async toDiagnostics(diagnostics: readonly ProtocolDiagnostic[]): Promise<Diagnostic[]> {
    const converted = await this.client?.protocol2CodeConverter.asDiagnostics([...diagnostics]);
    return relink(converted ?? [], this.rulePages());
  }

  /** Tells the server something where it runs. */
  async notify<Params>(type: NotificationType<Params>, params: Params): Promise<void> {
    await this.client?.sendNotification(type.method, params);
  }

  /** Notes in the output channel that something went wrong, without any word that could stem from a script. */
  logFailure(what: string, error: unknown): void {
    this.channel.error(`${what}: ${describeFailure(error)}`);
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.starting = undefined;
    if (client === undefined) return;
    try {
      await client.dispose();
    } catch (error) {
      this.logFailure('The language server did not stop cleanly', error);
    }
    this.setState('stopped');
  }

  dispose(): void {
    void this.stop();
    this.stateEmitter.dispose();
  }

  private async launch(): Promise<void> {
    this.setState('starting');
    try {
      const client = await this.createClient(this.options());
      this.client = client;
      client.onDidChangeState(({ newState }) => {
        if (client === this.client) this.setState(stateNames[newState] ?? 'stopped');
      });
      await client.start();
      this.channel.info(`Language server ${client.initializeResult?.serverInfo?.version ?? ''} is ready.`);
    } catch (error) {
      this.logFailure('The language server did not start', error);
      this.setState('failed');
    }
  }

  private options(): LanguageClientOptions {
    const rulePages = this.rulePages();
    return {
      documentSelector,
      diagnosticCollectionName: 'imapsync-lint',
      outputChannel: lifecycleChannel(this.channel),
      traceOutputChannel: silentChannel(this.channel.name),
      // RevealOutputChannelOn.Never; failures show in the language status instead of a message over the editor.
      revealOutputChannelOn: 4,
      initializationOptions: {
        documentationBase: rulePages.toString(),
        commands: [...this.commands, 'editor.action.triggerSuggest'],
        trusted: workspace.isTrusted,
        workspaceDiagnostics: lintsWorkspace(),
      },
      middleware: { ...linkRulePages(rulePages) },
    };
  }

  private rulePages(): Uri {
    return Uri.joinPath(this.extensionUri, 'docs', 'rules');
  }

  private setState(state: ServerState): void {
    if (state === this.current) return;
    this.current = state;
    this.stateEmitter.fire(state);
  }
}
