import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import { nodeRadii } from '../../layout/coauthors/coauthor-layout-parts.ts';
import { buildCoauthorGraph } from '../../layout/coauthors/coauthor-graph.ts';
import type { Dataset } from '../../model/dataset.ts';
import { DEFAULT_COAUTHORS } from '../../share/coauthor-settings.ts';
import { pictureOf } from '../../state/coauthors/coauthor-picture.svelte.ts';
import { arrangedAs } from './arranged-graph.ts';
import { PATIENT } from './pace.ts';

/** Every layout that is asked for; none answers by itself. */
const runs: SlowWorker[] = [];

class SlowWorker extends EventTarget {
  isEnded = false;
  #id = -1;
  constructor() {
    super();
    runs.push(this);
  }
  postMessage({ id }: { id: number }): void {
    this.#id = id;
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(data: object): void {
    this.dispatchEvent(new MessageEvent('message', { data: { id: this.#id, ...data } }));
  }
  /** The graph, its communities and its places. */
  finish(dataset: Dataset, share = 1): void {
    const graph = buildCoauthorGraph(dataset.records, dataset.authors.family.length);
    const x = new Float32Array(graph.nodeCount);
    const picture = { x, y: x, bounds: { x0: 0, y0: 0, x1: 1, y1: 1 } };
    this.answer({ kind: 'graph', graph });
    this.answer({ kind: 'progress', picture, share: Math.min(0.5, share) });
    if (share < 1) return;
    const none = new Uint32Array(graph.nodeCount);
    this.answer({ kind: 'communities', communities: { community: none, people: none, strongest: none } });
    this.answer({ kind: 'result', picture });
  }
}

/** The same records under another identity: what was arranged before is not known. */
const fresh = (): Dataset => ({ ...handCounted });
const everybody = DEFAULT_COAUTHORS;
const NEVER = { timeout: 5000 };

beforeEach(() => {
  runs.length = 0;
  vi.stubGlobal('Worker', SlowWorker);
});
afterEach(() => vi.unstubAllGlobals());

describe('the graph for a file', () => {
  it('is the one that the page is arranging: waited for, its progress told, arranged once', async () => {
    const dataset = fresh();
    pictureOf(dataset).arrange(everybody, 1.2);
    const told: [string, number | undefined][] = [];
    const asker = { ...PATIENT, tell: (doing: string, share?: number) => told.push([doing, share]) };
    const asked = arrangedAs(dataset, everybody, asker);
    runs[0]!.finish(dataset, 0.4);
    await vi.waitFor(() => expect(told).toContainEqual(['Arranging the graph…', 0.4]), NEVER);
    runs[0]!.finish(dataset);
    const arranged = await asked;
    expect(arranged).toBe(pictureOf(dataset).arranged);
    expect(arranged!.radius).toEqual(nodeRadii(arranged!.graph));
    expect(runs).toHaveLength(1);
    expect(await arrangedAs(dataset, everybody, PATIENT)).toBe(arranged);
    expect(runs).toHaveLength(1);
  });

  it('is arranged anew only where the page arranges another, and then kept', async () => {
    const dataset = fresh();
    pictureOf(dataset).arrange({ ...everybody, around: 3 }, 1.2);
    const asked = arrangedAs(dataset, everybody, PATIENT);
    const twice = arrangedAs(dataset, everybody, PATIENT);
    await vi.waitFor(() => expect(runs).toHaveLength(2), NEVER);
    runs[1]!.finish(dataset);
    expect(await twice).toBe(await asked);
    expect(await arrangedAs(dataset, everybody, PATIENT)).toBe(await asked);
    expect(runs).toHaveLength(2);
    expect(pictureOf(dataset).arranged).toBeNull();
  });

  it('is arranged for the file where the page gives it up', async () => {
    const dataset = fresh();
    const run = pictureOf(dataset).arrange(everybody, 1.2);
    const asked = arrangedAs(dataset, everybody, PATIENT);
    run.cancel();
    await vi.waitFor(() => expect(runs).toHaveLength(2), NEVER);
    runs[1]!.finish(dataset);
    expect((await asked)!.graph.nodeCount).toBe(4);
  });

  it('is given up at once: what was begun for the file ends, what the page arranges goes on', async () => {
    const dataset = fresh();
    const giving = new AbortController();
    const asked = arrangedAs(dataset, everybody, { ...PATIENT, signal: giving.signal });
    const aborted = expect(asked).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }) as Error);
    giving.abort();
    await aborted;
    expect(runs.map(({ isEnded }) => isEnded)).toEqual([true]);

    pictureOf(dataset).arrange(everybody, 1.2);
    const again = new AbortController();
    const waiting = arrangedAs(dataset, everybody, { ...PATIENT, signal: again.signal });
    const stopped = expect(waiting).rejects.toThrow();
    again.abort();
    await stopped;
    expect(runs.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('tells what goes wrong', async () => {
    const asked = arrangedAs(fresh(), everybody, PATIENT);
    const failed = expect(asked).rejects.toThrow('the graph could not be arranged: out of memory');
    runs[0]!.answer({ kind: 'fault', message: 'out of memory' });
    await failed;
  });

  it('is none where nobody is named', async () => {
    const nobody = makeDataset({ authors: [], facets: [], records: [] });
    expect(await arrangedAs(nobody, everybody, PATIENT)).toBeNull();
    expect(runs).toHaveLength(0);
  });
});
