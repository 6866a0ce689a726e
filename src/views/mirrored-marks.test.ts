import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepEqual, type MirroredMark } from './mirrored-marks.ts';

const anyMark: fc.Arbitrary<MirroredMark> = fc.record({
  node: fc.nat(12),
  x: fc.constantFrom(0, 1.5),
  y: fc.constantFrom(0, -2),
  size: fc.constantFrom(2, 3),
  name: fc.constantFrom('Ann: 1 record', 'Ann: 2 records'),
  isIncluded: fc.boolean(),
  isEntry: fc.boolean(),
});
const anyMarks = fc.uniqueArray(anyMark, { selector: ({ node }) => node });

test('marks are those that are asked for, in their order; an object of before stands for one exactly where it says the same', () => {
  fc.assert(
    fc.property(anyMarks, anyMarks, (marks, before) => {
      const kept = keepEqual(marks, before);
      expect(kept).toEqual(marks);
      kept.forEach((mark, i) => {
        const same = before.find((other) => JSON.stringify(other) === JSON.stringify(marks[i]));
        expect(mark).toBe(same ?? marks[i]);
      });
    }),
  );
});
