/** A string of a JSON list. It has one way of being written only. */
export function quoteJson(value: string): string {
  return JSON.stringify(value);
}
