import fc from 'fast-check';
import { geoPath, type GeoProjection } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { globeProjection } from './globe-map.ts';
import { dragRotation, GLOBE_START, globeRadius, rotationTo, type Rotation } from './globe.ts';
import { onEarth } from '../../../tests/geo/flat-world-oracle.ts';

describe('the globe', () => {
  const middle = (projection: GeoProjection) => projection.invert!([480, 250])!;

  it('fills the box and shows what it is turned to', () => {
    const projection = globeProjection(960, 500, GLOBE_START);
    expect(projection.scale()).toBeCloseTo(globeRadius(960, 500), 6);
    expect(middle(projection)[0]).toBeCloseTo(11, 6);
    expect(middle(projection)[1]).toBeCloseTo(20, 6);
    const [lon, lat] = middle(globeProjection(960, 500, rotationTo([-100, 40])));
    expect([lon, lat].map(Math.round)).toEqual([-100, 40]);
  });

  it('draws no country with a number that is none, however it is turned', () => {
    for (const rotation of [GLOBE_START, [179.9, 0], [-180, 90], [0, -90], [90, 45]] as Rotation[]) {
      const path = geoPath(globeProjection(400, 400, rotation));
      const shown = onEarth.countries.filter((country) => {
        const d = path(country) ?? '';
        expect(d).not.toContain('NaN');
        return d !== '';
      });
      expect(shown.length).toBeGreaterThan(20);
      expect(shown.length).toBeLessThan(onEarth.countries.length);
    }
  });

  it('turns no country inside out, also where corners lie on the very rim', () => {
    const quarters = [-180, -90, -45, 0, 36, 90].flatMap((lambda) =>
      [-90, -45, 0, 45, 90].map((phi): Rotation => [lambda, phi]),
    );
    for (const rotation of quarters) {
      const path = geoPath(globeProjection(400, 400, rotation));
      const disc = Math.PI * globeRadius(400, 400) ** 2;
      for (const country of onEarth.countries) {
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
          const before = globeProjection(960, 500, [lambda, 0]);
          const place = middle(before);
          const after = globeProjection(960, 500, dragRotation([lambda, 0], dx, dy, 242));
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
