/** What small random datasets never have: records of hundreds of tags, facets of more nodes than two bytes tell. */
import { describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import {
  EMPTY_FILTER,
  withMembership,
  withMinScore,
  type FilterState,
} from '../../src/filter/passing/filter-state.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { makeDataset, type PlainConcept } from './make-dataset.ts';
import { Oracle } from './oracle.ts';
import { expectSameCounts } from './same-counts.ts';
import { oneOf, uniform, type Draw } from './seeded-random.ts';

/** Plain loops over hundreds of tags take seconds on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

/** A forest, with one concept in seven one of the same three cities, or without. */
function concepts(count: number, random: Draw, hasCities: boolean): PlainConcept[] {
  return Array.from({ length: count }, (_, i) => ({
    label: `c${i}`,
    parent: i === 0 || random() < 0.02 ? -1 : Math.floor(random() * i),
    ...(hasCities && i % 7 === 3 ? { region: '', geonames: 1 + (i % 3) } : {}),
  }));
}

/** Distinct concepts with scores that are sometimes all the same. */
function tags(count: number, conceptCount: number, random: Draw): [number, number][] {
  const highest = oneOf(random, [0, 1, 100, 100]);
  const drawn = new Map<number, number>();
  while (drawn.size < count) {
    drawn.set(Math.floor(random() * conceptCount), Math.floor(random() * (highest + 1)));
  }
  return [...drawn];
}

function datasetOf(
  conceptCount: number,
  tagCounts: readonly number[],
  seed: number,
  hasCities: boolean,
): Dataset {
  const random = uniform(seed);
  return makeDataset({
    authors: ['Ada', 'Bo', 'Cy'],
    facets: [{ id: 'f', kind: 'place', concepts: concepts(conceptCount, random, hasCities) }],
    records: tagCounts.map((count, i) => ({
      title: `r${i}`,
      authors: [i % 3],
      tags: { f: tags(count, conceptCount, random) },
      hidden: { f: i % 3 },
    })),
  });
}

function expectSameAlongTheWay(dataset: Dataset, filters: readonly FilterState[]): void {
  const engine = new CrossFilter(dataset);
  const oracle = new Oracle(dataset);
  for (const filter of filters) {
    engine.setFilter(filter);
    oracle.setFilter(filter);
    for (const facet of ['f', 'author']) expectSameCounts(engine, oracle, facet);
  }
}

const without = (author: number, minScore: number) =>
  withMinScore(withMembership(EMPTY_FILTER, 'author', author, 'excluded'), 'f', minScore);

/** Records and sums of scores by node, of a facet without unions. */
function plainSums({ facets, recordCount }: Dataset) {
  const { concepts, tagOffset, tagConcept, tagScore } = facets[0]!;
  const records = new Uint32Array(concepts.parent.length);
  const hundredths = new Uint32Array(concepts.parent.length);
  for (let record = 0; record < recordCount; record++) {
    const best = new Map<number, number>();
    for (let tag = tagOffset[record]!; tag < tagOffset[record + 1]!; tag++) {
      for (let at = tagConcept[tag]!; at >= 0; at = concepts.parent[at]!) {
        best.set(at, Math.max(best.get(at) ?? 0, tagScore[tag]!));
      }
    }
    for (const [node, score] of best) {
      records[node]!++;
      hundredths[node]! += score;
    }
  }
  return { records, scoreSum: Float64Array.from(hundredths, (sum) => sum / 100) };
}

describe('the cross-filter', { timeout: BUSY_MACHINE_MS }, () => {
  it.each([1, 2])('counts records of hundreds of tags as a plain loop does (seed %i)', (seed) => {
    const dataset = datasetOf(300, [254, 255, 256, 30, 1, 0], seed, true);
    const filters = [
      EMPTY_FILTER,
      without(seed % 3, 40),
      withMinScore(EMPTY_FILTER, 'f', 100),
      without(0, 1),
    ];
    expectSameAlongTheWay(dataset, filters);
  });

  it('counts a facet of more than 65,535 nodes as a plain loop does', () => {
    const dataset = datasetOf(65_600, [3, 5, 0, 4, 60, 200], 7, false);
    const engine = new CrossFilter(dataset);
    expect(engine.indexes.get('f')!.tagEnd).toBeInstanceOf(Uint32Array);
    expect(engine.countsFor('f')).toMatchObject(plainSums(dataset));
  });
});
