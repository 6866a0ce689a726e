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

  /** Takes the UTF-16 units that well-formed UTF-8 from `from` (included) to `end` (excluded) stands for. */
  addUtf8(bytes: Uint8Array, from: number, end: number): void {
    let [high, low] = [this.#high, this.#low];
    for (let i = from; i < end; i++) {
      let unit = bytes[i]!;
      if (unit >= 0x80) {
        const length = unit < 0xe0 ? 2 : unit < 0xf0 ? 3 : 4;
        let point = unit & (0x7f >> length);
        for (let rest = 1; rest < length; rest++) point = (point << 6) | (bytes[++i]! & 0x3f);
        if (point >= 0x10000) {
          const lead = 0xd800 + ((point - 0x10000) >> 10);
          high = Math.imul(high ^ lead, 2654435761);
          low = Math.imul(low ^ lead, 1597334677);
          point = 0xdc00 + (point & 0x3ff);
        }
        unit = point;
      }
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
    this.#high = high;
    this.#low = low;
  }

  /**
   * Takes the small forms of the letters and digits of ASCII bytes, and nothing else of them.
   * @returns whether there were any
   */
  addAsciiWords(bytes: Uint8Array, from: number, end: number): boolean {
    let [high, low] = [this.#high, this.#low];
    let isAny = false;
    for (let i = from; i < end; i++) {
      const unit = WORD_UNIT[bytes[i]!]!;
      if (unit === 0) continue;
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
      isAny = true;
    }
    this.#high = high;
    this.#low = low;
    return isAny;
  }

  /** Of the units so far; from 0, below 2 ** 53. */
  value(): number {
    const [a, b] = [this.#high, this.#low];
    const high = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    const low = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return 4294967296 * (2097151 & low) + (high >>> 0);
  }
}

/** By ASCII byte the small form of a letter or digit, 0 for all else. */
const WORD_UNIT = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x41 && byte <= 0x5a) return byte + 0x20;
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39) ? byte : 0;
});
