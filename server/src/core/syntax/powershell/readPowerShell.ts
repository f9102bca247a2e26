import type { FlowStep } from '../flow.js';
import { type Reading, readScript } from '../readScript.js';
import type { Comment, SourceFile } from '../source.js';
import { type Grammar, lookaheadBudget, startScan } from './scan.js';
import { readStatement, readStatements } from './statements.js';

const grammar: Grammar = { readStatement, readStatements };

/** The name, be it with backticks between its letters. */
const name = /i`?m`?a`?p`?s`?y`?n`?c/i;

/**
 * Reads a PowerShell script: every imapsync command line in it, and its comments. The words are those that PowerShell
 * 7.3 and later hands to a program. Windows PowerShell 5.1 takes double quotes out of values and leaves out empty ones
 * (about_Parsing, "Passing arguments to native commands"); there a value with either arrives differently. With an
 * earlier version of the text at hand only the lines that changed are read; the answer is the same.
 */
export function readPowerShell(text: string, previous?: SourceFile): SourceFile {
  // Without the name there is no invocation and no directive to look for.
  if (!text.includes('imapsync') && !name.test(text))
    return { dialect: 'powershell', text, invocations: [], comments: [] };
  return readScript(text, 'powershell', readFrom, previous);
}

function readFrom(text: string, start: number, stopsAt: (offset: number) => boolean): Reading {
  const scan = startScan(text, grammar, 0);
  const comments: Comment[] = [];
  const steps: FlowStep[] = [];
  const offsets = [start];
  const furthest = [0];
  scan.comments = comments;
  scan.steps = steps;
  scan.position = start;
  scan.atLine = (fresh) => {
    if (fresh && stopsAt(scan.position)) return true;
    offsets.push(scan.position);
    furthest.push(fresh ? scan.furthest : -1);
    return false;
  };
  readStatements(scan, 0);
  const lookedAhead = lookaheadBudget(text) - scan.lookahead;
  return { found: scan.found, comments, steps, offsets, furthest, seen: scan.furthest, lookedAhead };
}
