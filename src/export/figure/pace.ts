/** How a file is made beside all else: a slice at a time, telling how far it is, until it is given up. */
import type { Work } from '../../model/work.ts';
import { afterPaint } from '../../state/page/after-paint.svelte.ts';
import { nextTask } from '../../state/page/next-task.ts';

/** Whoever asks for a file. */
export interface Asker {
  /** Aborted where the file is no longer wanted. */
  readonly signal: AbortSignal;
  /**
   * Hears what is being done, "Writing the file…", and how far it is.
   * @param share 0 to 1; undefined where nobody knows
   */
  readonly tell: (doing: string, share?: number) => void;
}

/** Wants the file in any case and hears nothing. */
export const PATIENT: Asker = { signal: new AbortController().signal, tell: () => undefined };

/** The page's thread is held for so long, ms: the last step comes on top of it, and a frame has 16. */
const SLICE_MS = 8;
/** Least time between two shares that are told, ms. */
const TOLD_MS = 100;

/**
 * Does work in slices of a few milliseconds, so that the page answers between two.
 * @param doing what is told meanwhile
 * @param check throws where going on makes no sense; called before each slice
 * @throws {DOMException} an AbortError when the file is given up
 */
export async function inSlices<T>(
  work: Work<T>,
  doing: string,
  { signal, tell }: Asker,
  check: () => void = () => undefined,
): Promise<T> {
  let nextMs = 0;
  let share = 0;
  for (;;) {
    await nextTask();
    signal.throwIfAborted();
    check();
    const startMs = performance.now();
    if (startMs >= nextMs) {
      tell(doing, share);
      nextMs = startMs + TOLD_MS;
    }
    do {
      const step = work.next();
      if (step.done === true) return step.value;
      share = step.value;
    } while (performance.now() - startMs < SLICE_MS);
  }
}

/** Resolves once what was told can be seen: what follows may hold the thread. */
export const painted = (): Promise<void> => new Promise(afterPaint);
