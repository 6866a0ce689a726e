import { describe, expect, it, vi } from 'vitest';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { syntheticDataset } from '../../../tests/filter/synthetic-dataset.ts';
import { DEFAULT_COAUTHORS } from '../../share/coauthor-settings.ts';
import { CoauthorPicture } from './coauthor-picture.svelte.ts';

/** A worker that fails at once. */
class BrokenWorker extends EventTarget {
  postMessage(question: { id: number }): void {
    const data = { kind: 'fault', id: question.id, message: 'out of memory' };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  terminate(): void {}
}

const everybody = DEFAULT_COAUTHORS;
const BUSY_MACHINE_MS = 20_000;

describe('the picture of the co-authors', () => {
  it('has everybody, with places and communities, when arranged', async () => {
    const picture = new CoauthorPicture(handCounted);
    expect([picture.arranged, picture.share, picture.fault]).toEqual([null, 0, '']);
    picture.arrange(everybody, 1.5); // Node has no Worker: it is arranged here, in slices
    expect(picture.isBusy).toBe(true);
    await vi.waitFor(() => expect(picture.share).toBe(1), BUSY_MACHINE_MS);
    const { graph, radius, positions, communities } = picture.arranged!;
    expect(graph.nodeCount).toBe(4);
    expect(radius).toHaveLength(4);
    expect(positions.x.every(Number.isFinite)).toBe(true);
    expect(positions.y).toHaveLength(4);
    expect(communities!.community).toHaveLength(4);
    expect(picture.fault).toBe('');
    await vi.waitFor(() => expect(picture.isBusy).toBe(false));
    picture.arrange({ ...everybody, around: 3 }, 1.5).cancel();
    expect(picture.isBusy).toBe(false);
  });

  it('draws large teams as hubs, and how large is asked', async () => {
    const picture = new CoauthorPicture(syntheticDataset(60, 3));
    picture.arrange({ ...everybody, maxPairAuthors: 2 }, 1.5);
    await vi.waitFor(() => expect(picture.share).toBe(1), BUSY_MACHINE_MS);
    expect(picture.arranged!.graph.hubCount).toBeGreaterThan(0);
  });

  it('shows an author’s surroundings, and everybody again at once', async () => {
    const picture = new CoauthorPicture(handCounted);
    picture.arrange(everybody, 1.5);
    await vi.waitFor(() => expect(picture.share).toBe(1), BUSY_MACHINE_MS);
    const all = picture.arranged;
    picture.arrange({ ...everybody, around: 3 }, 1.5);
    expect(picture.arranged).toBe(all); // until the other is there, and known to be the former
    expect(picture.madeFor?.around).toBeNull();
    await vi.waitFor(() => expect(picture.share).toBe(1), BUSY_MACHINE_MS);
    expect([...picture.arranged!.graph.authorOfNode]).toEqual([3]);
    expect(picture.madeFor?.around).toBe(3);
    picture.arrange(everybody, 1.5);
    expect(picture.arranged).toBe(all);
    expect(picture.share).toBe(1);
  });

  it('shows only the result where movement is not wanted', async () => {
    const picture = new CoauthorPicture(syntheticDataset(400, 3));
    const shares: number[] = [];
    picture.arrange(everybody, 1.5, false);
    await vi.waitFor(() => {
      if (picture.arranged) shares.push(picture.share);
      expect(picture.share).toBe(1);
    }, BUSY_MACHINE_MS);
    expect(shares).toEqual([1]);
  });

  it('says nothing more once it is cancelled', async () => {
    const picture = new CoauthorPicture(syntheticDataset(400, 3));
    picture.arrange(everybody, 1.5).cancel();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(picture.share).toBe(0);
    expect(picture.arranged).toBeNull();
  });

  it('is the one that the dataset brings along, with communities, and stays so', async () => {
    const x = Float32Array.of(0, 10, 20, 30);
    const coauthorLayout = { maxPairAuthors: everybody.maxPairAuthors, x, y: x };
    const picture = new CoauthorPicture({ ...handCounted, coauthorLayout });
    picture.arrange(everybody, 1.5);
    await vi.waitFor(() => expect(picture.arranged?.communities).not.toBeNull(), BUSY_MACHINE_MS);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([picture.share, picture.fault]).toEqual([1, '']);
    expect(picture.arranged!.positions.x).toEqual(x);
    picture.arrange({ ...everybody, maxPairAuthors: 2 }, 1.5);
    await vi.waitFor(() => expect(picture.arranged!.positions.x).not.toEqual(x), BUSY_MACHINE_MS);
  });

  it('says in words what went wrong in the worker', () => {
    vi.stubGlobal('Worker', BrokenWorker);
    const picture = new CoauthorPicture(handCounted);
    picture.arrange(everybody, 1.5);
    vi.unstubAllGlobals();
    expect(picture.fault).toBe('out of memory');
  });
});
