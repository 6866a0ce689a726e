/** Keeps the link and the map together: the map goes where the link says, the link says where the map was moved to. */
import { GLOBE_START, rotationTo, type Rotation } from '../layout/globe.ts';
import {
  aboutMiddle,
  magnificationOf,
  windowOf,
  type FlatMap,
  type Magnification,
} from '../layout/map-window.ts';
import type { MapWindow } from '../model/map-window.ts';
import { isSameWindow } from '../share/map-window.ts';
import type { Explorer } from './explorer.svelte.ts';

/** The world as it is drawn. */
export interface WorldDrawn extends FlatMap {
  readonly isGlobe: boolean;
}

/** Where the map should be. */
export interface WindowAsked {
  readonly magnification: Magnification;
  /** Of a globe. */
  readonly rotation: Rotation | null;
  /** Whether the world was not there before, or of another size: then it does not move, it is there. */
  readonly isNew: boolean;
}

const WHOLE: Magnification = { k: 1, x: 0, y: 0 };

/** A gesture that rests so long has ended, ms. */
const REST_MS = 250;

export class MapWindowKeeper {
  readonly #explorer: Explorer;
  /** What the link has, as far as the drawing follows it; undefined where it follows nothing yet. */
  #followed: MapWindow | null | undefined;
  #drawn = '';
  /**
   * What the drawing shows then. It may be less than what was asked for: a map stays in its box, and boxes differ, so
   * that the link must not be told of what nobody moved.
   */
  #resting: MapWindow | null = null;

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  /** The drawing is gone: what comes next begins where the link says. */
  forget(): void {
    this.#followed = undefined;
  }

  /** Where a drawing should be; null where it is there, or was moved away since. */
  asked(world: WorldDrawn, window: MapWindow | null): WindowAsked | null {
    const drawn = `${world.isGlobe ? 'globe' : world.id} ${world.width} ${world.height} ${world.withAntarctica}`;
    const isNew = this.#followed === undefined || drawn !== this.#drawn;
    if (!isNew && isSameWindow(this.#followed ?? null, window)) return null;
    this.#followed = window;
    this.#drawn = drawn;
    const { isGlobe, width, height } = world;
    const rotation = !isGlobe ? null : window ? rotationTo([window.longitude, window.latitude]) : GLOBE_START;
    const magnification =
      window === null
        ? WHOLE
        : isGlobe
          ? aboutMiddle(window.times, width, height)
          : magnificationOf(world, window);
    this.#resting = shownWindow(world, magnification, rotation ?? GLOBE_START);
    return { magnification, rotation, isNew };
  }

  /** Tells the link, once the drawing rests. @returns what takes that back */
  moved(world: WorldDrawn, magnification: Magnification, rotation: Rotation): () => void {
    const shown = shownWindow(world, magnification, rotation);
    const timer = setTimeout(() => {
      if (this.#followed === undefined || isSameWindow(shown, this.#resting)) return;
      this.#followed = shown;
      this.#resting = shown;
      this.#explorer.setMapWindow(shown);
    }, REST_MS);
    return () => clearTimeout(timer);
  }
}

/** What a drawing shows; null for the whole, as it first stands. */
function shownWindow(world: WorldDrawn, magnification: Magnification, rotation: Rotation): MapWindow | null {
  const { k } = magnification;
  if (!world.isGlobe) return k === 1 ? null : windowOf(world, magnification);
  const [lambda, phi] = rotation;
  const isFirst = lambda === GLOBE_START[0] && phi === GLOBE_START[1];
  return k === 1 && isFirst ? null : { longitude: -lambda, latitude: -phi, times: k };
}
