import type { OptionFact } from '../../catalogue/optionFact.js';
import { prose } from '../markdown.js';
import { type Signature, signatureOf } from './signature.js';

const closing: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']', '<': '>' };

/** What each operator is applied to. */
const subjects: Readonly<Record<string, string>> = {
  delete2foldersbutnot: 'the folder name',
  delete2foldersonly: 'the folder name',
  regexflag: 'the flags of a message',
  regexmess: 'the message',
  regextrans2: 'the folder name',
  skipmess: 'the message',
};

const flags =
  'Letters: `i` letter case does not count, `g` every place instead of the first, `x` blanks in the pattern do not count.';

/** The form of a Perl operator, after what is typed of it: `s/PATTERN/REPLACEMENT/FLAGS`, `tr/…/…/`, `m/PATTERN/FLAGS`. */
export function operatorSignature(fact: OptionFact, typed: string): Signature {
  const head = /^\s*(s|tr|y|m)(?=[^\w\s]|\s*$)|^\s*(?=\/)/.exec(typed);
  const matches = fact.name === 'skipmess' || fact.name.startsWith('delete2folders');
  const operator = head?.[1] ?? (head === null || typed.trim() === '' ? (matches ? 'm' : 's') : '');
  const sections = operator === 's' || operator === 'tr' || operator === 'y' ? 2 : 1;
  const open = head === null ? '' : (typed[head[0].length] ?? '');
  const delimiter = open === '' ? '/' : open;
  const close = closing[delimiter] ?? delimiter;
  const active = head === null ? 0 : sectionAt(typed.slice(head[0].length), sections);
  const [first, second] =
    operator === 'tr' || operator === 'y'
      ? (['SEARCHLIST', 'REPLACEMENTLIST'] as const)
      : (['PATTERN', 'REPLACEMENT'] as const);
  const about = subjects[fact.name] ?? 'the text';
  return signatureOf(
    prose(fact.summary),
    [
      `--${fact.name} ${operator}${delimiter}`,
      [
        first,
        operator === 'tr' || operator === 'y'
          ? 'The characters to replace.'
          : `A Perl regular expression; it matches anywhere in ${about}, unless \`^\` and \`$\` tie it.`,
      ],
      close,
      ...(sections === 1
        ? []
        : ([
            close === delimiter ? '' : delimiter,
            [
              second,
              operator === 's'
                ? 'What takes the place of the match: `$1` is the first group in parentheses.'
                : 'The characters that replace them, one for one.',
            ],
            close,
          ] as const)),
      [
        'FLAGS',
        operator === 'tr' || operator === 'y'
          ? 'Letters: `d` deletes characters without a replacement, `s` takes runs for one.'
          : flags,
      ],
    ],
    active,
  );
}

/** Which section the end of a text stands in, that begins with the first delimiter: 0 for the first, `sections` for the flags. */
function sectionAt(text: string, sections: number): number {
  const open = text[0];
  if (open === undefined) return 0;
  const close = closing[open] ?? open;
  let section = 0;
  let depth = 1;
  for (let index = 1; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '\\') index += 1;
    else if (depth === 0) depth = sign === open ? 1 : 0;
    else if (sign === close) {
      depth -= 1;
      if (depth > 0) continue;
      section += 1;
      if (section >= sections) return sections;
      if (close === open) depth = 1;
    } else if (sign === open) depth += 1;
  }
  return section;
}
