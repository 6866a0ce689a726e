import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spread } from './spread.ts';

interface Spreading {
  readonly target: number;
  readonly size: number;
}

function spreadOf(things: readonly Spreading[], from: number, to: number): number[] | null {
  const middles = spread(
    things.map(({ target }) => target),
    things.map(({ size }) => size),
    from,
    to,
  );
  return middles && [...middles];
}

const anyThings = fc.array(
  fc.record({
    target: fc.double({ min: -60, max: 60, noNaN: true }),
    size: fc.double({ min: 1, max: 20, noNaN: true }),
  }),
  { maxLength: 7 },
);

const cost = (things: readonly Spreading[], at: readonly number[]) =>
  at.reduce((sum, place, i) => sum + (place - things[i]!.target) ** 2, 0);

function isAllowed(things: readonly Spreading[], at: readonly number[], from: number, to: number): boolean {
  return at.every((place, i) => {
    const start = place - things[i]!.size / 2;
    const before = i === 0 ? from : at[i - 1]! + things[i - 1]!.size / 2;
    return start >= before - 1e-9 && place + things[i]!.size / 2 <= to + 1e-9;
  });
}

/** The best of all ways to let neighbours touch: each run of touching things stands as near as it can. */
function slowly(things: readonly Spreading[], from: number, to: number): number {
  let least = Infinity;
  for (let ways = 0; ways < 2 ** Math.max(0, things.length - 1); ways++) {
    const at: number[] = [];
    let sizeBefore = 0;
    const total = things.reduce((sum, { size }) => sum + size, 0);
    for (let first = 0; first < things.length;) {
      let end = first + 1;
      while (end < things.length && (ways >> (end - 1)) & 1) end += 1;
      const run = things.slice(first, end);
      const size = run.reduce((sum, thing) => sum + thing.size, 0);
      const behind = run.map((thing, i) =>
        run.slice(0, i).reduce((sum, other) => sum + other.size, thing.size / 2),
      );
      const best = run.reduce((sum, { target }, i) => sum + target - behind[i]!, 0) / run.length;
      const start = Math.min(Math.max(best, from + sizeBefore), to - (total - sizeBefore));
      for (const by of behind) at.push(start + by);
      sizeBefore += size;
      first = end;
    }
    if (isAllowed(things, at, from, to)) least = Math.min(least, cost(things, at));
  }
  return least;
}

it('what has room stays where it belongs, and what would overlap moves apart by equal parts', () => {
  const things = [
    { target: 10, size: 10 },
    { target: 40, size: 10 },
    { target: 42, size: 10 },
  ];
  expect(spreadOf(things, 0, 100)).toEqual([10, 36, 46]);
  expect(spreadOf(things, 0, 48)).toEqual([10, 33, 43]);
  expect(spreadOf(things, 0, 29)).toBe(null);
  expect(spreadOf([], 0, 1)).toEqual([]);
});

it('overlaps nowhere, keeps the order and lies within the line, at the least displacement', () => {
  fc.assert(
    fc.property(anyThings, fc.integer({ min: 20, max: 120 }), (things, length) => {
      const from = -length / 2;
      const to = length / 2;
      const at = spreadOf(things, from, to);
      if (at === null) {
        expect(things.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(length);
        return;
      }
      expect(isAllowed(things, at, from, to)).toBe(true);
      expect(cost(things, at)).toBeLessThanOrEqual(slowly(things, from, to) + 1e-6);
    }),
    { numRuns: 500 },
  );
});
