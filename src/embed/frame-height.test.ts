import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMBED_VIEWS } from '../share/embed-options.ts';
import { HeightStory, leastViewHeightPx, viewHeightPx } from './frame-height.ts';

test('a view is as high as its width asks, within limits, and may be pressed but not to nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...EMBED_VIEWS), fc.integer({ min: 1, max: 4000 }), (view, width) => {
      const height = viewHeightPx(view, width);
      const isLow = view === 'time';
      expect(height).toBeGreaterThanOrEqual(isLow ? 150 : 380);
      expect(height).toBeLessThanOrEqual(2000);
      expect(leastViewHeightPx(view, width)).toBeLessThanOrEqual(height);
      expect(leastViewHeightPx(view, width)).toBeGreaterThanOrEqual(isLow ? 80 : 320);
    }),
  );
});

test('a frame that follows what is told comes to rest, wherever a scrollbar comes and goes', () => {
  const story = new HeightStory();
  let frame = 300;
  let told = 0;
  for (let ms = 0; ms < 5000; ms += 16) {
    // in a frame that is too low a scrollbar takes width, and the narrower content is higher
    const next = story.next(frame < 500 ? 520 : 480, ms);
    if (next === null) continue;
    frame = next;
    told += 1;
  }
  expect(told).toBeLessThan(8);
  expect(frame).toBe(520);
});

test('what a person changes is told however often', () => {
  const story = new HeightStory();
  const told = Array.from({ length: 8 }, (_, i) => story.next(i % 2 === 0 ? 400 : 460, i * 2000));
  expect(told).toEqual([400, 460, 400, 460, 400, 460, 400, 460]);
  expect(story.next(461, 20_000)).toBeNull();
});
