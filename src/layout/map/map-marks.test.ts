import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certaintyPainting } from './certainty-fill.ts';
import { markCountries, type MarkOptions, type PlaceCounts } from './map-marks.ts';
import type { CountryShape } from './world-map.ts';

function shape(code: string): CountryShape {
  const bounds = [
    [0, 0],
    [9, 9],
  ] as const;
  return { code, name: code, d: '', rest: '', areaPx: 81, x: 4, y: 4, isBehind: false, bounds, parts: [] };
}

const CODES = ['AUT', 'BEL', 'CHE', 'DEU', 'ESP', 'FRA'];
const shapes = CODES.map(shape);

//                        AUT BEL CHE DEU ESP; FRA has no node
const counts: PlaceCounts = {
  records: /*          */ [4, 0, 0, 0, 1],
  belowThreshold: /*   */ [1, 2, 0, 0, 0],
  possible: /*         */ [3, 1, 3, 0, 0],
  scoreSum: /*         */ [0.8, 0, 0, 0, 0.9],
  withHidden: 0,
};

const PLAIN: MarkOptions = {
  whole: true,
  method: 'log',
  painting: null,
  tellable: true,
};

const nodeOf = (code: string) => {
  const node = CODES.indexOf(code);
  return node < counts.records.length ? node : undefined;
};
const byRecords = (node: number) => counts.records[node]!;

describe('the look of a country', () => {
  const { countries, looks } = markCountries(shapes, counts, nodeOf, byRecords, PLAIN);

  it.each([
    ['AUT', 'value', 'whatever else is below the threshold or possible'],
    ['BEL', 'below', 'where some tag is below the threshold, even if more is possible'],
    ['CHE', 'possible', 'where hidden tags alone leave it open'],
    ['DEU', 'none', 'where no record shows it'],
    ['ESP', 'value', 'for one record too'],
    ['FRA', 'none', 'where the dataset has no such place and no record has hidden tags'],
  ])('%s is "%s": %s', (code, look) => {
    expect(countries.find((mark) => mark.shape.code === code)!.look).toBe(look);
  });

  it('that the dataset cannot show is possible while any record has hidden tags', () => {
    const marks = markCountries(shapes, { ...counts, withHidden: 2 }, nodeOf, byRecords, PLAIN);
    expect(marks.countries.map(({ look }) => look)).toEqual([
      'value',
      'below',
      'possible',
      'none',
      'value',
      'possible',
    ]);
  });

  it('is in the legend when it occurs', () => {
    expect([...looks].sort()).toEqual(['below', 'none', 'possible', 'value']);
    expect([...markCountries(shapes.slice(0, 1), counts, nodeOf, byRecords, PLAIN).looks]).toEqual(['value']);
  });

  it('has no node and no value where the dataset has no such place', () => {
    expect(countries.at(-1)).toMatchObject({ node: -1, value: 0, step: 0 });
  });
});

describe('the step of a country on the ramp', () => {
  it('spreads few classes over the ramp', () => {
    const { countries, scheme } = markCountries(shapes, counts, nodeOf, byRecords, PLAIN);
    expect(scheme.classes).toMatchObject([
      { from: 1, to: 1, placeCount: 1 },
      { from: 4, to: 4, placeCount: 1 },
    ]);
    expect(countries.map(({ classIndex }) => classIndex)).toEqual([1, -1, -1, -1, 0, -1]);
    expect(countries.map(({ step }) => step)).toEqual([5, 0, 0, 0, 1, 0]);
  });

  it('is one of the ramp for a record whose score sum is 0', () => {
    const marks = markCountries(shapes, counts, nodeOf, (node) => (node === 0 ? 0 : 0.4), {
      ...PLAIN,
      whole: false,
    });
    expect(marks.countries[0]).toMatchObject({ look: 'value', value: 0 });
    expect(marks.countries[0]!.step).toBeGreaterThan(0);
    const allZero = markCountries(shapes, counts, nodeOf, () => 0, { ...PLAIN, whole: false });
    expect(allZero.countries[0]!.step).toBeGreaterThan(0);
    expect(allZero.scheme.classes).toEqual([]);
  });

  it('is 1 to 5 where there is a value and 0 elsewhere, and never falls as the value rises', () => {
    const count = fc.oneof(fc.constant(0), fc.nat(5), fc.nat(20_000));
    const column = fc.array(count, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(column, column, column, count, (records, belowThreshold, possible, withHidden) => {
        const scoreSum = records.map((value) => value / 2);
        const random = { records, scoreSum, belowThreshold, possible, withHidden };
        const value = (node: number) => records[node]!;
        const { countries, looks } = markCountries(shapes, random, nodeOf, value, PLAIN);
        for (const { look, step } of countries) {
          expect(looks.has(look)).toBe(true);
          expect(look === 'value' ? step >= 1 && step <= 5 : step === 0).toBe(true);
        }
        const rising = countries.filter(({ look }) => look === 'value').sort((a, b) => a.value - b.value);
        rising.slice(1).forEach((mark, i) => expect(mark.step).toBeGreaterThanOrEqual(rising[i]!.step));
      }),
    );
  });
});

describe('the colour of a country with certainty', () => {
  it('is held back where the mean score is low: the same value, another cell', () => {
    // AUT has a mean score of 0.20, ESP of 0.90
    const same = { ...counts, records: [4, 0, 0, 0, 4], scoreSum: [0.8, 0, 0, 0, 3.6] };
    const marks = markCountries(shapes, same, nodeOf, (node) => same.records[node]!, {
      ...PLAIN,
      painting: certaintyPainting(same, 4),
    });
    expect(marks.painted?.kind).toBe('certainty');
    expect(marks.countries[0]!.fill).toMatch(/^vsup-2-/);
    expect(marks.countries[4]!.fill).toMatch(/^vsup-0-/);
    expect(marks.countries[3]!.fill).toBe('step-0');
  });

  it('has no scale on the plain ramp', () => {
    expect(markCountries(shapes, counts, nodeOf, byRecords, PLAIN).painted).toBeNull();
  });
});

describe('regions that no tag can tell apart', () => {
  it('have a look of their own, whatever is possible', () => {
    const marks = markCountries(shapes, { ...counts, withHidden: 3 }, nodeOf, byRecords, {
      ...PLAIN,
      tellable: false,
    });
    expect([...marks.looks]).toEqual(['absent']);
  });
});
