/** The steps of a tab, kept over a reload in its session storage. */
import { TRAIL_LIMIT, type Trail } from './trail.svelte.ts';

const STORED = 'whereabouts-steps';

/** Keeps the steps for after a reload; where storage is closed or full, the list begins anew then. */
export function storeSteps(trail: Trail): void {
  try {
    sessionStorage.setItem(STORED, JSON.stringify({ first: trail.first, queries: trail.queries }));
  } catch {
    // Back and Forward work all the same
  }
}

/** Takes in what was stored, if it is the trail of this entry. */
export function recallSteps(trail: Trail): void {
  let stored: string | null = null;
  try {
    stored = sessionStorage.getItem(STORED);
  } catch {
    // closed to us
  }
  const steps = readSteps(stored);
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
