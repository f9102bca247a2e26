import { type EmbeddedText, mapWord } from '../embeddedText.js';
import { mapSyntax } from '../mapSyntax.js';
import type { Word } from '../word.js';
import { DEEP, enter, type OpenInvocation, type Scan, startScan } from './scan.js';

/**
 * Reads the commands of an embedded text; what is found gets ranges of the text that `scan` walks over. `sameShell`: the
 * text is read by the shell that reads the rest (`eval`), so that what it does to variables lasts.
 */
export function readEmbedded(scan: Scan, embedded: EmbeddedText, words: readonly Word[], sameShell = false): void {
  const inner = startScan(embedded.text, scan.readCommands, scan.depth);
  inner.embedded = { words: [] };
  // However deep texts are embedded in each other, what is read twice counts against one budget.
  inner.lookahead = scan.lookahead - embedded.length;
  if (inner.lookahead < 0 || !enter(inner, DEEP)) return;
  inner.readCommands(inner, false);
  scan.lookahead = inner.lookahead;
  for (const step of inner.steps) {
    const { start } = embedded.sourceRange({ start: step.start, end: step.start });
    // Words of an embedded text are not followed any further: what they are to variables is not known.
    if (step.kind === 'call') scan.steps.push({ ...step, words: null, assigned: [], start });
    else if (sameShell && (step.kind === 'assign' || step.kind === 'forget')) {
      scan.steps.push({ kind: 'forget', name: step.name, start });
    } else if (sameShell && (step.kind === 'columns' || step.kind === 'arguments')) {
      scan.steps.push({ kind: 'forget', name: null, start });
    }
  }
  for (const invocation of inner.found) scan.found.push(mapInvocation(invocation, embedded, words));
}

/** What was found in an embedded text, with ranges of the source; `outer` are the words that hold the text. */
export function mapInvocation(found: OpenInvocation, embedded: EmbeddedText, outer: readonly Word[]): OpenInvocation {
  const inner = found.embedded?.words.map((word) => mapWord(word, embedded)) ?? [];
  return { ...mapSyntax(found, embedded), embedded: { words: [...outer, ...inner] } };
}
