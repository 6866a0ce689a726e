/**
 * crossfilter2 as fast as we can make it: a scalar dimension a facet, whose group of all records reduces by hand
 * into typed arrays. Records that pass a clause are marked from postings; a moved threshold recounts the records
 * that are in the group by one loop, where crossfilter2's own reset would add all and then take most away.
 */
import crossfilter from 'crossfilter2';
import { AUTHOR_FACET } from '../../../src/model/dataset.ts';
import { Changes } from '../clauses.ts';
import { TUNED } from '../names.ts';
import type { FacetNumbers, Peer } from '../peer.ts';
import { passingRecords, postingsOf } from '../postings.ts';
import { addUpwards, type RollUp } from '../rollup.ts';
import { sharesAt } from '../shares.ts';

/** Numbers that records are added to and taken from. */
interface Reduction {
  add(record: number): void;
  remove(record: number): void;
  /** For a facet whose tags all have score 1, a threshold changes nothing. */
  moveThreshold(minScore: number): void;
  /** Timed: what has to be derived from the sums. */
  finish(): void;
  /** Untimed. */
  read(): FacetNumbers;
}

export function tunedCrossfilterPeer(rollUps: readonly RollUp[], recordCount: number): Peer {
  const facets = rollUps.map(({ facet }) => facet);
  const all = crossfilter(Array.from({ length: recordCount }, (_, record) => record));
  const active = all.groupAll().reduceCount();
  const sides = rollUps.map((rollUp) => {
    const dimension = all.dimension((record) => record);
    const reduction =
      rollUp.facet === AUTHOR_FACET ? new FlatReduction(rollUp) : new ScoredReduction(rollUp, recordCount);
    const group = dimension.groupAll<null>().reduce(
      (_, record) => (reduction.add(record), null),
      (_, record) => (reduction.remove(record), null),
      () => null,
    );
    group.value();
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

class ScoredReduction implements Reduction {
  readonly #rollUp: RollUp;
  readonly #records: Uint32Array;
  readonly #hundredths: Float64Array;
  readonly #belowThreshold: Uint32Array;
  readonly #known: Uint32Array;
  readonly #fractional: Float64Array;
  /** With what is below each concept. */
  readonly #fractionalUp: Float64Array;
  /** By record, 1 where the group holds it. */
  readonly #isIn: Uint8Array;
  #share: Float64Array;
  #minScore = 0;
  #considered = 0;
  #tagged = 0;
  #withHidden = 0;

  constructor(rollUp: RollUp, recordCount: number) {
    const { nodeCount } = rollUp;
    this.#rollUp = rollUp;
    this.#records = new Uint32Array(nodeCount);
    this.#hundredths = new Float64Array(nodeCount);
    this.#belowThreshold = new Uint32Array(nodeCount);
    this.#known = new Uint32Array(nodeCount);
    this.#fractional = new Float64Array(nodeCount);
    this.#fractionalUp = new Float64Array(nodeCount);
    this.#isIn = new Uint8Array(recordCount);
    this.#share = sharesAt(rollUp, 0);
  }

  add(record: number): void {
    this.#isIn[record] = 1;
    this.#count(record, 1);
  }

  remove(record: number): void {
    this.#isIn[record] = 0;
    this.#count(record, -1);
  }

  /** Counts a record's entries in (1) or out (-1). */
  #count(record: number, sign: 1 | -1): void {
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
    for (const column of [this.#records, this.#hundredths, this.#belowThreshold, this.#known]) column.fill(0);
    this.#fractional.fill(0);
    this.#considered = this.#tagged = this.#withHidden = 0;
    const isIn = this.#isIn;
    for (let record = 0; record < isIn.length; record++) if (isIn[record] === 1) this.#count(record, 1);
  }

  finish(): void {
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
class FlatReduction implements Reduction {
  readonly #rollUp: RollUp;
  readonly #records: Uint32Array;
  readonly #fractional: Float64Array;
  #considered = 0;
  #tagged = 0;

  constructor(rollUp: RollUp) {
    this.#rollUp = rollUp;
    this.#records = new Uint32Array(rollUp.nodeCount);
    this.#fractional = new Float64Array(rollUp.nodeCount);
  }

  add(record: number): void {
    this.#count(record, 1);
  }

  remove(record: number): void {
    this.#count(record, -1);
  }

  #count(record: number, sign: 1 | -1): void {
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

  finish(): void {
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
