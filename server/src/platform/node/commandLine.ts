import './lateOptimisation.js';
import { pathToFileURL } from 'node:url';
import { runCommandLine } from '../../cli/commandLine.js';
import type { CliHost, Output } from '../../cli/host.js';
import { decodeUtf8, files, paths } from './fileAccess.js';
import { rulePage } from './rulePage.js';

const encoder = new TextEncoder();

const host: CliHost = {
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
  readStdin: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  },
  files,
  paths,
  cwd: process.cwd(),
  env: process.env,
  now: () => Date.now(),
  decodeUtf8,
  encodeUtf8: (text) => encoder.encode(text),
  rulePage,
  addressOf: (path) => pathToFileURL(path).href,
};

function outputTo(stream: NodeJS.WriteStream): Output {
  // A reader that has seen enough (`| head`) closes the pipe: that is no failure.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  return { write: (text) => void stream.write(text), isTerminal: stream.isTTY === true };
}

async function main(): Promise<void> {
  process.exitCode = await runCommandLine(process.argv.slice(2), host);
}

void main();
