import type { Analysis } from '../analysis.js';
import { rules } from '../rules/index.generated.js';
import type { TextRange } from '../text/range.js';
import { accountFiles } from './accountFiles.js';

/** A stretch of text that leads somewhere. */
export type FileLink =
  | {
      readonly kind: 'passfile' | 'accounts';
      readonly range: TextRange;
      /** As written: absolute, or relative to the folder in which imapsync is started. */
      readonly path: string;
      /** Written for Windows, where a backslash divides folders. */
      readonly windows: boolean;
    }
  | { readonly kind: 'faq'; readonly range: TextRange; readonly page: string }
  | { readonly kind: 'rule'; readonly range: TextRange; readonly rule: string };

const fileOptions = ['passfile1', 'passfile2'];

/**
 * Password files and files of accounts whose names are known, pages of imapsync's FAQ that comments name, and the rules
 * named in directives.
 */
export function documentLinks(analysis: Analysis): readonly FileLink[] {
  const { source, directives, invocations } = analysis;
  const links: FileLink[] = [];
  for (const invocation of invocations) {
    const windows = invocation.dialect === 'cmd' || invocation.dialect === 'powershell';
    for (const use of fileOptions.flatMap((name) => invocation.all(name))) {
      if (use.value === null || use.value === '' || use.valueRange === null) continue;
      links.push({ kind: 'passfile', range: use.valueRange, path: use.value, windows });
    }
  }
  const windows = source.dialect === 'cmd' || source.dialect === 'powershell';
  for (const { range, path } of accountFiles(source)) links.push({ kind: 'accounts', range, path, windows });
  for (const { range } of source.comments) {
    const comment = source.text.slice(range.start, range.end);
    if (!comment.includes('FAQ.')) continue;
    for (const match of comment.matchAll(faqPage)) {
      const start = range.start + match.index;
      links.push({ kind: 'faq', range: { start, end: start + match[0].length }, page: match[0] });
    }
  }
  for (const directive of directives) {
    for (const { name, range } of ('rules' in directive ? directive.rules : null) ?? []) {
      if (rules.some(({ id }) => id === name)) links.push({ kind: 'rule', range, rule: name });
    }
  }
  links.sort((a, b) => a.range.start - b.range.start);
  // What a variable holds can get onto many command lines.
  return links.filter(({ range }, index) => index === 0 || links[index - 1]!.range.start !== range.start);
}

/** `FAQ.Gmail.txt`, a page of the folder FAQ.d on imapsync's site; an address in full is a link by itself. */
const faqPage = /(?<![\w./-])FAQ\.[A-Z]\w*(?:\.\w+)*\.txt\b/g;
