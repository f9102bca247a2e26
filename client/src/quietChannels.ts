import { EventEmitter, LogLevel, type LogOutputChannel } from 'vscode';

const longestLine = 300;

/**
 * What the language client may write to the output channel: one line an event, and the frames of a stack trace. Messages
 * between client and server hold the text of scripts, and with it passwords, so neither they nor the data of an error get
 * through.
 */
export function lifecycleChannel(channel: LogOutputChannel): LogOutputChannel {
  return {
    ...silentChannel(channel.name),
    info: (message) => channel.info(harmless(message)),
    warn: (message) => channel.warn(harmless(message)),
    error: (message) => channel.error(message instanceof Error ? describeFailure(message) : harmless(message)),
    show: () => channel.show(true),
    hide: () => channel.hide(),
  };
}

/** What may be logged of an error: its class and where it arose. Its message could quote a script. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  return [error.name, ...frames(error.stack ?? '')].join('\n');
}

/** The first line of a text, and the frames of the stack trace in it. */
function harmless(text: string): string {
  return [/^[^\r\n]*/.exec(text)?.[0].slice(0, longestLine) ?? '', ...frames(text)].join('\n');
}

function frames(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => /^\s+at \S/.test(line));
}

/** A channel that keeps nothing. Its level is Off for good, so the language client never traces. */
export function silentChannel(name: string): LogOutputChannel {
  const ignore = (): void => {};
  return {
    name,
    logLevel: LogLevel.Off,
    onDidChangeLogLevel: new EventEmitter<LogLevel>().event,
    append: ignore,
    appendLine: ignore,
    replace: ignore,
    clear: ignore,
    show: ignore,
    hide: ignore,
    trace: ignore,
    debug: ignore,
    info: ignore,
    warn: ignore,
    error: ignore,
    dispose: ignore,
  };
}
