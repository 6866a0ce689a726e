/**
 * What the map costs in script: marking the world for a changed filter and naming its places, and projecting a country
 * whose file has arrived. The counts themselves are measured by scripts/bench; painting is the browser's.
 *
 *     npm run bench:map [records]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { CrossFilter } from '../src/filter/cross-filter.ts';
import { EMPTY_FILTER, withMembership } from '../src/filter/passing/filter-state.ts';
import { certaintyPainting } from '../src/layout/map/certainty-fill.ts';
import type { RegionTopology, WorldTopology } from '../src/model/boundary-files.ts';
import { projectCountry, readRegions } from '../src/layout/map/country-map.ts';
import { mapLabels } from '../src/layout/map/map-labels.ts';
import { markCountries, type CountryMark } from '../src/layout/map/map-marks.ts';
import { projectFlat } from '../src/layout/map/world-map.ts';
import { World } from '../src/layout/map/world.ts';
import { syntheticDataset } from '../tests/filter/synthetic-dataset.ts';

const WIDTH = 920;
const HEIGHT = 400;
/** About as wide as type of 12 px is. */
const CHARACTER_PX = 6.4;
const FOLDER = 'public/geo/admin1';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const recordCount = Number(process.argv[2] ?? 10_000);

function timed(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function told(what: string, times: number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(2);
  console.log(
    `${what.padEnd(46)} median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms (${sorted.length})`,
  );
}

const world = new World(json('public/geo/world.topo.json') as WorldTopology);
const shapes = projectFlat(world, WIDTH, HEIGHT, 'land').countries;
const engine = new CrossFilter(syntheticDataset(recordCount, 7));
const { nodeByCode } = engine.indexes.get('geography')!;

const marking: number[] = [];
const naming: number[] = [];
const size = { width: WIDTH, height: HEIGHT };
const atRest = { k: 1, x: 0, y: 0 };
const measure = (text: string) => text.length * CHARACTER_PX;
for (let step = 0; step < 200; step++) {
  engine.setFilter(withMembership(EMPTY_FILTER, 'technology', step % 60, 'included'));
  const counts = engine.countsFor('geography');
  for (const painting of [null, certaintyPainting(counts, 4)]) {
    let areas: readonly CountryMark[] = [];
    marking.push(
      timed(() => {
        areas = markCountries(
          shapes,
          counts,
          (code) => nodeByCode.get(code),
          (node) => counts.records[node]!,
          { whole: true, method: 'auto', painting, tellable: true },
        ).countries;
      }),
    );
    naming.push(timed(() => mapLabels({ areas, cities: [] }, atRest, size, 'records', measure)));
  }
}
told(`marks of ${shapes.length} countries, filter changed`, marking);
told('names of places, filter changed', naming);

const entering = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.topo.json'))
  .map((file) => {
    const topology = json(`${FOLDER}/${file}`) as RegionTopology;
    return timed(() => projectCountry(readRegions(file.slice(0, 3), topology), world, WIDTH, HEIGHT));
  });
told('entering a country, its file there', entering);
