import { type Scan, step } from './scan.js';

/** `$a, $b = …`, `$row.name = …`, `$list[0] = …`, `[int] $n = …` change variables in ways that are not followed. */
export function forgetVariables(scan: Scan, start: number, end: number): void {
  if (scan.steps === null) return;
  for (const match of scan.text.slice(start, end).matchAll(/\$(?:\{([^}]*)\}|([\w:]+))/g)) {
    const name = (match[1] ?? match[2]!).toLowerCase().replace(/^(?:script|global|local|private|using|variable):/, '');
    step(scan, { kind: 'forget', name, start: start + match.index });
  }
}
