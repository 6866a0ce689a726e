/** The world's boundaries, unpacked for what draws them when it is first drawn. */
import type { WorldTopology } from '../model/boundary-files.ts';
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
