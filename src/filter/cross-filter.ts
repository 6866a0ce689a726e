/** The linked filter: which records are active, and what each facet counts under the other facets' clauses. */
import { AUTHOR_FACET, type Dataset, type FacetId, type Hundredths } from '../model/dataset.ts';
import type { Coauthorship, CoauthorTally } from './coauthor-tally.ts';
import { failingRecords } from './failing-records.ts';
import type { FacetCounts } from './facet-counts.ts';
import { buildAuthorIndex, buildFacetIndex, type FacetIndex } from './facet-index.ts';
import type { Tallied } from './count-columns.ts';
import { FacetTally, type Step } from './facet-tally.ts';
import {
  clauseOf,
  EMPTY_FILTER,
  isEmptyClause,
  minScoreOf,
  type Clause,
  type FilterState,
} from './filter-state.ts';
import { Postings } from './postings.ts';
import { newScratch, RecordChange, type Scratch } from './record-change.ts';
import {
  countEqual,
  flagLength,
  flagsOf,
  listEqual,
  newFlags,
  replaceAddend,
  type Flags,
} from './record-flags.ts';
import { NO_MATCHES, TextDimension, type TextMatches } from './text-clause.ts';
import { scoreAt, showsAny, shownNodes } from './show.ts';
import type { thresholdProfile, ThresholdProfile } from './threshold-profile.ts';

export type { FacetCounts } from './facet-counts.ts';

/** A result together with the state that it was worked out for. */
interface Cached<T> {
  readonly stamp: string;
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
  /** By record, 1 where the clause turns it away. */
  failing: Flags;
  /** Rises whenever `failing` changes in at least one record. */
  version: number;
  readonly tally: FacetTally;
  /** By record, 1 for those in the tally: the records that passed every other clause when it was last asked. */
  readonly members: Flags;
  /**
   * The version of which the members are the active records; {@link EMPTY} before the first, {@link OTHERS} where
   * the facet had a clause of its own.
   */
  membersAt: number;
  tallied: Cached<Tallied> | null;
  profile: Cached<ThresholdProfile> | null;
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
  readonly #dataset: Dataset;
  readonly #recordCount: number;
  /** Made when co-authorship is first asked for. */
  #coauthors: CoauthorTally | null = null;
  #coauthorship: Cached<Coauthorship> | null = null;
  /** What no clause turns away: all zeros. */
  readonly #none: Flags;
  /** By record, 1 where some facet's list was cut. */
  readonly #incomplete: Flags;
  /** By record: how many clauses turn it away, the switch for complete lists and all words being one more each; padding is turned away. */
  readonly #failCount: Flags;
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

  constructor(dataset: Dataset) {
    const { recordCount } = dataset;
    this.#dataset = dataset;
    this.#recordCount = recordCount;
    this.#none = newFlags(recordCount);
    this.#texts = new TextDimension(this.#none, recordCount);
    this.#failCount = newFlags(recordCount);
    this.#failCount.bytes.fill(1, recordCount);
    this.#scratch = newScratch(newFlags(recordCount), recordCount);
    this.#sharedScratch = newScratch(newFlags(recordCount), recordCount);
    const indexes = dataset.facets.map((facet) => buildFacetIndex(facet, recordCount));
    indexes.push(buildAuthorIndex(dataset));
    this.indexes = new Map(indexes.map((index) => [index.facet, index]));
    this.#dimensions = new Map(
      indexes.map((index) => [index.facet, newDimension(index, this.#none, recordCount)]),
    );
    this.#incomplete = incompleteRecords(indexes, recordCount);
  }

  /**
   * Turns the rows of one more facet round, which its first clause would do else: for the time after the first
   * picture.
   * @returns whether a facet is left
   */
  prepare(): boolean {
    const left = [...this.#dimensions.values()].filter((dimension) => !dimension.postings);
    if (left[0]) this.#postingsOf(left[0]);
    return left.length > 1;
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
    const before = this.#filter;
    this.#filter = filter;
    if (filter.completeOnly !== before.completeOnly) {
      const [from, to] = filter.completeOnly
        ? [this.#none, this.#incomplete]
        : [this.#incomplete, this.#none];
      this.#replaceFailing(from, to);
    }
    const failingBefore = this.#texts.failing;
    this.#texts.update(filter.texts, matches);
    this.#replaceFailing(failingBefore, this.#texts.failing);
    for (const [facet, dimension] of this.#dimensions) {
      this.#updateDimension(dimension, clauseOf(filter, facet), minScoreOf(filter, facet));
    }
  }

  /** How many records pass every clause. */
  get activeCount(): number {
    this.#activeCount = fresh(this.#activeCount, String(this.#version), () =>
      countEqual(this.#failCount, this.#none),
    );
    return this.#activeCount.value;
  }

  /** Whether the record passes every clause; false for a record that the dataset doesn't have. */
  isActive(record: number): boolean {
    return this.#failCount.bytes[record] === 0;
  }

  /** Whether the record passes every clause but that facet's, and the switch for complete lists, as `isActive`. */
  passesElsewhere(facet: FacetId, record: number): boolean {
    const { failing } = this.#dimension(facet);
    return record < this.#recordCount && this.#failCount.bytes[record] === failing.bytes[record];
  }

  /** The records that pass every clause, ascending. */
  activeRecords(): Uint32Array {
    this.#active = fresh(this.#active, String(this.#version), () => listEqual(this.#failCount, this.#none));
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

  /**
   * The nodes' values at every threshold of the facet, over the records that pass every other clause. The facet's
   * own threshold makes no difference, so that moving it costs nothing.
   * @param nodes each once: those among which the ranks are taken
   * @param compute the function of threshold-profile.ts, which is loaded when somebody looks at a place
   */
  thresholdProfile(
    facet: FacetId,
    nodes: readonly number[],
    compute: typeof thresholdProfile,
  ): ThresholdProfile {
    const dimension = this.#dimension(facet);
    const stamp = `${this.#versionElsewhere(dimension)} ${nodes.join()}`;
    dimension.profile = fresh(dimension.profile, stamp, () =>
      compute(dimension.index, this.#consideredFor(dimension), nodes),
    );
    return dimension.profile.value;
  }

  /** Who writes with how many others, under every clause but the authors' own; who asks brings the class. */
  coauthorship(Tally: typeof CoauthorTally): Coauthorship {
    const { records, authors } = this.#dataset;
    this.#coauthors ??= new Tally(records, authors.family.length);
    const tally = this.#coauthors;
    const dimension = this.#dimension(AUTHOR_FACET);
    this.#coauthorship = fresh(this.#coauthorship, this.#versionElsewhere(dimension), () => {
      const [all, own] = [this.#failCount.bytes, dimension.failing.bytes];
      return tally.update((record) => all[record] === own[record]);
    });
    return this.#coauthorship.value;
  }

  /** The active records with a counted tag at or below the node, ascending. */
  recordsShowing(facet: FacetId, node: number): Uint32Array {
    const dimension = this.#dimension(facet);
    const failCount = this.#failCount.bytes;
    return this.#postingsOf(dimension)
      .showing(node, dimension.minScore)
      .filter((record) => failCount[record] === 0)
      .sort();
  }

  /** All records that show a node, whatever passes; in no order. A view: not to be changed or kept. */
  everyRecordShowing(facet: FacetId, node: number): Uint32Array {
    const dimension = this.#dimension(facet);
    return this.#postingsOf(dimension).showing(node, dimension.minScore);
  }

  /**
   * How many of the facet's considered records show a node and none of some finer ones: what cannot be placed at
   * the finer level.
   */
  countShowingOnly(facet: FacetId, node: number, finer: ReadonlySet<number>): number {
    const dimension = this.#dimension(facet);
    const { index, minScore, failing } = dimension;
    const failCount = this.#failCount.bytes;
    let count = 0;
    for (const record of this.#postingsOf(dimension).showing(node, minScore)) {
      if (failCount[record] !== failing.bytes[record]) continue;
      if (!showsAny(index, record, finer, minScore)) count++;
    }
    return count;
  }

  /** By node, 1 where at least one of these records shows it with a counted tag, else 0. */
  shownAmong(facet: FacetId, records: Uint32Array): Uint8Array {
    const { index, minScore } = this.#dimension(facet);
    return shownNodes(index, records, minScore);
  }

  /** s(r, c) in hundredths, whatever the threshold; -1 where the record has no tag at or below the node. */
  scoreOf(facet: FacetId, record: number, node: number): number {
    return scoreAt(this.#dimension(facet).index, record, node);
  }

  #dimension(facet: FacetId): Dimension {
    const dimension = this.#dimensions.get(facet);
    if (!dimension) throw new Error(`unknown facet: "${facet}"`);
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
      : flagsOf(failingRecords(this.#postingsOf(dimension), flagLength(this.#recordCount), clause, minScore));
    if (this.#replaceFailing(dimension.failing, failing)) dimension.version++;
    dimension.failing = failing;
  }

  /** Brings the fail counts up to date; whether any record's changed. */
  #replaceFailing(before: Flags, after: Flags): boolean {
    if (before === after || !replaceAddend(this.#failCount, before, after)) return false;
    this.#version++;
    return true;
  }

  /** Stands for the state of everything but this facet's clause: both versions rise together for its own changes. */
  #versionElsewhere(dimension: Dimension): string {
    return String(this.#version - dimension.version);
  }

  #talliedFor(dimension: Dimension): Tallied {
    const stamp = `${this.#versionElsewhere(dimension)} ${dimension.minScore}`;
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
    members.words.set(change.after.words);
    return tallied;
  }

  /** From the facet's members to the records that it considers now. */
  #changeOf(dimension: Dimension): RecordChange {
    const { members, membersAt, failing } = dimension;
    const isActiveSet = failing === this.#none;
    dimension.membersAt = isActiveSet ? this.#version : OTHERS;
    if (!isActiveSet || membersAt === OTHERS) {
      return new RecordChange(members, this.#failCount, failing, this.#recordCount, this.#scratch);
    }
    if (this.#shared?.from !== membersAt || this.#shared.to !== this.#version) {
      const change = new RecordChange(
        members,
        this.#failCount,
        failing,
        this.#recordCount,
        this.#sharedScratch,
      );
      this.#shared = { from: membersAt, to: this.#version, change };
    }
    return this.#shared.change;
  }

  /** The records that pass every clause but the facet's own, ascending. */
  #consideredFor({ failing }: Dimension): Uint32Array {
    return failing === this.#none ? this.activeRecords() : listEqual(this.#failCount, failing);
  }

  #postingsOf(dimension: Dimension): Postings {
    return (dimension.postings ??= new Postings(dimension.index));
  }
}

function newDimension(index: FacetIndex, none: Flags, recordCount: number): Dimension {
  return {
    index,
    clause: clauseOf(EMPTY_FILTER, index.facet),
    minScore: minScoreOf(EMPTY_FILTER, index.facet),
    failing: none,
    version: 0,
    tally: new FacetTally(index, recordCount),
    members: newFlags(recordCount),
    membersAt: EMPTY,
    tallied: null,
    profile: null,
    postings: null,
  };
}

function incompleteRecords(indexes: readonly FacetIndex[], recordCount: number): Flags {
  const incomplete = newFlags(recordCount);
  for (const { hidden } of indexes) {
    for (let record = 0; record < recordCount; record++) {
      if (hidden[record]! > 0) incomplete.bytes[record] = 1;
    }
  }
  return incomplete;
}

function fresh<T>(cached: Cached<T> | null, stamp: string, compute: () => T): Cached<T> {
  return cached?.stamp === stamp ? cached : { stamp, value: compute() };
}

function isSameClause(a: Clause, b: Clause): boolean {
  if (a === b) return true;
  return a.mode === b.mode && isSameSet(a.included, b.included) && isSameSet(a.excluded, b.excluded);
}

function isSameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}
