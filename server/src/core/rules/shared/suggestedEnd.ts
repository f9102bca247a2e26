import { dayOf } from '../../text/moment.js';

const day = 86_400_000;

/** A day two weeks ahead, `YYYY-MM-DD`: a placeholder for the moment of the cutover that the author puts right. */
export function suggestedEnd(now: number): string {
  return dayOf(now + 14 * day);
}
