/**
 * Which element of the document shows which row of a long list: one whose row leaves the window shows another one that
 * comes in its place, since changing an element's words takes a fraction of what making it does. No element has to be
 * moved for that: one that is moved loses the focus.
 */
export class RowSlots {
  /** Rows and their slots as they stood last. */
  #shown: readonly (readonly [row: number, slot: number])[] = [];
  /** So many elements were made up to now. */
  #made = 0;

  /**
   * @param rows what tells the rows apart, as they stand in the window; each once
   * @param held a row whose element is never given to another one, as it may have the focus; null where there is none
   * @returns each row's slot: the one that it had, else that of one that stood there, else a new one; each once
   */
  assign(rows: readonly number[], held: number | null): readonly number[] {
    const before = this.#shown;
    const places = new Map(before.map(([row], place) => [row, place]));
    const staying = new Set(rows);
    const slots: number[] = [];
    let entering: number[] = [];
    let from = 0;
    /** Those that enter take the places of those that leave between two that stay. */
    const fill = (end: number) => {
      const free = before.slice(from, end).filter(([row]) => !staying.has(row) && row !== held);
      entering.forEach((at, i) => (slots[at] = free[i]?.[1] ?? this.#made++));
      entering = [];
      from = end + 1;
    };
    for (const [at, row] of rows.entries()) {
      const place = places.get(row);
      if (place === undefined) entering.push(at);
      else {
        slots[at] = before[place]![1];
        // one that stands further up than before is moved in any case
        if (place >= from) fill(place);
      }
    }
    fill(before.length);
    this.#shown = rows.map((row, at) => [row, slots[at]!]);
    return slots;
  }
}
