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
    let index = ranges.length;
    while (index > 0 && ranges[index - 1]![0] > uid) index--;
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

  /** As an IMAP sequence set (RFC 3501, section 9): `3,5:9`. */
  toString(): string {
    return this.#ranges.map(([first, last]) => (first === last ? `${first}` : `${first}:${last}`)).join(',');
  }
}
