import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import {
  EMPTY_FILTER,
  withMembership,
  withMinScore,
  withMode,
  withPresence,
  withoutText,
  withText,
  type FilterState,
} from '../../src/filter/passing/filter-state.ts';
import { preparing } from '../../src/filter/prepare-filter.ts';
import type { TextMatches } from '../../src/filter/passing/text-clause.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import {
  arbitraryChange,
  arbitraryDataset,
  arbitraryFilter,
  arbitraryMatches,
  type FilterChange,
} from './arbitrary-dataset.ts';
import { Oracle } from './oracle.ts';
import { recordScores } from './record-scores.ts';
import { expectSameCounts, plainCounts, TOLERANCE } from './same-counts.ts';
import { oneOf, uniform } from './seeded-random.ts';
import { syntheticDataset } from './synthetic-dataset.ts';

/** Random runs take one to three seconds; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

function changed(filter: FilterState, change: FilterChange): FilterState {
  switch (change.verb) {
    case 'replace':
      return change.filter;
    case 'membership':
      return withMembership(filter, change.facet, change.node, change.membership);
    case 'mode':
      return withMode(filter, change.facet, change.mode);
    case 'presence':
      return withPresence(filter, change.facet, change.presence);
    case 'minScore':
      return withMinScore(filter, change.facet, change.minScore);
    case 'completeOnly':
      return { ...filter, completeOnly: change.completeOnly };
    case 'text':
      return withText(filter, change.text);
    case 'withoutText':
      return withoutText(filter, change.text);
    case 'answer':
      return filter;
  }
}

/** What a search over this dataset could answer: records that it has. */
function within(matches: TextMatches, { recordCount }: Dataset): TextMatches {
  return new Map(
    [...matches].map(([text, records]) => [text, records.filter((record) => record < recordCount)]),
  );
}

function expectSameRecords(engine: CrossFilter, oracle: Oracle, recordCount: number): void {
  const active = oracle.active();
  expect([...engine.activeRecords()]).toEqual(active);
  expect(engine.activeCount).toBe(active.length);
  const records = Array.from({ length: recordCount }, (_, record) => record);
  expect(records.filter((record) => engine.isActive(record))).toEqual(active);
  for (const { id } of oracle.facets) {
    expect(records.map(engine.passesElsewhere(id))).toEqual(
      records.map((record) => oracle.passesBut(record, id)),
    );
  }
}

function expectSameShowing(engine: CrossFilter, oracle: Oracle, recordCount: number): void {
  const active = oracle.active();
  const some = Uint32Array.from({ length: recordCount }, (_, i) => i).filter((record) => record % 3 === 1);
  for (const { id, nodes } of oracle.facets) {
    expect(nodes.map((_, node) => [...engine.recordsShowing(id, node)])).toEqual(
      nodes.map((_, node) => active.filter((record) => oracle.shows(record, id, node))),
    );
    expect([...engine.shownAmong(id, some)]).toEqual(
      nodes.map((_, node) => Number([...some].some((record) => oracle.shows(record, id, node)))),
    );
    for (let record = 0; record < recordCount; record++) {
      expect(recordScores(engine.indexes.get(id)!, record).slice(0, nodes.length)).toEqual(
        nodes.map((_, node) => oracle.score(record, id, node)),
      );
    }
  }
}

/** The number of a country, region or city is that of a plain loop over all concepts that stand for it. */
function expectSamePlaces(engine: CrossFilter, oracle: Oracle, recordCount: number): void {
  const records = Array.from({ length: recordCount }, (_, record) => record);
  for (const { id, places } of oracle.facets) {
    const index = engine.indexes.get(id)!;
    const { nodeByCode } = index;
    const scores = records.map((record) => recordScores(index, record));
    expect([...nodeByCode.keys()]).toEqual([...places.keys()]);
    const counts = engine.countsFor(id);
    for (const [key, concepts] of places) {
      const node = nodeByCode.get(key)!;
      const shows = (record: number) => concepts.some((concept) => oracle.shows(record, id, concept));
      const score = (record: number) => Math.max(...concepts.map((each) => oracle.score(record, id, each)));
      const considered = records.filter((record) => oracle.passesBut(record, id));
      expect(counts.records[node]).toBe(considered.filter(shows).length);
      expect(scores.map((byNode) => byNode[node])).toEqual(records.map(score));
      // each record shares 1, so a place can't get more than the records that show it
      expect(counts.fractional[node]!).toBeLessThanOrEqual(counts.records[node]! + TOLERANCE);
    }
  }
}

function expectSame(engine: CrossFilter, oracle: Oracle, dataset: Dataset): void {
  expect([...engine.indexes.keys()]).toEqual(oracle.facets.map((facet) => facet.id));
  for (const { id } of oracle.facets) expectSameCounts(engine, oracle, id);
  expectSameRecords(engine, oracle, dataset.recordCount);
  expectSameShowing(engine, oracle, dataset.recordCount);
  expectSamePlaces(engine, oracle, dataset.recordCount);
}

describe('the cross-filter and a plain loop over the records', { timeout: BUSY_MACHINE_MS }, () => {
  it('give the same numbers for any dataset and any filter', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryFilter, arbitraryMatches, (dataset, filter, matches) => {
        const engine = new CrossFilter(dataset);
        const oracle = new Oracle(dataset);
        const known = within(matches, dataset);
        engine.setFilter(filter, known);
        oracle.setFilter(filter, known);
        expect(engine.filter).toBe(filter);
        expectSame(engine, oracle, dataset);
      }),
      { numRuns: 500 },
    );
  });

  it('give the same numbers at every step of any sequence of changes, whatever is read in between', () => {
    const steps = fc.array(fc.tuple(arbitraryChange, fc.nat(15)), { minLength: 30, maxLength: 45 });
    fc.assert(
      fc.property(arbitraryDataset, steps, (dataset, changes) => {
        const engine = new CrossFilter(dataset);
        const oracle = new Oracle(dataset);
        const pieces = preparing(engine, 3, Infinity);
        let filter = EMPTY_FILTER;
        let matches: TextMatches = new Map();
        for (const [change, reads] of changes) {
          filter = changed(filter, change);
          if (change.verb === 'answer') matches = within(change.matches, dataset);
          engine.setFilter(filter, matches);
          oracle.setFilter(filter, matches);
          for (let piece = 0; piece < 4 && (reads & 12) === 12; piece++) pieces.next();
          // a facet that is not read now must not answer from this state later
          oracle.facets.forEach(({ id }, i) => {
            if ((reads & (1 << i)) !== 0) expectSameCounts(engine, oracle, id);
          });
          if ((reads & 3) === 3) expectSameRecords(engine, oracle, dataset.recordCount);
        }
        expectSame(engine, oracle, dataset);
      }),
      // at least 10,020 steps
      { numRuns: 334 },
    );
  });

  it('keep a result as it was handed out through the next two changes', () => {
    const states = fc.array(arbitraryFilter, { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(arbitraryDataset, states, (dataset, filters) => {
        const engine = new CrossFilter(dataset);
        const taken = filters.map((filter) => {
          engine.setFilter(filter);
          const results = [...engine.indexes.keys()].map((id) => [
            engine.countsFor(id),
            engine.scoreHistogram(id),
            engine.activeRecords(),
          ]);
          return { results, copy: structuredClone(results) };
        });
        for (const { results, copy } of taken) expect(results).toEqual(copy);
      }),
      { numRuns: 50 },
    );
  });

  it('count thousands of records to the last bit as an engine that has seen no step before', () => {
    const dataset = syntheticDataset(3000, 11);
    const engine = new CrossFilter(dataset);
    const pieces = preparing(engine, 400, Infinity);
    const random = uniform(12);
    const facets = [...engine.indexes.keys()];
    const common = facets.map((id) => {
      const { records } = engine.countsFor(id);
      return [...records.keys()].sort((a, b) => records[b]! - records[a]!).slice(0, 40);
    });
    let filter = EMPTY_FILTER;
    for (let step = 0; step < 60; step++) {
      const f = Math.floor(random() * facets.length);
      const facet = facets[f]!;
      const draw = random();
      if (draw < 0.15) filter = EMPTY_FILTER;
      else if (draw < 0.35) filter = withMinScore(filter, facet, Math.floor(random() * 60));
      else {
        const membership = oneOf(random, ['included', 'included', 'excluded', 'neither'] as const);
        filter = withMembership(filter, facet, oneOf(random, common[f]!), membership);
      }
      engine.setFilter(filter);
      pieces.next();
      const fresh = new CrossFilter(dataset);
      fresh.setFilter(filter);
      expect(engine.activeRecords()).toEqual(fresh.activeRecords());
      for (const id of facets) {
        const [counts, wanted] = [engine.countsFor(id), fresh.countsFor(id)];
        expect(plainCounts(counts)).toEqual(plainCounts(wanted));
        expect(counts.fractional).toEqual(wanted.fractional);
        expect(engine.scoreHistogram(id)).toEqual(fresh.scoreHistogram(id));
      }
    }
  });
});
