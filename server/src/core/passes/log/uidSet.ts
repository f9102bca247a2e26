/** Numbers of messages as ranges: what is copied comes in rising order, so thousands of them take the room of one. */
export class UidSet {
  /** First and last number of each range, rising, with gaps between them. */
  readonly #ranges: [first: number, last: number][] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(uid: number): void {
    const ranges = this.#ranges;
    const index = this.#placeOf(uid);
    const before = ranges[index - 1];
    const after = ranges[index];
    if (before !== undefined && uid <= before[1]) return;
    this.#count++;
    const joinsBefore = before !== undefined && before[1] === uid - 1;
    const joinsAfter = after !== undefined && after[0] === uid + 1;
    if (joinsBefore && joinsAfter) {
      before[1] = after[1];
      ranges.splice(index, 1);
    } else if (joinsBefore) before[1] = uid;
    else if (joinsAfter) after[0] = uid;
    else ranges.splice(index, 0, [uid, uid]);
  }

  /** How many ranges begin at this number or before. */
  #placeOf(uid: number): number {
    const last = this.#ranges.at(-1);
    if (last === undefined || last[0] <= uid) return this.#ranges.length;
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ranges[middle]![0] <= uid) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** As an IMAP sequence set (RFC 3501, section 9): `3,5:9`. */
  toString(): string {
    return this.#ranges.map(([first, last]) => (first === last ? `${first}` : `${first}:${last}`)).join(',');
  }
}
