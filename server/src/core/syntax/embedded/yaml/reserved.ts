import type { YamlScalar } from './nodes.js';

/** In a literal block scalar a new line needs the indentation of the others. */
export function literalReserved({ block }: YamlScalar): RegExp {
  return new RegExp(`\\n(?! {${block?.indent ?? 0}})|\\{\\{`);
}

const inOneLine = /[^\w .=@/%+,-]/;
/** Where YAML joins lines, one that a change leaves empty would become a line end. */
const overLines = /^\s*$|[^\w .=@/%+,-]/;

/** What no edit may bring into a plain or quoted scalar, or into a folded one. */
export function scalarReserved(folded: boolean): RegExp {
  return folded ? overLines : inOneLine;
}
