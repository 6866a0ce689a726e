/**
 * Which element of the document shows which row of a long list: one whose row leaves the window shows another one that
 * enters it, since changing an element's words takes a fraction of what making it does.
 */
export class RowSlots {
  #slotOf: ReadonlyMap<number, number> = new Map();
  /** So many elements were made up to now. */
  #made = 0;

  /**
   * @param rows what tells the rows apart, as they stand in the window; each once
   * @param held a row whose element is never given to another one, as it may have the focus; null where there is none
   * @returns each row's slot: the one that it had, else a free one, else a new one; each once
   */
  assign(rows: readonly number[], held: number | null): readonly number[] {
    const staying = new Set(rows);
    const free: number[] = [];
    for (const [row, slot] of this.#slotOf) if (!staying.has(row) && row !== held) free.push(slot);
    let taken = 0;
    const slots = rows.map((row) => this.#slotOf.get(row) ?? free[taken++] ?? this.#made++);
    this.#slotOf = new Map(rows.map((row, i) => [row, slots[i]!]));
    return slots;
  }
}
