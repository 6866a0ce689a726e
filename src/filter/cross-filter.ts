/** The linked filter: which records are active, and what each facet counts under the other facets' clauses. */
import type { Dataset, FacetId, Hundredths, RecordIndex } from '../model/dataset.ts';
import { finished } from '../model/work.ts';
import { failingRecords } from './passing/failing-records.ts';
import type { FacetCounts } from './tally/facet-counts.ts';
import { indexesOf, SURE, type FacetIndex } from './index/facet-index.ts';
import type { Tallied } from './tally/count-columns.ts';
import { FacetTally, type SharesOfAll, type Step } from './tally/facet-tally.ts';
import {
  clauseOf,
  EMPTY_FILTER,
  isEmptyClause,
  isSameClause,
  minScoreOf,
  type Clause,
  type FilterState,
} from './passing/filter-state.ts';
import { PassingRecords } from './passing/passing-records.ts';
import { turningRound, type Postings } from './index/postings.ts';
import {
  addRecord,
  countRecords,
  hasRecord,
  isSameBits,
  listRecords,
  newBits,
  type RecordBits,
} from './passing/record-bits.ts';
import { newScratch, RecordChange, type Scratch } from './passing/record-change.ts';
import { NO_MATCHES, TextDimension, type TextMatches } from './passing/text-clause.ts';
import { shownNodes } from './tally/show.ts';
import { countUnplaced } from './tally/unplaced.ts';

export type { FacetCounts } from './tally/facet-counts.ts';

/** A result together with the state that it was worked out for. */
interface Cached<T> {
  readonly stamp: number;
  readonly value: T;
}

/** No record is in a tally yet. */
const EMPTY = -1;
/** A tally holds other records than the active ones. */
const OTHERS = -2;

/** What the active records gained and lost between two versions: the same for all facets without a clause. */
interface SharedChange {
  readonly from: number;
  readonly to: number;
  readonly change: RecordChange;
}

/** What the filter knows of one facet. */
interface Dimension {
  readonly index: FacetIndex;
  clause: Clause;
  minScore: Hundredths;
  /** The records that the clause turns away. */
  failing: RecordBits;
  /** Rises whenever `failing` changes in at least one record. */
  version: number;
  readonly tally: FacetTally;
  /** The records in the tally: those that passed every other clause when it was last asked. */
  readonly members: RecordBits;
  /**
   * The version of which the members are the active records; {@link EMPTY} before the first, {@link OTHERS} where
   * the facet had a clause of its own.
   */
  membersAt: number;
  tallied: Cached<Tallied> | null;
  /** The rows turned round, made when a clause or a question first needs them. */
  postings: Postings | null;
}

/**
 * Filters a dataset and counts it. A view's own counts skip its own facet's clause, everything else obeys every
 * clause; the switch for complete lists and the words are never skipped. Clauses and thresholds of facets that the dataset
 * doesn't have are ignored; node ids that a facet doesn't have are shown by no record.
 *
 * Arrays that it hands out are shared by later callers and must not be changed. Counts and histograms stay as they are
 * through the next two changes; what must last longer is copied.
 */
export class CrossFilter {
  /** Every facet of the dataset, and the authors. */
  readonly indexes: ReadonlyMap<FacetId, FacetIndex>;
  readonly #dimensions: ReadonlyMap<FacetId, Dimension>;
  readonly recordCount: number;
  /** What no clause turns away. */
  readonly #none: RecordBits;
  /** The records of which some facet's list was cut. */
  readonly #incomplete: RecordBits;
  readonly #passing: PassingRecords;
  readonly #texts: TextDimension;
  /** Memory for the records that one facet considers, and for those that all facets without a clause do. */
  readonly #scratch: Scratch;
  readonly #sharedScratch: Scratch;
  #shared: SharedChange | null = null;
  #filter: FilterState = EMPTY_FILTER;
  /** Rises with every change of any record's state. */
  #version = 0;
  #activeCount: Cached<number> | null = null;
  #active: Cached<Uint32Array> | null = null;

  /** @param indexes of the dataset's facets and of its authors */
  constructor(dataset: Dataset);
  constructor(dataset: Pick<Dataset, 'recordCount'>, indexes: readonly FacetIndex[]);
  constructor(dataset: Dataset, indexes: readonly FacetIndex[] = [...indexesOf(dataset)]) {
    const { recordCount } = dataset;
    this.recordCount = recordCount;
    this.#none = newBits(recordCount);
    this.#texts = new TextDimension(this.#none, recordCount);
    this.#passing = new PassingRecords(recordCount);
    this.#scratch = newScratch(recordCount);
    this.#sharedScratch = newScratch(recordCount);
    this.indexes = new Map(indexes.map((index) => [index.facet, index]));
    this.#dimensions = new Map(
      indexes.map((index) => [index.facet, newDimension(index, this.#none, recordCount)]),
    );
    this.#incomplete = incompleteRecords(indexes, recordCount);
  }

  /** Another filter over the same records, with nothing asked for; the indexes are shared. */
  another(): CrossFilter {
    return new CrossFilter(this, [...this.indexes.values()]);
  }

  /** Turns a facet's rows round in steps, which its first clause would do else at once. */
  *turnRound(facet: FacetId, recordsAStep: number): Generator<void> {
    const dimension = this.#dimension(facet);
    const work = turningRound(dimension.index, recordsAStep);
    // a clause may come between
    while (!dimension.postings) {
      const step = work.next();
      if (step.done === true) dimension.postings = step.value;
      else yield;
    }
  }

  /**
   * Takes the memory that a facet's first steps would take.
   * @param shares of all records, which a moved threshold would count else
   */
  prepare(facet: FacetId, shares: SharesOfAll | null = null): void {
    this.#dimension(facet).tally.prepare(shares);
  }

  get filter(): FilterState {
    return this.#filter;
  }

  /**
   * Replaces the filter; only facets whose clause or threshold changed are tested again.
   * @param matches which records have the filter's words, as far as that is known; those not known let everything
   *   pass
   */
  setFilter(filter: FilterState, matches: TextMatches = NO_MATCHES): void {
    const [versionBefore, isComplete] = [this.#version, this.#filter.completeOnly];
    this.#filter = filter;
    if (filter.completeOnly !== isComplete) this.#noteChange(this.#none, this.#incomplete);
    const failingBefore = this.#texts.failing;
    this.#texts.update(filter.texts, matches);
    this.#noteChange(failingBefore, this.#texts.failing);
    const dimensions = [...this.#dimensions.values()];
    for (const dimension of dimensions) {
      const { facet } = dimension.index;
      this.#updateDimension(dimension, clauseOf(filter, facet), minScoreOf(filter, facet));
    }
    if (this.#version === versionBefore) return;
    const failing = dimensions.map((dimension) => dimension.failing);
    failing.push(this.#texts.failing, filter.completeOnly ? this.#incomplete : this.#none);
    this.#passing.update(failing.filter((each) => each !== this.#none));
  }

  /** How many records pass every clause. */
  get activeCount(): number {
    this.#activeCount = fresh(this.#activeCount, this.#version, () =>
      countRecords(this.#passingBut(this.#none, this.#scratch)),
    );
    return this.#activeCount.value;
  }

  /** Whether the record passes every clause; false for a record that the dataset doesn't have. */
  isActive(record: number): boolean {
    return this.#passing.has(record, this.#none);
  }

  /** Whether no list of the record was cut. */
  isComplete(record: RecordIndex): boolean {
    return !hasRecord(this.#incomplete, record);
  }
  /** How many records are complete. */
  get completeCount(): number {
    return this.recordCount - countRecords(this.#incomplete);
  }

  /** Tells of a record whether it passes every clause but that facet's, and the switch for complete lists, as `isActive`. */
  passesElsewhere(facet: FacetId): (record: RecordIndex) => boolean {
    const dimension = this.#dimension(facet);
    return (record) => this.#passing.has(record, dimension.failing);
  }

  /** The records of which that is true, ascending. */
  recordsElsewhere(facet: FacetId): Uint32Array {
    const { failing } = this.#dimension(facet);
    return failing === this.#none ? this.activeRecords() : this.#listBut(failing);
  }

  /** Another number whenever the clauses but that facet's let other records pass. */
  versionElsewhere(facet: FacetId): number {
    return this.#versionElsewhere(this.#dimension(facet));
  }

  /** The records that pass every clause, ascending. */
  activeRecords(): Uint32Array {
    this.#active = fresh(this.#active, this.#version, () => this.#listBut(this.#none));
    return this.#active.value;
  }

  /** The facet's numbers over the records that pass every other clause. */
  countsFor(facet: FacetId): FacetCounts {
    return this.#talliedFor(this.#dimension(facet)).counts;
  }

  /**
   * How many tags of the records that pass every other clause have each score: 101 bins, one a hundredth. The
   * facet's threshold is ignored, since this is drawn behind its slider.
   */
  scoreHistogram(facet: FacetId): Uint32Array {
    return this.#talliedFor(this.#dimension(facet)).histogram;
  }

  /** The active records with a counted tag at or below the node, ascending. */
  recordsShowing(facet: FacetId, node: number): Uint32Array {
    return this.everyRecordShowing(facet, node)
      .filter((record) => this.isActive(record))
      .sort();
  }

  /** All records that show a node, whatever passes; in no order. A view: not to be changed or kept. */
  everyRecordShowing(facet: FacetId, node: number): Uint32Array {
    const dimension = this.#dimension(facet);
    return this.#postingsOf(dimension).showing(node, dimension.minScore);
  }

  /**
   * How many of some records are among the facet's considered ones and tagged, but only outside of what is drawn.
   * @param within by concept, see {@link conceptsWithin}
   */
  countUnplaced(facet: FacetId, records: Uint32Array, within: Uint8Array): number {
    const { index, minScore } = this.#dimension(facet);
    return countUnplaced(index, records, within, minScore, this.passesElsewhere(facet));
  }

  /** By node, 1 where at least one of these records shows it with a counted tag, else 0. */
  shownAmong(facet: FacetId, records: Uint32Array): Uint8Array {
    const { index, minScore } = this.#dimension(facet);
    return shownNodes(index, records, minScore);
  }

  #dimension(facet: FacetId): Dimension {
    const dimension = this.#dimensions.get(facet);
    if (!dimension) throw new Error(`no facet "${facet}"`);
    return dimension;
  }

  #updateDimension(dimension: Dimension, clause: Clause, minScore: Hundredths): void {
    const sameClause = isSameClause(clause, dimension.clause);
    if (sameClause && minScore === dimension.minScore) return;
    dimension.clause = clause;
    dimension.minScore = minScore;
    // an empty clause turns nothing away, and needs no postings to know it
    const failing = isEmptyClause(clause)
      ? this.#none
      : failingRecords(dimension.index, () => this.#postingsOf(dimension), clause, minScore);
    if (this.#noteChange(dimension.failing, failing)) dimension.version++;
    dimension.failing = failing;
  }

  /** Whether other records are turned away than before. */
  #noteChange(before: RecordBits, after: RecordBits): boolean {
    if (before === after || isSameBits(before, after)) return false;
    this.#version++;
    return true;
  }

  /** Stands for the state of everything but this facet's clause: both versions rise together for its own changes. */
  #versionElsewhere(dimension: Dimension): number {
    return this.#version - dimension.version;
  }

  #talliedFor(dimension: Dimension): Tallied {
    const stamp = this.#versionElsewhere(dimension) * (SURE + 1) + dimension.minScore;
    dimension.tallied = fresh(dimension.tallied, stamp, () => this.#tally(dimension));
    return dimension.tallied.value;
  }

  #tally(dimension: Dimension): Tallied {
    const { members } = dimension;
    const change = this.#changeOf(dimension);
    const step: Step = {
      joinedCount: change.joinedCount,
      leftCount: change.leftCount,
      difference: () => change.difference(members),
      members: () => change.members(),
      others: () => change.others(),
    };
    const tallied = dimension.tally.update(step, dimension.minScore);
    members.set(change.after);
    return tallied;
  }

  /** From the facet's members to the records that it considers now. */
  #changeOf(dimension: Dimension): RecordChange {
    const { members, membersAt, failing } = dimension;
    const isActiveSet = failing === this.#none;
    dimension.membersAt = isActiveSet ? this.#version : OTHERS;
    if (!isActiveSet || membersAt === OTHERS) {
      this.#passingBut(failing, this.#scratch);
      return new RecordChange(members, this.#scratch);
    }
    if (this.#shared?.from !== membersAt || this.#shared.to !== this.#version) {
      this.#passingBut(failing, this.#sharedScratch);
      const change = new RecordChange(members, this.#sharedScratch);
      this.#shared = { from: membersAt, to: this.#version, change };
    }
    return this.#shared.change;
  }

  /** The records that pass every clause but one, until the scratch memory is used again. */
  #passingBut(failing: RecordBits, { after }: Scratch): RecordBits {
    this.#passing.write(failing, after);
    return after;
  }

  #listBut(failing: RecordBits): Uint32Array {
    return listRecords(this.#passingBut(failing, this.#scratch));
  }

  #postingsOf(dimension: Dimension): Postings {
    return (dimension.postings ??= finished(turningRound(dimension.index, this.recordCount)));
  }
}

function newDimension(index: FacetIndex, none: RecordBits, recordCount: number): Dimension {
  return {
    index,
    clause: clauseOf(EMPTY_FILTER, index.facet),
    minScore: minScoreOf(EMPTY_FILTER, index.facet),
    failing: none,
    version: 0,
    tally: new FacetTally(index, recordCount),
    members: newBits(recordCount),
    membersAt: EMPTY,
    tallied: null,
    postings: null,
  };
}

function incompleteRecords(indexes: readonly FacetIndex[], recordCount: number): RecordBits {
  const incomplete = newBits(recordCount);
  for (const { hidden, isCut } of indexes) {
    for (let record = 0; isCut && record < recordCount; record++) {
      if (hidden[record]! > 0) addRecord(incomplete, record);
    }
  }
  return incomplete;
}

function fresh<T>(cached: Cached<T> | null, stamp: number, compute: () => T): Cached<T> {
  return cached?.stamp === stamp ? cached : { stamp, value: compute() };
}
