import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeInCircle } from './type-in-circle.ts';

describe('type in a circle', () => {
  it('is as large as it may be where there is room', () => {
    expect(sizeInCircle(60, 60, 15, 22)).toBe(22);
  });

  it('keeps its corners inside the circle', () => {
    const px = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(px, px, px, (width, radius, far) => {
        const size = sizeInCircle(width, radius, far, 22);
        expect(size).toBeLessThanOrEqual(22);
        if (size > 0) expect(Math.hypot((width * size) / 22 / 2, far)).toBeLessThan(radius);
      }),
    );
  });
});
