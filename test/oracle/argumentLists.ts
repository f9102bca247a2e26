import type { OptionFact } from '../../server/src/core/catalogue/optionFact.js';
import { optionFacts } from '../../server/src/core/catalogue/options.js';

const numbers = [
  '0',
  '1',
  '993',
  '-5',
  '+7',
  '007',
  '-0',
  '45_000_000',
  '_5',
  '5_',
  '_',
  '+_1',
  '--1',
  '10M',
  '1e3',
  '5.5',
  '.5',
  '5.',
  '.',
  '-.5',
  '1.5e-3',
  '1e+5',
  '2E1_0',
  '5x3',
  '1,5',
  '1e5e5',
  '0x10',
  '0b1',
  '99999999999999999999',
  '18446744073709551615',
  '18446744073709551616',
  '-9223372036854775809',
  '123456789012345678901234567890',
  '1'.repeat(320),
  ' 5',
  '5 ',
  '5\n',
  '5\n\n',
  '5\n3',
  '٣',
  '5é3',
  '1\u00a05',
  '4_2.5_0',
  '1e',
  'e5',
  '+',
  '5e3.2',
  '۵',
]; // prettier-ignore
const texts = [
  '',
  '0',
  '00',
  '0.0',
  ' ',
  'x',
  'a b',
  '-',
  '--',
  '-x',
  '+x',
  '=',
  '=x',
  'k=',
  'k=v',
  'k=v=w',
  '=v',
  'INBOX',
  's/a/b/',
  '[Gmail]/Sent Mail',
  'ünï',
  '€',
  '\n',
  'a\nb',
  '--host2',
  '-user1',
  'no',
  '2',
  '25',
  '-delete',
  'x-delete',
  '-DELETE',
  '--delete',
  'K',
  'ſ',
  '\u2013dry',
]; // prettier-ignore

/** Generates argument lists over the given options: right ones, damaged ones, junk. */
export function createArgumentLists(random: () => number, facts: readonly OptionFact[] = optionFacts): () => string[] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const chance = (probability: number): boolean => random() < probability;

  const nameOf = (fact: OptionFact): string => {
    let name = pick([fact.name, fact.name, ...fact.aliases]);
    if (chance(fact.negatable ? 0.3 : 0.05)) name = pick(['no', 'no-', 'NO', 'No-', 'no_']) + name;
    return name;
  };
  const mutateName = (name: string): string => {
    const at = Math.floor(random() * (name.length + 1));
    switch (Math.floor(random() * 14)) {
      case 0:
      case 1:
      case 2:
        return name.slice(0, at);
      case 3:
        return name.toUpperCase();
      case 4:
        return [...name].map((letter) => (chance(0.5) ? letter.toUpperCase() : letter)).join('');
      case 5:
        return (
          name.slice(0, at) +
          pick(['-', '_', '=', 'x', '1', '2', ' ', '.', 'é', 'K', 'ſ', '\n', '[', '*']) +
          name.slice(at)
        );
      case 6:
        return name.slice(0, at) + name.slice(at + 1);
      case 7:
        return name.slice(0, -1);
      case 8:
        return name.slice(0, Math.max(1, name.length - 2)).toUpperCase();
      default:
        return name;
    }
  };
  const valueFor = (fact: OptionFact): string => {
    if (fact.value === 'integer' || fact.value === 'number') return chance(0.9) ? pick(numbers) : pick(texts);
    if (fact.value === 'key=value') return chance(0.7) ? `${pick(texts)}=${pick(texts)}` : pick(texts);
    return chance(0.8) ? pick(texts) : pick(numbers);
  };
  const starter = (): string => pick(['--', '--', '--', '--', '-', '-', '+', '---', '+-', '']);

  const add = (list: string[]): void => {
    if (chance(0.12)) {
      list.push(chance(0.7) ? pick(texts) : pick(numbers));
      return;
    }
    const fact = pick(facts);
    const word = (chance(0.9) ? starter() : '--') + mutateName(nameOf(fact));
    const takesValue = fact.value !== 'none';
    if (chance(takesValue ? 0.35 : 0.06)) {
      list.push(`${word}=${chance(0.1) ? '' : valueFor(fact)}`);
      return;
    }
    list.push(word);
    if (takesValue ? chance(0.92) : chance(0.05)) list.push(valueFor(fact));
  };

  return () => {
    const list: string[] = [];
    const length = Math.floor(random() * random() * 9);
    for (let i = 0; i < length; i++) add(list);
    if (chance(0.03)) list.splice(Math.floor(random() * (list.length + 1)), 0, '--');
    if (chance(0.02))
      list.splice(
        Math.floor(random() * (list.length + 1)),
        0,
        pick(['--delete', '-delete', '--DELETE']),
        pick(['2', '2x', '']),
      );
    // No argument of a process can hold a NUL.
    return list.map((argument) => argument.replaceAll('\0', ''));
  };
}
