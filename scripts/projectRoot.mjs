// @ts-check
import path from 'node:path';

/** The checkout's top folder. */
export const projectRoot = path.dirname(import.meta.dirname);
