/** A facet's numbers as they are handed out: columns from a small stock, so that a step makes no garbage. */
import type { Hundredths } from '../../model/dataset.ts';
import type { FacetCounts } from './facet-counts.ts';
import { SURE, type FacetIndex } from '../index/facet-index.ts';
import { SCORE_COUNT, TAGGED, WITH_HIDDEN, type NodeColumns, type Tally } from './tally.ts';

/** Numbers handed out stay as they are through so many changes, less one. */
const STOCK = 3;

/** A facet's numbers at one moment. */
export interface Tallied {
  readonly counts: FacetCounts;
  /** How many tags have each score, at any threshold: 101 bins, one a hundredth. */
  readonly histogram: Uint32Array;
}

interface Columns extends NodeColumns {
  readonly histogram: Uint32Array;
  /** The same memory, as numbers that are never negative. */
  readonly unsigned: Pick<FacetCounts, 'records' | 'possible' | 'belowThreshold'>;
}

/** The columns of one facet, in turns. */
export class ColumnStock {
  readonly #index: FacetIndex;
  readonly #columns: Columns[] = [];
  #next = 0;
  #zeros: Int32Array<ArrayBuffer> | null = null;

  constructor(index: FacetIndex) {
    this.#index = index;
  }

  /** Makes all columns, which the first steps would do else. */
  prepare(): void {
    while (this.#columns.length < STOCK) this.#columns.push(this.#make());
  }

  /** What a tally holds, at a threshold. */
  take(tally: Tally, minScore: Hundredths, considered: number): Tallied {
    const columns = (this.#columns[this.#next] ??= this.#make());
    this.#next = (this.#next + 1) % STOCK;
    return this.#write(columns, tally, minScore, considered);
  }

  /** The same in columns of its own, which stay as they are for good. */
  keep(tally: Tally, minScore: Hundredths, considered: number): Tallied {
    return this.#write(this.#make(), tally, minScore, considered);
  }

  #write(columns: Columns, tally: Tally, minScore: Hundredths, considered: number): Tallied {
    const { bins, totals } = tally;
    tally.write(columns, minScore);
    columns.histogram.set(bins);
    const shown = {
      ...columns.unsigned,
      fractional: columns.fractional,
      considered,
      tagged: totals[TAGGED]!,
      withHidden: totals[WITH_HIDDEN]!,
    };
    const { scoreSum, maxScore, histogram } = columns;
    return { counts: this.#index.isFlat ? equalCounts(shown) : { ...shown, scoreSum, maxScore }, histogram };
  }

  #make(): Columns {
    const { nodeCount, isFlat, isCut } = this.#index;
    const length = isFlat ? 0 : nodeCount;
    const column = () => new Int32Array(nodeCount);
    const records = column();
    // no author is below a threshold, and where no list is cut nothing is possible: zeros for all
    const belowThreshold = isFlat ? (this.#zeros ??= column()) : column();
    const possible = isCut ? column() : (this.#zeros ??= column());
    return {
      records,
      fractional: new Float64Array(nodeCount),
      scoreSum: new Float64Array(length),
      possible,
      belowThreshold,
      maxScore: new Uint8Array(length),
      histogram: new Uint32Array(SCORE_COUNT),
      unsigned: {
        records: new Uint32Array(records.buffer),
        possible: new Uint32Array(possible.buffer),
        belowThreshold: new Uint32Array(belowThreshold.buffer),
      },
    };
  }
}

/** The numbers of a facet of which all scores are 1: what follows from the records is made when it is asked for. */
function equalCounts(shown: Omit<FacetCounts, 'scoreSum' | 'maxScore'>): FacetCounts {
  const { records } = shown;
  let scoreSum: Float64Array | undefined;
  let maxScore: Uint8Array | undefined;
  return {
    ...shown,
    get scoreSum() {
      return (scoreSum ??= new Float64Array(records));
    },
    get maxScore() {
      return (maxScore ??= Uint8Array.from(records, (count) => (count > 0 ? SURE : 0)));
    },
  };
}
