import { readdirSync, readFileSync } from 'node:fs';
import type { LogSummary } from '../../../server/src/core/passes/log/logSummary.js';

const folder = new URL('../../../../test/fixtures/logs/', import.meta.url);

/** Output of imapsync with what was put down by hand about it; of its errors only pieces that must occur. */
export interface Capture {
  readonly name: string;
  readonly text: string;
  readonly expected: Omit<LogSummary, 'errors'> & {
    readonly errors: Pick<LogSummary['errors'], 'count' | 'mostFrequent'> & { readonly containing: readonly string[] };
  };
}

export const captures: readonly Capture[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const name = file.slice(0, -'.json'.length);
    return {
      name,
      text: readFileSync(new URL(`${name}.txt`, folder), 'utf8'),
      expected: (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Pick<Capture, 'expected'>).expected,
    };
  });

/** The text of one capture. */
export function captured(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}
