import type { Random } from '../seededRandom.js';

/** Names of folders for substitutions to work on: as servers list them, then odd ones. */
export const folderNames: readonly string[] = makeNames();

function makeNames(): readonly string[] {
  const bases = words`INBOX|Sent|Sent Items|Trash|[Gmail]/All Mail|[Gmail]/Sent Mail|Archive/2019/Q1|a_b`;
  const bits = words`Envoy&AOk-s|&AMk-l&AOk-ments|R&-D|v1.2|x y|AB|ab|aab|12|-|it's|B_c|a+b`;
  const names = new Set(['', ' ', ...bases, ...bits, ...words`a|b|aa|aaa|abab|Sent | Sent|sent|SENT|inbox`]);
  for (const base of bases) for (const bit of bits) names.add(`${base}${base.includes('/') ? '/' : '.'}${bit}`);
  for (const bit of bits.slice(0, 6)) for (const other of bits.slice(0, 6)) names.add(`${bit}${other}`);
  for (const odd of words`a"b|a\b|a\|$x|a@b|{a}|(a)|[a]|^a$|é|Envoyés|ÀB|Черновики|a#b|a, b|a~b|/|//|.|..|a//b|_|*%`)
    names.add(odd);
  for (const odd of ['a|b', 'a\n', 'a\nb', '\na', 'a\tb', 'a\rb', 'a\0b']) names.add(odd);
  return [...names].slice(0, 200);
}

function words(text: TemplateStringsArray): readonly string[] {
  return text.raw[0]!.split('|');
}

function apart(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

const atoms = apart(String.raw`a b A Sent INBOX . \. \/ \d \w \s \S \W \D \h [ab] [^a] [a-z]`);
const rareAtoms = [
  ' ',
  ...apart(String.raw`[A-Z0-9_] [[:alpha:]] [^[:upper:].] [\w.] []a] [^]a] [a\-z] [-a] [a-] \x41 \x{61} \t \101 \[ \] \^ \| & - _ 1
    \p{Lu} \pL \P{L} \N \R \v \V \H \e \cA # ' " ~ , ! = < > : ; % @ @. \@ \$ { } ] \{ \} \( \) \Qa.b\E \Ua\E \LAB\E \uab \Q \E $ ^
    \b \B \A \z \Z \K \1 \2 \g1 \g{-1} \k<n> (?i) (?s) (?x) (?-i) (?#c) \G \X \N{U+41} [z-a] [[:foo:]] [\d-x] \o{101} \0 é`),
];
const quantifiers = apart('* + ? * + ? *? +? ?? *+ ++ ?+ {2} {1,2} {2,} {0,1}? {1,2}+ {,2} **');
const opens = apart("( ( ( ( (?: (?: (?: (?= (?! (?<= (?<! (?> (?<n> (?'n' (?i: (?| (?-s: (?^:");
const delimiters = apart(`/ / / / , , , | # { { ( [ < ! ~ % : ; @ " ' = ? ^ - + . $`);
const closing: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']', '<': '>' };

const pieces = [
  ' ',
  ...apart(
    String.raw`x Out A/B _ $1 $2 \${1} \1 $& $+{n} \U$1 \L$1\E \u$1 \u\L$1 \l$& \Q$1\E \Q.\E`.replace('\\$', '$'),
  ),
];
const rarePieces = apart(
  String.raw`$10 ~{1}0 $1[0] $1{a} ~{1}[0] $~~ $' \t \x41 \. \/ \$ \@ @ a@b $ \E \U \L \u \l \U\L \L\u \U\l \Q\U \F$1 $foo \0 \12 \e [ ] { } (
    ) | - & $1-> \N{U+41} é \\ ' " #`
    .replaceAll('~~', '`')
    .replaceAll('~{', '$' + '{'),
);
const members = [' ', ...apart(String.raw`a b A . _ - a-z A-Z 0-9 \/ \\ \- * % # \t \x41 b-a z ' " a-c-e é $ @`)];
const listFlags = ['', '', ...apart('d s c cd r g')];
const flags = ['', '', '', ...apart('g g gi i x xg s m mg n r a aa xx q')];
const tails = [' ', ' ;', ' # note', '; s/a/b/', ' x', ' s/a/b/', ...apart('; , / ) } "')];

interface Chooser {
  below(limit: number): number;
  pick(from: readonly string[]): string;
  chance(share: number): boolean;
}

function chooser(random: Random): Chooser {
  const below = (limit: number): number => Math.floor(random() * limit);
  return { below, pick: (from) => from[below(from.length)]!, chance: (share) => random() < share };
}

/** Regular expressions of every kind, most of which Perl accepts; none holds code that does anything. */
export function createPatterns(random: Random): () => string {
  const { below, pick, chance } = chooser(random);
  const pattern = (depth: number): string => {
    const count = chance(0.05) ? 0 : 1 + below(depth === 0 ? 5 : 3);
    let text = '';
    for (let index = 0; index < count; index++) {
      const atom = depth < 3 && chance(0.25) ? group(depth) : chance(0.75) ? pick(atoms) : pick(rareAtoms);
      text += atom + (chance(0.25) ? pick(quantifiers) : '');
    }
    return chance(0.14) ? `${text}|${pattern(depth + 1)}` : text;
  };
  const group = (depth: number): string => `${pick(opens)}${pattern(depth + 1)})`;
  return () => pattern(0);
}

/** Substitutions of every kind, most of which Perl accepts; none holds code that does anything. */
export function createSubstitutions(random: Random): () => string {
  const { below, pick, chance } = chooser(random);
  const pattern = createPatterns(random);
  const some = (make: () => string): string => Array.from({ length: below(4) }, make).join('');
  const replacement = (): string => some(() => (chance(0.75) ? pick(pieces) : pick(rarePieces)));
  const list = (): string => some(() => pick(members));

  return () => {
    const name = pick(['s', 's', 's', 's', 's', 's', 's', 'tr', 'y', 'm', '']);
    const isList = name === 'tr' || name === 'y';
    const open = name === '' ? '/' : pick(delimiters);
    const guard = (text: string): string => (chance(0.7) && open !== "'" ? escaped(text, open) : text);
    const blank = (share: number): string => (chance(share) ? ' ' : '');
    let text = blank(0.03) + name + blank(0.02) + open + guard(isList ? list() : pattern()) + (closing[open] ?? open);
    if (name !== 'm' && name !== '') {
      const second = closing[open] === undefined ? open : chance(0.8) ? open : pick(delimiters);
      if (closing[open] !== undefined) text += blank(0.15) + second;
      text += guard(isList ? list() : replacement()) + (closing[second] ?? second);
    }
    return text + pick(isList ? listFlags : flags) + (chance(0.06) ? pick(tails) : '');
  };
}

function escaped(text: string, open: string): string {
  const close = closing[open] ?? open;
  return text.replaceAll(/\\?./gs, (sign) => (sign === open || sign === close ? `\\${sign}` : sign));
}
