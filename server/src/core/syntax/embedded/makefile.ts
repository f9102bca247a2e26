import { EmbeddedText } from '../embeddedText.js';
import type { HostReading } from './hostReading.js';
import { endsEscaped, type Line, lineFrom, skipBlanks, startOf } from './lines.js';
import { bareLineEnd } from './logicalLine.js';
import { addMakeText, type MakeVariables, readMakeVariables } from './makeText.js';

/** Reads the recipes of a Makefile, each line of which a shell of its own runs (GNU make manual, "Recipe Syntax"). */
export function readMakefile(host: HostReading): void {
  new MakefileReader(host).read();
}

const reserved = new RegExp(`\\$|${bareLineEnd.source}`);

/** What one shell runs: `put` tells how it was made of `[start, end)` of the file. */
interface Recipe {
  readonly script: EmbeddedText;
  readonly start: number;
  end: number;
  put: string;
}

class MakefileReader {
  readonly #host: HostReading;
  readonly #variables: MakeVariables;
  #prefix = '\t';
  #inRule = false;
  /** The recipe that one shell runs as a whole, after `.ONESHELL:`. */
  #whole: Recipe | null = null;
  readonly #oneShell: boolean;

  constructor(host: HostReading) {
    this.#host = host;
    this.#variables = readMakeVariables(host.text);
    this.#oneShell = /^\.ONESHELL[ \t]*:/m.test(host.text);
  }

  read(): void {
    const { text } = this.#host;
    let position = startOf(text);
    while (position < text.length) {
      const line = lineFrom(text, position);
      if (this.#inRule && line.end > line.start && text[line.start] === this.#prefix) {
        position = this.#readRecipeLine(line.start + 1);
        continue;
      }
      const first = skipBlanks(text, line.start, line.end);
      if (first < line.end) position = text[first] === '#' ? this.#readComment(first) : this.#readOther(line);
      else position = line.next;
    }
    this.#endRecipe();
  }

  #readComment(start: number): number {
    const line = lineFrom(this.#host.text, start);
    this.#host.addComment(start, line.end, 1);
    return line.next;
  }

  /** A rule, a variable, a directive: joined lines are one. Answers where the next line begins. */
  #readOther(first: Line): number {
    const { text } = this.#host;
    let line = first;
    while (endsEscaped(text, line.start, line.end) && line.next < text.length) line = lineFrom(text, line.next);
    // The beginning of a line is enough to tell what it is.
    const content = text.slice(first.start, Math.min(first.end, first.start + 1024));
    const prefix = /^\.RECIPEPREFIX[ \t]*[:?]?=[ \t]*(\S?)/.exec(content);
    if (prefix !== null) this.#prefix = prefix[1] === '' ? '\t' : prefix[1]!;
    else if (/^(?:ifn?def|ifn?eq|else|endif|-?include|sinclude)\b/.test(content.trimStart())) return line.next;
    const isRule = /^[^=#]*:(?![:=]*=)/.test(content.replace(/\$\([^)]*\)|\$\{[^}]*\}/g, '')) && prefix === null;
    this.#endRecipe();
    this.#inRule = isRule;
    if (!isRule) return line.next;
    const recipe = /^[^#;]*;/.exec(content);
    return recipe === null ? line.next : this.#readRecipeLine(first.start + recipe[0].length);
  }

  /** Reads the recipe line whose text begins at `start`, without the prefix; answers where the next line begins. */
  #readRecipeLine(start: number): number {
    const { text } = this.#host;
    const recipe = this.#whole ?? {
      script: new EmbeddedText(),
      start,
      end: start,
      put: `${this.#prefix}${this.#oneShell}`,
    };
    const { script } = recipe;
    let from = start;
    // The signs say how make runs the line; with one shell only those of the first line do.
    if (script.length === 0) while (from < text.length && /[-@+ \t]/.test(text[from]!)) from++;
    for (;;) {
      const line = lineFrom(text, from);
      const joined = endsEscaped(text, from, line.end) && line.next < text.length;
      const end = joined || this.#oneShell ? line.next : line.end;
      recipe.put += addMakeText(script, text, from, end, this.#variables);
      recipe.end = line.next;
      if (!joined) {
        if (this.#oneShell) this.#whole = recipe;
        else this.#addRecipe(recipe);
        return line.next;
      }
      // The shell gets the joined line end, but not the prefix behind it.
      from = text[line.next] === this.#prefix ? line.next + 1 : line.next;
    }
  }

  #endRecipe(): void {
    if (this.#whole !== null) this.#addRecipe(this.#whole);
    this.#whole = null;
  }

  #addRecipe({ script, start, end, put }: Recipe): void {
    this.#host.addPart({ start, end }, put, () => this.#host.addEmbedded(script, 'posix', reserved));
  }
}
