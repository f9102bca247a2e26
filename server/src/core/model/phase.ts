import type { TextRange } from '../text/range.js';

/**
 * Where an invocation stands in the migration, by the marker that governs it (`# imapsync-lint: pre-cutover until …`).
 * `until` is in milliseconds since 1970 UTC. A marker is expired from `until` on (now >= until).
 */
export type Phase =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'pre-cutover';
      readonly range: TextRange;
      readonly until: number | null;
      readonly untilText: string | null;
      readonly expired: boolean;
    }
  | { readonly kind: 'post-cutover'; readonly range: TextRange };
