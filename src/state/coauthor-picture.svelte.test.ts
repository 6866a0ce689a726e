import { describe, expect, it, vi } from 'vitest';
import { handCounted } from '../../tests/filter/hand-counted.ts';
import { syntheticDataset } from '../../tests/filter/synthetic-dataset.ts';
import { MAX_PAIR_AUTHORS } from '../layout/coauthor-graph.ts';
import { CoauthorPicture } from './coauthor-picture.svelte.ts';

/** A worker that fails at once. */
class BrokenWorker extends EventTarget {
  postMessage(question: { id: number }): void {
    const data = { kind: 'error', id: question.id, message: 'out of memory' };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  terminate(): void {}
}

describe('the picture of the co-authors', () => {
  it('has everybody from the start, and places for them when arranged', async () => {
    const picture = new CoauthorPicture(handCounted);
    expect(picture.graph.nodeCount).toBe(4);
    expect(picture.radius).toHaveLength(4);
    expect([picture.positions, picture.share, picture.fault]).toEqual([null, 0, '']);
    picture.arrange(1.5); // Node has no Worker: it is arranged here, in slices
    await vi.waitFor(() => expect(picture.share).toBe(1));
    expect(picture.positions!.x.every(Number.isFinite)).toBe(true);
    expect(picture.positions!.y).toHaveLength(4);
    expect(picture.fault).toBe('');
  });

  it('draws large teams as hubs', () => {
    const { graph } = new CoauthorPicture(syntheticDataset(400, 3));
    expect(graph.hubCount).toBeGreaterThan(0);
  });

  it('says nothing more once it is cancelled', async () => {
    const picture = new CoauthorPicture(syntheticDataset(400, 3));
    picture.arrange(1.5).cancel();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(picture.share).toBe(0);
    expect(picture.positions).toBeNull();
  });

  it('is there at once where the dataset brings positions along, and no worker is asked', () => {
    vi.stubGlobal('Worker', BrokenWorker);
    const x = Float32Array.of(0, 1, 2, 3);
    const coauthorLayout = { maxPairAuthors: MAX_PAIR_AUTHORS, x, y: x };
    const picture = new CoauthorPicture({ ...handCounted, coauthorLayout });
    picture.arrange(1.5);
    vi.unstubAllGlobals();
    expect([picture.share, picture.fault]).toEqual([1, '']);
    expect(picture.positions!.x).toEqual(x);
  });

  it('says in words what went wrong in the worker', () => {
    vi.stubGlobal('Worker', BrokenWorker);
    const picture = new CoauthorPicture(handCounted);
    picture.arrange(1.5);
    vi.unstubAllGlobals();
    expect(picture.fault).toBe('out of memory');
  });
});
