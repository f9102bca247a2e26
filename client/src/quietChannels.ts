import { EventEmitter, LogLevel, type LogOutputChannel } from 'vscode';

const longestLine = 300;

/**
 * What the language client may write to the output channel: one line an event. Messages between client and server hold
 * the text of scripts, and with it passwords, so neither they nor the data of an error get through.
 */
export function lifecycleChannel(channel: LogOutputChannel): LogOutputChannel {
  const firstLine = (text: string): string => (/^[^\r\n]*/.exec(text)?.[0] ?? '').slice(0, longestLine);
  return {
    ...silentChannel(channel.name),
    info: (message) => channel.info(firstLine(message)),
    warn: (message) => channel.warn(firstLine(message)),
    error: (message) => channel.error(firstLine(message instanceof Error ? message.name : message)),
    show: () => channel.show(true),
    hide: () => channel.hide(),
  };
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
