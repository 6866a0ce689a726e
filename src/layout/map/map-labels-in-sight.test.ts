/** Names that must be there: of what is in sight, though not all of it is, of the highest, and of what is included. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyMark,
  anyView,
  AT_REST,
  boxOf,
  labelsOf,
  mark,
  measure,
} from '../../../tests/geo/square-countries.ts';
import { mapLabels } from './map-labels.ts';
import type { CountryMark } from './map-marks.ts';

describe('a label on the map', () => {
  it('is there where there is room on the area or beside it, though one of the three highest has none', () => {
    const low = mark('9', 1, 60, 300, 100);
    const marks = [...Array.from({ length: 8 }, (_, i) => mark(String(i), 90 - i, 40, 25 + 26 * i, 12)), low];
    const hidden = { x0: 150, y0: 0, x1: 600, y1: 400 };
    const away = mark('1', 89, 400, 200, 12);
    const labels = labelsOf([marks[0]!, away, ...marks.slice(2)], [hidden]);
    expect(labels.map(({ key }) => Number(key))).toEqual([0, 2, 3, 4, 5, 6, 7, 9]);
    expect(labels.at(-1)).toMatchObject({ on: 'step-3', leader: null });
  });

  it('is led over others where it is one of the three highest, but takes no room from what stands on its area', () => {
    // all around it are others, farther than names are led
    const ring = Array.from({ length: 12 }, (_, i) => mark(String(i + 10), 5, 255 + 30 * (i % 4), 0, 2));
    const wall = mark('2', 8, 300, 200, 250);
    const small = mark('1', 9, 300, 200, 2);
    const labels = labelsOf([small, wall, ...ring]);
    expect(labels.map(({ key }) => key).slice(0, 2)).toEqual(['1', '2']);
    const { x0, y0, x1, y1 } = labels[0]!.leader!;
    expect(Math.hypot(x1 - x0, y1 - y0)).toBeLessThan(100);
    expect(labels[1]).toMatchObject({ on: 'step-3' });
  });

  it('is there for what is included, over others where there is nothing else', () => {
    const others = Array.from({ length: 6 }, (_, i) => mark(String(i + 10), 9, 50 + 100 * i, 380, 30));
    const small = mark('1', 2, 300, 200, 2);
    const over = labelsOf([small, mark('2', 3, 300, 200, 800), ...others], [], AT_REST, new Set([1]));
    expect(over[0]).toMatchObject({ key: '1', on: '' });
    expect(over[0]!.leader).not.toBeNull();
    const whole = labelsOf([small, mark('2', 3, 300, 200, 800), ...others]);
    expect(whole.map(({ key }) => key)).not.toContain('1');
  });

  describe('of an area whose middle is not in sight', () => {
    it('stands on what is in sight of it', () => {
      for (const [x, y] of [
        [640, 200],
        [-40, 200],
        [300, 440],
        [300, -40],
      ] as const) {
        const [label] = labelsOf([mark('1', 9, x, y, 300)]);
        expect(label, `${x}, ${y}`).toMatchObject({ key: '1', on: 'step-3', anchor: 'middle', leader: null });
        // in the middle of that
        const half = (at: number, size: number) => (Math.max(0, at - 150) + Math.min(size, at + 150)) / 2;
        const box = boxOf(label!);
        expect(Math.abs((box.x0 + box.x1) / 2 - half(x, 600)), `${x}, ${y}`).toBeLessThan(8);
        expect(Math.abs((box.y0 + box.y1) / 2 - half(y, 400)), `${x}, ${y}`).toBeLessThan(16);
      }
    });

    it('is led in where that has no room for it, and left out where next to nothing is in sight', () => {
      const [label] = labelsOf([mark('1', 9, 690, 200, 200)]);
      expect(label).toMatchObject({ key: '1', on: '', anchor: 'end' });
      expect(boxOf(label!).x1).toBeLessThan(590);
      expect(labelsOf([mark('1', 9, 300, 492, 200)])).toEqual([]);
    });

    it('names the part that is in sight', () => {
      const [far, near] = [mark('1', 9, 900, 200, 300), mark('1', 9, 100, 100, 100)];
      const both = { ...far, shape: { ...far.shape, parts: [...far.shape.parts, ...near.shape.parts] } };
      expect(labelsOf([both])).toMatchObject([{ key: '1', on: 'step-3', x: 100 }]);
    });

    it('is there for what shows before a globe of a place behind it, and for no more', () => {
      const behind = (each: CountryMark) => ({
        ...each,
        shape: { ...each.shape, isBehind: true, x: 300, y: 200 },
      });
      expect(labelsOf([behind(mark('1', 9, 100, 100, 120))])).toMatchObject([
        { key: '1', on: 'step-3', x: 100 },
      ]);
      const gone = behind(mark('1', 9, 100, 100, 0));
      expect(labelsOf([gone])).toEqual([]);
      expect(labelsOf([{ ...gone, shape: { ...gone.shape, parts: [] } }], [], AT_REST, new Set([1]))).toEqual(
        [],
      );
    });
  });

  it('stands at an end of its area where something else has taken the middle at every height', () => {
    const cut = { x0: 290, y0: 0, x1: 310, y1: 400 };
    expect(labelsOf([mark('1', 9, 300, 200, 200)], [cut])).toMatchObject([{ key: '1', on: 'step-3' }]);
  });
});

/** With values of which no two are the same, the highest first; some maps are narrow. */
const rankedMap = fc.record({
  marks: fc
    .array(anyMark, { maxLength: 40, size: 'max' })
    .map((all) => all.map(({ x, y, side }, i) => mark(String(i), 100 - i, x, y, side))),
  width: fc.constantFrom(270, 390, 600),
});
const drawnOn = (width: number, marks: readonly CountryMark[]) =>
  mapLabels({ areas: marks, cities: [] }, AT_REST, { width, height: 400 }, 'records', measure);

describe('the labels of any map', { timeout: 60_000 }, () => {
  it('are those of the highest values first: whatever order the lower ones have takes no room from them', () => {
    fc.assert(
      fc.property(rankedMap, fc.nat(39), ({ marks, width }, count) => {
        const [first, rest] = [marks.slice(0, count), marks.slice(count)];
        // what is not tried at all follows another order too, and what is tried must be the same
        const turned = rest.map((each, i) => ({ ...each, value: rest.at(-1 - i)!.value }));
        const ofFirst = (all: readonly CountryMark[]) =>
          drawnOn(width, all)
            .filter(({ key }) => Number(key) < count)
            .map(({ key, x, rows, leader }) => ({ key, x, rows, leader }));
        expect(ofFirst([...first, ...turned])).toEqual(ofFirst(marks));
      }),
      { numRuns: 200 },
    );
  });

  it('stand near their places: a line is no longer than a tenth of the map, or 32 px where that is less', () => {
    fc.assert(
      fc.property(rankedMap, fc.subarray([...Array(10).keys()]), ({ marks, width }, included) => {
        const size = { width, height: 400 };
        const marksOf = { areas: marks, cities: [] };
        const drawn = mapLabels(marksOf, AT_REST, size, 'records', measure, [], new Set(included));
        for (const { leader } of drawn) {
          if (!leader) continue;
          const { x0, y0, x1, y1 } = leader;
          expect(Math.hypot(x1 - x0, y1 - y0)).toBeLessThanOrEqual(Math.max(32, width / 10) + 1e-6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stand on an area wherever there is room on what is in sight of it', () => {
    fc.assert(
      fc.property(anyMark, anyView, ({ x, y, side }, view) => {
        const own = mark('1', 5, x, y, side);
        const seen = (axis: 0 | 1, by: number, size: number) =>
          Math.min(size - 4, own.shape.bounds[1][axis] * view.k + by) -
          Math.max(4, own.shape.bounds[0][axis] * view.k + by);
        // "Land 1 5" and its line, and between the levels on which a place is looked for
        fc.pre(seen(0, view.x, 600) > 52 && seen(1, view.y, 400) > 15 + (side * view.k) / 12);
        expect(labelsOf([own], [], view)).toMatchObject([{ key: '1', on: 'step-3', leader: null }]);
      }),
      { numRuns: 300 },
    );
  });
});
