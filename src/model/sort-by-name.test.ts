import { describe, expect, it } from 'vitest';
import { alphabeticalRanks } from './sort-by-name.ts';

describe('alphabetical ranks', () => {
  it.each([
    { names: [], ranks: [] },
    { names: ['On maps', '“Émigrés”', 'embassies', 'On Maps'], ranks: [2, 1, 0, 3] },
    { names: ['GPT-10', 'GPT-4', 'gpt-4'], ranks: [2, 0, 1] },
    { names: ['Ana Kim', 'A. Silva', 'A. Kim', 'Ana St. John', 'Ana-Maria Kim'], ranks: [2, 1, 0, 4, 3] },
    { names: ['b', 'a', 'b', 'a'], ranks: [2, 0, 3, 1] },
  ])('of $names are $ranks', ({ names, ranks }) => {
    expect([...alphabeticalRanks(names)]).toEqual(ranks);
  });
});
