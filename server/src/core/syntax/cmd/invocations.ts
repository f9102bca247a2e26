import type { TextRange } from '../../text/range.js';
import { findLineSlip } from '../lineSlips.js';
import { makeWord } from '../makeWord.js';
import { findOperatorSlip } from '../operatorSlips.js';
import { CARRIAGE_RETURN } from '../posix/chars.js';
import { redirectionOrder } from '../posix/slips.js';
import type { Slip } from '../slip.js';
import type { Word, WordPiece } from '../word.js';
import { findImapsyncInCmd } from './launchers.js';
import { lookedAhead, type Scan } from './scan.js';

/** Records the invocation that a command is, or that a variable says whether it is one. */
export function reportCommand(scan: Scan, words: readonly Word[], placeholders: readonly TextRange[]): void {
  const start = words[0]!.range.start;
  const finding = findImapsyncInCmd(words);
  if (finding === null) {
    if (words[0]!.value?.toLowerCase() === 'call') scan.steps.push({ kind: 'forget', name: null, start });
    return;
  }
  const incomplete = words.some((word) => word.value === null && isUnterminated(word));
  if (finding.kind === 'unknown') {
    scan.steps.push({
      kind: 'command',
      words,
      assignments: [],
      incomplete,
      start,
      ...slipsOf(scan, words, placeholders),
    });
    return;
  }
  const { executable, firstArgument, end, reader } = finding;
  const given = words.slice(firstArgument, end);
  const embedded = scan.embedded ?? (reader === null ? null : { words });
  const invocation = {
    dialect: 'cmd',
    range: { start, end: words[Math.max(end, firstArgument) - 1]!.range.end },
    executable: executable === null ? null : words[executable]!,
    launcher: words.slice(0, executable ?? firstArgument),
    assignments: [],
    words: reader === 'posix' ? given.map(asReadByPosix) : given,
    incomplete,
  } as const;
  scan.found.push(
    embedded === null ? { ...invocation, ...slipsOf(scan, words, placeholders) } : { ...invocation, embedded },
  );
  scan.steps.push({ kind: 'invocation', start });
}

/** The slips at a command that ends at the position; none in a text that is read twice. */
function slipsOf(
  scan: Scan,
  words: readonly Word[],
  placeholders: readonly TextRange[],
): { readonly slips?: readonly Slip[] } {
  if (scan.embedded !== null) return {};
  const { text, position, end } = scan;
  const stop = text.charCodeAt(position - 1) === CARRIAGE_RETURN ? position - 1 : position;
  const lastWord = words.at(-1)!.range;
  const slips = placeholders.map((range): Slip => ({ kind: 'placeholder', range }));
  const operator = findOperatorSlip(text, stop, end, lastWord, '|&');
  const { slip, seen } =
    operator.slip === null ? findLineSlip({ text, dialect: 'cmd', lastWord, stop, end }) : operator;
  if (seen > stop) lookedAhead(scan, seen, seen - stop);
  if (slip !== null) slips.push(slip);
  const order = redirectionOrder(text, stop, lastWord.end);
  if (order !== null) slips.push(order);
  return slips.length === 0 ? {} : { slips };
}

function isUnterminated({ pieces }: Word): boolean {
  return pieces.some((piece) => piece.kind === 'dynamic' && piece.what === 'unterminated');
}

/** The word behind a Linux shell, which gets it as it is written: what that shell would change is not known. */
function asReadByPosix(word: Word): Word {
  const pieces = word.pieces.map((piece): WordPiece => {
    if (piece.kind === 'dynamic') return piece;
    const { quoted, value, range } = piece;
    const same = piece.verbatim && (quoted ? !/["\\$`!]/.test(value) : /^[\w@%+=:,./-]*$/.test(value));
    return same ? piece : { kind: 'dynamic', what: 'launcher', range, quoted, open: !quoted };
  });
  return makeWord(word.range, pieces, word.quote);
}
