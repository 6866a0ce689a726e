import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptPath } from '../../model/dataset.ts';
import { conceptTree } from './concept-tree.ts';
import { pathKey } from '../parsed-record.ts';

const grow = (...paths: string[]) =>
  conceptTree(
    paths.map((path) => path.split(' > ')),
    new Map([
      [
        pathKey(['Europe', 'Austria']),
        { level: 'country', code: 'AUT', numeric: '040', region: '', point: [14.1265, 47.61], geonames: 0 },
      ],
    ]),
  );

describe('conceptTree', () => {
  it('has a node for each level, depth first, siblings by code units', () => {
    const { concepts } = grow(
      'Europe > Austria > Vienna',
      'Asia',
      'Europe > Åland',
      'Europe > austria',
      'Europe',
    );
    expect(concepts.label).toEqual(['Asia', 'Europe', 'Austria', 'Vienna', 'austria', 'Åland']);
    expect([...concepts.parent]).toEqual([-1, -1, 1, 2, 1, 1]);
    expect(concepts.code).toEqual(['', '', 'AUT', '', '', '']);
    expect(concepts.numeric).toEqual(['', '', '040', '', '', '']);
    expect(concepts.level).toEqual(['', '', 'country', '', '', '']);
    expect([...concepts.lon]).toEqual([NaN, NaN, 14.127, NaN, NaN, NaN]);
  });

  it('keeps equal names in different places apart', () => {
    const { concepts, idByPath } = grow('Asia > Thailand > Bangkok > Bangkok');
    expect(concepts.label).toEqual(['Asia', 'Thailand', 'Bangkok', 'Bangkok']);
    expect(idByPath.get(pathKey(['Asia', 'Thailand', 'Bangkok']))).toBe(2);
  });

  it('is a root for each first level that is empty of others', () => {
    expect(grow().concepts.label).toEqual([]);
  });

  it('gives every path its own concept, and the same tree for any order of the paths', () => {
    const path = fc.array(fc.constantFrom('a', 'b', 'B', 'ä', '__proto__'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(path), (paths) => {
        const { concepts, idByPath } = conceptTree(paths, new Map());
        for (const each of paths) expect(conceptPath(concepts, idByPath.get(pathKey(each))!)).toEqual(each);
        concepts.parent.forEach((parent, id) => expect(parent).toBeLessThan(id));
        expect(conceptTree([...paths].reverse(), new Map()).concepts).toEqual(concepts);
      }),
    );
  });
});
