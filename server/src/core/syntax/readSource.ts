import type { Dialect } from './dialect.js';
import { readPosix } from './posix/readPosix.js';
import { readProfile } from './profile.js';
import type { SourceFile } from './source.js';

/** The readers there are; recogniseDialect names no other dialect. */
const readers: Partial<Record<Dialect, (text: string) => SourceFile>> = {
  posix: readPosix,
  profile: readProfile,
};

/** Every imapsync command line and every comment of a file. Never throws, whatever the text, and takes linear time. */
export function readSource(text: string, dialect: Dialect): SourceFile {
  return readers[dialect]?.(text) ?? { dialect, text, invocations: [], comments: [] };
}
