import type { Analysis } from '../analysis.js';
import { rules } from '../rules/index.generated.js';
import type { TextRange } from '../text/range.js';

/** A stretch of text that leads somewhere. */
export type FileLink =
  | {
      readonly kind: 'file';
      readonly range: TextRange;
      /** As written: absolute, or relative to the folder in which imapsync is started. */
      readonly path: string;
    }
  | { readonly kind: 'rule'; readonly range: TextRange; readonly rule: string };

const fileOptions = ['passfile1', 'passfile2'];

/** Password files whose names are known, and the rules named in directives. */
export function documentLinks(analysis: Analysis): readonly FileLink[] {
  const links: FileLink[] = [];
  for (const invocation of analysis.invocations) {
    for (const use of fileOptions.flatMap((name) => invocation.all(name))) {
      if (use.value === null || use.value === '' || use.valueRange === null) continue;
      links.push({ kind: 'file', range: use.valueRange, path: use.value });
    }
  }
  for (const directive of analysis.directives) {
    for (const { name, range } of ('rules' in directive ? directive.rules : null) ?? []) {
      if (rules.some(({ id }) => id === name)) links.push({ kind: 'rule', range, rule: name });
    }
  }
  return links.sort((a, b) => a.range.start - b.range.start);
}
