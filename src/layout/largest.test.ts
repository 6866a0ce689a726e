import fc from 'fast-check';
import { expect, it } from 'vitest';
import { largest } from './largest.ts';

it('gives what sorting all gives, without those that are not wanted', () => {
  const counts = fc.array(fc.oneof(fc.constant(-1), fc.nat(4), fc.nat(1000)), { maxLength: 60 });
  fc.assert(
    fc.property(counts, fc.nat(70), (count, limit) => {
      const wanted = [...count.keys()].filter((row) => count[row]! >= 0);
      const sorted = wanted.sort((a, b) => count[b]! - count[a]! || a - b);
      expect(largest(count.length, limit, (row) => count[row]!)).toEqual(sorted.slice(0, limit));
    }),
  );
});
