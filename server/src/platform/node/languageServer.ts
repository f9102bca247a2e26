import { statSync } from 'node:fs';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../core/languageService.js';
import { createServer } from '../../lsp/connection.js';
import { fileFacts } from './fileFacts.js';
import { listFolder } from './listFolder.js';
import { nearestConfig } from './nearestConfig.js';
import { workspaceFiles } from './workspaceFiles.js';

const usage = `Usage: imapsync-language-server --stdio | --node-ipc | --pipe=NAME | --socket=PORT

Answers the language server protocol for files that hold imapsync commands.

  --stdio         over standard input and output
  --node-ipc      over the channel of the Node process that started it
  --pipe=NAME     over a named pipe or socket file
  --socket=PORT   over a local TCP port
  --version       print the version and exit
  --help          print this text and exit
`;

const transport = /^--(?:stdio|node-ipc|pipe(?:=.+)?|socket(?:=\d+)?)$/;

function main(args: readonly string[]): void {
  if (args.includes('--help')) {
    process.stdout.write(usage);
  } else if (args.includes('--version')) {
    process.stdout.write(`imapsync-language-server ${version}\n`);
  } else if (!args.some((argument) => transport.test(argument))) {
    process.stderr.write(usage);
    process.exitCode = 2;
  } else {
    serve();
  }
}

/** The transport is read from the arguments of the process by `createConnection`, which also ends the process. */
function serve(): void {
  createServer(createConnection(), {
    now: () => Date.now(),
    setTimer: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
    listFolder,
    nearestConfig,
    workspaceFiles,
    fileFacts,
  });
}

main(process.argv.slice(2));
