import fc from 'fast-check';
import { expect, it } from 'vitest';
import { largest } from './largest.ts';

it('gives what sorting all gives', () => {
  const counts = fc.array(fc.oneof(fc.nat(4), fc.nat(1000)), { maxLength: 60 });
  fc.assert(
    fc.property(counts, fc.nat(70), (count, limit) => {
      const rows = count.map((_, i) => 3 * i);
      const sorted = [...rows].sort((a, b) => count[b / 3]! - count[a / 3]! || a - b);
      expect(largest(rows, limit, (row) => count[row / 3]!)).toEqual(sorted.slice(0, limit));
    }),
  );
});
