import fc from 'fast-check';
import type { WorldTopology } from '../model/boundary-files.ts';
import { geoPath, type GeoProjection } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { readBoundaryFile } from '../../tests/geo/topology.ts';
import {
  dragRotation,
  GLOBE_START,
  globeRadius,
  rotationTo,
  worldProjection,
  type Rotation,
} from './projections.ts';
import { WORLD_PROJECTIONS } from './projection-info.ts';
import { projectWorld, readWorld } from './world-map.ts';

const { topology } = readBoundaryFile('world.topo.json');
const world = readWorld(topology as unknown as WorldTopology);
const land = {
  type: 'FeatureCollection' as const,
  features: world.countries.filter((country) => country.id !== 'ATA'),
};

const BOXES = [
  [960, 500],
  [358, 240],
] as const;

const flatBoxes = (['equal-earth', 'natural-earth'] as const).flatMap((id) =>
  BOXES.map(([width, height]) => ({ id, width, height })),
);

/** How far two boxes lie apart, px, at the worst side. */
const gapOf = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
  Math.max(...a.flatMap((corner, i) => corner.map((value, j) => Math.abs(value - b[i]![j]!))));

describe.each(flatBoxes)('$id in $width x $height', ({ id, width, height }) => {
  const projection = worldProjection(id, width, height);

  it('is fitted as all boundaries would be', () => {
    const fitted = worldProjection(id, 10, 10)
      .clipExtent(null)
      .fitExtent(
        [
          [8, 8],
          [width - 8, height - 8],
        ],
        land,
      );
    expect(gapOf(geoPath(projection).bounds(land), geoPath(fitted).bounds(land))).toBeLessThan(0.5);
  });

  it('places every country, inside the box but Antarctica', () => {
    for (const country of world.countries) {
      const [x, y] = projection([...country.properties.label])!;
      expect(Number.isFinite(x) && Number.isFinite(y), String(country.id)).toBe(true);
      if (country.id === 'ATA') continue;
      expect(x > 0 && x < width && y > 0 && y < height, String(country.id)).toBe(true);
    }
  });

  it('leaves room for Antarctica where it is wanted', () => {
    const [[, top], [, bottom]] = geoPath(worldProjection(id, width, height, GLOBE_START, true)).bounds({
      type: 'FeatureCollection',
      features: [...world.countries],
    });
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThan(height);
  });

  it('keeps Russia in one piece', () => {
    const [[left], [right]] = geoPath(projection).bounds(
      world.countries.find((country) => country.id === 'RUS')!,
    );
    expect(right - left).toBeLessThan(width / 2);
  });
});

it('Equal Earth is the world as it is drawn already', () => {
  const projection = worldProjection('equal-earth', 960, 500);
  for (const shape of projectWorld(world, 960, 500, false).countries) {
    const country = world.countries.find(({ id }) => id === shape.code)!;
    const place = country.geometry.type === 'Point' ? country.geometry.coordinates : country.properties.label;
    const [x, y] = projection([place[0], place[1]])!;
    expect(Math.hypot(x - shape.x, y - shape.y)).toBeLessThan(0.5);
  }
});

describe('the globe', () => {
  const middle = (projection: GeoProjection) => projection.invert!([480, 250])!;

  it('fills the box and shows what it is turned to', () => {
    const projection = worldProjection('globe', 960, 500);
    expect(projection.scale()).toBeCloseTo(globeRadius(960, 500), 6);
    expect(middle(projection)[0]).toBeCloseTo(11, 6);
    expect(middle(projection)[1]).toBeCloseTo(20, 6);
    const [lon, lat] = middle(worldProjection('globe', 960, 500, rotationTo([-100, 40])));
    expect([lon, lat].map(Math.round)).toEqual([-100, 40]);
  });

  it('draws no country with a number that is none, however it is turned', () => {
    for (const rotation of [GLOBE_START, [179.9, 0], [-180, 90], [0, -90], [90, 45]] as Rotation[]) {
      const path = geoPath(worldProjection('globe', 400, 400, rotation));
      const shown = world.countries.filter((country) => {
        const d = path(country) ?? '';
        expect(d).not.toContain('NaN');
        return d !== '';
      });
      expect(shown.length).toBeGreaterThan(20);
      expect(shown.length).toBeLessThan(world.countries.length);
    }
  });

  it('turns no country inside out, also where corners lie on the very rim', () => {
    const quarters = [-180, -90, -45, 0, 36, 90].flatMap((lambda) =>
      [-90, -45, 0, 45, 90].map((phi): Rotation => [lambda, phi]),
    );
    for (const rotation of quarters) {
      const path = geoPath(worldProjection('globe', 400, 400, rotation));
      const disc = Math.PI * globeRadius(400, 400) ** 2;
      for (const country of world.countries) {
        const share = country.geometry.type === 'Point' ? 0 : path.area(country) / disc;
        expect(share, `${String(country.id)} at ${rotation.join()}`).toBeLessThan(0.2);
      }
    }
  });

  it('follows the pointer: what was in the middle lies where the drag ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: -30, max: 30 }),
        fc.double({ min: -180, max: 179, noNaN: true }),
        (dx, dy, lambda) => {
          const before = worldProjection('globe', 960, 500, [lambda, 0]);
          const place = middle(before);
          const after = worldProjection('globe', 960, 500, dragRotation([lambda, 0], dx, dy, 242));
          const [x, y] = after(place)!;
          expect(Math.hypot(x - 480 - dx, y - 250 - dy)).toBeLessThan(1);
        },
      ),
    );
  });

  it('turns round and round, and never over a pole', () => {
    const drag = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }));
    fc.assert(
      fc.property(fc.array(drag, { maxLength: 10 }), fc.integer({ min: 20, max: 900 }), (drags, radius) => {
        const [lambda, phi] = drags.reduce<Rotation>(
          (rotation, [dx, dy]) => dragRotation(rotation, dx, dy, radius),
          GLOBE_START,
        );
        expect(lambda).toBeGreaterThanOrEqual(-180);
        expect(lambda).toBeLessThan(180);
        expect(Math.abs(phi)).toBeLessThanOrEqual(90);
      }),
    );
    expect(dragRotation([-11, -20], 0, -1e6, 100)).toEqual([-11, 90]);
    expect(dragRotation([170, 0], 20, 0, 180 / Math.PI)[0]).toBeCloseTo(-170, 9);
  });
});

it('every projection has words and a source', () => {
  expect(WORLD_PROJECTIONS.map(({ id }) => id)).toEqual(['equal-earth', 'natural-earth', 'globe']);
  for (const { label, description, source } of WORLD_PROJECTIONS) {
    expect(label).not.toBe('');
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(source).toMatch(/doi:10\./);
  }
});
