import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../tests/ingest/read-dataset.ts';
import { handCounted, PERSON, PLACE, TOPIC } from '../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../tests/filter/odd-dataset.ts';
import { CrossFilter } from '../filter/cross-filter.ts';
import {
  comparable,
  EMPTY_FILTER,
  withMembership,
  withMinScore,
  withMode,
  withPresence,
  withText,
  type FilterState,
} from '../filter/passing/filter-state.ts';
import type { Dataset, FacetId } from '../model/dataset.ts';
import { MOST_TIMES } from '../model/map-window.ts';
import { arbitraryCoauthors } from '../../tests/filter/arbitrary-coauthors.ts';
import { DEFAULT_COAUTHORS } from './coauthor-settings.ts';
import { nodeKeys } from './node-key.ts';
import { decodeState, encodeState, QUERY_LIMIT, type UrlContext } from './url-state.ts';
import {
  DEFAULT_MAP,
  MAP_CLASSES,
  MAP_COLORS,
  MAP_PROJECTIONS,
  recordOrdersOf,
  VIEW_IDS,
  type ViewState,
} from './view-state.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

function contextOf(dataset: Dataset): UrlContext & { nodeCounts: ReadonlyMap<FacetId, number> } {
  const { indexes } = new CrossFilter(dataset);
  return {
    dataset,
    keys: new Map([...indexes].map(([facet, index]) => [facet, nodeKeys(dataset, facet, index)])),
    defaultTopicFacet: dataset.facets.find((facet) => facet.kind === 'taxonomy')?.id ?? '',
    nodeCounts: new Map([...indexes].map(([facet, index]) => [facet, index.nodeCount])),
  };
}

const byHand = contextOf(handCounted);

const DEFAULT: ViewState = {
  filter: EMPTY_FILTER,
  reference: null,
  rule: 'records',
  topicFacet: 'technology',
  focus: new Map(),
  openRecord: null,
  openAuthor: null,
  map: DEFAULT_MAP,
  mapWindow: null,
  recordOrder: 'source',
  recordFacet: null,
  coauthors: DEFAULT_COAUTHORS,
  tables: new Set(),
};

describe('words', () => {
  const told = (query: string) => decodeState(query, byHand);

  it('stand once, without spare spaces', () => {
    expect(told('text=a++b&text=+a+b+').state.filter.texts).toEqual(['a b']);
    expect(told('text=a++b&text=+a+b+').unknown).toEqual([]);
  });

  it('that no search could find, or too many, are told', () => {
    const long = 'x'.repeat(201);
    expect(told(`text=!&text=&text=${long}&text=ok`)).toMatchObject({
      state: { filter: { texts: ['ok'] } },
      unknown: [
        { key: 'text', value: '!' },
        { key: 'text', value: '' },
        { key: 'text', value: long },
      ],
    });
    const many = Array.from({ length: 22 }, (_, i) => `text=w${i}`).join('&');
    expect(told(many).state.filter.texts.length).toBe(20);
    expect(told(many).unknown).toEqual([
      { key: 'text', value: 'w20' },
      { key: 'text', value: 'w21' },
    ]);
  });
});

describe('the default state', () => {
  it('is an empty query, both ways', () => {
    expect(encodeState(DEFAULT, byHand)).toBe('');
    expect(decodeState('', byHand)).toEqual({ state: DEFAULT, unknown: [] });
    expect(decodeState('?', byHand)).toEqual({ state: DEFAULT, unknown: [] });
  });

  it('leaves nothing of ours in the address and all of others’', () => {
    const previous =
      'utm=1&geography=DEU&not.author=Ada&v=1&rule=score&min.technology=0.50&utm=2&in.author=x&vs.not.author=x';
    expect(encodeState(DEFAULT, byHand, previous)).toBe('utm=1&utm=2');
  });
});

const german = withMembership(EMPTY_FILTER, 'geography', PLACE.germany, 'included');
const without = (facet: string, node: number) => withMembership(EMPTY_FILTER, facet, node, 'excluded');

const LINKS: readonly (readonly [query: string, state: Partial<ViewState>])[] = [
  ['geography=DEU', { filter: german }],
  ['geography=CYP', { filter: withMembership(EMPTY_FILTER, 'geography', PLACE.cyprus, 'included') }],
  [
    'geography=Asia%3EMiddle+East%3ECyprus',
    { filter: withMembership(EMPTY_FILTER, 'geography', PLACE.cyprusInAsia, 'included') },
  ],
  [
    'geography=DEU&geography=Europe%3EGermany%3EBavaria&mode.geography=all',
    { filter: withMode(withMembership(german, 'geography', PLACE.bavaria, 'included'), 'geography', 'all') },
  ],
  ['not.author=OpenAI', { filter: without('author', PERSON.group) }],
  ['min.technology=0.07', { filter: withMinScore(EMPTY_FILTER, 'technology', 7) }],
  ['min.technology=1.00', { filter: withMinScore(EMPTY_FILTER, 'technology', 100) }],
  ['focus.technology=Artificial+Intelligence', { focus: new Map([['technology', TOPIC.ai]]) }],
  ['complete=1', { filter: { ...EMPTY_FILTER, completeOnly: true } }],
  ['text=open+weights', { filter: { ...EMPTY_FILTER, texts: ['open weights'] } }],
  ['text=gpt-4&text=a%26b', { filter: { ...EMPTY_FILTER, texts: ['gpt-4', 'a&b'] } }],
  ['vs.geography=DEU', { reference: german }],
  [
    'text=a&vs.text=a',
    { filter: { ...EMPTY_FILTER, texts: ['a'] }, reference: { ...EMPTY_FILTER, texts: ['a'] } },
  ],
  ['vs.not.author=OpenAI', { reference: without('author', PERSON.group) }],
  ['rule=fractional', { rule: 'fractional' }],
  ['record=r3', { openRecord: 3 }],
  ['person=Bo', { openAuthor: 1 }],
  ['order=included&tags=technology', { recordOrder: 'included', recordFacet: 'technology' }],
  ['tags=geography', { recordFacet: 'geography' }],
  ['table=map&table=records', { tables: new Set(['map', 'records']) }],
];

describe('a link', () => {
  it.each(LINKS)('%s says what it says, both ways', (query, partial) => {
    const state = { ...DEFAULT, ...partial };
    expect(encodeState(state, byHand)).toBe(`${query}&v=1`);
    expect(decodeState(`${query}&v=1`, byHand)).toEqual({ state, unknown: [] });
    expect(decodeState(`?${query}`, byHand)).toEqual({ state, unknown: [] });
  });

  it('keeps keys that are not ours behind its own, in their order', () => {
    const previous = 'z=1&geography=CYP&a=%26&z=2&v=1&focus.nowhere=x';
    expect(encodeState({ ...DEFAULT, filter: german }, byHand, previous)).toBe(
      'geography=DEU&v=1&z=1&a=%26&z=2&focus.nowhere=x',
    );
  });

  it('is read the same without its version, with thresholds of any number of decimals', () => {
    expect(decodeState('min.geography=0.1', byHand).state.filter.minScore.get('geography')).toBe(10);
    expect(decodeState('min.geography=0.296', byHand).state.filter.minScore.get('geography')).toBe(30);
    expect(decodeState('min.geography=0', byHand).state).toEqual(DEFAULT);
  });

  it.each([
    ['geography=Atlantis', 'geography', 'Atlantis'],
    ['not.technology=', 'not.technology', ''],
    ['focus.author=Nobody', 'focus.author', 'Nobody'],
    ['min.geography=2', 'min.geography', '2'],
    ['tagged.geography=', 'tagged.geography', ''],
    ['tagged.author=yes', 'tagged.author', 'yes'],
    ['min.geography=-0.1', 'min.geography', '-0.1'],
    ['min.geography=1e-1', 'min.geography', '1e-1'],
    ['min.geography=', 'min.geography', ''],
    ['mode.geography=some', 'mode.geography', 'some'],
    ['complete=yes', 'complete', 'yes'],
    ['rule=Records', 'rule', 'Records'],
    ['topics=geography', 'topics', 'geography'],
    ['topics=author', 'topics', 'author'],
    ['record=r9', 'record', 'r9'],
    ['person=Nobody', 'person', 'Nobody'],
    ['table=globe', 'table', 'globe'],
    ['order=author', 'order', 'author'],
    ['order=newest', 'order', 'newest'],
    ['tags=author', 'tags', 'author'],
    ['tags=', 'tags', ''],
    ['at=10,51', 'at', '10,51'],
    ['at=181,0,2', 'at', '181,0,2'],
    ['at=0,0,25', 'at', '0,0,25'],
    ['at=1e1,0,2', 'at', '1e1,0,2'],
    ['v=2', 'v', '2'],
    ['vs.geography=Atlantis', 'vs.geography', 'Atlantis'],
    ['vs.min.geography=0.1', 'vs.min.geography', '0.1'],
    ['vs.rule=score', 'vs.rule', 'score'],
    ['vs.vs.text=a', 'vs.vs.text', 'a'],
  ])('%s asks for something that this dataset cannot answer, and says so', (query, key, value) => {
    expect(decodeState(query, byHand)).toEqual({ state: DEFAULT, unknown: [{ key, value }] });
  });

  it('reads what it can beside what it cannot', () => {
    const { state, unknown } = decodeState('geography=Atlantis&geography=DEU&author=Nobody', byHand);
    expect(state).toEqual({ ...DEFAULT, filter: german });
    expect(unknown.map(({ value }) => value)).toEqual(['Atlantis', 'Nobody']);
  });

  it('with a node on both sides of a clause excludes it', () => {
    const { state } = decodeState('geography=DEU&not.geography=DEU', byHand);
    expect(state.filter).toEqual(without('geography', PLACE.germany));
  });

  it('that is too long is not read, and says so', () => {
    const { state, unknown } = decodeState(`geography=${'x'.repeat(QUERY_LIMIT)}`, byHand);
    expect(state).toEqual(DEFAULT);
    expect(unknown).toHaveLength(1);
  });
});

const withMark = (before: FilterState, [facet, node, isIn]: readonly [string, number, boolean, number]) =>
  withMembership(before, facet, node, isIn ? 'included' : 'excluded');

/** Any state of a dataset: clauses, thresholds and focus on nodes that it has. */
function arbitraryState(context: ReturnType<typeof contextOf>): fc.Arbitrary<ViewState> {
  const { dataset, nodeCounts } = context;
  const authorCount = dataset.authors.family.length;
  const facets = [...nodeCounts].filter(([, count]) => count > 0);
  const marks = fc.array(
    fc
      .constantFrom(...facets)
      .chain(([facet, count]) => fc.tuple(fc.constant(facet), fc.nat(count - 1), fc.boolean(), fc.nat(100))),
    { maxLength: 10 },
  );
  const tagged = dataset.facets.map(({ id }) => id);
  const topics = dataset.facets.filter((facet) => facet.kind === 'taxonomy').map(({ id }) => id);
  return fc
    .record({
      marks,
      allOf: fc.subarray([...nodeCounts.keys()]),
      presences: fc.array(
        fc.tuple(fc.constantFrom(...nodeCounts.keys()), fc.constantFrom('any' as const, 'none' as const)),
        { maxLength: 3 },
      ),
      thresholds: fc.array(fc.tuple(fc.constantFrom(...nodeCounts.keys()), fc.nat(100))),
      completeOnly: fc.boolean(),
      compared: fc.option(fc.tuple(marks, fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 2 }))),
      words: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
      focus: marks,
      rule: fc.constantFrom('records' as const, 'fractional' as const, 'score' as const),
      topicFacet: fc.constantFrom(...(topics.length > 0 ? topics : [''])),
      openRecord: fc.option(fc.nat(Math.max(0, dataset.recordCount - 1))),
      openAuthor: fc.option(fc.nat(Math.max(0, authorCount - 1))),
      coauthors: arbitraryCoauthors(authorCount),
      map: fc.record({
        projection: fc.constantFrom(...MAP_PROJECTIONS),
        color: fc.constantFrom(...MAP_COLORS),
        classes: fc.constantFrom(...MAP_CLASSES),
      }),
      mapWindow: fc.option(arbitraryMapWindow),
      recordOrder: fc.constantFrom(...recordOrdersOf(dataset)),
      recordFacet: fc.constantFrom(null, ...tagged),
      tables: fc.subarray([...VIEW_IDS]),
    })
    .map(({ marks, allOf, presences, thresholds, words, completeOnly, compared, focus, ...rest }) => {
      const [others, otherWords] = compared ?? [[], []];
      const reference = others.reduce(withMark, otherWords.reduce(withText, EMPTY_FILTER));
      let filter = marks.reduce(withMark, words.reduce(withText, { ...EMPTY_FILTER, completeOnly }));
      for (const [facet, presence] of presences) {
        filter = { ...withPresence(filter, facet, presence), completeOnly };
      }
      for (const facet of allOf) filter = { ...withMode(filter, facet, 'all'), completeOnly };
      for (const [facet, score] of thresholds) {
        filter = { ...withMinScore(filter, facet, score), completeOnly };
      }
      const openRecord = dataset.recordCount === 0 ? null : rest.openRecord;
      return {
        ...rest,
        filter,
        reference: comparable(reference),
        focus: new Map(focus.map(([facet, node]) => [facet, node])),
        openRecord,
        openAuthor: authorCount === 0 || openRecord !== null ? null : rest.openAuthor,
        tables: new Set(rest.tables),
      };
    });
}

/** As finely as a link has it. */
const hundredths = (from: number, to: number) =>
  fc.integer({ min: 100 * from, max: 100 * to }).map((value) => value / 100);
const arbitraryMapWindow = fc.record({
  longitude: hundredths(-180, 180),
  latitude: hundredths(-90, 90),
  times: hundredths(1, MOST_TIMES),
});

const stateOfOddDataset = oddDataset.chain((dataset) => {
  const context = contextOf(dataset);
  return fc.tuple(fc.constant(context), arbitraryState(context));
});

/** The ends of a value's branches, by their path; sets and maps as lists. */
function leavesOf(value: unknown, path = ''): [path: string, leaf: string][] {
  const isList = value instanceof Set || value instanceof Map || Array.isArray(value);
  const isPlain = typeof value === 'object' && value !== null && !isList;
  if (isPlain) return Object.entries(value).flatMap(([key, part]) => leavesOf(part, `${path}.${key}`));
  return [[path, JSON.stringify(isList ? [...(value as Iterable<unknown>)] : value)]];
}

it('the states that are drawn differ in every part that a link holds', () => {
  const context = contextOf(readDataset('data/training-language-models.txt'));
  const values = new Map<string, Set<string>>();
  for (const state of fc.sample(arbitraryState(context), { numRuns: 400, seed: 7 })) {
    for (const [path, leaf] of leavesOf(state)) values.set(path, (values.get(path) ?? new Set()).add(leaf));
  }
  // the whole world is one leaf, a part of it three; so is what is compared with, where it is all
  const paths = [...values.keys()].filter((path) => !/^\.(?:mapWindow|reference)\./.test(path));
  expect(paths.sort()).toEqual(
    leavesOf(DEFAULT)
      .map(([path]) => path)
      .sort(),
  );
  for (const [path, seen] of values) {
    if (path !== '.mapWindow' && !path.startsWith('.reference')) expect(seen.size, path).toBeGreaterThan(1);
  }
});

describe('any state of any dataset', { timeout: BUSY_MACHINE_MS }, () => {
  it('comes back from its link as it was, whatever places, topics and authors are called', () => {
    fc.assert(
      fc.property(stateOfOddDataset, ([context, state]) => {
        const query = encodeState(state, context);
        const decoded = decodeState(query, context);
        expect(decoded).toEqual({ state, unknown: [] });
        // the order in which nodes were chosen is that of their chips
        for (const [facet, clause] of state.filter.clauses) {
          const again = decoded.state.filter.clauses.get(facet)!;
          expect([...again.included]).toEqual([...clause.included]);
          expect([...again.excluded]).toEqual([...clause.excluded]);
        }
        expect(encodeState(decoded.state, context, query)).toBe(query);
      }),
      { numRuns: 500 },
    );
  });

  it('comes back from its link although others’ keys stand there too, and those are kept', () => {
    const foreign = fc.array(
      fc.tuple(
        fc.string().map((key) => `other.${key}`),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(stateOfOddDataset, foreign, ([context, state], pairs) => {
        const previous = new URLSearchParams(pairs).toString();
        const query = encodeState(state, context, previous);
        expect(decodeState(query, context)).toEqual({ state, unknown: [] });
        const kept = [...new URLSearchParams(query)].filter(([key]) => key.startsWith('other.'));
        expect(kept).toEqual([...new URLSearchParams(previous)]);
        expect(encodeState(state, context, query)).toBe(query);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a hostile query', { timeout: BUSY_MACHINE_MS }, () => {
  const keys = ['geography', 'not.geography', 'mode.author', 'min.technology', 'focus.author', 'record', 'v'];
  const aimed = fc
    .array(
      fc.tuple(
        fc.constantFrom(...keys, 'rule', 'table', 'topics', '__proto__'),
        fc.string({ unit: 'binary' }),
      ),
    )
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'));

  it('never throws, and what is made of it is a state that has a link', () => {
    const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webQueryParameters(), aimed);
    fc.assert(
      fc.property(anything, (query) => {
        const { state } = decodeState(query, byHand);
        const link = encodeState(state, byHand, query);
        expect(decodeState(link, byHand).state).toEqual(state);
        expect(encodeState(state, byHand, link)).toBe(link);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '%',
    '%E0%A4%A',
    '&&&=',
    '=',
    '\ud800',
    'geography=%FF',
    '__proto__=1',
    'constructor=x',
    '#',
    '+',
  ])('%j is read as nothing, or told', (query) => expect(decodeState(query, byHand).state).toEqual(DEFAULT));
});
