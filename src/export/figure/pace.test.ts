import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finished, type Work } from '../../model/work.ts';
import { inSlices, PATIENT } from './pace.ts';
import { textBlob } from '../file/text-blob.ts';

/** Work that holds the thread for some milliseconds in steps of one. */
function* busy(steps: number, onstep: () => void = () => undefined): Work<string> {
  for (let i = 0; i < steps; i++) {
    const endMs = performance.now() + 1;
    while (performance.now() < endMs);
    onstep();
    yield (i + 1) / steps;
  }
  return 'made';
}

describe('a file made in slices', () => {
  it('lets other tasks through, tells what is done, and is the same', async () => {
    const told: [string, number | undefined][] = [];
    let others = 0;
    const timer = setInterval(() => (others += 1), 1);
    const asker = { ...PATIENT, tell: (doing: string, share?: number) => told.push([doing, share]) };
    expect(await inSlices(busy(250), 'Writing the file…', asker)).toBe('made');
    clearInterval(timer);
    expect(others).toBeGreaterThan(5);
    expect(told[0]).toEqual(['Writing the file…', 0]);
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)![1]).toBeGreaterThan(0.2);
  });

  it('is given up between two slices', async () => {
    const giving = new AbortController();
    let steps = 0;
    const work = busy(500, () => {
      if (++steps === 20) giving.abort();
    });
    await expect(inSlices(work, '', { ...PATIENT, signal: giving.signal })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }) as Error,
    );
    expect(steps).toBeLessThan(100);
  });

  it('ends where going on makes no sense', async () => {
    let slices = 0;
    const check = () => {
      if (++slices === 3) throw new RangeError('changed');
    };
    await expect(inSlices(busy(500), '', PATIENT, check)).rejects.toThrow('changed');
  });

  it('has the text of its lines, whatever they are', async () => {
    const lines = fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(lines, async (list) => {
        const blob = finished(textBlob(list, list.length, 'text/plain'));
        expect(blob.type).toBe('text/plain');
        expect(await blob.text()).toBe(list.join(''));
      }),
      { numRuns: 50 },
    );
    const long = Array.from({ length: 5000 }, (_, i) => `${'é€😀'.repeat(40)}${i}\n`);
    const pieces = [...textBlob(long, long.length, '')];
    expect(pieces.length).toBeGreaterThan(100);
    expect(await finished(textBlob(long, long.length, '')).text()).toBe(long.join(''));
  });
});
