/** Random small datasets and random filters for property tests. */
import fc from 'fast-check';
import type { Dataset, FacetKind } from '../../src/model/dataset.ts';
import { decadeOf } from '../../src/model/years.ts';
import type { Clause, FilterState, Presence } from '../../src/filter/passing/filter-state.ts';
import type { TextMatches } from '../../src/filter/passing/text-clause.ts';
import {
  makeDataset,
  type PlainConcept,
  type PlainDataset,
  type PlainFacet,
  type PlainRecord,
} from './make-dataset.ts';

const FACETS: readonly (readonly [string, FacetKind])[] = [
  ['geography', 'place'],
  ['technology', 'taxonomy'],
  ['industry', 'taxonomy'],
  ['year', 'time'],
];

const AUTHOR_LIMIT = 10;

/** Mostly the scores at which something can go wrong, and any other. */
export const arbitraryScore = fc.oneof(
  fc.constantFrom(0, 1, 14, 50, 99, 100),
  fc.integer({ min: 0, max: 100 }),
);

/** What a concept stands for: mostly nothing; a country; a region or what lies in it; a city with or without one. */
const arbitraryPlace: fc.Arbitrary<Omit<PlainConcept, 'label' | 'parent'>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.record({ code: fc.constantFrom('CYP', 'TUR') }) },
  { weight: 1, arbitrary: fc.constantFrom('CY-01', 'TR-06').map((code) => ({ code, region: code })) },
  {
    weight: 3,
    arbitrary: fc.record({ region: fc.constantFrom('', 'CY-01', 'TR-06'), geonames: fc.nat(2) }),
  },
);

/** A forest: any shape, from many roots to one chain; a place may stand in several branches, and below itself. */
const arbitraryConcepts: fc.Arbitrary<PlainConcept[]> = fc
  .array(fc.record({ pick: fc.nat(), root: fc.nat(3), place: arbitraryPlace }), { maxLength: 12 })
  .map((concepts) =>
    concepts.map(({ pick, root, place }, i) => ({
      label: `c${i}`,
      parent: i === 0 || root === 0 ? -1 : pick % i,
      ...place,
    })),
  );

/** Years behind their decades, in the order of time, as few as none. */
const arbitraryYears: fc.Arbitrary<PlainConcept[]> = fc
  .subarray(['1000', '1998', '1999', '2000', '2014', '2999'], { maxLength: 5 })
  .map((years) => {
    const decades = [...new Set(years.map(decadeOf))];
    return [
      ...decades.map((label) => ({ label, parent: -1 })),
      ...years.map((label) => ({ label, parent: decades.indexOf(decadeOf(label)) })),
    ];
  });

const arbitraryForest: Readonly<Record<FacetKind, fc.Arbitrary<PlainConcept[]>>> = {
  place: arbitraryConcepts,
  taxonomy: arbitraryConcepts,
  time: arbitraryYears,
};

/** What records may be tagged with: of years no decade. */
const taggable = ({ kind, concepts }: PlainFacet): number[] =>
  [...concepts.keys()].filter((concept) => kind !== 'time' || concepts[concept]!.parent >= 0);

const arbitraryHidden = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 40 }));

function arbitraryRecord(facets: readonly PlainFacet[]): fc.Arbitrary<PlainRecord> {
  const tags = facets.map((facet) => {
    const concepts = taggable(facet);
    const tag = fc.tuple(fc.nat(Math.max(0, concepts.length - 1)), arbitraryScore);
    const list = fc
      .uniqueArray(tag, { maxLength: concepts.length === 0 ? 0 : 6, selector: ([c]) => c })
      .map((tags) => tags.map(([c, score]) => [concepts[c]!, score] as const));
    return list.map((value) => [facet.id, value] as const);
  });
  const hidden = facets.map(({ id }) => arbitraryHidden.map((count) => [id, count] as const));
  return fc.record({
    title: fc.constant('A title'),
    // a byline may name somebody twice: the decoder lets that through
    authors: fc.array(fc.nat(AUTHOR_LIMIT - 1), { maxLength: 8 }),
    tags: fc.tuple(...tags).map((entries) => Object.fromEntries(entries)),
    hidden: fc.tuple(...hidden).map((entries) => Object.fromEntries(entries)),
  });
}

const arbitraryPlainDataset: fc.Arbitrary<PlainDataset> = fc
  .tuple(fc.integer({ min: 1, max: FACETS.length }), ...FACETS.map(([, kind]) => arbitraryForest[kind]))
  .chain(([count, ...forests]) => {
    const facets = FACETS.slice(0, count).map(([id, kind], i) => ({ id, kind, concepts: forests[i]! }));
    return fc.record({
      authors: fc.constant(Array.from({ length: AUTHOR_LIMIT }, (_, i) => `Author ${i}`)),
      facets: fc.constant(facets),
      records: fc.array(arbitraryRecord(facets), { maxLength: 14 }),
    });
  });

/** 1 to 4 facets of 0 to 12 concepts, 0 to 14 records of 0 to 6 tags a facet, 10 authors, bylines of 0 to 8. */
export const arbitraryDataset: fc.Arbitrary<Dataset> = arbitraryPlainDataset.map(makeDataset);

/** Node ids of small facets, and some that no facet has. */
const arbitraryNode = fc.oneof(
  { weight: 9, arbitrary: fc.nat(13) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, 99) },
);

const arbitraryNodes = fc.uniqueArray(arbitraryNode, { maxLength: 3 }).map((nodes) => new Set(nodes));

const arbitraryClause: fc.Arbitrary<Clause> = fc.record(
  {
    included: arbitraryNodes,
    excluded: fc.oneof({ weight: 2, arbitrary: fc.constant(new Set<number>()) }, arbitraryNodes),
    mode: fc.constantFrom('any', 'all'),
    tagged: fc.constantFrom('any', 'none'),
  },
  { requiredKeys: ['included', 'excluded', 'mode'] },
);

const arbitraryFacetId = fc.constantFrom(...FACETS.map(([id]) => id), 'author', 'no such facet');

/** What the filters ask for by words. */
const WORDS = ['alpha', 'beta', 'no one has this'] as const;

/** What a search answers for some of the words: some records, all, or none. */
export const arbitraryMatches: fc.Arbitrary<TextMatches> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...WORDS), fc.subarray(Array.from({ length: 14 }, (_, i) => i))), {
    selector: ([word]) => word,
  })
  .map((entries) => new Map(entries.map(([word, records]) => [word, Uint32Array.from(records)])));

/** Any filter: also with nodes on both sides of a clause, and with facets and nodes that the dataset lacks. */
export const arbitraryFilter: fc.Arbitrary<FilterState> = fc.record({
  clauses: fc
    .uniqueArray(fc.tuple(arbitraryFacetId, arbitraryClause), { maxLength: 3, selector: ([id]) => id })
    .map((entries) => new Map(entries)),
  minScore: fc
    .uniqueArray(fc.tuple(arbitraryFacetId, arbitraryScore), { maxLength: 3, selector: ([id]) => id })
    .map((entries) => new Map(entries)),
  completeOnly: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
  texts: fc.subarray([...WORDS]),
});

/** One change of a filter, as a person makes them. */
export type FilterChange =
  | { readonly verb: 'replace'; readonly filter: FilterState }
  | {
      readonly verb: 'membership';
      readonly facet: string;
      readonly node: number;
      readonly membership: 'included' | 'excluded' | 'neither';
    }
  | { readonly verb: 'mode'; readonly facet: string; readonly mode: 'any' | 'all' }
  | { readonly verb: 'presence'; readonly facet: string; readonly presence: Presence | undefined }
  | { readonly verb: 'minScore'; readonly facet: string; readonly minScore: number }
  | { readonly verb: 'completeOnly'; readonly completeOnly: boolean }
  | { readonly verb: 'text'; readonly text: string }
  | { readonly verb: 'withoutText'; readonly text: string }
  | { readonly verb: 'answer'; readonly matches: TextMatches };

/** One change. */
export const arbitraryChange: fc.Arbitrary<FilterChange> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('replace' as const), filter: arbitraryFilter }) },
  {
    weight: 4,
    arbitrary: fc.record({
      verb: fc.constant('membership' as const),
      facet: arbitraryFacetId,
      node: arbitraryNode,
      membership: fc.constantFrom('included' as const, 'excluded' as const, 'neither' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      verb: fc.constant('mode' as const),
      facet: arbitraryFacetId,
      mode: fc.constantFrom('any' as const, 'all' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      verb: fc.constant('presence' as const),
      facet: arbitraryFacetId,
      presence: fc.constantFrom('any' as const, 'none' as const, undefined),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constant('minScore' as const),
      facet: arbitraryFacetId,
      minScore: arbitraryScore,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ verb: fc.constant('completeOnly' as const), completeOnly: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constantFrom('text' as const, 'withoutText' as const),
      text: fc.constantFrom(...WORDS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ verb: fc.constant('answer' as const), matches: arbitraryMatches }),
  },
);
