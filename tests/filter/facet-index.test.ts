import { describe, expect, it } from 'vitest';
import { buildAuthorIndex, buildFacetIndex } from '../../src/filter/facet-index.ts';
import { handCounted, PERSON, PLACE } from './hand-counted.ts';
import { makeDataset } from './make-dataset.ts';

const geography = buildFacetIndex(handCounted.facets[0]!, handCounted.recordCount);

/** One facet of concepts given as [parent, code] and one record that is tagged with some of them at 0.50. */
function indexOf(concepts: readonly (readonly [number, string])[], tags: readonly number[]) {
  const dataset = makeDataset({
    authors: [],
    facets: [
      {
        id: 'f',
        kind: 'place',
        concepts: concepts.map(([parent, code]) => ({ label: 'x', parent, code })),
      },
    ],
    records: [
      {
        title: 'one',
        authors: [],
        tags: { f: tags.map((concept) => [concept, 50] as const) },
        hidden: {},
      },
    ],
  });
  return buildFacetIndex(dataset.facets[0]!, 1);
}

describe('the index of a facet', () => {
  it('adds one node for a code that stands in two branches', () => {
    expect(geography.conceptCount).toBe(7);
    expect(geography.nodeCount).toBe(8);
    expect(geography.unions).toEqual([{ node: 7, code: 'CYP', members: [2, 4], upperMembers: [2, 4] }]);
    expect(geography.nodeByCode).toEqual(
      new Map([
        ['CYP', PLACE.cyprus],
        ['DEU', PLACE.germany],
      ]),
    );
    expect(geography.codeOfNode[PLACE.cyprus]).toBe('CYP');
    expect([...geography.parent]).toEqual([-1, 0, 1, -1, 3, 3, 5, -1]);
  });

  it('lists for each record the nodes that it shows with their best scores, ascending', () => {
    const start = geography.reachOffset[2]!;
    const end = geography.reachOffset[3]!;
    expect([...geography.reachNode.subarray(start, end)]).toEqual([0, 1, 2, 3, 4, 7]);
    expect([...geography.reachScore.subarray(start, end)]).toEqual([5, 5, 5, 20, 20, 20]);
  });

  it('knows the best score below each tag', () => {
    // Germany has Bavaria below; Europe has a Germany of score 0
    expect([...geography.tagMaxBelow]).toEqual([10, -1, -1, -1, -1, -1, 0, -1]);
  });

  it('counts a member that stands below another member of its union only once', () => {
    const nested = indexOf(
      [
        [-1, 'SGP'],
        [0, 'SGP'],
        [-1, 'SGP'],
      ],
      [1],
    );
    expect(nested.unions).toEqual([{ node: 3, code: 'SGP', members: [0, 1, 2], upperMembers: [0, 2] }]);
    expect([...nested.reachNode]).toEqual([0, 1, 3]);
  });

  it('sorts also what a record shows of a long chain of concepts', () => {
    const chain = indexOf(
      Array.from({ length: 60 }, (_, i) => [i - 1, ''] as const),
      [59],
    );
    expect([...chain.reachNode]).toEqual(Array.from({ length: 60 }, (_, i) => i));
  });

  it('of an empty facet is empty', () => {
    const empty = indexOf([], []);
    expect(empty.nodeCount).toBe(0);
    expect([...empty.reachOffset]).toEqual([0, 0]);
  });
});

describe('the index of the authors', () => {
  it('sorts each byline, names nobody twice and leaves the dataset as it is', () => {
    const dataset = makeDataset({
      authors: ['Ada', 'Bo', 'Cy'],
      facets: [],
      records: [
        { title: 'one', authors: [2, 0, 2, 1, 0], tags: {}, hidden: {} },
        { title: 'two', authors: [], tags: {}, hidden: {} },
        { title: 'three', authors: [1, 0], tags: {}, hidden: {} },
      ],
    });
    const index = buildAuthorIndex(dataset);
    expect([...index.tagOffset]).toEqual([0, 3, 3, 5]);
    expect([...index.tagConcept]).toEqual([0, 1, 2, 0, 1]);
    expect([...index.reachScore]).toEqual([100, 100, 100, 100, 100]);
    expect([...dataset.records.author]).toEqual([2, 0, 2, 1, 0, 1, 0]);
  });

  it('is flat, without codes, and hides nothing', () => {
    const index = buildAuthorIndex(handCounted);
    expect(index.nodeCount).toBe(4);
    expect([...index.parent]).toEqual([-1, -1, -1, -1]);
    expect(Math.max(...index.hidden)).toBe(0);
    expect(index.tagConcept[0]).toBe(PERSON.ada);
  });
});
