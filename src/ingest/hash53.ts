/**
 * A hash of 53 bits over UTF-16 units, taken one after the other: two multiplicative hashes of 32 bits, mixed (after
 * bryc's public-domain cyrb53). Not for secrets.
 */
export class Hash53 {
  // as 32 bits with a sign, which the engine keeps as whole numbers
  #high = 0xdeadbeef | 0;
  #low = 0x41c6ce57;

  /** Takes the next unit. */
  addUnit(unit: number): void {
    this.#high = Math.imul(this.#high ^ unit, 2654435761);
    this.#low = Math.imul(this.#low ^ unit, 1597334677);
  }

  /** Takes the units of a text. */
  addText(text: string): void {
    // apart from the fields, so that both stay in registers
    let [high, low] = [this.#high, this.#low];
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
    this.#high = high;
    this.#low = low;
  }

  /** Takes the units from `from` (included) to `end` (excluded). */
  addUnits(units: Uint16Array, from: number, end: number): void {
    let [high, low] = [this.#high, this.#low];
    for (let i = from; i < end; i++) {
      high = Math.imul(high ^ units[i]!, 2654435761);
      low = Math.imul(low ^ units[i]!, 1597334677);
    }
    this.#high = high;
    this.#low = low;
  }

  /** Of the units so far; from 0, below 2 ** 53. */
  value(): number {
    const [a, b] = [this.#high, this.#low];
    const high = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    const low = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return 4294967296 * (2097151 & low) + (high >>> 0);
  }
}
