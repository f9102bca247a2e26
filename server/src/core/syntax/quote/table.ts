/** What no word in the options of an account table can hold: blanks, line ends, any of the separators, a double quote. */
const impossible = /[\s;|,:"]/;

/** Whether a value can be a word in the column of options, whatever the table's separator. */
export function isTableWord(value: string): boolean {
  return value !== '' && !impossible.test(value);
}

/** A word in the column of options of an account table, where quotes mean nothing; a RangeError where it can not be one. */
export function quoteTable(value: string): string {
  if (!isTableWord(value)) throw new RangeError('an account table can not hold this word');
  return value;
}
