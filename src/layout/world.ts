/** The world's boundaries, unpacked for what draws them when it is first drawn. */
import type { CountryProperties, WorldTopology } from '../model/boundary-files.ts';
import { unpackBoundaries, type Boundaries } from './boundaries.ts';
import type { FlatProjectionId } from './flat-projection.ts';
import { flatBoundaries } from './flat-world.ts';

export class World {
  readonly #topology: WorldTopology;
  #onEarth: Boundaries | undefined;
  readonly #onPlane = new Map<string, Boundaries>();

  constructor(topology: WorldTopology) {
    this.#topology = topology;
  }

  /** Short English names by ISO 3166-1 alpha-3, as the map has them. */
  get names(): ReadonlyMap<string, string> {
    const { geometries } = this.#topology.objects.countries;
    return new Map(
      geometries.map(({ id, properties }) => [String(id), (properties as CountryProperties).name]),
    );
  }

  /** In degrees, for a globe, and for single countries. */
  get onEarth(): Boundaries {
    return (this.#onEarth ??= unpackBoundaries(this.#topology));
  }

  /** On the plane of a flat projection, see {@link flatBoundaries}. */
  onPlane(id: FlatProjectionId, withAntarctica: boolean): Boundaries {
    const key = `${id} ${withAntarctica}`;
    let boundaries = this.#onPlane.get(key);
    if (!boundaries) {
      boundaries = flatBoundaries(this.#topology, id, withAntarctica);
      this.#onPlane.set(key, boundaries);
    }
    return boundaries;
  }
}
