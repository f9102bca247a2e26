import type { TextRange } from '../../text/range.js';
import type { FileDialect } from '../dialect.js';
import { mapWord } from '../embeddedText.js';
import { makeWord, SimpleWord } from '../makeWord.js';
import { isImapsyncImage, lastPathPart } from '../posix/executableName.js';
import { recogniseDialect } from '../recognise.js';
import type { Word } from '../word.js';
import { addArgumentList, addCombined } from './argumentList.js';
import type { HostReading } from './hostReading.js';
import { type JsonList, readJsonList } from './jsonList.js';
import { lineFrom, skipBlanks, startOf } from './lines.js';
import { anyRemoval, bareLineEnd, type Joining, type LogicalLine, readLogicalLine } from './logicalLine.js';

/** The words of an instruction in JSON form. */
interface Exec {
  readonly logical: LogicalLine;
  /** As they stand in the logical line. */
  readonly list: JsonList;
}

/** What counts until the next FROM; of CMD and of ENTRYPOINT the last one does. */
interface Stage {
  image: Word | undefined;
  shell: FileDialect;
  cmd: Exec | null;
  entrypoint: Exec | 'shell' | null;
}

/** Reads a Dockerfile: the instructions that run something, in shell and exec form (Dockerfile reference). */
export function readDockerfile(host: HostReading): void {
  new DockerfileReader(host).read();
}

class DockerfileReader {
  readonly #host: HostReading;
  #joining: Joining = { sign: 0x5c, blanksBehind: true, joint: '', comments: '#', skipsEmpty: true };
  #stage: Stage = newStage();

  constructor(host: HostReading) {
    this.#host = host;
  }

  read(): void {
    const { text } = this.#host;
    let position = startOf(text);
    // Parser directives stand above everything else.
    let directives = true;
    while (position < text.length) {
      const line = lineFrom(text, position);
      const first = skipBlanks(text, line.start, line.end);
      if (first === line.end) {
        directives = false;
        position = line.next;
      } else if (text[first] === '#') {
        const content = text.slice(first, line.end);
        directives &&= /^#[ \t]*\w+[ \t]*=[ \t]*\S/.test(content);
        if (!directives) this.#host.addComment(first, line.end, 1);
        else if (/^#[ \t]*escape[ \t]*=[ \t]*`/i.test(content)) this.#joining = { ...this.#joining, sign: 0x60 };
        position = line.next;
      } else {
        directives = false;
        const logical = readLogicalLine(text, first, this.#joining, (start, end) =>
          this.#host.addComment(start, end, 1),
        );
        position = this.#readInstruction(logical);
      }
    }
    this.#endStage();
  }

  /** Answers where the next instruction begins, behind the here-documents of this one. */
  #readInstruction(logical: LogicalLine): number {
    const source = logical.text.text;
    const keyword = /^\s*(?:onbuild\s+)?([a-z]+)(?:\s+|$)/i.exec(source);
    if (keyword === null) return logical.next;
    const name = keyword[1]!.toUpperCase();
    let start = keyword[0].length;
    switch (name) {
      case 'FROM': {
        this.#endStage();
        start = behindFlags(source, start);
        const image = /\S*/.exec(source.slice(start))![0].length;
        this.#stage = newStage();
        this.#stage.image = new SimpleWord(source, start, start + image, 'none');
        return logical.next;
      }
      case 'SHELL':
        this.#stage.shell = shellOf(readJsonList(source, start, source.length)?.words ?? []);
        return logical.next;
      case 'RUN':
        return this.#readRun(logical, source, behindFlags(source, start));
      case 'HEALTHCHECK': {
        start = behindFlags(source, start);
        const command = /^cmd\s+/i.exec(source.slice(start));
        if (command !== null) {
          const from = start + command[0].length;
          this.#addPart(logical, logical.next, () => this.#readCommand(logical, source, from));
        }
        return logical.next;
      }
      case 'CMD':
        this.#stage.cmd = this.#execOf(logical, source, start);
        if (this.#stage.cmd === null) this.#addPart(logical, logical.next, () => this.#addShell(logical, start));
        return logical.next;
      case 'ENTRYPOINT':
        this.#stage.entrypoint = this.#execOf(logical, source, start) ?? 'shell';
        if (this.#stage.entrypoint === 'shell')
          this.#addPart(logical, logical.next, () => this.#addShell(logical, start));
        return logical.next;
      case 'COPY':
      case 'ADD':
        return skipHereDocuments(this.#host.text, logical, source, start).next;
      default:
        return logical.next;
    }
  }

  #readRun(logical: LogicalLine, source: string, start: number): number {
    const { text } = this.#host;
    const { bodies, next, alone } = skipHereDocuments(text, logical, source, start);
    const body = bodies[0];
    if (body === undefined) {
      this.#addPart(logical, next, () => this.#readCommand(logical, source, start));
      return next;
    }
    this.#addPart(logical, next, () => this.#readHereDocument(logical, source, start, next, alone ? body : null));
    return next;
  }

  /** Reads a command with here-documents up to `next`; `alone` is the one that is all there is, a script. */
  #readHereDocument(logical: LogicalLine, source: string, start: number, next: number, alone: TextRange | null): void {
    const { text } = this.#host;
    if (alone !== null) {
      const firstLine = text.slice(alone.start, lineFrom(text, alone.start).end);
      // A shebang names the program that reads the lines.
      const dialect = firstLine.startsWith('#!') ? recogniseDialect({ firstLine }) : this.#stage.shell;
      if (dialect !== undefined) this.#host.addScript(alone, dialect);
      return;
    }
    const script = logical.text.slice(start, source.length);
    script.addVerbatim(text, logical.end, next);
    this.#host.addEmbedded(script, this.#stage.shell, reservedIn(logical));
  }

  #readCommand(logical: LogicalLine, source: string, start: number): void {
    const exec = this.#execOf(logical, source, start);
    if (exec === null) this.#addShell(logical, start);
    else {
      const argv = argumentsOf(exec);
      addArgumentList(this.#host, argv.words, 'json', argv);
    }
  }

  #execOf(logical: LogicalLine, source: string, start: number): Exec | null {
    const list = readJsonList(source, start, source.length);
    return list === null ? null : { logical, list };
  }

  /** What is read out of an instruction depends on the signs that join lines and on the shell besides. */
  #addPart(logical: LogicalLine, end: number, read: () => void): void {
    const { shell } = this.#stage;
    this.#host.addPart({ start: logical.start, end }, `${this.#joining.sign} ${shell}`, read);
  }

  #addShell(logical: LogicalLine, start: number): void {
    const script = logical.text.slice(start, logical.text.length);
    const range = script.sourceRange({ start: 0, end: script.length });
    // A POSIX shell joins lines in the same way as Docker does.
    const isSame = this.#stage.shell === 'posix' && !logical.interrupted && this.#joining.sign === 0x5c;
    if (isSame && script.length > 0 && !/\\[ \t]+\r?\n/.test(this.#host.text.slice(range.start, range.end))) {
      this.#host.addScript(range, 'posix', bareLineEnd);
    } else this.#host.addEmbedded(script, this.#stage.shell, reservedIn(logical));
  }

  #endStage(): void {
    const { cmd, entrypoint, image } = this.#stage;
    if (entrypoint === 'shell') return;
    const lines = [cmd, entrypoint].flatMap((exec) => (exec === null ? [] : [exec.logical]));
    if (lines.length === 0) return;
    const start = Math.min(...lines.map((line) => line.start));
    const end = Math.max(...lines.map(({ next }) => next));
    const context = `${this.#joining.sign} ${image !== undefined && isImapsyncImage(image)}`;
    this.#host.addPart({ start, end }, context, () => addExec(this.#host, cmd, entrypoint, image));
  }
}

/** CMD gives the arguments of ENTRYPOINT, or is the command where there is none. */
function addExec(host: HostReading, cmd: Exec | null, entrypoint: Exec | null, image: Word | undefined): void {
  const given = cmd === null ? null : argumentsOf(cmd);
  if (entrypoint === null) {
    if (given !== null) addArgumentList(host, given.words, 'json', { ...given, image });
    return;
  }
  const head = argumentsOf(entrypoint);
  if (head.words.length > 0 && (given === null || given.words.length === 0)) {
    addArgumentList(host, [...head.words, givenLater(head.words)], 'json', head);
  } else if (given !== null && head.words.length === 0) addArgumentList(host, given.words, 'json', { ...given, image });
  else if (given !== null) {
    const incomplete = head.incomplete || given.incomplete;
    const reserved = head.reserved ?? given.reserved;
    addCombined(host, head.words, given.words, 'json', { incomplete, reserved });
  }
}

/** The words as they stand in the file. */
function argumentsOf({ logical, list }: Exec): {
  readonly words: readonly Word[];
  readonly incomplete: boolean;
  readonly reserved: RegExp | undefined;
} {
  return {
    words: list.words.map((word) => mapWord(word, logical.text)),
    incomplete: list.incomplete,
    reserved: logical.interrupted ? anyRemoval : undefined,
  };
}

/** What no edit may bring into a line that a shell reads. */
function reservedIn({ interrupted }: LogicalLine): RegExp {
  return interrupted ? interruptedLine : bareLineEnd;
}

const interruptedLine = new RegExp(`${anyRemoval.source}|${bareLineEnd.source}`);

/** What `docker run` gives to an entry point. */
function givenLater(words: readonly Word[]): Word {
  const offset = words[words.length - 1]?.range.end ?? 0;
  const range = { start: offset, end: offset };
  return makeWord(range, [{ kind: 'dynamic', what: 'launcher', range, quoted: false, open: true }], 'none');
}

function newStage(): Stage {
  return { image: undefined, shell: 'posix', cmd: null, entrypoint: null };
}

/** `--mount=type=cache,target=/x --network=none` */
function behindFlags(source: string, start: number): number {
  const flags = /(?:--[a-z-]+(?:=\S*)?\s+)*/iy;
  flags.lastIndex = start;
  return start + (flags.exec(source)?.[0].length ?? 0);
}

function shellOf(words: readonly Word[]): FileDialect {
  const name = lastPathPart(words[0]?.value ?? '')
    .toLowerCase()
    .replace(/\.exe$/, '');
  if (name === 'powershell' || name === 'pwsh') return 'powershell';
  return name === 'cmd' ? 'cmd' : 'posix';
}

interface HereDocuments {
  /** The lines of each, without the one that ends it. */
  readonly bodies: readonly { readonly start: number; readonly end: number }[];
  /** Where the next instruction begins. */
  readonly next: number;
  /** Nothing but the sign of one here-document stands in the instruction. */
  readonly alone: boolean;
}

function skipHereDocuments(text: string, logical: LogicalLine, source: string, start: number): HereDocuments {
  const bodies: { start: number; end: number }[] = [];
  const rest = source.slice(start);
  let position = logical.next;
  const signs = [...rest.matchAll(/(?:^|[\s\d])<<(-?)\s*(["']?)([A-Za-z_][\w.-]*)\2(?=\s|$)/g)];
  for (const [, dash, , name] of signs) {
    const from = position;
    for (let end = -1; end < 0 && position < text.length; ) {
      const line = lineFrom(text, position);
      const content = text.slice(line.start, line.end);
      if ((dash === '' ? content : content.replace(/^\t+/, '')) === name) end = line.start;
      position = line.next;
      if (end >= 0 || position >= text.length) bodies.push({ start: from, end: end >= 0 ? end : text.length });
    }
  }
  return { bodies, next: position, alone: signs.length === 1 && signs[0]![0].length === rest.trimEnd().length };
}
