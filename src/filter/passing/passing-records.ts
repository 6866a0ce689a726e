/** Which records pass how many of the clauses: enough to skip any one of them. */
import { everyRecord, newBits, type RecordBits } from './record-bits.ts';

export class PassingRecords {
  readonly #recordCount: number;
  readonly #all: RecordBits;
  /** Turned away by one clause or more, by two or more. */
  readonly #once: RecordBits;
  readonly #twice: RecordBits;

  /** Everything passes. */
  constructor(recordCount: number) {
    this.#recordCount = recordCount;
    this.#once = newBits(recordCount);
    this.#twice = newBits(recordCount);
    this.#all = everyRecord(recordCount);
  }

  /** @param failing what each clause turns away */
  update(failing: readonly RecordBits[]): void {
    const [once, twice] = [this.#once, this.#twice];
    once.fill(0);
    twice.fill(0);
    for (const each of failing) addFailing(once, twice, each);
  }

  /**
   * Writes the records that pass every clause but one.
   * @param failing what that one turns away, empty to skip none
   * @param passing overwritten
   */
  write(failing: RecordBits, passing: RecordBits): void {
    const [all, once, twice] = [this.#all, this.#once, this.#twice];
    for (let w = 0; w < passing.length; w++) {
      passing[w] = all[w]! & (~once[w]! | (failing[w]! & ~twice[w]!));
    }
  }

  /** Whether the record passes every clause but one; false for a record that the dataset doesn't have. */
  has(record: number, failing: RecordBits): boolean {
    const w = record >>> 5;
    if (!(record >= 0 && record < this.#recordCount)) return false;
    return (((~this.#once[w]! | (failing[w]! & ~this.#twice[w]!)) >>> record) & 1) === 1;
  }
}

function addFailing(once: RecordBits, twice: RecordBits, failing: RecordBits): void {
  for (let w = 0; w < failing.length; w++) {
    twice[w]! |= once[w]! & failing[w]!;
    once[w]! |= failing[w]!;
  }
}
