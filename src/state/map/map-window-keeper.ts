/** Keeps the link and the map together: the map goes where the link says, the link says where the map was moved to. */
import { viewOfWindow, windowOfView, type WorldDrawn, type WorldView } from '../../layout/map/map-window.ts';
import type { MapWindow } from '../../model/map-window.ts';
import { isSameWindow } from '../../share/map-window.ts';
import type { Explorer } from '../explorer.svelte.ts';

/** Where the map should be. */
export interface WindowAsked extends WorldView {
  /** Whether the world was not there before, or of another size: then it does not move, it is there. */
  readonly isNew: boolean;
}

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
    const { projection, width, height, south } = world;
    const drawn = `${projection} ${width} ${height} ${south}`;
    const isNew = this.#followed === undefined || drawn !== this.#drawn;
    if (!isNew && isSameWindow(this.#followed ?? null, window)) return null;
    this.#followed = window;
    this.#drawn = drawn;
    const view = viewOfWindow(world, window);
    this.#resting = windowOfView(world, view);
    return { ...view, isNew };
  }

  /** Tells the link, once the drawing rests. @returns what takes that back */
  moved(world: WorldDrawn, view: WorldView): () => void {
    const shown = windowOfView(world, view);
    const timer = setTimeout(() => {
      if (this.#followed === undefined || isSameWindow(shown, this.#resting)) return;
      this.#followed = shown;
      this.#resting = shown;
      this.#explorer.setMapWindow(shown);
    }, REST_MS);
    return () => clearTimeout(timer);
  }
}
