import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoauthorTally, type Coauthorship } from '../../src/filter/coauthors/coauthor-tally.ts';
import { coauthorPairs, coauthorship } from '../../src/filter/coauthors/coauthorship.ts';
import { coauthorshipOf } from '../../src/filter/coauthors/coauthorship-of.ts';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { AUTHOR_FACET, type Dataset } from '../../src/model/dataset.ts';
import { arbitraryDataset, arbitraryFilter } from './arbitrary-dataset.ts';
import { handCounted, PERSON } from './hand-counted.ts';
import { Oracle } from './oracle.ts';
import { makeDataset } from './make-dataset.ts';

/** Random runs take one to three seconds; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const everyRecord = () => true;

interface PlainPair {
  records: number;
  strength: number;
}

/** Pairs by "a b", from plain loops over sets. */
function plainPairs(bylines: readonly ReadonlySet<number>[]): Map<string, PlainPair> {
  const pairs = new Map<string, PlainPair>();
  for (const byline of bylines) {
    for (const a of byline) {
      for (const b of byline) {
        if (a >= b) continue;
        const pair = pairs.get(`${a} ${b}`) ?? { records: 0, strength: 0 };
        pair.records += 1;
        pair.strength += 1 / (byline.size - 1);
        pairs.set(`${a} ${b}`, pair);
      }
    }
  }
  return pairs;
}

function bylinesOf({ records, recordCount }: Dataset, passes: (record: number) => boolean): Set<number>[] {
  return Array.from({ length: recordCount }, (_, record) => record)
    .filter(passes)
    .map(
      (record) =>
        new Set(records.author.slice(records.authorOffset[record], records.authorOffset[record + 1])),
    );
}

/** A check on random datasets of which a random part of the records passes. */
function anyRecords(check: (dataset: Dataset, passes: (record: number) => boolean) => void): void {
  fc.assert(
    fc.property(arbitraryDataset, fc.nat(0xffff), (dataset, mask) =>
      check(dataset, (record) => ((mask >> record) & 1) === 0),
    ),
    { numRuns: 300 },
  );
}

describe('co-authorship of five records', () => {
  const { records, coAuthors, strengthFull, strengthFractional } = coauthorship(
    handCounted.records,
    4,
    everyRecord,
  );

  it('counts records, distinct co-authors and both strengths', () => {
    expect([...records]).toEqual([2, 2, 2, 1]);
    expect([...coAuthors]).toEqual([2, 2, 2, 0]);
    expect([...strengthFull]).toEqual([3, 3, 2, 0]);
    expect([...strengthFractional]).toEqual([2, 2, 1, 0]);
  });

  it('gives each pair of a record 1, and fractionally 1 / (n - 1)', () => {
    expect(coauthorPairs(handCounted.records, everyRecord)).toEqual([
      { a: PERSON.ada, b: PERSON.bo, records: 2, strengthFractional: 1.5 },
      { a: PERSON.ada, b: PERSON.cy, records: 1, strengthFractional: 0.5 },
      { a: PERSON.bo, b: PERSON.cy, records: 1, strengthFractional: 0.5 },
    ]);
  });

  it('counts only records that pass', () => {
    const firstOnly = (record: number) => record === 0;
    expect(coauthorPairs(handCounted.records, firstOnly)).toHaveLength(1);
    expect([...coauthorship(handCounted.records, 4, firstOnly).records]).toEqual([1, 1, 0, 0]);
  });
});

describe('co-authorship of any records', { timeout: BUSY_MACHINE_MS }, () => {
  it('gives the same pairs as a plain loop, each once, by a and then by b', () => {
    anyRecords((dataset, passes) => {
      const pairs = coauthorPairs(dataset.records, passes);
      const plain = plainPairs(bylinesOf(dataset, passes));
      expect(pairs).toHaveLength(plain.size);
      pairs.forEach(({ a, b, records, strengthFractional }, i) => {
        const expected = plain.get(`${a} ${b}`)!;
        expect(records).toBe(expected.records);
        expect(strengthFractional).toBeCloseTo(expected.strength, 12);
        const before = pairs[i - 1];
        if (before) expect(before.a < a || (before.a === a && before.b < b)).toBe(true);
        expect(a).toBeLessThan(b);
      });
    });
  });

  it("sums an author's fractional strengths to their records with a co-author", () => {
    anyRecords((dataset, passes) => {
      const bylines = bylinesOf(dataset, passes);
      const pairs = coauthorPairs(dataset.records, passes);
      const { strengthFractional } = coauthorship(dataset.records, dataset.authors.family.length, passes);
      strengthFractional.forEach((strength, author) => {
        const mine = pairs.filter(({ a, b }) => a === author || b === author);
        const together = bylines.filter((byline) => byline.has(author) && byline.size > 1).length;
        expect(strength).toBe(together);
        expect(mine.reduce((total, pair) => total + pair.strengthFractional, 0)).toBeCloseTo(together, 9);
      });
    });
  });

  it('agrees between authors and pairs: co-authors, full strengths and records', () => {
    anyRecords((dataset, passes) => {
      const bylines = bylinesOf(dataset, passes);
      const pairs = coauthorPairs(dataset.records, passes);
      const authors = coauthorship(dataset.records, dataset.authors.family.length, passes);
      for (let author = 0; author < dataset.authors.family.length; author++) {
        const mine = pairs.filter(({ a, b }) => a === author || b === author);
        expect(authors.coAuthors[author]).toBe(mine.length);
        expect(authors.strengthFull[author]).toBe(mine.reduce((total, pair) => total + pair.records, 0));
        expect(authors.records[author]).toBe(bylines.filter((byline) => byline.has(author)).length);
      }
    });
  });

  it('does not depend on the order of the byline', () => {
    anyRecords((dataset, passes) => {
      const author = dataset.records.author.slice();
      const { authorOffset } = dataset.records;
      for (let r = 0; r < dataset.recordCount; r++)
        author.subarray(authorOffset[r], authorOffset[r + 1]).reverse();
      const reversed = { ...dataset.records, author };
      expect(coauthorPairs(reversed, passes)).toEqual(coauthorPairs(dataset.records, passes));
    });
  });
});

/** Every author's numbers, from plain loops over sets. */
function plainCoauthorship(bylines: readonly ReadonlySet<number>[], authorCount: number) {
  return Array.from({ length: authorCount }, (_, author) => {
    const mine = bylines.filter((byline) => byline.has(author));
    const met = new Set(mine.flatMap((byline) => [...byline]));
    met.delete(author);
    return {
      records: mine.length,
      coAuthors: met.size,
      strengthFull: mine.reduce((sum, byline) => sum + byline.size - 1, 0),
      strengthFractional: mine.filter((byline) => byline.size > 1).length,
    };
  });
}

const inRows = ({ records, coAuthors, strengthFull, strengthFractional }: Coauthorship) =>
  Array.from(records, (count, author) => ({
    records: count,
    coAuthors: coAuthors[author],
    strengthFull: strengthFull[author],
    strengthFractional: strengthFractional[author],
  }));

describe('co-authorship step by step', { timeout: BUSY_MACHINE_MS }, () => {
  it('is that of plain loops at every step, and stays as it was handed out', () => {
    const masks = fc.array(fc.nat(0xffff), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(arbitraryDataset, masks, (dataset, steps) => {
        const authorCount = dataset.authors.family.length;
        const tally = CoauthorTally.of(dataset.records, authorCount);
        const taken: { counts: Coauthorship; wanted: ReturnType<typeof plainCoauthorship> }[] = [];
        for (const mask of steps) {
          const passes = (record: number) => ((mask >> record) & 1) === 1;
          const wanted = plainCoauthorship(bylinesOf(dataset, passes), authorCount);
          taken.push({ counts: tally.update(passes), wanted });
        }
        for (const { counts, wanted } of taken) expect(inRows(counts)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('is in the engine that of the records which pass every clause but the authors’ own', () => {
    const filters = fc.array(arbitraryFilter, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(arbitraryDataset, filters, (dataset, steps) => {
        const engine = new CrossFilter(dataset);
        const oracle = new Oracle(dataset);
        for (const filter of steps) {
          engine.setFilter(filter);
          oracle.setFilter(filter);
          const bylines = bylinesOf(dataset, (record) => oracle.passesBut(record, AUTHOR_FACET));
          expect(inRows(coauthorshipOf(engine, dataset))).toEqual(
            plainCoauthorship(bylines, dataset.authors.family.length),
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a record with 282 authors', () => {
  it('has all its pairs', () => {
    const authors = Array.from({ length: 282 }, (_, i) => `Author ${i}`);
    const byline = authors.map((_, i) => 281 - i);
    const { records } = makeDataset({
      authors,
      facets: [],
      records: [{ title: 'Large', authors: byline, tags: {}, hidden: {} }],
    });
    expect(coauthorPairs(records, everyRecord)).toHaveLength((282 * 281) / 2);
    const { coAuthors, strengthFractional } = coauthorship(records, 282, everyRecord);
    expect(new Set(coAuthors)).toEqual(new Set([281]));
    expect(new Set(strengthFractional)).toEqual(new Set([1]));
  });
});
