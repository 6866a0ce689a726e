import { describe, expect, it } from 'vitest';
import { neighboursOf } from './neighbours.ts';

const active = Uint32Array.of(2, 5, 9);

describe('the neighbours of a record', () => {
  it.each([
    { record: 2, position: 0, previous: null, next: 5 },
    { record: 5, position: 1, previous: 2, next: 9 },
    { record: 9, position: 2, previous: 5, next: null },
    { record: 0, position: -1, previous: null, next: 2 },
    { record: 7, position: -1, previous: 5, next: 9 },
    { record: 11, position: -1, previous: 9, next: null },
  ])('of record $record', ({ record, ...expected }) => {
    expect(neighboursOf(active, record)).toEqual(expected);
  });

  it('are none where no record is active', () => {
    expect(neighboursOf(new Uint32Array(0), 3)).toEqual({ position: -1, previous: null, next: null });
  });
});
