import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { PlannedChange } from '../../../server/src/core/passes/passPlan.js';

export type Review = 'run' | 'details' | 'ask-again' | 'cancel';

interface ReviewItem extends QuickPickItem {
  readonly review?: Review;
}

/**
 * Lists what differs from the command line as written, and waits until the operator runs the pass, or does not. Stays
 * open while they look elsewhere.
 */
export async function reviewChanges(
  title: string,
  changes: readonly PlannedChange[],
  variables: Readonly<Record<string, string>>,
): Promise<Review> {
  const names = Object.keys(variables);
  const items: ReviewItem[] = [
    { label: '$(play) Run', description: 'with the changes below', review: 'run' },
    { label: '$(list-selection) Show the whole command, and all reasons in full', review: 'details' },
  ];
  if (changes.length > 0) items.push({ label: 'Changed for this pass', kind: QuickPickItemKind.Separator });
  for (const { option, action, reason } of changes) items.push({ label: option, description: action, detail: reason });
  if (names.length > 0) {
    items.push({ label: 'Values that you typed before', kind: QuickPickItemKind.Separator });
    for (const name of names) items.push({ label: name, description: variables[name] ?? '' });
    items.push({ label: '$(edit) Ask for the values again', review: 'ask-again' });
  }
  for (;;) {
    const chosen = await window.showQuickPick(items, {
      title,
      placeHolder: 'The pass differs from the command as it is written',
      ignoreFocusOut: true,
      matchOnDetail: true,
    });
    if (chosen === undefined) return 'cancel';
    if (chosen.review !== undefined) return chosen.review;
  }
}
