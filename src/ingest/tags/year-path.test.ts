import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isDecade, isYear } from '../../model/years.ts';
import { yearPath } from './year-path.ts';

it.each([
  [2014, ['2010s', '2014']],
  ['2000', ['2000s', '2000']],
  [' 1999 ', ['1990s', '1999']],
  [1000, ['1000s', '1000']],
  [2999, ['2990s', '2999']],
  [999, undefined],
  [3000, undefined],
  [2014.5, undefined],
  [-2014, undefined],
  ['2014-05', undefined],
  ['20', undefined],
  ['٢٠١٤', undefined],
  ['', undefined],
  [null, undefined],
  [undefined, undefined],
  [true, undefined],
  [[2014], undefined],
])('the path of %j is %j', (value, path) => expect(yearPath(value)).toEqual(path));

it('of every year the path is a decade and the year within it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 2999 }), (year) => {
      const [decade, label] = yearPath(year)!;
      expect([isDecade(decade!), isYear(label!), label]).toEqual([true, true, String(year)]);
      expect(year - parseInt(decade!)).toBeLessThan(10);
      expect(year).toBeGreaterThanOrEqual(parseInt(decade!));
    }),
  );
});
