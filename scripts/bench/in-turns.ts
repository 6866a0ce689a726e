/** Runs the script through all peers, a step of each in turn, and compares every answer outside of the timed part. */
import { firstDifference, type Peer, type ReadAnswer } from './peer.ts';
import type { Step } from './steps.ts';

/** What one peer took, a number a step; a slow peer stops before the end of the script. */
export interface Timing {
  readonly name: string;
  readonly stepMs: readonly number[];
}

/**
 * @param peers the first is the one that the others must agree with
 * @param budgetMs a peer that has taken so long in all sits the rest out; when all but the first do, the run ends
 * @param tidy called before each timed part: to sweep up what the one before left, so that nobody else pays for it
 * @throws where two disagree: then no time means anything
 */
export async function runInTurns(
  peers: readonly Peer[],
  facets: readonly string[],
  steps: readonly Step[],
  budgetMs: number,
  tidy: () => void = () => undefined,
): Promise<Timing[]> {
  const times = peers.map((): number[] => []);
  const spent = peers.map(() => 0);
  for (const [i, { verb, filter }] of steps.entries()) {
    if (peers.length > 1 && spent.every((ms, p) => p === 0 || ms > budgetMs)) break;
    const reads = peers.map((): ReadAnswer | null => null);
    // another one begins each time, so that nobody always comes after the same
    for (const p of rotated(peers.length, i)) {
      if (p > 0 && spent[p]! > budgetMs) continue;
      tidy();
      const start = performance.now();
      const pending = peers[p]!.step(filter);
      reads[p] = pending instanceof Promise ? await pending : pending;
      const ms = performance.now() - start;
      times[p]!.push(ms);
      spent[p]! += ms;
    }
    const expected = reads[0]!();
    for (const [p, read] of reads.entries()) {
      const difference = p > 0 && read ? firstDifference(facets, expected, read()) : undefined;
      if (difference !== undefined) {
        throw new Error(`step ${i}, ${verb}: ${peers[0]!.name} and ${peers[p]!.name} differ. ${difference}`);
      }
    }
  }
  return peers.map(({ name }, p) => ({ name, stepMs: times[p]! }));
}

/** 0 to count - 1, from `start` on and round. */
function rotated(count: number, start: number): number[] {
  return Array.from({ length: count }, (_, i) => (start + i) % count);
}

export interface Summary {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
  readonly total: number;
}

export function summaryOf(times: readonly number[]): Summary {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return {
    median: at(0.5),
    p95: at(0.95),
    worst: at(1),
    total: times.reduce((sum, ms) => sum + ms, 0),
  };
}
