import type { Analysis } from '../analysis.js';
import { findOption, imapsyncOptions } from '../catalogue/options.js';
import { decodeImapUtf7 } from '../folders/imapUtf7.js';
import { lowerAscii } from '../getopt/optionTable.js';
import type { OptionUse } from '../getopt/result.js';
import { presetsOf } from '../model/effectiveSettings.js';
import type { Invocation } from '../model/invocation.js';
import type { TextChange } from '../text/edit.js';
import { type TextRange, touches } from '../text/range.js';
import { code, shorten } from './markdown.js';
import { reaches } from './place.js';
import { presetHint } from './presetHint.js';
import { readableByteRate, readableDuration, readNumber } from './quantity.js';
import { readableValue } from './valueMarkdown.js';

/** The kinds of hints, each of which can be switched off by itself. */
export const inlayHintKinds = ['sizes', 'abbreviations', 'presets', 'folderNames'] as const;
export type InlayHintKind = (typeof inlayHintKinds)[number];

/** A few words that an editor shows in the text. */
export interface Hint {
  readonly kind: InlayHintKind;
  /** Behind what it explains. */
  readonly offset: number;
  readonly label: string;
  /** More about it, as Markdown. */
  readonly tooltip: string;
  /** Puts what it says into the text. */
  readonly edit?: TextChange;
}

const longestLabel = 60;

/** The hints of the wanted kinds in a range of the file, in the order of their places. */
export function inlayHints(
  analysis: Analysis,
  range: TextRange,
  isWanted: (kind: InlayHintKind) => boolean,
): readonly Hint[] {
  const hints = new Map<string, Hint>();
  for (const invocation of analysis.invocations) {
    if (!reaches(invocation, range)) continue;
    for (const use of invocation.uses) {
      if (!touches(range, use.range.end) && !touches(range, use.valueRange?.end ?? -1)) continue;
      for (const hint of hintsOf(analysis, invocation, use, isWanted)) {
        // What a variable holds can get onto many command lines.
        if (touches(range, hint.offset)) hints.set(`${hint.offset} ${hint.kind}`, hint);
      }
    }
  }
  return [...hints.values()].sort((a, b) => a.offset - b.offset);
}

function hintsOf(
  { source }: Analysis,
  invocation: Invocation,
  use: OptionUse,
  isWanted: (kind: InlayHintKind) => boolean,
): readonly Hint[] {
  const hints: (Hint | null)[] = [];
  if (isWanted('abbreviations')) hints.push(abbreviationHint(use, source.text));
  if (isWanted('presets') && presetsOf(invocation).length > 0) hints.push(presetHint(invocation, use));
  if (isWanted('sizes')) hints.push(sizeHint(use));
  if (isWanted('folderNames')) hints.push(folderHint(use));
  return hints.filter((hint) => hint !== null);
}

/** `--maxsi` → `= --maxsize`; other names of an option say enough. */
function abbreviationHint(use: OptionUse, text: string): Hint | null {
  const { spelled, negated, name, range } = use;
  const written = lowerAscii(spelled.replace(/^(?:--?|\+)/, ''));
  if (imapsyncOptions.exact(written) !== undefined) return null;
  const full = `--${negated ? 'no' : ''}${name}`;
  const summary = findOption(name)?.summary ?? '';
  const hint: Hint = {
    kind: 'abbreviations',
    offset: range.end,
    label: `= ${full}`,
    tooltip: `${code(spelled)} is short for ${code(full)}. ${summary}`,
  };
  const stands = text.slice(range.start, range.end) === spelled;
  return stands ? { ...hint, edit: { range, newText: full } } : hint;
}

/** `35000000` → `35.0 MB`, `500000` → `500.0 kB/s`, `7500` → `2 h 5 min` */
function sizeHint({ name, value, valueRange, negated }: OptionUse): Hint | null {
  const fact = findOption(name);
  if (fact === undefined || value === null || valueRange === null || negated) return null;
  const number = readNumber(value);
  const readable = number === null || number < 1 ? null : readableValue(fact, value);
  if (readable === null || number === null) return null;
  const lines = [`${code(`--${name} ${value}`)} is ${readable}.`];
  if (fact.valueKind === 'bytes-rate') {
    if (number < 1000) return null;
    lines.push(
      `At ${readableByteRate(number)} 1 GB takes ${readableDuration(1e9 / number)}, 10 GB ${readableDuration(1e10 / number)}.`,
    );
  }
  const label = readable.replace(/ \(.*$/, '');
  return { kind: 'sizes', offset: valueRange.end, label, tooltip: lines.join('\n\n') };
}

/** What stands for other characters in modified UTF-7, when it is more than an ampersand. */
const encodedRun = /&[A-Za-z0-9+,]+-/g;

/** `INBOX.Envoy&AOk-s` → `= INBOX.Envoyés`; in patterns and replacements each stretch by itself. */
function folderHint({ name, value, valueRange }: OptionUse): Hint | null {
  if (value === null || valueRange === null || !value.includes('&')) return null;
  const kind = findOption(name)?.valueKind;
  const isName = kind === 'folder-host1' || kind === 'folder-host2' || kind === 'folder-prefix';
  if (!isName && kind !== 'folder-mapping' && kind !== 'perl-op' && kind !== 'perl-pattern') return null;
  const readable = isName ? decodeImapUtf7(value) : value.replace(encodedRun, (run) => decodeImapUtf7(run) ?? run);
  if (readable === null || readable === value) return null;
  const shown = readable.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/gu, '\ufffd');
  return {
    kind: 'folderNames',
    offset: valueRange.end,
    label: `= ${shorten(shown, longestLabel)}`,
    tooltip: `IMAP servers write ${code(shorten(value, 200))} for ${code(shorten(shown, 200))} (modified UTF-7, RFC 3501).`,
  };
}
