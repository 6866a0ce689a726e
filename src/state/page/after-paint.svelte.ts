/** Two steps after a change: what is seen first, and once that is painted, what takes longer. */
import { flushSync, untrack } from 'svelte';
import type { Explorer } from '../explorer.svelte.ts';
import { Pace } from './pace.ts';

/** A hidden tab has no frames. */
const HIDDEN_MS = 500;

/** Calls once what stands in the document now has been painted, or after a moment in a tab that nobody sees. */
export function afterPaint(act: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    act();
  };
  const waiting = setTimeout(once, HIDDEN_MS);
  requestAnimationFrame(() => {
    clearTimeout(waiting);
    setTimeout(once);
  });
}

/** Up to so many authors on records, all of them counted, the graph takes less than what waiting for a frame costs. */
export const AT_ONCE_AUTHORSHIPS = 60_000;

/**
 * Lets views that read by {@link Explorer.later} follow the filter: in the same frame as the others where that is
 * quick, else once the others are painted; where that takes long and one change follows the other, as while a threshold is
 * dragged, once nothing changes any more. Call in a set-up.
 */
export function settleAfterPaint(explorer: Explorer): void {
  const isQuick = explorer.dataset.records.author.length <= AT_ONCE_AUTHORSHIPS;
  const pace = new Pace();
  let isWaiting = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    isWaiting = false;
    const startMs = performance.now();
    explorer.settle();
    flushSync();
    pace.took(performance.now() - startMs);
  };
  const decidesCounts = () => [explorer.filter, explorer.texts.matches];
  $effect(() => {
    decidesCounts();
    if (isQuick) {
      untrack(() => explorer.settle());
      return;
    }
    const restMs = pace.restMs(performance.now());
    if (isWaiting) return;
    clearTimeout(resting);
    if (restMs > 0) {
      resting = setTimeout(settle, restMs);
      return;
    }
    isWaiting = true;
    afterPaint(settle);
  });
}
