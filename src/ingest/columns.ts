/** Typed columns that grow: rows without an object each. */

/** A typed array that a column may be kept in. */
type Values = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** Numbers at the end of which more can be put; `values` beyond `length` mean nothing. */
export class Column<T extends Values> {
  length = 0;
  values: T;
  readonly #make: (length: number) => T;

  /** @param make for example `(length) => new Uint32Array(length)` */
  constructor(make: (length: number) => T, capacity = 1024) {
    this.#make = make;
    this.values = make(capacity);
  }

  /** Puts a number at the end. */
  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length++] = value;
  }

  /** Makes room for so many more numbers, which may then be written to `values`. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.values.length) return;
    const larger = this.#make(Math.max(needed, Math.ceil(1.5 * this.values.length)));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }

  /** The numbers so far, without a copy. */
  filled(): T {
    return this.values.subarray(0, this.length) as T;
  }
}

export const bytesColumn = (capacity?: number) => new Column((length) => new Uint8Array(length), capacity);
export const uint32Column = (capacity?: number) => new Column((length) => new Uint32Array(length), capacity);
export const int32Column = (capacity?: number) => new Column((length) => new Int32Array(length), capacity);
export const float64Column = (capacity?: number) =>
  new Column((length) => new Float64Array(length), capacity);

export type BytesColumn = Column<Uint8Array<ArrayBuffer>>;
export type Uint32Column = Column<Uint32Array<ArrayBuffer>>;
export type Int32Column = Column<Int32Array<ArrayBuffer>>;
export type Float64Column = Column<Float64Array<ArrayBuffer>>;
