/**
 * crossfilter2 as fast as we can make it: a scalar dimension a facet, whose group of all records reduces by hand
 * into typed arrays. Records that pass a clause are marked from postings. Where a step changes more records than it
 * leaves, those left are counted anew; so they are for a moved threshold, where crossfilter2's own reset would add all
 * and then take most away.
 */
import crossfilter from 'crossfilter2';
import { AUTHOR_FACET } from '../../../src/model/dataset.ts';
import { Changes } from '../clauses.ts';
import { TUNED } from '../names.ts';
import type { FacetNumbers, Peer } from '../peer.ts';
import { passingRecords, postingsOf } from '../postings.ts';
import { addUpwards, type RollUp } from '../rollup.ts';
import { sharesAt } from '../shares.ts';

/**
 * Numbers that records are added to and taken from. crossfilter2 tells who comes and goes; the numbers follow once a
 * step, by what is less work: the records that changed, or all that are there.
 */
abstract class Reduction {
  /** By record, 1 where the group holds it. */
  readonly #isIn: Uint8Array;
  /** By record, 1 where the numbers hold it. */
  readonly #isCounted: Uint8Array;
  /** Who has come or gone since the last step, each once, and how many there are of these. */
  readonly #touched: Uint32Array;
  readonly #isTouched: Uint8Array;
  #touchedCount = 0;
  #memberCount = 0;
  /** Whether the numbers have to be counted from nothing. */
  protected isStale = false;

  constructor(recordCount: number) {
    this.#isIn = new Uint8Array(recordCount);
    this.#isCounted = new Uint8Array(recordCount);
    this.#isTouched = new Uint8Array(recordCount);
    this.#touched = new Uint32Array(recordCount);
  }

  add(record: number): void {
    this.#isIn[record] = 1;
    this.#memberCount++;
    this.#touch(record);
  }

  remove(record: number): void {
    this.#isIn[record] = 0;
    this.#memberCount--;
    this.#touch(record);
  }

  #touch(record: number): void {
    if (this.#isTouched[record] === 1) return;
    this.#isTouched[record] = 1;
    this.#touched[this.#touchedCount++] = record;
  }

  /** Brings the numbers up to date. */
  finish(): void {
    const [isIn, isCounted] = [this.#isIn, this.#isCounted];
    const recount = this.isStale || this.#touchedCount > this.#memberCount;
    for (let i = 0; i < this.#touchedCount; i++) {
      const record = this.#touched[i]!;
      this.#isTouched[record] = 0;
      if (!recount && isIn[record] !== isCounted[record]) this.count(record, isIn[record] === 1 ? 1 : -1);
      isCounted[record] = isIn[record]!;
    }
    if (recount) {
      this.clear();
      for (let record = 0; record < isIn.length; record++) if (isIn[record] === 1) this.count(record, 1);
    }
    this.#touchedCount = 0;
    this.isStale = false;
    this.sumUp();
  }

  /** Counts a record's entries in (1) or out (-1). */
  protected abstract count(record: number, sign: 1 | -1): void;
  /** Sets all numbers to 0. */
  protected abstract clear(): void;
  /** Works out what follows from the sums. */
  protected abstract sumUp(): void;
  abstract moveThreshold(minScore: number): void;
  /** Untimed. */
  abstract read(): FacetNumbers;
}

export function tunedCrossfilterPeer(rollUps: readonly RollUp[], recordCount: number): Peer {
  const facets = rollUps.map(({ facet }) => facet);
  const all = crossfilter(Array.from({ length: recordCount }, (_, record) => record));
  const active = all.groupAll().reduceCount();
  const sides = rollUps.map((rollUp) => {
    const dimension = all.dimension((record) => record);
    const reduction =
      rollUp.facet === AUTHOR_FACET
        ? new FlatReduction(rollUp, recordCount)
        : new ScoredReduction(rollUp, recordCount);
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
    name: TUNED,
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

class ScoredReduction extends Reduction {
  readonly #rollUp: RollUp;
  readonly #records: Uint32Array;
  readonly #hundredths: Float64Array;
  readonly #belowThreshold: Uint32Array;
  readonly #known: Uint32Array;
  readonly #fractional: Float64Array;
  /** With what is below each concept. */
  readonly #fractionalUp: Float64Array;
  #share: Float64Array;
  #minScore = 0;
  #considered = 0;
  #tagged = 0;
  #withHidden = 0;

  constructor(rollUp: RollUp, recordCount: number) {
    super(recordCount);
    const { nodeCount } = rollUp;
    this.#rollUp = rollUp;
    this.#records = new Uint32Array(nodeCount);
    this.#hundredths = new Float64Array(nodeCount);
    this.#belowThreshold = new Uint32Array(nodeCount);
    this.#known = new Uint32Array(nodeCount);
    this.#fractional = new Float64Array(nodeCount);
    this.#fractionalUp = new Float64Array(nodeCount);
    this.#share = sharesAt(rollUp, 0);
  }

  protected count(record: number, sign: 1 | -1): void {
    const { shownOffset, shownNode, shownScore, tagOffset, tagConcept, hidden } = this.#rollUp;
    const [records, hundredths, below] = [this.#records, this.#hundredths, this.#belowThreshold];
    const [share, fractional, minScore] = [this.#share, this.#fractional, this.#minScore];
    this.#considered += sign;
    const [start, end] = [shownOffset[record]!, shownOffset[record + 1]!];
    for (let i = start; i < end; i++) {
      const node = shownNode[i]!;
      const score = shownScore[i]!;
      if (score >= minScore) {
        records[node]! += sign;
        hundredths[node]! += sign * score;
      } else below[node]! += sign;
    }
    if (hidden[record]! > 0) {
      this.#withHidden += sign;
      const known = this.#known;
      for (let i = start; i < end; i++) known[shownNode[i]!]! += sign;
    }
    let isTagged = 0;
    const tagEnd = tagOffset[record + 1]!;
    for (let tag = tagOffset[record]!; tag < tagEnd; tag++) {
      if (share[tag]! === 0) continue;
      isTagged = sign;
      fractional[tagConcept[tag]!]! += sign * share[tag]!;
    }
    this.#tagged += isTagged;
  }

  moveThreshold(minScore: number): void {
    this.#minScore = minScore;
    this.#share = sharesAt(this.#rollUp, minScore);
    this.isStale = true;
  }

  protected clear(): void {
    for (const column of [this.#records, this.#hundredths, this.#belowThreshold, this.#known]) column.fill(0);
    this.#fractional.fill(0);
    this.#considered = this.#tagged = this.#withHidden = 0;
  }

  protected sumUp(): void {
    this.#fractionalUp.set(this.#fractional);
    addUpwards(this.#rollUp, this.#fractionalUp);
  }

  read(): FacetNumbers {
    return {
      records: this.#records,
      scoreSum: this.#hundredths.map((hundredths) => hundredths / 100),
      belowThreshold: this.#belowThreshold,
      possible: this.#known.map((known) => this.#withHidden - known),
      fractional: this.#fractionalUp,
      considered: this.#considered,
      tagged: this.#tagged,
      withHidden: this.#withHidden,
    };
  }
}

/** Authors: one level, every score 1, none hidden. */
class FlatReduction extends Reduction {
  readonly #rollUp: RollUp;
  readonly #records: Uint32Array;
  readonly #fractional: Float64Array;
  #considered = 0;
  #tagged = 0;

  constructor(rollUp: RollUp, recordCount: number) {
    super(recordCount);
    this.#rollUp = rollUp;
    this.#records = new Uint32Array(rollUp.nodeCount);
    this.#fractional = new Float64Array(rollUp.nodeCount);
  }

  protected count(record: number, sign: 1 | -1): void {
    const { tagOffset, tagConcept } = this.#rollUp;
    const [records, fractional] = [this.#records, this.#fractional];
    this.#considered += sign;
    const [start, end] = [tagOffset[record]!, tagOffset[record + 1]!];
    if (start === end) return;
    this.#tagged += sign;
    const share = sign / (end - start);
    for (let tag = start; tag < end; tag++) {
      const author = tagConcept[tag]!;
      records[author]! += sign;
      fractional[author]! += share;
    }
  }

  moveThreshold(minScore: number): void {
    if (minScore > 100) throw new Error(`no score reaches ${minScore}`);
  }

  protected clear(): void {
    this.#records.fill(0);
    this.#fractional.fill(0);
    this.#considered = this.#tagged = 0;
  }

  protected sumUp(): void {
    // authors have nothing below them
  }

  read(): FacetNumbers {
    const nothing = new Uint32Array(this.#records.length);
    return {
      records: this.#records,
      scoreSum: this.#records,
      belowThreshold: nothing,
      possible: nothing,
      fractional: this.#fractional,
      considered: this.#considered,
      tagged: this.#tagged,
      withHidden: 0,
    };
  }
}
