import { describe, expect, it } from 'vitest';
import { readBoundaryFile } from '../../../tests/geo/topology.ts';
import type { RegionTopology } from '../../model/boundary-files.ts';
import { projectCountry, readRegions, type ProjectedCountry } from './country-map.ts';
import { world } from '../../../tests/geo/flat-world-oracle.ts';

function drawn(country: string, width: number, height: number, left = 0): ProjectedCountry {
  const { topology } = readBoundaryFile(`admin1/${country}.topo.json`);
  return projectCountry(
    readRegions(country, topology as unknown as RegionTopology),
    world,
    width,
    height,
    left,
  );
}

/** Left and right edge of some regions, px. */
function spanOf({ countries }: ProjectedCountry, isMeant: (code: string) => boolean): [number, number] {
  const bounds = countries.filter(({ code }) => isMeant(code)).map((shape) => shape.bounds);
  return [Math.min(...bounds.map(([from]) => from[0])), Math.max(...bounds.map(([, to]) => to[0]))];
}

describe('the United States', () => {
  const far = (code: string) => code === 'US-AK' || code === 'US-HI';
  const map = drawn('USA', 900, 380, 200);

  it('leave most of the box to the forty-eight states, with Alaska and Hawaii beneath them', () => {
    const [left, right] = spanOf(map, (code) => !far(code));
    expect(right - left).toBeGreaterThan(480);
    const california = map.countries.find(({ code }) => code === 'US-CA')!;
    for (const shape of map.countries.filter(({ code }) => far(code))) {
      expect(shape.y, shape.code).toBeGreaterThan(california.y);
      expect(shape.areaPx, shape.code).toBeGreaterThan(40);
    }
    expect(map.context).toBe('');
  });

  it('stand in the box, clear of the legend, every state and every city', () => {
    expect(map.countries).toHaveLength(51);
    const [left, right] = spanOf(map, () => true);
    expect(left).toBeGreaterThan(200);
    expect(right).toBeLessThan(900);
    const [honolulu, juneau] = [map.place(-157.86, 21.31)!, map.place(-134.42, 58.3)!];
    expect(honolulu[1]).toBeGreaterThan(200);
    expect(juneau[1]).toBeGreaterThan(200);
    expect(map.place(2.35, 48.86)).toBeNull();
  });
});

describe.each(['FRA', 'RUS', 'NZL', 'CHL', 'AUT'])('the regions of %s', (country) => {
  it('stand in the box, with the neighbours behind them', () => {
    const map = drawn(country, 700, 400, 150);
    const [left, right] = spanOf(map, () => true);
    expect(left).toBeGreaterThan(150);
    expect(right).toBeLessThan(700);
    expect(map.context).not.toContain('NaN');
    if (country !== 'NZL') expect(map.context.length).toBeGreaterThan(100);
  });
});
