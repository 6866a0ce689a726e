/** What the benchmark rests on: its script, its own roll-up, and that it notices a wrong number. */
import { describe, expect, it } from 'vitest';
import { runInTurns, summaryOf } from '../../scripts/bench/in-turns.ts';
import { firstDifference, type Answer, type Peer } from '../../scripts/bench/peer.ts';
import { enginePeer } from '../../scripts/bench/peers/engine.ts';
import { objectPeer } from '../../scripts/bench/peers/objects.ts';
import { ratioOf } from '../../scripts/bench/report.ts';
import { rollUps } from '../../scripts/bench/rollup.ts';
import { scriptOf } from '../../scripts/bench/steps.ts';
import { syntheticDataset } from '../filter/synthetic-dataset.ts';

const BUSY_MACHINE_MS = 60_000;

const dataset = syntheticDataset(300, 7);
const rolled = rollUps(dataset);
const facets = rolled.map(({ facet }) => facet);
const steps = scriptOf(rolled, 40, 7);

describe('the script', () => {
  it('is the same for the same dataset, and has every kind of step', () => {
    expect(scriptOf(rolled, 40, 7)).toEqual(steps);
    expect(new Set(steps.map(({ verb }) => verb)).size).toBe(6);
  });
});

describe('peers in turns', { timeout: BUSY_MACHINE_MS }, () => {
  it('give the same numbers, the engine and plain objects', async () => {
    const peers = [enginePeer(dataset, facets), objectPeer(rolled, dataset.recordCount)];
    const timings = await runInTurns(peers, facets, steps, Infinity);
    expect(timings.map(({ stepMs }) => stepMs.length)).toEqual([40, 40]);
  });

  it('end the run where one gives another number', async () => {
    const good = enginePeer(dataset, facets);
    const bad: Peer = {
      name: 'bad',
      step: async (filter) => {
        const read = await good.step(filter);
        return () => ({ ...read(), active: read().active + 1 });
      },
    };
    await expect(runInTurns([good, bad], facets, steps, Infinity)).rejects.toThrow(
      /^step 0, .*Whereabouts and bad differ. active records: \d+ and \d+$/,
    );
  });

  it('end the run once all but the engine have used up their time', async () => {
    const peers = [enginePeer(dataset, facets), objectPeer(rolled, dataset.recordCount)];
    const timings = await runInTurns(peers, facets, steps, 0);
    expect(timings.map(({ stepMs }) => stepMs.length)).toEqual([1, 1]);
  });
});

describe('two answers', () => {
  const answer = async (): Promise<Answer> => (await enginePeer(dataset, facets).step(steps[0]!.filter))();

  it('differ where any number does', async () => {
    const [mine, other] = [await answer(), await answer()];
    expect(firstDifference(facets, mine, other)).toBeUndefined();
    const columns = ['records', 'scoreSum', 'belowThreshold', 'possible', 'maxScore', 'fractional'] as const;
    for (const [f, facet] of facets.entries()) {
      for (const column of columns) {
        const numbers = Float64Array.from(mine.facets[f]![column]!);
        numbers[3]! += 0.01;
        const spoilt = mine.facets.with(f, { ...mine.facets[f]!, [column]: numbers });
        expect(firstDifference(facets, mine, { ...mine, facets: spoilt })).toMatch(
          `${facet}, ${column}, node 3: `,
        );
      }
      for (const total of ['considered', 'tagged', 'withHidden'] as const) {
        const spoilt = mine.facets.with(f, { ...mine.facets[f]!, [total]: -1 });
        expect(firstDifference(facets, mine, { ...mine, facets: spoilt })).toMatch(`${facet}, ${total}: `);
      }
    }
  });
});

describe('times', () => {
  it('are summed over the script, and compared over the steps that both ran', () => {
    const engine = { name: 'engine', stepMs: [1, 2, 7] };
    expect(summaryOf(engine.stepMs)).toEqual({ median: 2, p95: 7, worst: 7, total: 10 });
    expect(ratioOf({ engine, peer: { name: 'slow', stepMs: [10, 20] } })).toBe(10);
  });
});
