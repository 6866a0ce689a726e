/** A facet's numbers as they are handed out: columns from a small stock, so that a step makes no garbage. */
import type { FacetCounts } from './facet-counts.ts';
import { SURE, type FacetIndex } from './facet-index.ts';
import type { ReachTally } from './reach-tally.ts';
import { SCORE_COUNT, type ScoreTally } from './score-tally.ts';
import type { ShareTally } from './share-tally.ts';

/** Numbers handed out stay as they are through so many changes, less one. */
const STOCK = 3;

/** A facet's numbers at one moment. */
export interface Tallied {
  readonly counts: FacetCounts;
  /** How many tags have each score, at any threshold: 101 bins, one a hundredth. */
  readonly histogram: Uint32Array;
}

interface Columns {
  readonly records: Uint32Array;
  readonly fractional: Float64Array;
  readonly scoreSum: Float64Array;
  readonly possible: Uint32Array;
  readonly belowThreshold: Uint32Array;
  readonly maxScore: Uint8Array;
  readonly histogram: Uint32Array;
}

/** The columns of one facet, in turns. */
export class ColumnStock {
  readonly #index: FacetIndex;
  readonly #columns: Columns[] = [];
  #next = 0;

  constructor(index: FacetIndex) {
    this.#index = index;
  }

  /** What the tallies hold, at a threshold. */
  take(
    tallies: { readonly reach: ReachTally; readonly scores: ScoreTally; readonly shares: ShareTally },
    minScore: number,
    considered: number,
  ): Tallied {
    const { reach, scores, shares } = tallies;
    const columns = (this.#columns[this.#next] ??= this.#make());
    this.#next = (this.#next + 1) % STOCK;
    reach.write(columns, minScore);
    shares.write(columns.fractional);
    scores.write(columns.histogram);
    const sums = { considered, tagged: shares.tagged, withHidden: reach.withHidden };
    const { histogram, ...shown } = columns;
    return { counts: this.#index.isFlat ? new EqualCounts(shown, sums) : { ...shown, ...sums }, histogram };
  }

  #make(): Columns {
    const { nodeCount, isFlat } = this.#index;
    const [first] = this.#columns;
    // no author is hidden or below a threshold: zeros for all
    const none = isFlat ? (first?.possible ?? new Uint32Array(nodeCount)) : null;
    const length = isFlat ? 0 : nodeCount;
    return {
      records: new Uint32Array(nodeCount),
      fractional: new Float64Array(nodeCount),
      scoreSum: new Float64Array(length),
      possible: none ?? new Uint32Array(length),
      belowThreshold: none ?? new Uint32Array(length),
      maxScore: new Uint8Array(length),
      histogram: new Uint32Array(SCORE_COUNT),
    };
  }
}

type Sums = Pick<FacetCounts, 'considered' | 'tagged' | 'withHidden'>;

/** The numbers of a facet of which all scores are 1: what follows from the records is made when it is asked for. */
class EqualCounts implements FacetCounts {
  readonly records: Uint32Array;
  readonly fractional: Float64Array;
  readonly possible: Uint32Array;
  readonly belowThreshold: Uint32Array;
  readonly considered: number;
  readonly tagged: number;
  readonly withHidden: number;
  #scoreSum: Float64Array | null = null;
  #maxScore: Uint8Array | null = null;

  constructor(columns: Omit<Columns, 'histogram'>, sums: Sums) {
    this.records = columns.records;
    this.fractional = columns.fractional;
    this.possible = columns.possible;
    this.belowThreshold = columns.belowThreshold;
    this.considered = sums.considered;
    this.tagged = sums.tagged;
    this.withHidden = sums.withHidden;
  }

  get scoreSum(): Float64Array {
    return (this.#scoreSum ??= new Float64Array(this.records));
  }

  get maxScore(): Uint8Array {
    if (this.#maxScore) return this.#maxScore;
    const { records } = this;
    const maxScore = new Uint8Array(records.length);
    for (let node = 0; node < records.length; node++) if (records[node]! > 0) maxScore[node] = SURE;
    return (this.#maxScore = maxScore);
  }
}
