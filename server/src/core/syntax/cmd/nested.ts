import { type EmbeddedText, mapWord } from '../embeddedText.js';
import type { FlowStep } from '../flow.js';
import { mapInvocation } from '../posix/readEmbedded.js';
import type { Word } from '../word.js';
import type { DelayedSwitch } from './delayed.js';
import { readRawText } from './rawText.js';
import { type Scan, startScan } from './scan.js';

/** How often `call` and `cmd /c` are followed into each other. */
const DEEPEST = 5;

/**
 * Reads the rest of the command at the position as another round of cmd does: behind `call` (which doubles carets
 * first) or `cmd /c`. `launcher` are the words up to there. Answers false, nothing read, where the other round changes
 * nothing, so that the words can be taken as they stand.
 */
export function readNested(
  scan: Scan,
  launcher: readonly Word[],
  reader: 'call' | 'cmd',
  readCommands: (inner: Scan) => void,
): boolean {
  const { position, quoted, escapedAt } = scan;
  const read = readRawText(scan, reader === 'call');
  const stripped = reader === 'cmd' ? strippedQuotes(read.text) : null;
  const raw = stripped === null ? read : withoutQuotes(read, stripped);
  if (stripped === null && !/[\^%&|<>]/.test(raw.text)) {
    scan.position = position;
    scan.quoted = quoted;
    scan.escapedAt = escapedAt;
    scan.bangAt = -1;
    scan.lineEnd = -1;
    return false;
  }
  scan.budget.left -= raw.length;
  if (scan.budget.left < 0 || scan.depth >= DEEPEST) return true;
  const inner = startScan(raw.text, 0, {
    batch: reader === 'call' && scan.batch,
    switches: launcher.some((word) => word.value?.toLowerCase() === '/v:on') ? alwaysOn : [],
    depth: scan.depth + 1,
    budget: scan.budget,
    comments: null,
    embedded: { words: [] },
  });
  readCommands(inner);
  const start = launcher[0]!.range.start;
  const outer = [...(scan.embedded?.words ?? []), ...launcher];
  inner.found.forEach((found, index) => {
    const mapped = mapInvocation(found, raw, outer);
    // The launcher stands in front of the first command only; another one of the same text stands alone.
    scan.found.push(
      index > 0
        ? mapped
        : { ...mapped, launcher: [...launcher, ...mapped.launcher], range: { start, end: mapped.range.end } },
    );
  });
  for (const step of inner.steps) {
    if (step.kind === 'invocation') scan.steps.push({ kind: 'invocation', start: startOf(step, inner, raw, start) });
    else if (step.kind === 'command') {
      const words = [...launcher, ...step.words.map((word) => mapWord(word, raw))];
      scan.steps.push({ ...step, words, start });
    }
  }
  if (inner.steps.length === 0) scan.steps.push({ kind: 'forget', name: null, start });
  return true;
}

const alwaysOn: readonly DelayedSwitch[] = [{ offset: 0, on: true }];

function startOf(step: FlowStep, inner: Scan, raw: EmbeddedText, start: number): number {
  return step.start === inner.found[0]?.range.start
    ? start
    : raw.sourceRange({ start: step.start, end: step.start + 1 }).start;
}

/**
 * The offsets of the first and the last quote where `cmd /c` drops them; null where the command does not begin with
 * one, or has two that hold the name of a program with a blank in it (`cmd /?`).
 */
function strippedQuotes(text: string): readonly [number, number] | null {
  const first = /^[\s,;=]*/.exec(text)![0].length;
  if (text[first] !== '"') return null;
  const last = text.lastIndexOf('"');
  if (text.indexOf('"', first + 1) === last && last > first) {
    const between = text.slice(first + 1, last);
    if (/\s/.test(between) && !/[&<>()@^|]/.test(between) && /\.(?:exe|com|bat|cmd)$/i.test(between)) return null;
  }
  return [first, last];
}

/** The text without the two quotes, or the one, that the other round drops. */
function withoutQuotes(raw: EmbeddedText, [first, last]: readonly [number, number]): EmbeddedText {
  const text = raw.slice(0, first);
  if (last > first) text.addPart(raw, first + 1, last);
  text.addPart(raw, last + 1, raw.length);
  return text;
}
