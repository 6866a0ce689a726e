/** Sets of records as bits, against plain sets; with more records than a word has, and counts that fill one exactly. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingSome } from '../../src/filter/passing/missing-records.ts';
import { PassingRecords } from '../../src/filter/passing/passing-records.ts';
import {
  addRecords,
  countRecords,
  everyRecord,
  isSameBits,
  listRecords,
  newBits,
  removeRecords,
} from '../../src/filter/passing/record-bits.ts';
import { newScratch, RecordChange } from '../../src/filter/passing/record-change.ts';

const recordCount = fc.oneof(fc.constantFrom(0, 1, 31, 32, 33, 64, 96), fc.nat(150));

/** A number of records and some sets of these. */
const arbitrarySets = fc
  .tuple(recordCount, fc.array(fc.array(fc.nat(149)), { maxLength: 5 }))
  .map(([count, lists]) => ({
    count,
    sets: lists.map((list) => new Set(list.filter((record) => record < count))),
  }));

const all = (count: number) => Array.from({ length: count }, (_, record) => record);
const listOf = (set: ReadonlySet<number>) => Uint32Array.from([...set].sort((a, b) => a - b));

function bitsOf(count: number, set: ReadonlySet<number>) {
  const bits = newBits(count);
  addRecords(bits, listOf(set));
  return bits;
}

describe('a set of records', () => {
  it('holds what was put in and not taken out', () => {
    fc.assert(
      fc.property(arbitrarySets, ({ count, sets: [a = new Set<number>(), b = new Set<number>()] }) => {
        const bits = bitsOf(count, a);
        expect(listRecords(bits)).toEqual(listOf(a));
        expect(countRecords(bits)).toBe(a.size);
        removeRecords(bits, listOf(b));
        expect([...listRecords(bits)]).toEqual([...listOf(a)].filter((record) => !b.has(record)));
        expect(isSameBits(bits, bitsOf(count, a))).toBe([...b].every((record) => !a.has(record)));
        expect([...listRecords(everyRecord(count))]).toEqual(all(count));
      }),
    );
  });

  it('of those missing from some list has all that are not in every one', () => {
    fc.assert(
      fc.property(arbitrarySets, ({ count, sets }) => {
        const missing = missingSome(sets.map(listOf), count);
        const listed = listRecords(missing).filter((record) => record < count);
        expect([...listed]).toEqual(all(count).filter((record) => !sets.every((set) => set.has(record))));
      }),
    );
  });
});

describe('what passes', () => {
  it('is what no clause, or none but one, turns away', () => {
    fc.assert(
      fc.property(arbitrarySets, ({ count, sets }) => {
        // clauses may set bits beyond the records
        const failing = sets.map((set) => missingSome([listOf(set)], count));
        const passing = new PassingRecords(count);
        passing.update(failing);
        const found = newBits(count);
        [newBits(count), ...failing].forEach((skipped, i) => {
          passing.write(skipped, found);
          const expected = all(count).filter((record) =>
            sets.every((set, s) => s === i - 1 || set.has(record)),
          );
          expect([...listRecords(found)]).toEqual(expected);
          expect(
            [-1, ...all(count), count, count + 40].filter((record) => passing.has(record, skipped)),
          ).toEqual(expected);
        });
      }),
    );
  });
});

describe('a step from one set to another', () => {
  it('tells who joined, who left, who is in and who is not, whatever is asked first', () => {
    fc.assert(
      fc.property(
        arbitrarySets,
        fc.boolean(),
        ({ count, sets: [a = new Set<number>(), b = new Set<number>()] }, turned) => {
          const before = bitsOf(count, a);
          const scratch = newScratch(count);
          scratch.after.set(bitsOf(count, b));
          const change = new RecordChange(before, scratch);
          const joined = listOf(b).filter((record) => !a.has(record));
          const left = listOf(a).filter((record) => !b.has(record));
          expect([change.joinedCount, change.leftCount]).toEqual([joined.length, left.length]);
          const questions = [() => change.difference(before), () => change.members(), () => change.others()];
          if (turned) questions.reverse();
          for (const ask of questions) ask();
          expect(change.difference(before)).toEqual({ joined, left });
          expect(change.members()).toEqual(listOf(b));
          expect([...change.others()]).toEqual(all(count).filter((record) => !b.has(record)));
        },
      ),
    );
  });
});
