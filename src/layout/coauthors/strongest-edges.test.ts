import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strongestEdges } from './strongest-edges.ts';

const strengths = fc.array(fc.oneof(fc.constantFrom(0, 1, 1, 2), fc.nat(40)), { maxLength: 60 });

describe('the strongest edges', () => {
  it('are those that sorting puts first, in their own order', () => {
    fc.assert(
      fc.property(strengths, fc.nat(70), (list, limit) => {
        const wanted = list
          .map((strength, edge) => ({ strength, edge }))
          .filter(({ strength }) => strength > 0)
          .sort((a, b) => b.strength - a.strength || a.edge - b.edge)
          .slice(0, limit)
          .map(({ edge }) => edge)
          .sort((a, b) => a - b);
        expect([...strongestEdges(Uint32Array.from(list), limit)]).toEqual(wanted);
      }),
    );
  });
});
