import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './nodes.js';
import { YamlScanner } from './scanner.js';

/** Nodes nested deeper than anybody writes are not read, so that no text can exhaust the stack. */
const deepest = 100;

/**
 * The top nodes of a YAML stream, one or more for each document (YAML 1.2.2). Tolerant: a line that fits nowhere, such as a
 * template's, is passed over. `comment` is told of every comment. Explicit keys (`? `) are not read.
 */
export function parseYaml(text: string, comment: (start: number, end: number) => void): readonly YamlNode[] {
  const parser = new Parser(new YamlScanner(text, comment));
  return parser.readStream();
}

class Parser {
  readonly #scanner: YamlScanner;
  #depth = 0;

  constructor(scanner: YamlScanner) {
    this.#scanner = scanner;
  }

  readStream(): readonly YamlNode[] {
    const scanner = this.#scanner;
    const nodes: YamlNode[] = [];
    for (;;) {
      scanner.skipToContent();
      if (scanner.isEnd) return nodes;
      if (scanner.atMarker) {
        scanner.position += 3;
        continue;
      }
      const before = scanner.position;
      const node = this.#readNode(-1, true);
      if (node !== null) nodes.push(node);
      if (scanner.position === before) scanner.skipLine();
    }
  }

  /** Reads the node at the position, whose parent stands in column `parent`. A map begins only where `mayBeMap`. */
  #readNode(parent: number, mayBeMap: boolean): YamlNode | null {
    if (this.#depth >= deepest) {
      this.#scanner.skipLine();
      return null;
    }
    this.#depth++;
    const node = this.#readAnyNode(parent, mayBeMap);
    this.#depth--;
    return node;
  }

  #readAnyNode(parent: number, mayBeMap: boolean): YamlNode | null {
    const scanner = this.#scanner;
    const first = scanner.position;
    const line = scanner.lineStart;
    scanner.skipProperties();
    // An anchor in front of a key belongs to the key, and the map begins with it.
    const column = (scanner.lineStart === line ? first : scanner.position) - scanner.lineStart;
    if (scanner.position > first && scanner.atLineEnd) {
      scanner.skipToContent();
      return this.#readIndented(parent, parent);
    }
    if (mayBeMap && scanner.atDash) return this.#readBlockList(scanner.column);
    if (scanner.atBlockScalar) return scanner.readBlockScalar(parent);
    if (mayBeMap && scanner.atKey()) return this.#readBlockMap(column);
    const character = scanner.character;
    if (character === '[' || character === '{') return this.#readFlow(parent);
    if (character === '*') return scanner.readAlias();
    return scanner.readScalar(parent, false);
  }

  /** The node on the lines below, if they are indented; a list may stand in the column of its key. */
  #readIndented(parent: number, listColumn: number): YamlNode | null {
    const scanner = this.#scanner;
    if (scanner.isEnd || scanner.atMarker) return null;
    if (scanner.column > parent || (scanner.column === listColumn && scanner.atDash))
      return this.#readNode(parent, true);
    return null;
  }

  #readBlockMap(column: number): YamlMap {
    const scanner = this.#scanner;
    const { position: start } = scanner;
    const entries: YamlEntry[] = [];
    let end = start;
    for (;;) {
      const key = scanner.readKey();
      let value: YamlNode | null = null;
      scanner.skipBlanks();
      if (scanner.atLineEnd) {
        scanner.skipToContent();
        value = this.#readIndented(column, column);
      } else value = this.#readNode(column, false);
      entries.push({ key, value });
      end = Math.max(key.range.end, value?.range.end ?? 0);
      const next = this.#nextIn(column, () => {
        scanner.skipProperties();
        return scanner.atKey();
      });
      if (!next) break;
    }
    return { kind: 'map', range: { start, end }, entries };
  }

  #readBlockList(column: number): YamlList {
    const scanner = this.#scanner;
    const { position: start } = scanner;
    const items: (YamlNode | null)[] = [];
    let end = start + 1;
    for (;;) {
      scanner.position++;
      scanner.skipBlanks();
      let value: YamlNode | null = null;
      if (scanner.atLineEnd) {
        scanner.skipToContent();
        value = this.#readIndented(column, -1);
      } else value = this.#readNode(column, true);
      items.push(value);
      if (value !== null) end = value.range.end;
      if (!this.#nextIn(column, () => scanner.atDash)) break;
    }
    return { kind: 'list', range: { start, end }, items, incomplete: false };
  }

  /** Moves to the next member of the collection in `column`; lines that fit nowhere are passed over. */
  #nextIn(column: number, fits: () => boolean): boolean {
    const scanner = this.#scanner;
    for (;;) {
      scanner.skipToContent();
      if (scanner.isEnd || scanner.atMarker || scanner.column < column) return false;
      if (scanner.column === column) {
        if (fits()) return true;
        // Another kind of collection begins here: a list behind a map ends it.
        if (scanner.atDash) return false;
      }
      scanner.skipLine();
    }
  }

  /** `[a, b]`, `{a: b}`; lines of it are indented more than the parent, but for the closing bracket. */
  #readFlow(parent: number): YamlNode | null {
    if (this.#depth >= deepest) {
      this.#scanner.skipLine();
      return null;
    }
    this.#depth++;
    const node = this.#readFlowCollection(parent);
    this.#depth--;
    return node;
  }

  #readFlowCollection(parent: number): YamlList | YamlMap {
    const scanner = this.#scanner;
    const { position: start } = scanner;
    const isList = scanner.character === '[';
    const closing = isList ? ']' : '}';
    const items: (YamlNode | null)[] = [];
    const entries: YamlEntry[] = [];
    scanner.position++;
    let end = scanner.position;
    let incomplete = true;
    while (scanner.skipInFlow(parent)) {
      const { character } = scanner;
      if (character === closing) {
        end = ++scanner.position;
        incomplete = false;
        break;
      }
      if (character === ']' || character === '}') {
        scanner.position++;
        continue;
      }
      if (character === ',') {
        scanner.position++;
        continue;
      }
      scanner.skipProperties();
      const node = this.#readFlowNode(parent);
      if (node === null) break;
      end = node.range.end;
      if (!scanner.skipInFlow(parent)) {
        if (isList) items.push(node);
        break;
      }
      if (scanner.character === ':') {
        scanner.position++;
        const value = this.#readFlowValue(parent);
        if (node.kind === 'scalar') entries.push({ key: node, value });
        if (isList) items.push(null);
        end = Math.max(end, value?.range.end ?? 0);
      } else items.push(node);
    }
    const range = { start, end };
    return isList ? { kind: 'list', range, items, incomplete } : { kind: 'map', range, entries };
  }

  #readFlowValue(parent: number): YamlNode | null {
    const scanner = this.#scanner;
    if (!scanner.skipInFlow(parent) || ',]}'.includes(scanner.character)) return null;
    scanner.skipProperties();
    return this.#readFlowNode(parent);
  }

  #readFlowNode(parent: number): YamlNode | null {
    const scanner = this.#scanner;
    const { character } = scanner;
    if (character === '[' || character === '{') return this.#readFlow(parent);
    if (character === '*') return scanner.readAlias();
    const scalar: YamlScalar = scanner.readScalar(parent, true);
    if (scalar.range.end > scalar.range.start) return scalar;
    return null;
  }
}
