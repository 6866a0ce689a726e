import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAuthorIndex, type FacetIndex } from '../../src/filter/index/facet-index.ts';
import { FlatTally } from '../../src/filter/tally/flat-tally.ts';
import { TAGGED, type NodeColumns } from '../../src/filter/tally/tally.ts';
import { makeDataset } from './make-dataset.ts';

/** Two numbers a node, or one: each however few nodes there are. */
const WAYS = [
  { name: 'apart', packedFrom: Infinity },
  { name: 'together', packedFrom: 0 },
];

function columnsFor({ nodeCount }: FacetIndex): NodeColumns {
  const none = () => new Int32Array(nodeCount);
  return {
    records: none(),
    fractional: new Float64Array(nodeCount),
    belowThreshold: none(),
    possible: none(),
    scoreSum: new Float64Array(0),
    maxScore: new Uint8Array(0),
  };
}

function written(tally: FlatTally, index: FacetIndex): Pick<NodeColumns, 'records' | 'fractional'> {
  const columns = columnsFor(index);
  tally.write(columns);
  return columns;
}

const bylines = fc.array(fc.uniqueArray(fc.nat(6), { maxLength: 7 }), { minLength: 1, maxLength: 12 });
const moves = fc.array(fc.nat({ max: 0xfff }), { maxLength: 6 });

const indexOf = (authors: readonly (readonly number[])[]) =>
  buildAuthorIndex(
    makeDataset({
      authors: ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
      facets: [],
      records: authors.map((each) => ({ title: 'T', authors: each, tags: {}, hidden: {} })),
    }),
  );

/** The records of a mask. */
const listed = (mask: number, count: number) =>
  Uint32Array.from(Array.from({ length: count }, (_, r) => r).filter((r) => ((mask >> r) & 1) === 1));

describe.each(WAYS)('records and shares of a node, $name', ({ packedFrom }) => {
  it('are those of a plain loop after any records came and went', () => {
    fc.assert(
      fc.property(bylines, moves, (authors, masks) => {
        const index = indexOf(authors);
        const tally = new FlatTally(index, authors.length, packedFrom);
        let before = 0;
        for (const mask of masks) {
          tally.add(listed(before & ~mask, authors.length), -1);
          tally.add(listed(mask & ~before, authors.length), 1);
          before = mask;
          const { records, fractional } = written(tally, index);
          const rows = authors.filter((_, r) => ((mask >> r) & 1) === 1);
          expect(tally.totals[TAGGED]).toBe(rows.filter((row) => row.length > 0).length);
          for (let node = 0; node < index.nodeCount; node++) {
            const own = rows.filter((row) => row.includes(node));
            expect(records[node]).toBe(own.length);
            const shares = own.reduce((sum, row) => sum + 1 / row.length, 0);
            expect(Math.abs(fractional[node]! - shares)).toBeLessThan(1e-9);
          }
          // shares of a record make 1 to the last bit
          expect(fractional.reduce((sum, share) => sum + share, 0)).toBe(tally.totals[TAGGED]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('come back to the last bit', () => {
    fc.assert(
      fc.property(bylines, fc.nat({ max: 0xfff }), fc.nat({ max: 0xfff }), (authors, mask, other) => {
        const index = indexOf(authors);
        const tally = new FlatTally(index, authors.length, packedFrom);
        tally.add(listed(mask, authors.length), 1);
        const kept = written(tally, index);
        const { records, fractional } = kept;
        const restore = tally.keep({ records: Uint32Array.from(records), fractional });
        tally.clear();
        expect(written(tally, index).records.some(Boolean)).toBe(false);
        tally.add(listed(other, authors.length), 1);
        restore();
        expect(written(tally, index)).toEqual(kept);
        tally.add(listed(mask, authors.length), -1);
        expect(written(tally, index)).toEqual(columnsFor(index));
      }),
      { numRuns: 200 },
    );
  });
});

describe('one number for both', () => {
  const COUNT = 20_000;

  it('is given up where a node has so many records that shares would be coarse', () => {
    // an author of every record, always with two others: thirds, of which 20,000 add up
    const index = indexOf(Array.from({ length: COUNT }, (_, r) => [0, 1 + (r % 3), 4 + (r % 3)]));
    const tally = new FlatTally(index, COUNT, 0);
    tally.add(
      Uint32Array.from({ length: COUNT }, (_, r) => r),
      1,
    );
    const { records, fractional } = written(tally, index);
    expect(records[0]).toBe(COUNT);
    expect(Math.abs(fractional[0]! - COUNT / 3)).toBeLessThan(1e-5);
  });
});
