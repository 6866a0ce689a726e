/**
 * crossfilter2 with reductions tuned by hand: a scalar dimension a facet, whose group of all records reduces into typed
 * arrays. Records that pass a clause are marked from postings.
 */
import crossfilter from 'crossfilter2';
import { Changes } from '../clauses.ts';
import type { FacetNumbers, Peer } from '../peer.ts';
import { passingRecords, postingsOf } from '../postings.ts';
import type { RollUp } from '../rollup.ts';
import { numbersFor, type Numbers } from './crossfilter-numbers.ts';

/** Numbers that crossfilter2 adds records to and takes them from. */
export abstract class Reduction {
  protected readonly numbers: Numbers;
  /** By record, 1 where the group holds it. */
  protected readonly isIn: Uint8Array;
  /** Whether the numbers have to be counted from nothing. */
  protected isStale = false;

  constructor(rollUp: RollUp, recordCount: number) {
    this.numbers = numbersFor(rollUp);
    this.isIn = new Uint8Array(recordCount);
  }

  abstract add(record: number): void;
  abstract remove(record: number): void;
  /** Brings the numbers up to date, once a step. */
  abstract finish(): void;

  moveThreshold(minScore: number): void {
    this.numbers.moveThreshold(minScore);
    this.isStale = true;
  }

  /** Untimed. */
  read(): FacetNumbers {
    return this.numbers.read();
  }

  protected recount(): void {
    const [isIn, numbers] = [this.isIn, this.numbers];
    numbers.clear();
    for (let record = 0; record < isIn.length; record++) if (isIn[record] === 1) numbers.count(record, 1);
    this.isStale = false;
  }
}

/** @param Reduces how each facet's numbers follow who comes and goes */
export function scalarCrossfilterPeer(
  name: string,
  Reduces: new (rollUp: RollUp, recordCount: number) => Reduction,
  rollUps: readonly RollUp[],
  recordCount: number,
): Peer {
  const facets = rollUps.map(({ facet }) => facet);
  const all = crossfilter(Array.from({ length: recordCount }, (_, record) => record));
  const active = all.groupAll().reduceCount();
  const sides = rollUps.map((rollUp) => {
    const dimension = all.dimension((record) => record);
    const reduction = new Reduces(rollUp, recordCount);
    const group = dimension.groupAll<null>().reduce(
      (_, record) => (reduction.add(record), null),
      (_, record) => (reduction.remove(record), null),
      () => null,
    );
    group.value();
    reduction.finish();
    return { dimension, reduction, postings: postingsOf(rollUp) };
  });
  const changes = new Changes();
  return {
    name,
    step(filter) {
      const asked = changes.of(filter, facets);
      sides.forEach(({ reduction }, f) => {
        if (asked[f]!.newThreshold) reduction.moveThreshold(asked[f]!.minScore);
      });
      sides.forEach(({ dimension, postings }, f) => {
        const { clause, isEmpty, minScore, newClause } = asked[f]!;
        if (!newClause) return;
        if (isEmpty) dimension.filterAll();
        else {
          const passing = passingRecords(postings, clause, minScore, recordCount);
          dimension.filterFunction((record) => passing[record as number] === 1);
        }
      });
      const count = active.value() as number;
      for (const { reduction } of sides) reduction.finish();
      return () => ({ active: count, facets: sides.map(({ reduction }) => reduction.read()) });
    },
  };
}
