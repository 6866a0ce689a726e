import { describe, expect, it } from 'vitest';
import { profileLine } from './profile-line.ts';

describe('the line of a place over the threshold', () => {
  it('goes in steps from left to right, the highest value at the top', () => {
    expect(profileLine([4, 2, 0, 0], 8, 5)).toBe('M0,1V1H2V3H4V5H6V5H8');
  });

  it('is empty where the place has no value at any threshold', () => {
    expect(profileLine([0, 0], 8, 5)).toBe('');
    expect(profileLine([], 8, 5)).toBe('');
  });
});
