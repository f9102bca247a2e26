import { EventEmitter, LogLevel, type LogOutputChannel } from 'vscode';

const longestLine = 300;

/**
 * What the language client may write to the output channel: one line an event, and the frames of a stack trace. Messages
 * between client and server hold the text of scripts, and with it passwords, so neither they nor the data of an error get
 * through.
 */
export function lifecycleChannel(channel: LogOutputChannel): LogOutputChannel {
  const harmless = (text: string): string => {
    const [first = '', ...rest] = text.split(/\r?\n/);
    return [first, ...rest.filter((line) => /^\s+at \S/.test(line))]
      .map((line) => line.slice(0, longestLine))
      .join('\n');
  };
  return {
    ...silentChannel(channel.name),
    info: (message) => channel.info(harmless(message)),
    warn: (message) => channel.warn(harmless(message)),
    error: (message) => channel.error(harmless(message instanceof Error ? message.name : message)),
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
