import type { Operator, Section } from './operator.js';
import { invalid, unknown } from './problem.js';
import { readEscape } from './stringEscape.js';

/** The change that `tr///` makes to the bytes of a name (perlop). */
export function compileTransliteration({ pattern, replacement, flags }: Operator): (bytes: string) => string {
  const isComplement = flags.includes('c');
  const deletes = flags.includes('d');
  const squeezes = flags.includes('s');
  const listed = readList(pattern);
  const search = isComplement ? otherBytes(listed) : [...listed];
  let targets = readList(replacement!);
  if (targets.length === 0 && !deletes) targets = search.join('');
  const map = new Array<number>(256).fill(unchanged);
  search.forEach((character, index) => {
    const code = character.charCodeAt(0);
    if (map[code] !== unchanged) return;
    if (index < targets.length) map[code] = targets.charCodeAt(index);
    else map[code] = deletes ? deleted : targets.charCodeAt(targets.length - 1);
  });
  if (flags.includes('r')) return (bytes) => bytes;
  return (bytes) => {
    let result = '';
    let last = unchanged;
    for (let at = 0; at < bytes.length; at++) {
      const code = bytes.charCodeAt(at);
      const target = map[code]!;
      if (target === deleted) continue;
      if (target === unchanged) result += bytes[at]!;
      else if (!squeezes || target !== last) result += String.fromCharCode(target);
      last = target;
    }
    return result;
  };
}

const unchanged = -1;
const deleted = -2;

function otherBytes(listed: string): string[] {
  const others: string[] = [];
  for (let code = 0; code < 256; code++) {
    const character = String.fromCharCode(code);
    if (!listed.includes(character)) others.push(character);
  }
  return others;
}

/** The characters of a list, ranges spelled out. */
function readList({ text, offsets, open }: Section): string {
  const placeOf = (at: number): number => offsets[Math.min(at, offsets.length - 1)]!;
  if (open === "'") {
    if (/[-\\]/.test(text))
      throw unknown('has ranges or escapes between single quotes', placeOf(0), placeOf(text.length));
    return text;
  }
  const read = (at: number): { text: string; end: number } =>
    text[at] === '\\' && at + 1 < text.length ? readEscape(text, at, placeOf) : { text: text[at]!, end: at + 1 };
  let list = '';
  let at = 0;
  while (at < text.length) {
    const first = read(at);
    if (text[first.end] !== '-' || first.end + 1 >= text.length) {
      list += first.text;
      at = first.end;
      continue;
    }
    const last = read(first.end + 1);
    const [from, to] = [first.text.charCodeAt(0), last.text.charCodeAt(0)];
    if (to < from) throw invalid('a range of characters runs backwards', placeOf(at), placeOf(last.end));
    for (let code = from; code <= to; code++) list += String.fromCharCode(code);
    if (text[last.end] === '-' && last.end + 1 < text.length) {
      throw invalid('one range of characters follows another', placeOf(last.end));
    }
    at = last.end;
  }
  return list;
}
