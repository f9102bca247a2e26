import { moveRange, type TextRange } from '../../text/range.js';
import type { FileDialect, HostFormat } from '../dialect.js';
import type { EmbeddedText } from '../embeddedText.js';
import { mapSyntax } from '../mapSyntax.js';
import { moveSyntax, placeSyntax } from '../moveSyntax.js';
import type { Comment, InvocationSyntax, SourceFile } from '../source.js';
import { HostParts } from './hostParts.js';

/** Reads a text of any dialect; handed in, since a file of one format can hold texts of every other. */
export type ReadText = (text: string, dialect: FileDialect) => SourceFile;

/** Whether what was read in a script shows that it is one; ranges count in `text`, the script's. */
export type Accept = (text: string, invocations: readonly InvocationSyntax[]) => boolean;

/** Words keep the text alive that they were read from, so parts of no more versions than this live at once. */
const mostReadings = 64;

/**
 * What is read out of one file that holds command lines inside a format of its own. Each script in it has variables of its
 * own: what they hold was put in when that script was read.
 */
export class HostReading {
  readonly text: string;
  readonly #read: ReadText;
  readonly #invocations: InvocationSyntax[] = [];
  readonly #comments: Comment[] = [];
  readonly #earlier: HostParts | undefined;
  readonly #parts: HostParts;
  /** Where the name stands next from the offset on from which it was looked for last. */
  #name = { from: 0, at: -1 };

  /** `earlier`: what was read out of an earlier version of the file. */
  constructor(text: string, read: ReadText, earlier?: HostParts) {
    this.text = text;
    this.#read = read;
    this.#earlier = earlier !== undefined && earlier.readings < mostReadings ? earlier : undefined;
    this.#parts = new HostParts(this.#earlier === undefined ? 0 : this.#earlier.readings + 1);
  }

  /** Whether imapsync is named in a stretch of the file. */
  isNamed({ start, end }: TextRange): boolean {
    const { from, at } = this.#name;
    if (start < from || start > at) {
      const found = this.text.indexOf('imapsync', start);
      this.#name = { from: start, at: found < 0 ? this.text.length : found };
    }
    return this.#name.at < end;
  }

  /**
   * Adds what `read` adds, which must depend on nothing but `surroundings`, what stands in the range, and whether the file
   * ends there. What was read out of the same text in an earlier version of the file is taken from there.
   */
  addPart({ start, end }: TextRange, surroundings: string, read: () => void): void {
    const text = this.text.slice(start, end);
    const context = end < this.text.length ? surroundings : `${surroundings} last`;
    // The same text twice is two command lines, each with a memory of its own.
    let part = this.#earlier?.alike(context, text)[this.#parts.alike(context, text).length];
    if (part === undefined) {
      const invocations = this.#invocations.length;
      const comments = this.#comments.length;
      read();
      part = { start, invocations: this.#invocations.slice(invocations), comments: this.#comments.slice(comments) };
    } else {
      const distance = start - part.start;
      for (const syntax of part.invocations) {
        this.#invocations.push(distance === 0 ? syntax : moveSyntax(syntax, distance));
      }
      for (const comment of part.comments) {
        this.#comments.push(distance === 0 ? comment : { ...comment, range: moveRange(comment.range, distance) });
      }
    }
    this.#parts.add(context, text, part);
  }

  /** Reads the script that stands in the file as its reader will see it. Answers whether it was taken for one. */
  addScript(range: TextRange, dialect: FileDialect, reserved?: RegExp, accept?: Accept): boolean {
    const text = this.text.slice(range.start, range.end);
    const script = this.#read(text, dialect);
    if (accept?.(text, script.invocations) === false) return false;
    const { start } = range;
    for (const syntax of script.invocations) {
      this.#invocations.push(reserve(placeSyntax(syntax, start), reserved));
    }
    for (const comment of script.comments) {
      this.#comments.push({ ...comment, range: moveRange(comment.range, start) });
    }
    return true;
  }

  /**
   * Reads a script that stands in the file with prefixes or escapes of the file's format. Answers whether it was taken
   * for one.
   */
  addEmbedded(script: EmbeddedText, dialect: FileDialect, reserved: RegExp, accept?: Accept): boolean {
    if (script.length === 0) return false;
    const { verbatimRange } = script;
    if (verbatimRange !== null) return this.addScript(verbatimRange, dialect, reserved, accept);
    const { text } = script;
    const read = this.#read(text, dialect);
    if (accept?.(text, read.invocations) === false) return false;
    for (const syntax of read.invocations) {
      this.#invocations.push(reserve(mapSyntax(syntax, script), reserved));
    }
    for (const comment of read.comments) this.#addMapped(comment, script);
    return true;
  }

  addInvocation(syntax: InvocationSyntax): void {
    this.#invocations.push(syntax);
  }

  /** A comment of the format itself; `start` is where it begins, `signLength` how long its sign is. */
  addComment(start: number, end: number, signLength: number, ownLine = true): void {
    this.#comments.push({ range: { start, end }, text: this.text.slice(start + signLength, end), ownLine });
  }

  finish(dialect: HostFormat): SourceFile {
    return {
      dialect,
      text: this.text,
      invocations: this.#invocations.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end),
      comments: this.#comments.sort((a, b) => a.range.start - b.range.start),
      parts: this.#parts,
    };
  }

  #addMapped({ range, text, ownLine }: Comment, script: EmbeddedText): void {
    const mapped = script.sourceRange(range);
    // Over joined lines there is no telling where the comment of one ends.
    if (this.text.slice(mapped.start, mapped.end).includes('\n')) return;
    const start = mapped.start + (range.end - range.start - text.length);
    this.#comments.push({ range: mapped, text: this.text.slice(start, mapped.end), ownLine });
  }
}

/** The command line with what edits may not bring in, besides what the formats inside already keep out. */
function reserve(syntax: InvocationSyntax, reserved: RegExp | undefined): InvocationSyntax {
  if (reserved === undefined) return syntax;
  return { ...syntax, reserved: bothOf(syntax.reserved, reserved) };
}

function bothOf(inner: RegExp | undefined, outer: RegExp): RegExp {
  return inner === undefined ? outer : new RegExp(`${inner.source}|${outer.source}`);
}
