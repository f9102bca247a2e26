import type { CliHost } from '../host.js';

export type Paint = (text: string) => string;

export interface Colours {
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly hint: Paint;
  readonly faint: Paint;
  readonly strong: Paint;
}

/** Colours for a terminal, unless `NO_COLOR` is set; otherwise everything stays as it is. */
export function coloursFor({ stdout, env }: CliHost): Colours {
  const plain = !stdout.isTerminal || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  const paint = (code: string): Paint => (plain ? (text) => text : (text) => `\u001b[${code}m${text}\u001b[0m`);
  return {
    error: paint('1;31'),
    warning: paint('1;33'),
    info: paint('1;36'),
    hint: paint('1;32'),
    faint: paint('2'),
    strong: paint('1'),
  };
}
