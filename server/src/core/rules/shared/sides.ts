import type { SideNumber } from '../../model/effectiveSettings.js';
import type { Invocation } from '../../model/invocation.js';

export const sides: readonly SideNumber[] = [1, 2];

/** Whether an OAuth token or a ready-made OAuth string is written for a side; imapsync then ignores the password. */
export function hasToken(invocation: Invocation, side: SideNumber): boolean {
  return (
    invocation.last(`oauthaccesstoken${side}`) !== undefined || invocation.last(`oauthdirect${side}`) !== undefined
  );
}
