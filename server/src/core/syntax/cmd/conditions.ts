import type { Scan } from './scan.js';
import { readToken, skipEquality } from './tokens.js';

const unary = new Set(['errorlevel', 'exist', 'defined', 'cmdextversion']);

/** Reads the condition behind `if`, up to the command that it decides on (Microsoft's reference of `if`). */
export function readCondition(scan: Scan): void {
  for (;;) {
    const token = readToken(scan);
    if (token === '') return;
    if (token === '/i' || token === 'not') continue;
    if (unary.has(token)) readToken(scan);
    else if (skipEquality(scan)) readToken(scan);
    else {
      // equ, neq, lss, leq, gtr, geq
      readToken(scan);
      readToken(scan);
    }
    return;
  }
}
