import type { Scan } from './scan.js';

/** Records that a variable gets a value that can not be known here; null stands for every variable. */
export function forgetVariable(scan: Scan, name: string | null, start: number): void {
  scan.steps.push({ kind: 'forget', name, start });
}

/** Records that the arithmetic in `[start, end)` may change the variables that it names. */
export function forgetArithmetic(scan: Scan, start: number, end: number): void {
  const expression = scan.text.slice(start, end);
  if (!/=|\+\+|--/.test(expression)) return;
  for (const match of expression.matchAll(/[A-Za-z_]\w*/g)) forgetVariable(scan, match[0], start);
}
