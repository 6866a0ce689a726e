import { expect, it } from 'vitest';
import { handCounted } from '../../tests/filter/hand-counted.ts';
import { withYears } from '../../tests/filter/with-years.ts';
import { conceptPath } from './dataset.ts';
import { yearsOf } from './years.ts';

it('tells the years of a record, and of none nothing', () => {
  const { tagOffset, tagConcept, concepts } = withYears.facets.find(({ kind }) => kind === 'time')!;
  const told = Array.from({ length: withYears.recordCount }, (_, record) => yearsOf(withYears, record));
  const expected = told.map((_, record) =>
    Array.from({ length: tagOffset[record + 1]! - tagOffset[record]! }, (__, i) =>
      conceptPath(concepts, tagConcept[tagOffset[record]! + i]!).at(-1),
    ).join(', '),
  );
  expect(told).toEqual(expected);
  expect(new Set(told).size).toBeGreaterThan(1);
  expect(yearsOf(handCounted, 0)).toBe('');
});
