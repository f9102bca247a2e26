import type { InvocationSyntax } from '../../syntax/source.js';

/** Whether a command may not end where its author means it to; that has reports of its own. */
export function breaksOff({ incomplete, slips }: InvocationSyntax): boolean {
  return incomplete || (slips !== undefined && slips.length > 0);
}
