/** The linked filter: which records are active, and what each facet counts under the other facets' clauses. */
import type { Dataset, FacetId, Hundredths } from '../model/dataset.ts';
import { failingRecords } from './failing-records.ts';
import { countFacet, countScores, type FacetCounts } from './facet-counts.ts';
import { buildAuthorIndex, buildFacetIndex, type FacetIndex } from './facet-index.ts';
import { clauseOf, EMPTY_FILTER, minScoreOf, type Clause, type FilterState } from './filter-state.ts';
import { reachEntry, recordsWithNode, showsAny, shownNodes } from './show.ts';
import { thresholdProfile, type ThresholdProfile } from './threshold-profile.ts';

export type { FacetCounts } from './facet-counts.ts';

/** A result together with the state that it was worked out for. */
interface Cached<T> {
  readonly stamp: string;
  readonly value: T;
}

/** What the filter knows of one facet. */
interface Dimension {
  readonly index: FacetIndex;
  clause: Clause;
  minScore: Hundredths;
  /** By record, 1 where the clause turns it away. */
  failing: Uint8Array;
  /** Rises whenever `failing` changes in at least one record. */
  version: number;
  considered: Cached<Uint32Array> | null;
  counts: Cached<FacetCounts> | null;
  histogram: Cached<Uint32Array> | null;
  profile: Cached<ThresholdProfile> | null;
}

/**
 * Filters a dataset and counts it. A view's own counts skip its own facet's clause, everything else obeys every
 * clause; the switch for complete lists is never skipped. Clauses and thresholds of facets that the dataset
 * doesn't have are ignored; node ids that a facet doesn't have are shown by no record.
 *
 * Arrays that it hands out are shared by later callers: they never change, and must not be changed.
 */
export class CrossFilter {
  /** Every facet of the dataset, and the authors. */
  readonly indexes: ReadonlyMap<FacetId, FacetIndex>;
  readonly #dimensions: ReadonlyMap<FacetId, Dimension>;
  readonly #recordCount: number;
  /** What no clause turns away: all zeros. */
  readonly #none: Uint8Array;
  /** By record, 1 where some facet's list was cut. */
  readonly #incomplete: Uint8Array;
  /** By record: how many clauses turn it away, the switch for complete lists being one more. */
  readonly #failCount: Uint8Array;
  #filter: FilterState = EMPTY_FILTER;
  /** Rises with every change of any record's state. */
  #version = 0;
  #active: Cached<Uint32Array> | null = null;

  constructor(dataset: Dataset) {
    const { recordCount } = dataset;
    this.#recordCount = recordCount;
    this.#none = new Uint8Array(recordCount);
    this.#failCount = new Uint8Array(recordCount);
    const indexes = dataset.facets.map((facet) => buildFacetIndex(facet, recordCount));
    indexes.push(buildAuthorIndex(dataset));
    this.indexes = new Map(indexes.map((index) => [index.facet, index]));
    this.#dimensions = new Map(indexes.map((index) => [index.facet, newDimension(index, this.#none)]));
    this.#incomplete = incompleteRecords(indexes, recordCount);
  }

  get filter(): FilterState {
    return this.#filter;
  }

  /** Replaces the filter; only facets whose clause or threshold changed are tested again. */
  setFilter(filter: FilterState): void {
    const before = this.#filter;
    this.#filter = filter;
    if (filter.completeOnly !== before.completeOnly) {
      const [from, to] = filter.completeOnly
        ? [this.#none, this.#incomplete]
        : [this.#incomplete, this.#none];
      this.#replaceFailing(from, to);
    }
    for (const [facet, dimension] of this.#dimensions) {
      this.#updateDimension(dimension, clauseOf(filter, facet), minScoreOf(filter, facet));
    }
  }

  /** How many records pass every clause. */
  get activeCount(): number {
    return this.activeRecords().length;
  }

  /** Whether the record passes every clause; false for a record that the dataset doesn't have. */
  isActive(record: number): boolean {
    return this.#failCount[record] === 0;
  }

  /** Whether the record passes every clause but that facet's, and the switch for complete lists, as `isActive`. */
  passesElsewhere(facet: FacetId, record: number): boolean {
    const { failing } = this.#dimension(facet);
    return record in failing && this.#failCount[record] === failing[record];
  }

  /** The records that pass every clause, ascending. */
  activeRecords(): Uint32Array {
    this.#active = fresh(this.#active, String(this.#version), () => this.#recordsFailingOnly(this.#none));
    return this.#active.value;
  }

  /** The facet's numbers over the records that pass every other clause. */
  countsFor(facet: FacetId): FacetCounts {
    const dimension = this.#dimension(facet);
    const stamp = `${this.#versionElsewhere(dimension)} ${dimension.minScore}`;
    dimension.counts = fresh(dimension.counts, stamp, () =>
      countFacet(dimension.index, this.#consideredFor(dimension), dimension.minScore),
    );
    return dimension.counts.value;
  }

  /**
   * How many tags of the records that pass every other clause have each score: 101 bins, one a hundredth. The
   * facet's threshold is ignored, since this is drawn behind its slider.
   */
  scoreHistogram(facet: FacetId): Uint32Array {
    const dimension = this.#dimension(facet);
    dimension.histogram = fresh(dimension.histogram, this.#versionElsewhere(dimension), () =>
      countScores(dimension.index, this.#consideredFor(dimension)),
    );
    return dimension.histogram.value;
  }

  /**
   * The nodes' values at every threshold of the facet, over the records that pass every other clause. The facet's
   * own threshold makes no difference, so that moving it costs nothing.
   * @param nodes each once: those among which the ranks are taken
   */
  thresholdProfile(facet: FacetId, nodes: readonly number[]): ThresholdProfile {
    const dimension = this.#dimension(facet);
    const stamp = `${this.#versionElsewhere(dimension)} ${nodes.join()}`;
    dimension.profile = fresh(dimension.profile, stamp, () =>
      thresholdProfile(dimension.index, this.#consideredFor(dimension), nodes),
    );
    return dimension.profile.value;
  }

  /** The active records with a counted tag at or below the node, ascending. */
  recordsShowing(facet: FacetId, node: number): Uint32Array {
    const { index, minScore } = this.#dimension(facet);
    return recordsWithNode(index, this.activeRecords(), node, minScore);
  }

  /**
   * How many of the facet's considered records show a node and none of some finer ones: what cannot be placed at
   * the finer level.
   */
  countShowingOnly(facet: FacetId, node: number, finer: ReadonlySet<number>): number {
    const dimension = this.#dimension(facet);
    const { index, minScore } = dimension;
    const shows = recordsWithNode(index, this.#consideredFor(dimension), node, minScore);
    return shows.filter((record) => !showsAny(index, record, finer, minScore)).length;
  }

  /** By node, 1 where at least one of these records shows it with a counted tag, else 0. */
  shownAmong(facet: FacetId, records: Uint32Array): Uint8Array {
    const { index, minScore } = this.#dimension(facet);
    return shownNodes(index, records, minScore);
  }

  /** s(r, c) in hundredths, whatever the threshold; -1 where the record has no tag at or below the node. */
  scoreOf(facet: FacetId, record: number, node: number): number {
    const { index } = this.#dimension(facet);
    const entry = reachEntry(index, record, node);
    return entry < 0 ? -1 : index.reachScore[entry]!;
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
    const failing = failingRecords(dimension.index, clause, minScore) ?? this.#none;
    if (this.#replaceFailing(dimension.failing, failing)) dimension.version++;
    dimension.failing = failing;
  }

  /** Brings the fail counts up to date; whether any record's changed. */
  #replaceFailing(before: Uint8Array, after: Uint8Array): boolean {
    if (before === after) return false;
    const failCount = this.#failCount;
    let changed = false;
    for (let record = 0; record < failCount.length; record++) {
      const change = after[record]! - before[record]!;
      if (change === 0) continue;
      failCount[record]! += change;
      changed = true;
    }
    if (changed) this.#version++;
    return changed;
  }

  /** Stands for the state of everything but this facet's clause: both versions rise together for its own changes. */
  #versionElsewhere(dimension: Dimension): string {
    return String(this.#version - dimension.version);
  }

  #consideredFor(dimension: Dimension): Uint32Array {
    if (dimension.failing === this.#none) return this.activeRecords();
    dimension.considered = fresh(dimension.considered, this.#versionElsewhere(dimension), () =>
      this.#recordsFailingOnly(dimension.failing),
    );
    return dimension.considered.value;
  }

  /** The records that nothing but these failures turns away, ascending. */
  #recordsFailingOnly(failing: Uint8Array): Uint32Array {
    const failCount = this.#failCount;
    const list = new Uint32Array(this.#recordCount);
    let length = 0;
    for (let record = 0; record < failCount.length; record++) {
      if (failCount[record] === failing[record]) list[length++] = record;
    }
    return list.slice(0, length);
  }
}

function newDimension(index: FacetIndex, failing: Uint8Array): Dimension {
  return {
    index,
    clause: clauseOf(EMPTY_FILTER, index.facet),
    minScore: minScoreOf(EMPTY_FILTER, index.facet),
    failing,
    version: 0,
    considered: null,
    counts: null,
    histogram: null,
    profile: null,
  };
}

function incompleteRecords(indexes: readonly FacetIndex[], recordCount: number): Uint8Array {
  const incomplete = new Uint8Array(recordCount);
  for (const { hidden } of indexes) {
    for (let record = 0; record < recordCount; record++) {
      if (hidden[record]! > 0) incomplete[record] = 1;
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
