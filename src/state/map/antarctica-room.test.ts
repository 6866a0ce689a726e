import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import { Explorer } from '../explorer.svelte.ts';
import { southwardOf } from './antarctica-room.ts';

const CODES = ['ATA', 'AUT', 'JPN', 'USA', 'CHN', 'DEU', 'FRA', 'GBR'];

/** So many records of Antarctica, and so many of each other country; one continent has all of them. */
function explorerOf(ofAntarctica: number, ofOthers: number, query = '', codes = CODES): Explorer {
  const concepts = [
    { label: 'All', parent: -1, code: '' },
    ...codes.map((code) => ({ label: code, parent: 0, code })),
  ];
  const records = codes.flatMap((code, i) =>
    Array.from({ length: code === 'ATA' ? ofAntarctica : ofOthers }, (_, n) => ({
      title: `${code} ${n}`,
      authors: [],
      tags: { geography: [[i + 1, 100] as const] },
      hidden: {},
    })),
  );
  return new Explorer(
    makeDataset({ authors: [], facets: [{ id: 'geography', kind: 'place', concepts }], records }),
    query,
  );
}

const southOf = (...args: Parameters<typeof explorerOf>) => southwardOf(explorerOf(...args), 'geography');

describe('how far south the map reaches', () => {
  it('is to the pole where Antarctica is one of the six largest, else to its coast', () => {
    expect(southOf(2, 1)).toBe('pole');
    expect(southOf(1, 2)).toBe('coast');
    expect(southOf(1, 2, '', CODES.slice(0, 6))).toBe('pole');
  });

  it('is to the pole where Antarctica is included, and no other filter changes it', () => {
    expect(southOf(1, 2, 'geography=ATA')).toBe('pole');
    expect(southOf(1, 2, 'geography=AUT')).toBe('coast');
    expect(southOf(1, 2, 'not.geography=ATA')).toBe('coast');
    expect(southOf(2, 1, 'geography=AUT')).toBe('pole');
  });

  it('ends with the other land where a dataset has nothing there', () => {
    expect(southOf(0, 2, '', CODES.slice(1))).toBe('land');
  });
});
