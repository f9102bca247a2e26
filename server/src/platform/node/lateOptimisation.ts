import { setFlagsFromString } from 'node:v8';

/**
 * A lint ends before optimised machine code has paid for its making, which takes as long on another core and needs a
 * quarter of the memory; so V8 begins with it later than it does of itself.
 */
setFlagsFromString('--interrupt-budget=3000000');
