import type { OpenStep } from '../flow.js';
import { OPEN_BRACE } from './chars.js';
import { readNested, type Scan, skipToNextPart, step } from './scan.js';

/** Reads the script block at the position, a `{`, as part of a command or an expression. */
export function readScriptBlock(scan: Scan): void {
  readBraces(scan, scan.scriptBlocks);
}

/** Reads the block that follows a keyword; answers false where none does. */
export function readBlock(scan: Scan, block: OpenStep['block'] | null, name?: string): boolean {
  skipToNextPart(scan);
  if (scan.position >= scan.end || scan.text.charCodeAt(scan.position) !== OPEN_BRACE) return false;
  readBraces(scan, block, name);
  return true;
}

/** `block` is null where the surrounding statement has recorded the steps. */
function readBraces(scan: Scan, block: OpenStep['block'] | null, name?: string): void {
  const { position: start, scriptBlocks } = scan;
  scan.position++;
  if (block !== null) step(scan, { kind: 'open', block, start, ...(name === undefined ? {} : { name }) });
  if (block === 'function') scan.functions++;
  scan.scriptBlocks = 'function';
  readNested(scan, 0x7d);
  scan.scriptBlocks = scriptBlocks;
  if (block === 'function') scan.functions--;
  if (block !== null) step(scan, { kind: 'close', start: Math.max(start, scan.position - 1) });
}
