/** The steps of a tab through the page's own dataset, kept over a reload in its session storage; those of files go with them. */
import { keepInTab, keptInTab } from '../page/tab-storage.ts';
import { TRAIL_LIMIT, trailOf, type Step } from './trail.svelte.ts';

const STORED = 'whereabouts-steps';

let areKept = false;

/**
 * Takes in what was stored, and stores the steps for after a reload; where nothing can be kept, the list begins anew then,
 * and Back and Forward work. Without effect until the dataset was shown, and after the first time.
 */
export function keepSteps(): void {
  const trail = trailOf(null);
  if (areKept || trail.steps.length === 0) return;
  areKept = true;
  trail.take(recalled(readSteps(keptInTab(STORED)), trail.steps));
  addEventListener('pagehide', () => keepInTab(STORED, JSON.stringify(trail.steps)));
}

/** The steps that are known now, after those of before a reload if these led to the first of them. */
export function recalled(before: readonly Step[], now: readonly Step[]): readonly Step[] {
  const first = now[0]!;
  if (before.findLast(({ at }) => at <= first.at)?.query !== first.query) return now;
  // what was undone is forgotten once another step was taken
  const undone = now.length > 1 ? [] : before.filter(({ at }) => at > first.at);
  return [...before.filter(({ at }) => at < first.at), ...now, ...undone];
}

/** What was stored, none where it is not a trail: storage is untrusted input. */
export function readSteps(stored: string | null): readonly Step[] {
  try {
    const steps: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(steps) && steps.length <= TRAIL_LIMIT && steps.every(isStep) ? steps : [];
  } catch {
    return [];
  }
}

function isStep(step: unknown, i: number, steps: readonly unknown[]): step is Step {
  const { at, query } = (step ?? {}) as Partial<Step>;
  const before = i > 0 ? (steps[i - 1] as Step).at : -1;
  return Number.isSafeInteger(at) && at! > before && typeof query === 'string';
}
