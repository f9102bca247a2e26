/** Whether a path with slashes is meant. */
export type PathTest = (path: string) => boolean;

type Sign = '*' | ((character: string) => boolean);

/** Braces give no more patterns than this; what is left of them is taken as it is written. */
const mostAlternatives = 64;

/**
 * Reads a pattern of paths: `*` and `?` stay within a folder, `**` goes through any number of them, `[a-z]`, `[!a-z]` and
 * `{one,two}` choose. A pattern without a slash is meant in every folder, one that ends in a slash means what is in a folder. It takes time in proportion to pattern times path.
 */
export function readGlob(pattern: string): PathTest {
  const tests = alternatives(pattern.replace(/^\.\//, '')).map(readPattern);
  return (path) => tests.some((test) => test(path));
}

function readPattern(pattern: string): PathTest {
  const rooted = pattern.replace(/^\//, '').replace(/\/(?:\*\*)?$/, '/**/*');
  const anywhere = !pattern.includes('/');
  const segments = [...(anywhere ? ['**'] : []), ...rooted.split('/')].map((segment) =>
    segment === '**' ? ('*' as const) : readSegment(segment),
  );
  return (path) => matches(path.split('/'), segments);
}

function readSegment(segment: string): (name: string) => boolean {
  const signs: Sign[] = [];
  const characters = [...segment];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index]!;
    if (character === '*') {
      if (signs.at(-1) !== '*') signs.push('*');
    } else if (character === '?') signs.push(() => true);
    else if (character === '[') {
      const end = characters.indexOf(']', index + 2);
      if (end < 0) signs.push((other) => other === '[');
      else {
        signs.push(readSet(characters.slice(index + 1, end)));
        index = end;
      }
    } else signs.push((other) => other === character);
  }
  return (name) => matches([...name], signs);
}

function readSet(members: readonly string[]): (character: string) => boolean {
  const negated = members[0] === '!' || members[0] === '^';
  const ranges: (readonly [string, string])[] = [];
  for (let index = negated ? 1 : 0; index < members.length; index++) {
    const first = members[index]!;
    const isRange = members[index + 1] === '-' && index + 2 < members.length;
    ranges.push([first, isRange ? members[index + 2]! : first]);
    if (isRange) index += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== negated;
}

/** Whether all items are taken by the tests in turn; a `*` takes any number. Only the last star ever has to take more. */
function matches<T>(items: readonly T[], tests: readonly ('*' | ((item: T) => boolean))[]): boolean {
  let item = 0;
  let test = 0;
  let star = -1;
  let taken = 0;
  while (item < items.length) {
    const current = tests[test];
    if (current === '*') {
      star = test++;
      taken = item;
    } else if (current?.(items[item]!) === true) {
      item++;
      test++;
    } else if (star >= 0) {
      test = star + 1;
      item = ++taken;
    } else return false;
  }
  while (tests[test] === '*') test++;
  return test === tests.length;
}

function alternatives(pattern: string): readonly string[] {
  let done: string[] = [''];
  let rest = pattern;
  for (;;) {
    const braces = /\{([^{}/]*,[^{}/]*)\}/.exec(rest);
    const choices = braces?.[1]?.split(',') ?? [];
    if (braces === null || done.length * choices.length > mostAlternatives) return done.map((start) => start + rest);
    const before = rest.slice(0, braces.index);
    done = done.flatMap((start) => choices.map((choice) => start + before + choice));
    rest = rest.slice(braces.index + braces[0].length);
  }
}
