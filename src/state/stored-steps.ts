/** The steps of a tab, kept over a reload in its session storage. */
import { keepInTab, keptInTab } from './tab-storage.ts';
import { TRAIL_LIMIT, type Trail } from './trail.svelte.ts';

const STORED = 'whereabouts-steps';

/** Keeps the steps for after a reload; where nothing can be kept, the list begins anew then, and Back and Forward work. */
export function storeSteps(trail: Trail): void {
  keepInTab(STORED, JSON.stringify({ first: trail.first, queries: trail.queries }));
}

/** Takes in what was stored, if it is the trail of this entry. */
export function recallSteps(trail: Trail): void {
  const steps = readSteps(keptInTab(STORED));
  if (steps) trail.recall(steps.first, steps.queries);
}

/** What was stored, or undefined where it is not a trail: storage is untrusted input. */
export function readSteps(stored: string | null): { first: number; queries: string[] } | undefined {
  try {
    const { first, queries } = JSON.parse(stored ?? '{}') as { first?: unknown; queries?: unknown };
    if (!Number.isSafeInteger(first) || !Array.isArray(queries) || queries.length > TRAIL_LIMIT)
      return undefined;
    if (!queries.every((query) => typeof query === 'string')) return undefined;
    return { first: first as number, queries };
  } catch {
    return undefined;
  }
}
