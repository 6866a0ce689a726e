import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makingBylines } from '../../src/filter/coauthors/author-rows.ts';
import { bylinesAsSets } from '../../src/filter/index/bylines.ts';
import { buildAuthorIndex, buildFacetIndex, type FacetIndex } from '../../src/filter/index/facet-index.ts';
import { forShown } from '../../src/filter/tally/show.ts';
import { finished } from '../../src/model/work.ts';
import { arbitraryDataset } from './arbitrary-dataset.ts';
import { handCounted, PERSON, PLACE } from './hand-counted.ts';
import { makeDataset, type PlainConcept } from './make-dataset.ts';

const geography = buildFacetIndex(handCounted.facets[0]!, handCounted.recordCount);

/** What a record shows, by node. */
function shownBy(index: FacetIndex, record: number): [node: number, score: number][] {
  const shown: [number, number][] = [];
  forShown(index, record, (node, score) => shown.push([node, score]));
  return shown.sort((a, b) => a[0] - b[0]);
}

const nodesOf = (index: FacetIndex, record = 0) => shownBy(index, record).map(([node]) => node);
const scoresOf = (index: FacetIndex, record = 0) => shownBy(index, record).map(([, score]) => score);

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

  it('lists for each record the nodes that it shows with their best scores, each once', () => {
    expect(nodesOf(geography, 2)).toEqual([0, 1, 2, 3, 4, 7]);
    expect(scoresOf(geography, 2)).toEqual([5, 5, 5, 20, 20, 20]);
  });

  it('knows the best score below each tag', () => {
    // Germany has Bavaria below; Europe has a Germany of score 0
    expect([...geography.tagMaxBelow]).toEqual([10, -1, -1, -1, -1, -1, 0, -1]);
  });

  it('ends the way of a tag where another tag of the record is as sure or surer', () => {
    // 0 > 1 > 2 and 1 > 3, 0 > 4: the surest goes to the top, the others up to where it has been
    const parents = [-1, 0, 1, 1, 0] as const;
    const concepts = parents.map((parent, i) => ({ label: `c${i}`, parent }));
    const build = (tags: readonly (readonly [number, number])[]) => {
      const records = [{ title: 'one', authors: [], tags: { f: tags }, hidden: {} }];
      const dataset = makeDataset({
        authors: [],
        facets: [{ id: 'f', kind: 'taxonomy', concepts }],
        records,
      });
      return buildFacetIndex(dataset.facets[0]!, 1);
    };
    expect([...build([[2, 30]]).tagEnd]).toEqual([5]);
    expect([...build([[2, 30], [3, 40], [4, 50]]).tagEnd]).toEqual([1, 0, 5]); // prettier-ignore
    expect([...build([[2, 30], [3, 30]]).tagEnd]).toEqual([5, 1]); // prettier-ignore
    // a concept that is shown more surely from below has no way of its own
    const nested = build([[1, 20], [2, 30]]); // prettier-ignore
    expect([...nested.tagEnd]).toEqual([1, 5]);
    expect(shownBy(nested, 0)).toEqual([[0, 30], [1, 30], [2, 30]]); // prettier-ignore
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
    expect(nodesOf(nested)).toEqual([0, 1, 3]);
  });

  it('lets the concept that stands above all others of its place stand for it', () => {
    const chain = indexOf(
      [
        [-1, 'SGP'],
        [0, 'SGP'],
      ],
      [1],
    );
    expect(chain.unions).toEqual([]);
    expect(chain.nodeByCode).toEqual(new Map([['SGP', 0]]));
  });

  it('shows all of a long chain of concepts', () => {
    const chain = indexOf(
      Array.from({ length: 60 }, (_, i) => [i - 1, ''] as const),
      [59],
    );
    expect(nodesOf(chain)).toEqual(Array.from({ length: 60 }, (_, i) => i));
  });

  it('of an empty facet is empty', () => {
    const empty = indexOf([], []);
    expect(empty.nodeCount).toBe(0);
    expect([...empty.tagOffset]).toEqual([0, 0]);
    expect(nodesOf(empty)).toEqual([]);
  });
});

describe('regions and cities', () => {
  const usa = { label: 'United States', parent: 0, code: 'USA' };
  const california = { label: 'California', parent: 1, code: 'US-CA', region: 'US-CA' };
  const sanDiego = { label: 'San Diego', region: 'US-CA', geonames: 5391811 };
  const build = (concepts: readonly PlainConcept[]) => {
    const all = [{ label: 'North America', parent: -1 }, usa, ...concepts];
    const facets = [{ id: 'f', kind: 'place', concepts: all } as const];
    // one record, tagged with every concept below the country at rising scores
    const tags = { f: all.flatMap((_, i) => (i < 2 ? [] : [[i, 10 * i] as const])) };
    const records = [{ title: 'one', authors: [], tags, hidden: {} }];
    return buildFacetIndex(makeDataset({ authors: [], facets, records }).facets[0]!, 1);
  };

  it('are the concept itself where everything of the region stands below it', () => {
    const index = build([california, { ...sanDiego, parent: 2 }]);
    expect(index.unions).toEqual([]);
    expect(Object.fromEntries(index.nodeByCode)).toEqual({ USA: 1, 'US-CA': 2, GN5391811: 3 });
  });

  it('are unions where a city stands without its region, and where it stands twice', () => {
    const index = build([california, { ...sanDiego, parent: 2 }, { ...sanDiego, parent: 1 }]);
    expect(index.unions).toEqual([
      { node: 5, code: 'US-CA', members: [2, 3, 4], upperMembers: [2, 4] },
      { node: 6, code: 'GN5391811', members: [3, 4], upperMembers: [3, 4] },
    ]);
    expect(index.codeOfNode).toEqual(['', 'USA', 'US-CA', '', '', 'US-CA', 'GN5391811']);
    // San Diego belongs to both unions; each has the best score of its members
    expect(nodesOf(index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(scoresOf(index)).toEqual([40, 40, 30, 30, 40, 40, 40]);
  });

  it('are known by their cities alone', () => {
    const index = build([{ ...sanDiego, parent: 1 }]);
    expect(Object.fromEntries(index.nodeByCode)).toEqual({ USA: 1, 'US-CA': 2, GN5391811: 2 });
  });
});

describe('the index of the authors', () => {
  it('names nobody twice in a record and leaves the dataset as it is', () => {
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
    expect([...index.tagConcept]).toEqual([2, 0, 1, 1, 0]);
    expect([0, 1, 2].map((record) => scoresOf(index, record))).toEqual([[100, 100, 100], [], [100, 100]]);
    expect([...dataset.records.author]).toEqual([2, 0, 2, 1, 0, 1, 0]);
  });

  it('shares the columns of a dataset whose bylines name nobody twice', () => {
    const index = buildAuthorIndex(handCounted);
    expect(index.tagOffset).toBe(handCounted.records.authorOffset);
    expect(index.tagConcept).toBe(handCounted.records.author);
  });

  it('has the same people as the sorted bylines, whatever the dataset', () => {
    fc.assert(
      fc.property(arbitraryDataset, ({ records, authors }) => {
        const { offset, author } = bylinesAsSets(records, authors.family.length);
        const sorted = author.slice();
        for (let r = 0; r + 1 < offset.length; r++) sorted.subarray(offset[r], offset[r + 1]).sort();
        expect({ offset, author: sorted }).toEqual(finished(makingBylines(records)));
      }),
    );
  });

  it('is flat, without codes, and hides nothing', () => {
    const index = buildAuthorIndex(handCounted);
    expect(index.nodeCount).toBe(4);
    expect([...index.parent]).toEqual([-1, -1, -1, -1]);
    expect(Math.max(...index.hidden)).toBe(0);
    expect([...index.tagConcept.subarray(0, 2)]).toEqual([PERSON.bo, PERSON.ada]);
  });
});
