/** Where a number stands for the first time: a map of numbers that takes no object each. */
export class FirstPlaces {
  readonly #numbers: Float64Array;
  /** 1 + the place of the number beside it, 0 where none is. */
  readonly #places: Uint32Array;

  /** @param most how many numbers may come */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#numbers = new Float64Array(size);
    this.#places = new Uint32Array(size);
  }

  /** The place of the first of its kind: this one, where the whole number did not come before. */
  firstOf(number: number, place: number): number {
    const last = this.#places.length - 1;
    const high = Math.floor(number / 0x100000000);
    let at = Math.imul(number ^ (high * 0x9e3779b1), 0x2c1b3c6d);
    at = (at ^ (at >>> 15)) & last;
    for (; this.#places[at] !== 0; at = (at + 1) & last) {
      if (this.#numbers[at] === number) return this.#places[at]! - 1;
    }
    this.#numbers[at] = number;
    this.#places[at] = place + 1;
    return place;
  }
}
