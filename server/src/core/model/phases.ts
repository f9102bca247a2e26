import type { FileDialect } from '../syntax/dialect.js';
import type { Directive } from './directive.js';
import type { Invocation } from './invocation.js';
import type { Phase } from './phase.js';

interface File {
  readonly dialect: FileDialect;
  readonly invocations: readonly Invocation[];
  readonly directives: readonly Directive[];
}

const unmarked: Phase = { kind: 'unknown' };

/** The phase of each invocation of a file at the moment `now` (milliseconds since 1970 UTC), in their order. */
export function phasesOf(file: File, now: number): readonly Phase[] {
  return governingMarkers(file).map((marker) => (marker === null ? unmarked : phaseOf(marker, now)));
}

/** The marker that speaks for each invocation: the last one before it, in a profile the last one of the file. */
export function governingMarkers(file: File): readonly (Directive | null)[] {
  const markers = file.directives.filter(isMarker);
  if (file.dialect === 'profile') {
    const marker = markers.at(-1) ?? null;
    return file.invocations.map(() => marker);
  }
  let next = 0;
  let current: Directive | null = null;
  return file.invocations.map(({ range }) => {
    for (; next < markers.length && markers[next]!.range.start < range.start; next++) current = markers[next]!;
    return current;
  });
}

/** Whether a directive marks a phase, be it in a form that can not be read. */
export function isMarker(directive: Directive): boolean {
  return (
    directive.kind === 'pre-cutover' ||
    directive.kind === 'post-cutover' ||
    (directive.kind === 'invalid' && directive.marker)
  );
}

/** The next moment after `now` at which a marker of the file expires, or null: until then every phase stays as it is. */
export function nextExpiry(directives: readonly Directive[], now: number): number | null {
  let next: number | null = null;
  for (const directive of directives) {
    if (directive.kind !== 'pre-cutover' || directive.until === null || directive.until <= now) continue;
    if (next === null || directive.until < next) next = directive.until;
  }
  return next;
}

function phaseOf(marker: Directive, now: number): Phase {
  const { range } = marker;
  switch (marker.kind) {
    case 'pre-cutover': {
      const { until, untilText, untilRange } = marker;
      return { kind: 'pre-cutover', range, until, untilText, untilRange, expired: until !== null && now >= until };
    }
    case 'post-cutover':
      return { kind: 'post-cutover', range };
    default:
      return { kind: 'unknown', range };
  }
}
