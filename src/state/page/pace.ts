/** When what takes long follows changes: at once where they come one by one, else once they rest. */

/** What takes no longer holds nobody up, ms. */
const QUICK_MS = 30;

/** A change so soon after another one is of one movement with it, and after the last of them so long is rest, ms. */
const MOVEMENT_MS = 250;

export class Pace {
  #lastMs = 0;
  #changedAtMs = -Infinity;

  /** Tells how long it took to follow a change, ms. */
  took(ms: number): void {
    this.#lastMs = ms;
  }

  /**
   * Tells of a change.
   * @param nowMs of any clock that does not go back
   * @returns how long to wait for another one before it is followed, ms; 0 for at once
   */
  restMs(nowMs: number): number {
    const isMoving = nowMs - this.#changedAtMs < MOVEMENT_MS;
    this.#changedAtMs = nowMs;
    return isMoving && this.#lastMs > QUICK_MS ? MOVEMENT_MS : 0;
  }
}
