import { describe, expect, it } from 'vitest';
import {
  clauseOf,
  EMPTY_CLAUSE,
  EMPTY_FILTER,
  isEmptyClause,
  isEmptyFilter,
  membershipOf,
  minScoreOf,
  withClause,
  withMembership,
  withMinScore,
  withMode,
} from './filter-state.ts';

const germany = withMembership(EMPTY_FILTER, 'geography', 5, 'included');

describe('a filter', () => {
  it('is empty at the start, and every facet has an empty clause and threshold 0', () => {
    expect(isEmptyFilter(EMPTY_FILTER)).toBe(true);
    expect(clauseOf(EMPTY_FILTER, 'geography')).toBe(EMPTY_CLAUSE);
    expect(isEmptyClause(EMPTY_CLAUSE)).toBe(true);
    expect(minScoreOf(EMPTY_FILTER, 'geography')).toBe(0);
  });

  it('is never changed, only replaced', () => {
    withMembership(germany, 'geography', 7, 'included');
    withMinScore(germany, 'geography', 50);
    expect([...clauseOf(germany, 'geography').included]).toEqual([5]);
    expect(minScoreOf(germany, 'geography')).toBe(0);
    expect(isEmptyFilter(EMPTY_FILTER)).toBe(true);
  });

  it('is not empty with a clause, a threshold or the switch for complete lists', () => {
    expect(isEmptyFilter(germany)).toBe(false);
    expect(isEmptyFilter(withMinScore(EMPTY_FILTER, 'geography', 1))).toBe(false);
    expect(isEmptyFilter({ ...EMPTY_FILTER, completeOnly: true })).toBe(false);
  });
});

describe('a node', () => {
  it('stands on one side of its clause at most', () => {
    const excluded = withMembership(germany, 'geography', 5, 'excluded');
    expect(membershipOf(germany, 'geography', 5)).toBe('included');
    expect(membershipOf(excluded, 'geography', 5)).toBe('excluded');
    expect(clauseOf(excluded, 'geography').included.size).toBe(0);
    expect(membershipOf(excluded, 'technology', 5)).toBe('neither');
  });

  it('that leaves as the last one leaves an empty filter', () => {
    expect(isEmptyFilter(withMembership(germany, 'geography', 5, 'neither'))).toBe(true);
  });

  it('joins at the end, also when it was there before', () => {
    const two = withMembership(germany, 'geography', 3, 'included');
    expect([...clauseOf(withMembership(two, 'geography', 5, 'included'), 'geography').included]).toEqual([
      3, 5,
    ]);
  });
});

describe('a mode', () => {
  it("belongs to its facet's clause and stays as nodes come and go", () => {
    const all = withMode(germany, 'geography', 'all');
    expect(clauseOf(withMembership(all, 'geography', 7, 'included'), 'geography').mode).toBe('all');
    expect(clauseOf(all, 'technology').mode).toBe('any');
  });

  it('of an empty clause is not kept', () => {
    expect(isEmptyFilter(withMode(EMPTY_FILTER, 'geography', 'all'))).toBe(true);
    expect(isEmptyFilter(withClause(germany, 'geography', EMPTY_CLAUSE))).toBe(true);
  });
});

describe('a threshold', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [14, 14],
    [14.4, 14],
    [100, 100],
    [250, 100],
  ])('of %d is kept as %d hundredths', (given, kept) => {
    expect(minScoreOf(withMinScore(EMPTY_FILTER, 'geography', given), 'geography')).toBe(kept);
  });

  it('of 0 is no threshold', () => {
    const some = withMinScore(EMPTY_FILTER, 'geography', 20);
    expect(isEmptyFilter(withMinScore(some, 'geography', 0))).toBe(true);
  });
});
