import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inSlices, type Asker } from '../../export/figure/pace.ts';
import type { Work } from '../../model/work.ts';
import { FileMaking } from './file-making.svelte.ts';

const WRITING = 'Writing the file…';

function* work(steps: number): Work<string> {
  for (let i = 0; i < steps; i++) {
    const endMs = performance.now() + 1;
    while (performance.now() < endMs);
    yield i / steps;
  }
  return 'text';
}

describe('a file on its way', () => {
  const saved: string[] = [];
  const deed =
    (steps: number) =>
    async (asker: Asker): Promise<void> => {
      const text = await inSlices(work(steps), WRITING, asker);
      saved.push(text);
    };
  beforeEach(() => (saved.length = 0));

  it('tells what is done and how far it is, and in the end nothing', async () => {
    const making = new FileMaking();
    const running = making.run(deed(400));
    expect([making.isBusy, making.isLate]).toEqual([true, false]);
    await vi.waitFor(() => expect(making.isLate).toBe(true), 5000);
    expect(making.doing).toBe(WRITING);
    await vi.waitFor(() => expect(making.share).toBeGreaterThan(0), 5000);
    expect(await making.run(deed(1))).toBeNull(); // one at a time
    expect(await running).toBe('');
    expect(saved).toEqual(['text']);
    expect([making.isBusy, making.isLate, making.doing, making.share]).toEqual([false, false, '', undefined]);
  });

  it('given up leaves no file and no message, and the next can be made at once', async () => {
    const making = new FileMaking();
    const running = making.run(deed(5000));
    await vi.waitFor(() => expect(making.doing).toBe(WRITING), 5000);
    making.cancel();
    expect([making.isBusy, making.isLate, making.doing, making.share]).toEqual([false, false, '', undefined]);
    expect(await making.run(deed(1))).toBe('');
    expect(await running).toBeNull();
    expect(saved).toEqual(['text']);
    expect(making.isBusy).toBe(false);
  });

  it('says what went wrong, but not of what was given up', async () => {
    const making = new FileMaking();
    expect(await making.run(() => Promise.reject(new Error('out of memory')))).toBe('out of memory');
    const failing = making.run(async () => {
      await new Promise((resolve) => setTimeout(resolve));
      throw new Error('late');
    });
    making.cancel();
    expect(await failing).toBeNull();
    expect(making.isBusy).toBe(false);
  });
});
