import type { FileDialect } from '../dialect.js';
import { addCodeBlock, type CodeLine } from './codeBlock.js';
import type { HostReading } from './hostReading.js';
import { type Line, linesOf } from './lines.js';
import {
  type Container,
  continueContainers,
  indentOf,
  openContainers,
  type Place,
  skipColumns,
} from './markdownContainers.js';

/** What the first word of an info string says about a block; undefined for a language that holds no command lines. */
const languages = new Map<string, FileDialect | 'console'>([
  ...['sh', 'bash', 'shell', 'zsh', 'ksh', 'shellscript'].map((name): [string, FileDialect] => [name, 'posix']),
  ...['console', 'shell-session', 'sh-session', 'shellsession', 'terminal'].map((name): [string, 'console'] => [
    name,
    'console',
  ]),
  ...['bat', 'batch', 'cmd', 'dos'].map((name): [string, FileDialect] => [name, 'cmd']),
  ...['powershell', 'ps1', 'pwsh', 'posh'].map((name): [string, FileDialect] => [name, 'powershell']),
  ['imapsync', 'profile'],
  ...['dockerfile', 'docker', 'containerfile'].map((name): [string, FileDialect] => [name, 'dockerfile']),
  ...['yaml', 'yml'].map((name): [string, FileDialect] => [name, 'yaml']),
  ...['makefile', 'make', 'mk'].map((name): [string, FileDialect] => [name, 'makefile']),
  ...['crontab', 'cron'].map((name): [string, FileDialect] => [name, 'crontab']),
  ...['systemd', 'ini', 'service'].map((name): [string, FileDialect] => [name, 'systemd']),
]);

interface Fence {
  /** The sign, three times or more; a closing fence is at least as long. */
  readonly sign: string;
  readonly length: number;
  readonly indent: number;
  /** How many containers it stands in. */
  readonly depth: number;
  /** Null for a language without command lines. */
  readonly language: FileDialect | 'console' | 'unknown' | null;
  readonly lines: CodeLine[];
}

/** Reads a Markdown file: fenced and indented code blocks (CommonMark 0.31, chapters 4.4 and 4.5), directives in comments. */
export function readMarkdown(host: HostReading): void {
  const reader = new MarkdownReader(host);
  for (const line of linesOf(host.text)) reader.readLine(line);
  reader.finish();
}

class MarkdownReader {
  readonly #host: HostReading;
  #containers: readonly Container[] = [];
  #fence: Fence | null = null;
  /** The lines of an indented code block, with the blank ones between them. */
  #indented: CodeLine[] = [];
  #inParagraph = false;
  #inHtmlComment = false;

  constructor(host: HostReading) {
    this.#host = host;
  }

  readLine(line: Line): void {
    const { text } = this.#host;
    const { matched, place } = continueContainers(text, line, this.#containers);
    if (this.#fence !== null) {
      if (matched >= this.#fence.depth) {
        this.#readInFence(this.#fence, place, line);
        return;
      }
      this.#closeFence();
    }
    if (this.#inHtmlComment) {
      this.#inHtmlComment = !text.slice(line.start, line.end).includes('-->');
      return;
    }
    const opened = openContainers(text, line, place, this.#inParagraph && matched === this.#containers.length);
    const content = opened.place;
    const indent = indentOf(text, content, line.end);
    const blank = indent.offset >= line.end;
    // A paragraph goes on without the signs of its containers.
    const lazy = this.#inParagraph && matched < this.#containers.length && opened.containers.length === 0;
    if (!lazy || blank) this.#containers = [...this.#containers.slice(0, matched), ...opened.containers];
    if (opened.containers.length > 0 || matched < this.#containers.length) this.#closeIndented();
    this.#readBlock(line, content, indent, blank, lazy || this.#inParagraph);
  }

  finish(): void {
    this.#closeFence();
    this.#closeIndented();
  }

  #readBlock(
    line: Line,
    content: Place,
    indent: { readonly width: number; readonly offset: number },
    blank: boolean,
    inParagraph: boolean,
  ): void {
    const { text } = this.#host;
    if (blank) {
      this.#inParagraph = false;
      if (this.#indented.length > 0) this.#indented.push({ start: line.end, end: line.end, next: line.next });
      return;
    }
    if (indent.width >= 4 && !(inParagraph && this.#indented.length === 0)) {
      const start = skipColumns(text, content, line.end, 4);
      this.#indented.push({ start, end: line.end, next: line.next });
      return;
    }
    this.#closeIndented();
    const rest = text.slice(indent.offset, line.end);
    const fence = indent.width < 4 ? /^(`{3,}|~{3,})[ \t]*(.*)$/.exec(rest) : null;
    if (fence !== null && !(fence[1]![0] === '`' && fence[2]!.includes('`'))) {
      this.#inParagraph = false;
      this.#fence = {
        sign: fence[1]![0]!,
        length: fence[1]!.length,
        indent: indent.width,
        depth: this.#containers.length,
        language: languageOf(fence[2]!),
        lines: [],
      };
      return;
    }
    if (rest.startsWith('<!--')) {
      const closing = rest.indexOf('-->', 4);
      this.#inHtmlComment = closing < 0;
      if (closing >= 0) {
        const end = indent.offset + closing + 3;
        const alone = rest.slice(closing + 3).trim() === '';
        this.#host.addComment(indent.offset, end, 4, alone);
      }
      this.#inParagraph = false;
      return;
    }
    this.#inParagraph = !/^(?:#{1,6}(?:[ \t]|$)|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|=+[ \t]*$)/.test(
      rest,
    );
  }

  #readInFence(fence: Fence, place: Place, line: Line): void {
    const { text } = this.#host;
    const indent = indentOf(text, place, line.end);
    if (indent.width < 4 && isClosing(text.slice(indent.offset, line.end), fence)) {
      this.#closeFence();
      return;
    }
    if (fence.language === null) return;
    const start =
      indent.width === 0 ? place.offset : skipColumns(text, place, line.end, Math.min(indent.width, fence.indent));
    fence.lines.push({ start, end: line.end, next: line.next });
  }

  #closeFence(): void {
    const fence = this.#fence;
    this.#fence = null;
    if (fence !== null && fence.language !== null) addCodeBlock(this.#host, fence.lines, fence.language);
  }

  #closeIndented(): void {
    if (this.#indented.length === 0) return;
    addCodeBlock(this.#host, this.#indented, 'unknown');
    this.#indented = [];
  }
}

function isClosing(rest: string, { sign, length }: Fence): boolean {
  const trimmed = rest.trimEnd();
  return trimmed.length >= length && trimmed === sign.repeat(trimmed.length);
}

/** `bash title="x"`, `{.bash}`, `sh,linenos`, `Dockerfile` */
function languageOf(info: string): Fence['language'] {
  const name = /^[{.\s]*([^\s,;:{}]*)/.exec(info)![1]!.toLowerCase();
  return name === '' ? 'unknown' : (languages.get(name) ?? null);
}
