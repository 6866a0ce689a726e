import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxesOverlap, type LabelBox } from './box-index.ts';
import { AROUND, BESIDE, ON_MARK, placeLabels, type LabelCandidate } from './label-placement.ts';

const BOUNDS: LabelBox = { x0: 0, y0: 0, x1: 455, y1: 330 };

const anyCandidate: fc.Arbitrary<LabelCandidate> = fc.record({
  x: fc.double({ min: -50, max: 500, noNaN: true }),
  y: fc.double({ min: -50, max: 380, noNaN: true }),
  radius: fc.double({ min: 0, max: 30, noNaN: true }),
  width: fc.double({ min: 1, max: 200, noNaN: true }),
  height: fc.double({ min: 8, max: 20, noNaN: true }),
  priority: fc.nat(5),
  places: fc.constantFrom(BESIDE, AROUND, ON_MARK),
  reach: fc.constantFrom(0, 80),
});

function candidate(x: number, y: number, more: Partial<LabelCandidate> = {}): LabelCandidate {
  return { x, y, radius: 5, width: 60, height: 12, priority: 1, ...more };
}

const grownBy = ({ x0, y0, x1, y1 }: LabelBox, by: number): LabelBox => ({
  x0: x0 - by,
  y0: y0 - by,
  x1: x1 + by,
  y1: y1 + by,
});

test('no two labels overlap, all are inside the bounds and clear of obstacles, again and again the same', () => {
  const obstacle = { x0: 300, y0: 200, x1: 455, y1: 330 };
  fc.assert(
    fc.property(fc.array(anyCandidate, { maxLength: 60 }), (candidates) => {
      const spacing = { obstacles: [obstacle], margin: 2 };
      const placed = placeLabels(candidates, BOUNDS, spacing);
      placed.forEach(({ box }, i) => {
        expect(box.x0 >= 0 && box.y0 >= 0 && box.x1 <= BOUNDS.x1 && box.y1 <= BOUNDS.y1).toBe(true);
        const before = [obstacle, ...placed.slice(0, i).map((o) => o.box)];
        expect(before.some((o) => boxesOverlap(o, box))).toBe(false);
      });
      placed.forEach(({ leader, index }, i) => {
        if (!leader) return;
        const { x, y, radius, reach = 0 } = candidates[index]!;
        expect(Math.hypot(leader.x0 - x, leader.y0 - y)).toBeCloseTo(radius, 6);
        expect(Math.hypot(leader.x1 - x, leader.y1 - y)).toBeLessThanOrEqual(reach + 1e-9);
        // no line runs through another label, at three of its places
        for (const part of [0.25, 0.5, 0.75]) {
          const at = [
            leader.x0 + part * (leader.x1 - leader.x0),
            leader.y0 + part * (leader.y1 - leader.y0),
          ] as const;
          const spot = { x0: at[0], y0: at[1], x1: at[0], y1: at[1] };
          for (const [j, other] of placed.entries()) {
            if (j !== i) expect(boxesOverlap(grownBy(other.box, -2), spot)).toBe(false);
          }
        }
      });
      expect(placeLabels(candidates, BOUNDS, spacing)).toEqual(placed);
    }),
  );
});

test('a label is left out only if each of its places is taken by a more important one or outside', () => {
  fc.assert(
    fc.property(fc.array(anyCandidate, { maxLength: 30 }), (candidates) => {
      const placed = placeLabels(candidates, BOUNDS);
      const shown = new Set(placed.map(({ index }) => index));
      candidates.forEach((each, index) => {
        if (shown.has(index)) return;
        const before = placed.filter(({ index: other }) => {
          const difference = candidates[other]!.priority - each.priority;
          return difference > 0 || (difference === 0 && other < index);
        });
        // alone with those before it, it still finds no place
        const again = placeLabels([...before.map(({ index: other }) => candidates[other]!), each], BOUNDS);
        expect(again.some(({ index: other }) => other === before.length)).toBe(false);
      });
    }),
  );
});

test.each([
  ['to the right where there is room', candidate(100, 100), 'right', 'start', 108, 100],
  ['to the left at the right edge', candidate(450, 100), 'left', 'end', 442, 100],
  [
    'above where it is too wide for both sides',
    candidate(227, 100, { width: 300 }),
    'above',
    'middle',
    227,
    86,
  ],
  ['below in the top corner', candidate(227, 3, { width: 300 }), 'below', 'middle', 227, 17],
  [
    'on the mark where that is preferred',
    candidate(100, 100, { places: ON_MARK }),
    'centre',
    'middle',
    100,
    100,
  ],
])('a label stands %s', (_, each, side, textAnchor, anchorX, anchorY) => {
  expect(placeLabels([each], BOUNDS)).toMatchObject([{ side, textAnchor, anchorX, anchorY }]);
});

test.each([
  ['below right', { x0: 0, x1: 455, y0: 40, y1: 104 }, 'belowRight', 'start', 5.66],
  ['above right', { x0: 0, x1: 455, y0: 96, y1: 160 }, 'aboveRight', 'start', 5.66],
  ['above left at the right edge', { x0: 0, x1: 455, y0: 96, y1: 160 }, 'aboveLeft', 'end', -5.66],
] as const)('a label between areas stands %s', (_, area, side, textAnchor, across) => {
  const x = across > 0 ? 100 : 450;
  const between = candidate(x, 100, {
    places: AROUND,
    // neither beside the mark, where the area is, nor in the middle, where another is
    mayCover: (box) =>
      !boxesOverlap(box, area) && !boxesOverlap(box, { x0: x - 5, x1: x + 5, y0: 0, y1: 200 }),
  });
  const [label] = placeLabels([between], BOUNDS);
  expect(label).toMatchObject({ side, textAnchor });
  expect(label!.anchorX - x).toBeCloseTo(across, 2);
});

test('a label is led over others only where it may be and nothing else is free', () => {
  // all around it is taken, as far as it may be led
  const wall = { x0: 50, y0: 50, x1: 150, y1: 150 };
  const walled = (overOthers: boolean, half: number) =>
    placeLabels(
      [
        candidate(100, 100, {
          reach: 40,
          overOthers,
          mayCover: (box, side) => side === 'over' || !boxesOverlap(box, { ...wall, y1: 100 + half }),
        }),
      ],
      BOUNDS,
    ).map(({ side }) => side);
  expect(walled(false, 50)).toEqual([]);
  expect(walled(true, 50)).toEqual(['over']);
  expect(walled(true, 20)).toEqual(['led']);
});

test('the more important label takes the place, and among equals the first', () => {
  const only = (priority: number) => candidate(100, 100, { places: ['centre'], priority });
  expect(placeLabels([only(1), only(2)], BOUNDS).map(({ index }) => index)).toEqual([1]);
  expect(placeLabels([only(1), only(1)], BOUNDS).map(({ index }) => index)).toEqual([0]);
});

test('a label wider than the bounds is not drawn', () => {
  expect(placeLabels([candidate(100, 100, { width: 500 })], BOUNDS)).toEqual([]);
});
