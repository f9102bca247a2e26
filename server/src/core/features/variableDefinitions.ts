import type { Analysis } from '../analysis.js';
import type { FlowStep } from '../syntax/flow.js';
import { escapeRegExp } from '../text/escapeRegExp.js';
import type { TextRange } from '../text/range.js';

/** A place that gives a variable a value. */
export interface Definition {
  /** The whole assignment, or the command that gives the value. */
  readonly range: TextRange;
  /** The name in it, or the text that is handed over. */
  readonly nameRange: TextRange;
}

export interface NamedDefinition extends Definition {
  /** As the shell compares it. */
  readonly name: string;
  /** The function that holds it keeps the variable to itself. */
  readonly local: boolean;
}

/** Which definitions are looked for: of a variable, or those that may stand around an offset. */
export interface Wanted {
  readonly name?: string;
  readonly offset?: number;
}

/** What gives variables values in a script, in the order of the text. */
export function definitions({ source }: Analysis, { name: wanted, offset }: Wanted): readonly NamedDefinition[] {
  const { flow, text, dialect } = source;
  const found: NamedDefinition[] = [];
  flow?.steps.forEach((step, index) => {
    if (step.kind !== 'assign' && step.kind !== 'columns' && step.kind !== 'forget') return;
    const start = step.start + flow.distances[index]!;
    if (offset !== undefined && (start > offset || start + furthestName < offset)) return;
    const names = step.kind === 'columns' ? step.names : step.name === null ? [] : [step.name];
    if (wanted !== undefined && !names.includes(wanted)) return;
    // Whatever a function of PowerShell assigns is its own (about_Scopes).
    const local = dialect === 'powershell' || (step.kind === 'assign' && step.local);
    let from = start;
    for (const name of names) {
      const nameRange = name === '' ? null : nameIn(text, from, name, step, dialect);
      if (nameRange === null) continue;
      if (step.kind === 'columns' && dialect === 'posix') from = nameRange.end;
      if (wanted !== undefined && name !== wanted) continue;
      const end = step.kind === 'assign' ? step.end + flow.distances[index]! : nameRange.end;
      found.push({ name, local, range: { start, end: Math.max(end, nameRange.end) }, nameRange });
    }
  });
  return found;
}

/** How far behind the beginning of a command the name of its variable is looked for. */
const furthestName = 400;

/** Where a step names the variable; null where it does not. The sign of PowerShell is part of the name. */
function nameIn(text: string, start: number, name: string, step: FlowStep, dialect: string): TextRange | null {
  const stretch = text.slice(start, start + furthestName);
  // `tokens=1-4 … %%a`: only the first of its variables is named.
  if (dialect === 'cmd' && name.startsWith('%%')) return rangeOf(/%%?\w(?=\s+in\b)/i.exec(stretch), start);
  // `read` and its kin name their variables behind other words, everything else at once.
  const line = step.kind === 'columns' ? stretch : (/^.*/.exec(stretch)?.[0] ?? '');
  const escaped = escapeRegExp(name);
  if (dialect === 'posix') return rangeOf(new RegExp(`(?<![\\w$-])${escaped}(?!\\w)`).exec(line), start);
  if (dialect === 'cmd') return rangeOf(new RegExp(`(?<![\\w-])${escaped}(?!\\w)`, 'i').exec(line), start);
  return rangeOf(new RegExp(`\\$\\{?(?:\\w+:)?${escaped}(?!\\w)\\}?`, 'i').exec(line), start);
}

function rangeOf(match: RegExpExecArray | null, base: number): TextRange | null {
  return match === null ? null : { start: base + match.index, end: base + match.index + match[0].length };
}
