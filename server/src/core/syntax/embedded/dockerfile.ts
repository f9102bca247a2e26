import type { FileDialect } from '../dialect.js';
import { mapWord } from '../embeddedText.js';
import { makeWord, SimpleWord } from '../makeWord.js';
import { lastPathPart } from '../posix/executableName.js';
import { recogniseDialect } from '../recognise.js';
import type { Word } from '../word.js';
import { addArgumentList, addCombined } from './argumentList.js';
import type { HostReading } from './hostReading.js';
import { readJsonList } from './jsonList.js';
import { lineFrom, skipBlanks, startOf } from './lines.js';
import { anyRemoval, bareLineEnd, type Joining, type LogicalLine, readLogicalLine } from './logicalLine.js';

/** The words of an instruction in JSON form. */
interface Exec {
  readonly words: readonly Word[];
  readonly incomplete: boolean;
  readonly reserved: RegExp | undefined;
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
        if (command !== null) this.#readCommand(logical, source, start + command[0].length);
        return logical.next;
      }
      case 'CMD':
        this.#stage.cmd = this.#execOf(logical, source, start);
        if (this.#stage.cmd === null) this.#addShell(logical, start);
        return logical.next;
      case 'ENTRYPOINT':
        this.#stage.entrypoint = this.#execOf(logical, source, start) ?? 'shell';
        if (this.#stage.entrypoint === 'shell') this.#addShell(logical, start);
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
      this.#readCommand(logical, source, start);
      return next;
    }
    if (alone) {
      const firstLine = text.slice(body.start, lineFrom(text, body.start).end);
      // A shebang names the program that reads the lines.
      const dialect = firstLine.startsWith('#!') ? recogniseDialect({ firstLine }) : this.#stage.shell;
      if (dialect !== undefined) this.#host.addScript(body, dialect);
      return next;
    }
    const script = logical.text.slice(start, source.length);
    script.addVerbatim(text, logical.end, next);
    this.#host.addEmbedded(script, this.#stage.shell, reservedIn(logical));
    return next;
  }

  #readCommand(logical: LogicalLine, source: string, start: number): void {
    const exec = this.#execOf(logical, source, start);
    if (exec === null) this.#addShell(logical, start);
    else addArgumentList(this.#host, exec.words, 'json', exec);
  }

  #execOf(logical: LogicalLine, source: string, start: number): Exec | null {
    const list = readJsonList(source, start, source.length);
    if (list === null) return null;
    return {
      words: list.words.map((word) => mapWord(word, logical.text)),
      incomplete: list.incomplete,
      reserved: logical.interrupted ? anyRemoval : undefined,
    };
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

  /** CMD gives the arguments of ENTRYPOINT, or is the command where there is none. */
  #endStage(): void {
    const { cmd, entrypoint, image } = this.#stage;
    const host = this.#host;
    if (entrypoint === 'shell') return;
    if (entrypoint === null) {
      if (cmd !== null) addArgumentList(host, cmd.words, 'json', { ...cmd, image });
      return;
    }
    if (entrypoint.words.length > 0 && (cmd === null || cmd.words.length === 0)) {
      addArgumentList(host, [...entrypoint.words, givenLater(entrypoint.words)], 'json', entrypoint);
    } else if (cmd !== null && entrypoint.words.length === 0)
      addArgumentList(host, cmd.words, 'json', { ...cmd, image });
    else if (cmd !== null) {
      const incomplete = entrypoint.incomplete || cmd.incomplete;
      const reserved = entrypoint.reserved ?? cmd.reserved;
      addCombined(host, entrypoint.words, cmd.words, 'json', { incomplete, reserved });
    }
  }
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
