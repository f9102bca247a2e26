import type { TextRange } from '../text/range.js';

/**
 * Where an invocation stands in the migration, by the marker that governs it (`# imapsync-lint: pre-cutover until …`).
 * `until` is in milliseconds since 1970 UTC. A marker is expired from `until` on (now >= until).
 */
export type Phase =
  | {
      readonly kind: 'unknown';
      /** A marker that can not be read and would speak for the invocation if it could. */
      readonly range?: TextRange;
    }
  | {
      readonly kind: 'pre-cutover';
      readonly range: TextRange;
      readonly until: number | null;
      readonly untilText: string | null;
      /** Where `untilText` stands in the file. */
      readonly untilRange: TextRange | null;
      readonly expired: boolean;
    }
  | { readonly kind: 'post-cutover'; readonly range: TextRange };
