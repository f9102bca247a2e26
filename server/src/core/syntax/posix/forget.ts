import type { Scan } from './scan.js';

/** Records that a variable gets a value that can not be known here; null stands for every variable. */
export function forgetVariable(scan: Scan, name: string | null, start: number): void {
  scan.steps.push({ kind: 'forget', name, start });
}

/** `x = 1`, `x[i] += 1`, `x++`, `++x` as C writes them (POSIX.1-2017, Shell Command Language, 2.6.4). */
const assigned =
  /([A-Za-z_]\w*)(?:\[[^\]]*\])?\s*(?:\+\+|--|(?:[-+*/%&^|]|<<|>>)?=(?!=))|(?:\+\+|--)\s*([A-Za-z_]\w*)/g;

/** Records that the arithmetic in `[start, end)` changes the variables to which it assigns. */
export function forgetArithmetic(scan: Scan, start: number, end: number): void {
  const expression = scan.text.slice(start, end);
  if (!/=|\+\+|--/.test(expression)) return;
  for (const match of expression.matchAll(assigned)) forgetVariable(scan, match[1] ?? match[2]!, start);
}
