import type { TextRange } from '../../text/range.js';
import { EmbeddedText } from '../embeddedText.js';
import { makeWord, withOrigin } from '../makeWord.js';
import { readCommands } from '../posix/commands.js';
import type { Finding } from '../posix/finding.js';
import { readEmbedded } from '../posix/readEmbedded.js';
import { startScan } from '../posix/scan.js';
import type { Slip } from '../slip.js';
import type { Assignment, InvocationSyntax } from '../source.js';
import type { Word } from '../word.js';
import type { FlowLanguage } from './languages.js';

/** A simple command after its variables were looked up. */
export interface ExpandedCommand {
  readonly text: string;
  readonly words: readonly Word[];
  /** What each word becomes; `apart` as in Expander. */
  readonly expand: (apart: boolean) => readonly (readonly Word[])[];
  readonly assignments: readonly Assignment[];
  readonly incomplete: boolean;
  readonly slips: readonly Slip[];
}

/** The imapsync that a command turns out to start, or those in the script that it hands to another shell. */
export function invocationsOf(command: ExpandedCommand, language: FlowLanguage): InvocationSyntax[] {
  const expanded = command.expand(false);
  const all = expanded.flat();
  const named = all.length > 0 ? withDefaultName(command.text, all) : all;
  const finding = language.find(named);
  if (finding === null) return [];
  const range = { start: command.words[0]!.range.start, end: command.words.at(-1)!.range.end };
  // Only a POSIX shell hands on scripts that are read here.
  if (finding.kind === 'script' && language.dialect !== 'posix') return [];
  if (finding.kind === 'script') return scriptInvocations(command, finding, range);
  // A launcher that adds arguments would have to be asked again.
  if (finding.inserted !== undefined) return [];
  const { executable, firstArgument } = finding;
  const places = expanded.flatMap((words, index) => words.map(() => index));
  const first = places[firstArgument] ?? command.words.length;
  // The word that holds the executable may hold options too.
  const head = executable === null ? first - 1 : places[executable]!;
  const writtenFrom = Math.max(first, head + 1);
  return [
    {
      dialect: language.dialect,
      range,
      executable: executable === null ? null : named[executable]!,
      launcher: named.slice(0, executable ?? firstArgument),
      assignments: command.assignments,
      words: named.slice(firstArgument),
      written: {
        words: command.words.slice(writtenFrom),
        places: places.slice(firstArgument).map((place) => place - writtenFrom),
      },
      incomplete: command.incomplete,
      ...(command.slips.length === 0 ? {} : { slips: command.slips }),
    },
  ];
}

/** `${IMAPSYNC:-imapsync}` names imapsync whatever the environment puts in its place. */
function withDefaultName(text: string, words: readonly Word[]): readonly Word[] {
  const head = words[0]!;
  const [piece] = head.pieces;
  if (head.pieces.length !== 1 || piece?.kind !== 'dynamic') return words;
  const source = text.slice(piece.range.start, piece.range.end);
  const match = /^\$\{\w+:?[-=](['"]?)((?:[^{}$`'"\\\s]*\/)?imapsync(?:\.exe)?)\1\}$/.exec(source);
  if (match === null) return words;
  const start = piece.range.start + source.lastIndexOf(match[2]!);
  const range = { start, end: start + match[2]!.length };
  const name = { kind: 'text', value: match[2]!, range, quoted: piece.quoted, verbatim: true } as const;
  const word = makeWord(head.range, [name], head.quote);
  return [head.origin === undefined ? word : withOrigin(word, head.origin), ...words.slice(1)];
}

/** The command lines in a script that stands in a variable: `eval "$COMMAND"`. */
function scriptInvocations(
  command: ExpandedCommand,
  { start: first, end: last }: Finding & { kind: 'script' },
  range: TextRange,
): InvocationSyntax[] {
  const script = command.expand(true).flat().slice(first, last);
  const embedded = new EmbeddedText();
  let previous = -1;
  for (const word of script) {
    if (previous >= 0) embedded.addEscape(' ', { start: previous, end: previous });
    embedded.addWord(word);
    previous = (word.origin?.use ?? word.range).end;
  }
  const scan = startScan(command.text, readCommands, 0);
  readEmbedded(scan, embedded, command.words);
  const use = { name: 'a variable', use: range, split: true };
  return scan.found.map(({ executable, ...invocation }) => ({
    ...invocation,
    range,
    executable: executable === null ? null : withOrigin(executable, use),
    written: { words: [], places: invocation.words.map(() => -1) },
  }));
}
