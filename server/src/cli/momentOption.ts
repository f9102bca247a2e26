import { readMoment } from '../core/languageService.js';
import { UsageProblem } from './exitCode.js';
import { type ReadArguments, textOf } from './readArguments.js';

/** The value of an option that takes an ISO 8601 date or date-time, in milliseconds since 1970 UTC. */
export function readMomentOption(read: ReadArguments, name: string): number | undefined {
  const text = textOf(read, name);
  if (text === undefined) return undefined;
  const moment = readMoment(text);
  if (moment === null) {
    throw new UsageProblem(`--${name} takes a moment such as 2026-12-01 or 2026-12-01T22:00+01:00, not "${text}".`);
  }
  return moment;
}
