import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelBox } from '../text/box-index.ts';
import { mapLabels, type MapLabel } from './map-labels.ts';
import type { DrawnPath } from './map-path.ts';
import { markCountries } from './map-marks.ts';
import { heldBy, shapeCovers, shapeMeets } from './shape-covers.ts';
import { earthProjection, onEarth, world } from '../../../tests/geo/flat-world-oracle.ts';
import { projectFlat } from './world-map.ts';

const [WIDTH, HEIGHT] = [920, 400];

const shapes = {
  'equal-earth': projectFlat(world, WIDTH, HEIGHT, 'land'),
  'natural-earth': projectFlat(world, WIDTH, HEIGHT, 'land', 'natural-earth'),
};

/** The slow way: the place on the Earth, and d3-geo's geoContains. */
function covering(id: keyof typeof shapes) {
  const projection = earthProjection(id, WIDTH, HEIGHT);
  return (country: number, x: number, y: number): boolean => {
    const place = projection.invert!([x, y]);
    return place !== null && !place.some(isNaN) && geoContains(onEarth.countries[country]!, place);
  };
}

/** Half a pixel around a place: a border is drawn in straight pieces, so that the two differ by less along it. */
const around = (x: number, y: number) =>
  [-0.5, 0, 0.5].flatMap((dx) => [-0.5, 0, 0.5].map((dy) => [x + dx, y + dy] as const));

/** What lies inside at a height, from edge to edge. */
function insideAt(rings: DrawnPath['lines'], y: number): (readonly [number, number])[] {
  const edges = rings.flatMap((ring) =>
    ring.flatMap(([x1, y1], i) => {
      const [x0, y0] = ring.at(i - 1)!;
      return y0 > y === y1 > y ? [] : [x0 + ((x1 - x0) * (y - y0)) / (y1 - y0)];
    }),
  );
  edges.sort((a, b) => a - b);
  return edges.flatMap((from, i) => (i % 2 === 0 ? [[from, edges[i + 1]!] as const] : []));
}

const flatMap = fc.constantFrom('equal-earth' as const, 'natural-earth' as const);

describe('a shape', { timeout: 60_000 }, () => {
  it('covers what the country does on the Earth', () => {
    fc.assert(
      fc.property(
        flatMap,
        fc.nat(onEarth.countries.length - 1),
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: -30, max: 30 }),
        (id, country, dx, dy) => {
          const shape = shapes[id].countries[country]!;
          const [x, y] = [shape.x + dx, shape.y + dy];
          // below the map there is no Earth
          fc.pre(y < HEIGHT);
          const covers = covering(id);
          const answers = new Set(around(x, y).map(([atX, atY]) => covers(country, atX, atY)));
          fc.pre(answers.size === 1);
          expect(shapeCovers(shape, x, y), `${shape.name} at ${x}, ${y}`).toBe([...answers][0]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('covers some of a level line where that meets what lies between two of its edges', () => {
    let covered = 0;
    fc.assert(
      fc.property(
        flatMap,
        fc.nat(onEarth.countries.length - 1),
        fc.double({ min: -60, max: 30, noNaN: true }),
        fc.double({ min: -30, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 90, noNaN: true }),
        (id, country, dx, dy, length) => {
          const shape = shapes[id].countries[country]!;
          const [x, y] = [shape.x + dx, shape.y + dy];
          const expected = shape.parts.some(({ lines }) =>
            insideAt(lines, y).some(([from, to]) => from < x + length && x < to),
          );
          expect(shapeCovers(shape, x, y, x + length), `${shape.name} at ${x}, ${y}`).toBe(expected);
          if (expected) covered++;
        },
      ),
      { numRuns: 2000 },
    );
    expect(covered).toBeGreaterThan(200);
  });

  it('covers nothing where it is only a point', () => {
    const point = shapes['equal-earth'].countries.find(({ code }) => code === 'VAT')!;
    expect(shapeCovers(point, point.x, point.y)).toBe(false);
  });
});

describe('a level line', () => {
  const part = {
    d: '',
    areaPx: 0,
    bounds: [
      [0, 0],
      [30, 10],
    ],
    // a hole from 10 to 20
    lines: [
      [
        [0, 0],
        [30, 0],
        [30, 10],
        [0, 10],
      ],
      [
        [10, 2],
        [20, 2],
        [20, 8],
        [10, 8],
      ],
    ],
  } as const satisfies DrawnPath;

  it.each([
    [1, 9, 'all'],
    [1, 11, 'some'],
    [12, 18, 'none'],
    [12, 22, 'some'],
    [21, 29, 'all'],
    [-5, -1, 'none'],
    [-5, 35, 'some'],
  ] as const)('from %i to %i is held by the part: %s', (x, toX, held) => {
    expect(heldBy(part, x, 5, toX)).toBe(held);
    expect(shapeMeets({ parts: [part] }, [[x, 5, toX]])).toBe(held !== 'none');
    expect(heldBy(part, x, 12, toX)).toBe('none');
  });
});

const measure = (text: string) => 6.6 * text.length;

function boxOf({ rows, x, anchor }: MapLabel): LabelBox {
  const width = Math.max(...rows.map(({ name, number }) => measure(`${name} ${number}`.trim()))) + 3;
  const x0 = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { x0, x1: x0 + width, y0: rows[0]!.y - 11.5, y1: rows.at(-1)!.y + 3.5 };
}

describe('a label on the world’s map', { timeout: 60_000 }, () => {
  it('names no other country with a value, unless it is led and of one of the three highest', () => {
    const values = fc.array(fc.nat(900), {
      minLength: onEarth.countries.length,
      maxLength: onEarth.countries.length,
    });
    const zoom = fc.constantFrom(1, 1, 2, 5);
    fc.assert(
      fc.property(flatMap, values, zoom, (id, records, k) => {
        const { countries } = shapes[id];
        const indexByCode = new Map(countries.map(({ code }, i) => [code, i]));
        const counts = { records, scoreSum: records, belowThreshold: [], possible: [], withHidden: 0 };
        const { countries: areas } = markCountries(
          countries,
          counts,
          (code) => indexByCode.get(code),
          (node) => records[node]!,
          { whole: true, method: 'auto', painting: null, tellable: true },
        );
        // Europe and Africa in the middle
        const view = { k, x: (1 - k) * 480, y: (1 - k) * 150 };
        const covers = covering(id);
        const size = { width: WIDTH, height: HEIGHT };
        const labels = mapLabels({ areas, cities: [] }, view, size, 'records', measure);
        for (const label of labels.filter(({ leader }, i) => i >= 3 || !leader)) {
          const { x0, x1, y0, y1 } = boxOf(label);
          for (const share of [0, 1 / 6, 1 / 2, 5 / 6, 1]) {
            const x = (x0 + share * (x1 - x0) - view.x) / k;
            const y = ((y0 + y1) / 2 - view.y) / k;
            const others = areas.filter(
              ({ value, node, shape }) =>
                value > 0 &&
                node !== label.node &&
                shape.parts.some(
                  ({ bounds: [[left, top], [right, bottom]] }) =>
                    x >= left && x <= right && y >= top && y <= bottom,
                ) &&
                around(x, y).every(([atX, atY]) => covers(node, atX, atY)),
            );
            expect(
              others.map(({ shape }) => shape.name),
              `${label.key} at ${share}`,
            ).toEqual([]);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});
