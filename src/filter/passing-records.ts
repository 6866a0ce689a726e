/** Which records pass how many of the clauses: enough to skip any one of them. */
import { addPadding, newBits, type RecordBits } from './record-bits.ts';

export class PassingRecords {
  readonly #recordCount: number;
  /** Turned away by one clause or more, by two or more; so is all beyond the records. */
  readonly #once: RecordBits;
  readonly #twice: RecordBits;

  /** Everything passes. */
  constructor(recordCount: number) {
    this.#recordCount = recordCount;
    this.#once = newBits(recordCount);
    this.#twice = newBits(recordCount);
    this.update([]);
  }

  /** @param failing what each clause turns away */
  update(failing: readonly RecordBits[]): void {
    const [once, twice] = [this.#once, this.#twice];
    once.fill(0);
    twice.fill(0);
    for (const each of failing) {
      for (let w = 0; w < each.length; w++) {
        twice[w]! |= once[w]! & each[w]!;
        once[w]! |= each[w]!;
      }
    }
    addPadding(once, this.#recordCount);
    addPadding(twice, this.#recordCount);
  }

  /**
   * Writes the records that pass every clause but one.
   * @param failing what that one turns away, empty to skip none
   * @param passing overwritten
   */
  write(failing: RecordBits, passing: RecordBits): void {
    const [once, twice] = [this.#once, this.#twice];
    for (let w = 0; w < passing.length; w++) passing[w] = ~once[w]! | (failing[w]! & ~twice[w]!);
  }

  /** Whether the record passes every clause but one; false for a record that the dataset doesn't have. */
  has(record: number, failing: RecordBits): boolean {
    const w = record >>> 5;
    if (!(record >= 0 && record < this.#recordCount)) return false;
    return (((~this.#once[w]! | (failing[w]! & ~this.#twice[w]!)) >>> record) & 1) === 1;
  }
}
