import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesOverlap, type LabelBox } from '../text/box-index.ts';
import {
  anyMark,
  anyView,
  AT_REST,
  boxOf,
  labelsOf,
  mark,
  measure,
  SIZE,
} from '../../../tests/geo/square-countries.ts';
import { labelSizePx, mapLabels, type MapLabel } from './map-labels.ts';
import type { CountryMark } from './map-marks.ts';
import { needsCircle } from './world-map.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const land = mark;

/** The text of a label, its lines joined. */
const textOf = ({ rows }: MapLabel) => rows.map(({ name, number }) => `${name} ${number}`.trim()).join(' ');

describe('a label on the map', () => {
  it('stands on its country where it fits into it, in the middle', () => {
    const [label] = labelsOf([mark('1', 1234, 300, 200, 150)]);
    expect(label).toMatchObject({
      key: '1',
      node: 1,
      rows: [{ name: 'Land 1', number: '1,234' }],
      anchor: 'middle',
      on: 'step-3',
      isCity: false,
      leader: null,
    });
    expect(Math.hypot(label!.x - 300, label!.rows[0]!.y - 204)).toBeLessThan(5);
  });

  it('is broken into two lines, and then within the name, before it leaves its country', () => {
    const rowsOf = (side: number) => {
      const [label] = labelsOf([mark('1', 17, 300, 200, side, 'Long Landia')]);
      return [label!.on, ...label!.rows.map(({ name, number }) => `${name} ${number}`.trim())];
    };
    expect(rowsOf(90)).toEqual(['step-3', 'Long Landia 17']);
    expect(rowsOf(80)).toEqual(['step-3', 'Long Landia', '17']);
    expect(rowsOf(60)).toEqual(['step-3', 'Long', 'Landia 17']);
    expect(rowsOf(45)).toEqual(['step-3', 'Long', 'Landia', '17']);
    expect(rowsOf(35)).toEqual(['', 'Long Landia 17']);
    const [tall] = labelsOf([mark('1', 17, 300, 200, 80, 'Long Landia')]);
    expect(tall!.rows[1]!.y - tall!.rows[0]!.y).toBe(15);
  });

  it('stays whole where its country goes on beyond the map', () => {
    const [atEnd] = labelsOf([mark('1', 7, 300, 398, 150)]);
    expect(boxOf(atEnd!).y1).toBeLessThanOrEqual(396);
    expect(atEnd).toMatchObject({ anchor: 'middle', on: 'step-3' });
    const [atBeginning] = labelsOf([mark('1', 7, 300, 1, 150)]);
    expect(boxOf(atBeginning!).y0).toBeGreaterThanOrEqual(4);
  });

  it('stands at the coast of its country where it does not fit', () => {
    const [beside] = labelsOf([mark('1', 7, 300, 200, 24)]);
    expect(beside).toMatchObject({ anchor: 'start', on: '' });
    expect(beside!.x).toBeCloseTo(316, 6);
    const [besideCircle] = labelsOf([mark('1', 7, 300, 200, 2)]);
    expect(besideCircle).toMatchObject({ x: 309, rows: [{ y: 204 }], anchor: 'start', on: '' });
  });

  it('moves to another side where an obstacle stands', () => {
    const right = { x0: 305, y0: 150, x1: 500, y1: 250 };
    expect(labelsOf([mark('1', 7, 300, 200, 2)], [right])).toMatchObject([{ anchor: 'end' }]);
    const everywhere = { x0: 0, y0: 0, x1: 600, y1: 400 };
    expect(labelsOf([mark('1', 7, 300, 200, 2)], [everywhere])).toEqual([]);
  });

  it('moves to another side where another country with a value lies, and stays on one without', () => {
    expect(labelsOf([mark('1', 7, 300, 200, 2), land('2', 3, 350, 200, 80)])[0]).toMatchObject({
      key: '1',
      anchor: 'end',
    });
    expect(labelsOf([mark('1', 7, 300, 200, 2), land('2', 0, 350, 200, 80)])).toMatchObject([
      { key: '1', anchor: 'start' },
    ]);
  });

  it('lies on no neighbour, not even with its end', () => {
    const [label] = labelsOf([mark('1', 7, 300, 200, 2), land('2', 3, 385, 200, 80)]);
    expect(label).toMatchObject({ key: '1', anchor: 'end' });
  });

  describe('where all sides of its country are others', () => {
    const around = [
      [333, 200],
      [267, 200],
      [300, 167],
      [300, 233],
    ].map(([x, y], i) => land(String(i + 2), 3, x!, y!, 58));
    /** Six with higher values, in a corner. */
    const higher = Array.from({ length: 6 }, (_, i) => mark(String(i + 10), 9, 20, 20 + 50 * i, 2));
    const small = mark('1', 2, 300, 200, 2);

    it('is led away by a line where it is one of the highest, or included', () => {
      for (const labels of [
        labelsOf([mark('1', 7, 300, 200, 2), ...around]),
        labelsOf([small, ...around, ...higher], [], AT_REST, new Set([1])),
      ]) {
        const [label] = labels;
        expect(label).toMatchObject({ key: '1', on: '' });
        const { x0, y0, x1, y1 } = label!.leader!;
        expect(Math.hypot(x0 - 300, y0 - 200)).toBeCloseTo(6, 6);
        expect(Math.hypot(x1 - 300, y1 - 200)).toBeLessThanOrEqual(100);
        const box = boxOf(label!);
        expect(Math.hypot(x1 - label!.x, y1 - (box.y0 + box.y1) / 2)).toBeCloseTo(3, 6);
        for (const { shape } of around) {
          const middle = { ...box, y0: box.y0 + 2.5, y1: box.y1 - 2.5 };
          const [[left, top], [right, bottom]] = shape.bounds;
          expect(boxesOverlap(middle, { x0: left, y0: top, x1: right, y1: bottom })).toBe(false);
        }
      }
    });

    it('is left out where six are higher', () => {
      expect(labelsOf([small, ...around, ...higher]).map(({ key }) => key)).not.toContain('1');
    });
  });

  it('covers no circle of another country but one behind a globe, and has no other between it and its own', () => {
    const behind = mark('2', 3, 340, 200, 2);
    const [free] = labelsOf([
      mark('1', 7, 300, 200, 2),
      { ...behind, shape: { ...behind.shape, isBehind: true } },
    ]);
    expect(free).toMatchObject({ key: '1', anchor: 'start' });
    const [label] = labelsOf([mark('1', 7, 300, 200, 2), mark('2', 3, 340, 200, 2)]);
    expect(label).toMatchObject({ key: '1', anchor: 'end' });
    // a narrow country beside it: as Argentina beside Chile on a small map
    const [beside] = labelsOf([mark('1', 7, 300, 200, 2), land('2', 3, 312, 200, 12)]);
    expect(beside).toMatchObject({ key: '1', anchor: 'end' });
  });

  it('of a city stands on its country, in its type, or beside it, and not across the coast', () => {
    const city = (x: number) => ({ node: 9, name: 'Town', value: 4, x, y: 240, radiusPx: 5 });
    const labelOf = (x: number) => {
      const marks = { areas: [land('1', 7, 300, 200, 190)], cities: [city(x)] };
      return mapLabels(marks, AT_REST, SIZE, 'records', measure).find(({ key }) => key === 'city 9');
    };
    expect(labelOf(300)).toMatchObject({ anchor: 'start', on: 'step-3' });
    expect(labelOf(380)).toMatchObject({ anchor: 'end', on: 'step-3' });
    expect(labelOf(398)).toMatchObject({ anchor: 'start', on: '' });
  });

  it('of a region’s only city is left out where it has all of its value', () => {
    const city = { node: 9, name: 'Town', value: 7, x: 310, y: 240, radiusPx: 5 };
    const keysOf = (...cities: (typeof city)[]) =>
      mapLabels({ areas: [land('1', 7, 300, 200, 190)], cities }, AT_REST, SIZE, 'records', measure).map(
        ({ key }) => key,
      );
    expect(keysOf(city)).toEqual(['1']);
    expect(keysOf({ ...city, value: 6 })).toEqual(['1', 'city 9']);
    expect(keysOf(city, { ...city, node: 8, value: 1, x: 250 })).toContain('city 9');
  });

  it('stands elsewhere on its area where a city has taken the middle', () => {
    const city = { node: 2, name: 'Town', value: 8, x: 280, y: 200, radiusPx: 6 };
    const marks = { areas: [land('1', 7, 300, 200, 190)], cities: [city] };
    const labels = mapLabels(marks, AT_REST, SIZE, 'records', measure);
    expect(labels.map(textOf)).toEqual(['Town 8', 'Land 1 7']);
    expect(labels[1]).toMatchObject({ anchor: 'middle', on: 'step-3' });
    expect(Math.abs(labels[1]!.rows[0]!.y - 204)).toBeGreaterThan(10);
  });

  it('is there for countries with a value only, in view only', () => {
    expect(labelsOf([mark('1', 0, 300, 200)])).toEqual([]);
    expect(labelsOf([mark('1', 5, 700, 200), mark('2', 5, 300, -1)])).toEqual([]);
    expect(labelsOf([mark('1', 5, 700, 200)], [], { k: 1, x: -400, y: 0 })).toHaveLength(1);
  });

  it('comes with zooming in onto its country', () => {
    const country = mark('1', 5, 300, 200, 24);
    expect(labelsOf([country])[0]!.on).toBe('');
    expect(labelsOf([country], [], { k: 4, x: -900, y: -600 })[0]!.on).toBe('step-3');
  });

  it('writes two decimals under other counting rules', () => {
    const [label] = mapLabels(
      { areas: [mark('1', 0.625, 300, 200)], cities: [] },
      AT_REST,
      SIZE,
      'score',
      measure,
    );
    expect(label!.rows[0]!.number).toBe('0.63');
  });

  it('is tried for the 32 highest values', () => {
    const marks = Array.from({ length: 40 }, (_, i) => mark(String(i), i + 1, 20, 5 + 10 * i, 2));
    const wide = { width: 600, height: 4000 };
    const labels = mapLabels(
      {
        areas: marks.map((each) => ({ ...each, shape: { ...each.shape, y: each.shape.y * 4 } })),
        cities: [],
      },
      AT_REST,
      wide,
      'records',
      measure,
    );
    expect(labels.map(({ key }) => Number(key))).toEqual(Array.from({ length: 32 }, (_, i) => 39 - i));
  });

  it('goes to the higher value where there is room for one', () => {
    const but = [
      { x0: 0, y0: 0, x1: 600, y1: 185 },
      { x0: 0, y0: 215, x1: 600, y1: 400 },
      { x0: 0, y0: 185, x1: 265, y1: 215 },
      { x0: 335, y0: 185, x1: 600, y1: 215 },
    ];
    const labels = labelsOf([mark('1', 3, 300, 200, 150), mark('2', 9, 302, 200, 150)], but);
    expect(labels.map(({ key }) => key)).toEqual(['2']);
  });

  it('is left out where it would stand far away, and no lower one for that', () => {
    const marks = Array.from({ length: 12 }, (_, i) => mark(String(i), 90 - i, 40, 25 + 30 * i, 12));
    expect(labelsOf(marks)).toHaveLength(12);
    // the second highest is far from all that is free
    const hidden = { x0: 150, y0: 0, x1: 600, y1: 400 };
    const [, second, ...rest] = marks;
    const away = mark(second!.shape.code, second!.value, 400, 200, 12);
    const keys = labelsOf([marks[0]!, away, ...rest], [hidden]).map(({ key }) => Number(key));
    expect(keys).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('is one of eight on a narrow map, in smaller type and broken where there is no room to the side', () => {
    const narrow = (marks: CountryMark[]) =>
      mapLabels({ areas: marks, cities: [] }, AT_REST, { width: 300, height: 500 }, 'records', measure);
    const many = narrow(Array.from({ length: 20 }, (_, i) => mark(String(i), 90 - i, 40, 15 + 24 * i, 12)));
    expect(many.map(({ key }) => Number(key))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(labelSizePx(300)).toBe(11);
    // 60 px to the edge: "United Land" takes 63.5, "United" 36
    const [broken] = narrow([mark('1', 99, 225, 250, 20, 'United Land'), mark('2', 50, 130, 250, 160)]);
    expect(broken!.leader).toBeNull();
    expect(broken!.rows.map(({ name, number }) => `${name} ${number}`.trim())).toEqual(['United', 'Land 99']);
  });
});

const anyMarks = fc
  .array(anyMark, { maxLength: 60, size: 'max' })
  .map((marks) => marks.map(({ value, x, y, side }, i) => mark(String(i), value, x, y, side)));

const anyBox: fc.Arbitrary<LabelBox> = fc
  .record({ x0: fc.nat(600), y0: fc.nat(400), width: fc.nat(250), height: fc.nat(150) })
  .map(({ x0, y0, width, height }) => ({ x0, y0, x1: x0 + width + 1, y1: y0 + height + 1 }));

describe('the labels of any map', { timeout: BUSY_MACHINE_MS }, () => {
  it('lie inside, over no other, no obstacle and, led ones of the highest aside, no area but wholly their own', () => {
    fc.assert(
      fc.property(anyMarks, fc.array(anyBox, { maxLength: 4 }), anyView, (marks, obstacles, view) => {
        const labels = labelsOf(marks, obstacles, view);
        const boxes = labels.map(boxOf);
        expect(labels.length).toBeLessThanOrEqual(32);
        boxes.forEach((box, i) => {
          const within = { x0: 3.999, y0: 3.999, x1: 596.001, y1: 396.001 };
          expect(box.x0 >= within.x0 && box.y0 >= within.y0).toBe(true);
          expect(box.x1 <= within.x1 && box.y1 <= within.y1).toBe(true);
          for (const other of [...obstacles, ...boxes.slice(0, i)])
            expect(boxesOverlap(box, other)).toBe(false);
        });
        labels.forEach((label, i) => {
          // letters leave some of their line free; the marks are in px before zooming
          const [x0, x1] = [boxes[i]!.x0, boxes[i]!.x1].map((x) => (x - view.x) / view.k);
          const [y0, y1] = [boxes[i]!.y0 + 3, boxes[i]!.y1 - 3].map((y) => (y - view.y) / view.k);
          for (const { shape, value, node } of marks) {
            const [[left, top], [right, bottom]] = shape.bounds;
            const isOwn = node === label.node;
            if (isOwn && label.on !== '') {
              const over = Math.max(left - x0!, x1! - right, top - y0!, y1! - bottom);
              expect(over).toBeLessThan(1e-6);
            } else if (label.leader && i < 3) {
              // one of the three highest, which may have no other room
            } else if (value > 0 && label.on === '' && !(isOwn && needsCircle(shape, view.k))) {
              const shared = { x0: left, y0: top, x1: right, y1: bottom };
              const y = (y0! + y1!) / 2;
              const middle = { x0: x0! + 1e-6, x1: x1! - 1e-6, y0: y - 1e-6, y1: y + 1e-6 };
              expect(boxesOverlap(middle, shared)).toBe(false);
            }
          }
        });
        const values = labels.map(({ key }) => marks[Number(key)]!.value);
        expect(values).toEqual([...values].sort((a, b) => b - a));
        expect(values.every((value) => value > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('hold the one with the highest value wherever it has room on its area', () => {
    // circles would take the room that it has alone
    const areas = anyMarks.map((marks) => marks.filter(({ shape }) => !needsCircle(shape, 1)));
    fc.assert(
      fc.property(areas, fc.array(anyBox, { maxLength: 2 }), (marks, obstacles) => {
        const first = [...marks]
          .sort((a, b) => b.value - a.value)
          .find((each) => labelsOf([each], obstacles).length > 0);
        if (!first) return;
        const alone = labelsOf([first], obstacles).filter(({ on }) => on !== '');
        expect(labelsOf(marks, obstacles).slice(0, alone.length)).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});
