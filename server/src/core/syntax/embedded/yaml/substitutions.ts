import { EmbeddedText } from '../../embeddedText.js';

/** What a program that reads the YAML puts in before the command runs. */
export type Substitution = 'compose' | 'kubernetes' | 'workflow';

const template = '\\$?\\{\\{[^{}]*\\}\\}';

/** A doubled sign stands for itself; everything else that matches is known to that program only. */
const patterns: Readonly<Record<Substitution, RegExp>> = {
  // Compose file reference, "Interpolation".
  compose: new RegExp(`\\$\\$|\\$\\{[^{}]*\\}|\\$[A-Za-z_]\\w*|${template}`, 'g'),
  // Kubernetes documentation, "Define dependent environment variables".
  kubernetes: new RegExp(`\\$\\$(?=\\()|\\$\\([A-Za-z_][\\w.-]*\\)|${template}`, 'g'),
  // GitHub documentation, "Expressions".
  workflow: new RegExp(template, 'g'),
};

/** The text of a scalar with what is put in marked as unknown. */
export function substitute(string: EmbeddedText, kind: Substitution): EmbeddedText {
  const { text } = string;
  if (!text.includes('$') && !text.includes('{{')) return string;
  const result = new EmbeddedText();
  let run = 0;
  for (const match of text.matchAll(patterns[kind])) {
    const end = match.index + match[0].length;
    const range = string.sourceRange({ start: match.index, end });
    result.addPart(string, run, match.index);
    if (match[0] === '$$') result.addEscape('$', range);
    else result.addDynamic({ kind: 'dynamic', what: 'variable', range, quoted: true, open: false });
    run = end;
  }
  if (run === 0) return string;
  result.addPart(string, run, text.length);
  return result;
}
