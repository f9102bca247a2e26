import { arrivalName } from '../folders/arrivalName.js';
import { completeNameSpace, knownNameSpace } from '../folders/nameSpaces.js';
import { wholeNameSubstitution } from '../folders/perlLiteral.js';
import { sentChoices } from '../folders/sentMapping.js';
import { isAutomapOn } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';

/** A value of --regextrans2 that brings the Sent folder of the source to that of the destination. */
export interface SentSubstitution {
  readonly value: string;
  readonly detail: string;
}

const mostSources = 6;
const mostDestinations = 4;

/** Substitutions between the names that Sent has on either side, the likely ones first. */
export function sentMappings(invocation: Invocation): readonly SentSubstitution[] {
  const { sources, destinations } = sentChoices(invocation);
  const bypass = isAutomapOn(invocation) ? '; --automap goes before it where it knows the folder' : '';
  const found = new Map<string, SentSubstitution>();
  for (const source of sources.slice(0, mostSources)) {
    for (const destination of destinations.slice(0, mostDestinations)) {
      const from = completeNameSpace(knownNameSpace(invocation, 1), source.raw);
      const to = completeNameSpace(knownNameSpace(invocation, 2), destination.raw);
      const arrival = arrivalName(source.raw, from, to, invocation.isSet('fixslash2') !== false);
      if (arrival === destination.raw) continue;
      const value = wholeNameSubstitution(arrival, destination.raw);
      if (!found.has(value))
        found.set(value, { value, detail: `Sent: "${source.text}" to "${destination.text}"${bypass}` });
    }
  }
  return [...found.values()];
}
