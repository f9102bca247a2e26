import type { TextRange } from '../../../text/range.js';

export type YamlStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly style: YamlStyle;
  /** Quotes, or the header of a block scalar, included; no line end at its end. */
  readonly range: TextRange;
  /** The quote is not closed on its line, nor anywhere behind it. */
  readonly incomplete: boolean;
  /** Of a block scalar: where its lines are, how many blanks they begin with, and what becomes of the last line end. */
  readonly block?: { readonly body: TextRange; readonly indent: number; readonly chomping: '-' | '+' | '' };
}

export interface YamlList {
  readonly kind: 'list';
  readonly range: TextRange;
  readonly items: readonly (YamlNode | null)[];
  /** The closing bracket is missing. */
  readonly incomplete: boolean;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode | null;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly range: TextRange;
  readonly entries: readonly YamlEntry[];
}

/** `*name`: what stands elsewhere. */
export interface YamlAlias {
  readonly kind: 'alias';
  readonly range: TextRange;
}

export type YamlNode = YamlScalar | YamlList | YamlMap | YamlAlias;
