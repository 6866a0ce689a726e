import { expect, it } from 'vitest';
import { WORLD_PROJECTIONS } from './projection-info.ts';

it('every projection has words and a source', () => {
  expect(WORLD_PROJECTIONS.map(({ id }) => id)).toEqual(['equal-earth', 'natural-earth', 'globe']);
  for (const { label, description, source } of WORLD_PROJECTIONS) {
    expect(label).not.toBe('');
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(source).toMatch(/doi:10\./);
  }
});
