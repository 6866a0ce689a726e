import { expect, it } from 'vitest';
import { withYears } from '../../tests/filter/with-years.ts';
import { hasScores } from './dataset.ts';

it('scores tell something where not all are 1', () => {
  expect(withYears.facets.map((facet) => [facet.id, hasScores(facet)])).toEqual([
    ['geography', false],
    ['technology', true],
    ['year', false],
  ]);
  expect(hasScores({ tagScore: Uint8Array.of(100, 100, 99) })).toBe(true);
});
