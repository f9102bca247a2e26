import type { FlowStep } from '../flow.js';

/**
 * cmd expands `%X%` when it reads a whole statement, parentheses and all, so a variable that the statement itself sets
 * has its old value in the commands behind (Microsoft's reference of `setlocal` and `set`, delayed expansion). What the
 * steps from index `first` on set and something behind them may use is therefore not known.
 */
export function settleAssignments(steps: FlowStep[], first: number): void {
  let used = false;
  for (let index = steps.length - 1; index >= first; index--) {
    const step = steps[index]!;
    if (step.kind === 'assign') {
      if (used) steps[index] = { kind: 'forget', name: step.name, start: step.start };
      used = true;
    } else if (step.kind === 'invocation' || step.kind === 'command') used = true;
  }
}
