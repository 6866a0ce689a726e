import { beforeEach, describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import {
  EMPTY_FILTER,
  withClause,
  withMembership,
  withMinScore,
  withMode,
  withPresence,
  type FilterState,
} from '../../src/filter/passing/filter-state.ts';
import { handCounted, PERSON, PLACE, TOPIC } from './hand-counted.ts';
import { recordScores } from './record-scores.ts';

let engine: CrossFilter;
beforeEach(() => {
  engine = new CrossFilter(handCounted);
});

const include = (filter: FilterState, facet: string, ...nodes: number[]) =>
  nodes.reduce((state, node) => withMembership(state, facet, node, 'included'), filter);
const exclude = (filter: FilterState, facet: string, ...nodes: number[]) =>
  nodes.reduce((state, node) => withMembership(state, facet, node, 'excluded'), filter);

function activeUnder(filter: FilterState): number[] {
  engine.setFilter(filter);
  return [...engine.activeRecords()];
}

describe('counting places without a filter', () => {
  it('counts a record once at each node that it shows, also at the union of both Cypruses', () => {
    expect([...engine.countsFor('geography').records]).toEqual([2, 2, 2, 4, 1, 3, 1, 2]);
  });

  it('sums the largest score at or below each node, in exact hundredths', () => {
    const { scoreSum, maxScore } = engine.countsFor('geography');
    expect([...scoreSum]).toEqual([0.15, 0.15, 0.15, 1.1, 0.2, 0.5, 0.1, 0.3]);
    expect([...maxScore]).toEqual([10, 10, 10, 40, 20, 30, 10, 20]);
  });

  it("shares 1 among a record's deepest tags, so that the continents sum to the tagged records", () => {
    const { fractional, tagged } = engine.countsFor('geography');
    const expected = [0.45, 0.45, 0.45, 3.55, 0.8, 2.75, 1, 1.25];
    expected.forEach((value, node) => expect(fractional[node]).toBeCloseTo(value, 12));
    expect(fractional[PLACE.asia]! + fractional[PLACE.europe]!).toBeCloseTo(4, 12);
    expect(tagged).toBe(4);
  });

  it('says where hidden tags could still put a record', () => {
    const { possible, withHidden, considered } = engine.countsFor('geography');
    expect([...possible]).toEqual([1, 1, 1, 1, 2, 1, 2, 1]);
    expect(withHidden).toBe(2);
    expect(considered).toBe(5);
  });

  it('puts each tag into the bin of its score', () => {
    const histogram = engine.scoreHistogram('geography');
    expect(histogram).toHaveLength(101);
    const filled = [...histogram].flatMap((count, bin) => (count > 0 ? [[bin, count]] : []));
    expect(filled).toEqual([
      [0, 1],
      [5, 1],
      [10, 2],
      [20, 2],
      [30, 1],
      [40, 1],
    ]);
  });
});

describe('a threshold', () => {
  beforeEach(() => engine.setFilter(withMinScore(EMPTY_FILTER, 'geography', 20)));

  it('is inclusive, and tells below the threshold from absent and from possible', () => {
    const { records, belowThreshold, possible } = engine.countsFor('geography');
    expect([...records]).toEqual([0, 0, 0, 4, 1, 2, 0, 1]);
    expect([...belowThreshold]).toEqual([2, 2, 2, 0, 0, 1, 1, 1]);
    expect([...possible]).toEqual([1, 1, 1, 1, 2, 1, 2, 1]);
  });

  it("moves a weak tag's share to the tags that remain, so that one concept may rise", () => {
    const { fractional } = engine.countsFor('geography');
    expect([...fractional]).toEqual([0, 0, 0, 4, 1, 2, 0, 1]);
  });

  it('leaves the histogram and the records as they are', () => {
    expect(engine.scoreHistogram('geography')[10]).toBe(2);
    expect(engine.activeCount).toBe(5);
  });

  it('decides which records a clause finds', () => {
    expect(activeUnder(include(EMPTY_FILTER, 'geography', PLACE.germany))).toEqual([0, 1, 4]);
    expect(
      activeUnder(include(withMinScore(EMPTY_FILTER, 'geography', 20), 'geography', PLACE.germany)),
    ).toEqual([0, 1]);
  });

  it("does not change what a record's own score is", () => {
    const index = engine.indexes.get('geography')!;
    expect(recordScores(index, 1)[PLACE.cyprus]).toBe(10);
    expect(recordScores(index, 2)[PLACE.cyprus]).toBe(20);
    expect(recordScores(index, 4)[PLACE.germany]).toBe(0);
    expect(recordScores(index, 3)[PLACE.germany]).toBe(-1);
  });
});

describe('a clause', () => {
  it.each([
    ['a country that stands in one branch', [PLACE.germany], [0, 1, 4]],
    ['a country that stands in two', [PLACE.cyprus], [1, 2]],
    ['one branch of that country', [PLACE.cyprusInEurope], [2]],
    ['a continent, for all below it', [PLACE.asia], [1, 2]],
    ['any of several', [PLACE.bavaria, PLACE.cyprus], [0, 1, 2]],
    ['nothing but a node that does not exist', [99], []],
    ['a node that does not exist beside one that does', [99, PLACE.bavaria], [0]],
  ])('includes %s', (_, nodes, active) => {
    expect(activeUnder(include(EMPTY_FILTER, 'geography', ...nodes))).toEqual(active);
  });

  it('of mode "all" asks for every included node', () => {
    const both = include(EMPTY_FILTER, 'geography', PLACE.germany, PLACE.cyprus);
    expect(activeUnder(both)).toEqual([0, 1, 2, 4]);
    expect(activeUnder(withMode(both, 'geography', 'all'))).toEqual([1]);
  });

  it('lets its excluded nodes win, and with nothing else excludes only', () => {
    expect(activeUnder(exclude(EMPTY_FILTER, 'geography', PLACE.germany))).toEqual([2, 3]);
    const europe = include(EMPTY_FILTER, 'geography', PLACE.europe);
    expect(activeUnder(exclude(europe, 'geography', PLACE.germany))).toEqual([2]);
    const torn = { included: new Set([PLACE.germany]), excluded: new Set([PLACE.germany]) };
    expect(activeUnder(withClause(EMPTY_FILTER, 'geography', { ...torn, mode: 'any' }))).toEqual([]);
  });

  it('asks for any tag that counts, or for none, and for no facet that it does not name', () => {
    const places = (presence: 'any' | 'none' | undefined, filter = EMPTY_FILTER) =>
      withPresence(filter, 'geography', presence);
    expect(activeUnder(places('any'))).toEqual([0, 1, 2, 4]);
    expect(engine.countsFor('geography')).toMatchObject({ considered: 5, tagged: 4 });
    expect(engine.countsFor('technology')).toMatchObject({ considered: 4, tagged: 3 });
    expect(activeUnder(places('none'))).toEqual([3]);
    expect(activeUnder(withPresence(EMPTY_FILTER, 'author', 'none'))).toEqual([3]);
    // a tag below the threshold is none
    const sure = withMinScore(EMPTY_FILTER, 'geography', 30);
    expect(activeUnder(places('any', sure))).toEqual([1, 4]);
    expect(activeUnder(places('none', sure))).toEqual([0, 2, 3]);
    // beside what is included and excluded, and stays when these change
    const notGermany = exclude(places('any'), 'geography', PLACE.germany);
    expect(activeUnder(notGermany)).toEqual([2]);
    expect(activeUnder(places(undefined, notGermany))).toEqual([2, 3]);
    // what is included says more, and what is asked for then takes the place of what was included
    const germany = include(places('none'), 'geography', PLACE.germany);
    expect(activeUnder(germany)).toEqual([0, 1, 4]);
    expect(places('none', germany)).toEqual(places('none'));
    const both = { included: new Set([PLACE.germany]), excluded: new Set<number>(), mode: 'any' as const };
    expect(activeUnder(withClause(EMPTY_FILTER, 'geography', { ...both, tagged: 'none' }))).toEqual([]);
    expect(places(undefined, places('any'))).toEqual(EMPTY_FILTER);
  });

  it('excludes nothing by a node that does not exist', () => {
    expect(activeUnder(exclude(EMPTY_FILTER, 'geography', 99, -1))).toHaveLength(5);
  });

  it('on a facet that the dataset lacks is ignored', () => {
    expect(activeUnder(include(EMPTY_FILTER, 'genre', 0))).toHaveLength(5);
  });

  it('on authors finds their records', () => {
    expect(activeUnder(include(EMPTY_FILTER, 'author', PERSON.ada))).toEqual([0, 1]);
  });
});

describe('two facets', () => {
  beforeEach(() => engine.setFilter(include(EMPTY_FILTER, 'technology', TOPIC.learning)));

  it("count under each other's clause, and not under their own", () => {
    expect([...engine.countsFor('geography').records]).toEqual([1, 1, 1, 2, 0, 2, 1, 1]);
    expect(engine.countsFor('geography').considered).toBe(2);
    expect([...engine.countsFor('technology').records]).toEqual([4, 2, 2]);
    expect(engine.countsFor('technology').considered).toBe(5);
    expect([...engine.countsFor('author').records]).toEqual([2, 2, 1, 0]);
  });

  it('tell for each record whether it passes, and whether it would without one clause', () => {
    expect([0, 1, 2, 3, 4].map((record) => engine.isActive(record))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(engine.passesElsewhere('technology')(2)).toBe(true);
    expect(engine.passesElsewhere('geography')(2)).toBe(false);
    expect(engine.isActive(5)).toBe(false);
    expect(engine.passesElsewhere('technology')(5)).toBe(false);
  });

  it('list the active records of a node, and the nodes of some records', () => {
    expect([...engine.recordsShowing('geography', PLACE.germany)]).toEqual([0, 1]);
    expect([...engine.recordsShowing('geography', PLACE.cyprus)]).toEqual([1]);
    expect([...engine.recordsShowing('geography', 99)]).toEqual([]);
    expect([...engine.shownAmong('geography', Uint32Array.of(2))]).toEqual([1, 1, 1, 1, 1, 0, 0, 1]);
  });
});

describe('the switch for complete lists', () => {
  it('drops records whose list was cut in any facet, for every count', () => {
    expect(activeUnder({ ...EMPTY_FILTER, completeOnly: true })).toEqual([0, 2, 4]);
    expect(engine.countsFor('technology').considered).toBe(3);
    expect(engine.countsFor('geography').considered).toBe(3);
    expect(engine.passesElsewhere('geography')(1)).toBe(false);
    expect(Math.max(...engine.countsFor('geography').possible)).toBe(0);
  });

  it('lets them come back', () => {
    activeUnder({ ...EMPTY_FILTER, completeOnly: true });
    expect(activeUnder(EMPTY_FILTER)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('counts already worked out', () => {
  it("are kept while only the facet's own clause changes", () => {
    const before = engine.countsFor('geography');
    engine.setFilter(include(EMPTY_FILTER, 'geography', PLACE.germany));
    expect(engine.countsFor('geography')).toBe(before);
    engine.setFilter(withMinScore(engine.filter, 'technology', 50));
    expect(engine.countsFor('geography')).toBe(before);
  });

  it('are worked out anew when another clause or the own threshold changes', () => {
    const before = engine.countsFor('geography');
    engine.setFilter(withMinScore(EMPTY_FILTER, 'geography', 1));
    expect(engine.countsFor('geography')).not.toBe(before);
    const after = engine.countsFor('geography');
    engine.setFilter(include(engine.filter, 'author', PERSON.group));
    expect(engine.countsFor('geography')).not.toBe(after);
  });
});

describe('a facet that the dataset lacks', () => {
  it('is a fault of the program when its counts are asked for', () => {
    expect(() => engine.countsFor('genre')).toThrow('no facet "genre"');
  });
});
