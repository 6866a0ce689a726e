/** The world's boundaries, unpacked for what draws them when it is first drawn. */
import type { CountryProperties, WorldTopology } from '../../model/boundary-files.ts';
import { unpackBoundaries, type Boundaries } from './boundaries.ts';
import type { FlatProjectionId } from './flat-projection.ts';
import { flatBoundaries, withFlatAntarctica } from './flat-world.ts';

export class World {
  readonly #topology: WorldTopology;
  #onEarth: Boundaries | undefined;
  readonly #onPlane = new Map<FlatProjectionId, Boundaries>();
  readonly #withAntarctica = new Map<FlatProjectionId, Boundaries>();

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
    const flat = kept(this.#onPlane, id, () => flatBoundaries(this.#topology, id));
    if (!withAntarctica) return flat;
    return kept(this.#withAntarctica, id, () => withFlatAntarctica(flat, this.#topology, id));
  }
}

function kept<K, V>(values: Map<K, V>, key: K, make: () => V): V {
  let value = values.get(key);
  if (value === undefined) {
    value = make();
    values.set(key, value);
  }
  return value;
}
