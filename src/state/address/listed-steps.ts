/** The steps so far as they are listed. */
import type { Step, Trail } from './trail.svelte.ts';

export interface ListedStep {
  readonly query: string;
  /** How far its entry is from the present one, as history.go takes it; 0 for the present step. */
  readonly entries: number;
}

/** What changed something, in order, those that were undone last; of entries that show the same, the nearest. */
export function listedSteps({ steps, at: present }: Trail): readonly ListedStep[] {
  const changes: Step[] = [];
  for (const step of steps) {
    if (changes.at(-1)?.query !== step.query) changes.push(step);
    else if (step.at <= present) changes.splice(-1, 1, step);
  }
  return changes.map(({ query, at }) => ({ query, entries: at - present }));
}
