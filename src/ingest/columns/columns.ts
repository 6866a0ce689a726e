/** Typed columns that grow: rows without an object each. */

/** A typed array that a column may be kept in. */
type Values = Uint8Array | Uint32Array | Int32Array | Float64Array;

/**
 * Numbers at the end of which more can be put; `values` beyond `length` mean nothing. Each type has a `push` of its
 * own, since the engine is slow where one piece of code writes to arrays of several types.
 */
abstract class Column<T extends Values> {
  length = 0;
  values: T;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T, capacity: number) {
    this.#make = make;
    this.values = make(capacity);
  }

  /** Makes room for so many more numbers, which may then be written to `values`. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.values.length) return;
    const larger = this.#make(Math.max(needed, Math.ceil(1.5 * this.values.length)));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }

  /** Puts numbers at the end. */
  append(numbers: ArrayLike<number>): void {
    this.reserve(numbers.length);
    this.values.set(numbers, this.length);
    this.length += numbers.length;
  }

  /** The numbers so far, without a copy. */
  filled(): T {
    return this.values.subarray(0, this.length) as T;
  }
}

/** Small, since most texts are. */
const CAPACITY = 64;

/** Whole numbers below 2 ** 8. */
export class BytesColumn extends Column<Uint8Array> {
  constructor(capacity = CAPACITY) {
    super((length) => new Uint8Array(length), capacity);
  }

  /** Puts a number at the end. */
  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length++] = value;
  }
}

/** Whole numbers below 2 ** 32. */
export class Uint32Column extends Column<Uint32Array> {
  constructor(capacity = CAPACITY) {
    super((length) => new Uint32Array(length), capacity);
  }

  /** Puts a number at the end. */
  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length++] = value;
  }
}

/** Whole numbers of 32 bits with a sign. */
export class Int32Column extends Column<Int32Array> {
  constructor(capacity = CAPACITY) {
    super((length) => new Int32Array(length), capacity);
  }

  /** Puts a number at the end. */
  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length++] = value;
  }
}

/** Any numbers. */
export class Float64Column extends Column<Float64Array> {
  constructor(capacity = CAPACITY) {
    super((length) => new Float64Array(length), capacity);
  }

  /** Puts a number at the end. */
  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length++] = value;
  }
}
