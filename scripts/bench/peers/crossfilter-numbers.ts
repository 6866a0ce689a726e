/** The numbers of a facet in typed arrays, to which crossfilter2's reductions add records and from which they take them. */
import { AUTHOR_FACET } from '../../../src/model/dataset.ts';
import type { FacetNumbers } from '../peer.ts';
import { addUpwards, type RollUp } from '../rollup.ts';
import { sharesAt } from '../shares.ts';

export interface Numbers {
  /** Counts a record's entries in (1) or out (-1). */
  count(record: number, sign: 1 | -1): void;
  /** Sets all numbers to 0. */
  clear(): void;
  /** Works out what follows from the sums. */
  sumUp(): void;
  /** Whoever is in has to be counted again. */
  moveThreshold(minScore: number): void;
  /** Untimed. */
  read(): FacetNumbers;
}

export function numbersFor(rollUp: RollUp): Numbers {
  return rollUp.facet === AUTHOR_FACET ? new FlatNumbers(rollUp) : new ScoredNumbers(rollUp);
}

class ScoredNumbers implements Numbers {
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

  constructor(rollUp: RollUp) {
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

  count(record: number, sign: 1 | -1): void {
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
  }

  clear(): void {
    for (const column of [this.#records, this.#hundredths, this.#belowThreshold, this.#known]) column.fill(0);
    this.#fractional.fill(0);
    this.#considered = this.#tagged = this.#withHidden = 0;
  }

  sumUp(): void {
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
class FlatNumbers implements Numbers {
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

  count(record: number, sign: 1 | -1): void {
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

  clear(): void {
    this.#records.fill(0);
    this.#fractional.fill(0);
    this.#considered = this.#tagged = 0;
  }

  sumUp(): void {
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
